"""What there is to be told to whom: one query over what happened, whoever and however many ask.

The first table is `watch` (user_id, occasion, side, id): who wants to know what of whose works.
Only works that are open and whose custody is theirs today are told, so rights are those of today.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from tinhgon.domain.work.life import What
from tinhgon.temporal.bulk import as_text, fetch, staged
from tinhgon.work.custody.handing_on import in_hand
from tinhgon.work.listing.sums import DUE, STANDING_REPORT
from tinhgon.work.models import Occasion
from tinhgon.work.reminding.watching import Watch
from tinhgon.work.reminding.windows import Cut, Window

COLUMNS = {"user_id": "bigint", "occasion": "varchar(10)", "side": "varchar(8)", "id": "bigint"}


@dataclass(frozen=True, kw_only=True)
class Notice:
    """Something that somebody is told: the occasion, its day, and the work as it stands now.

    `place` is the number of the row that says so, 0 where only a day does. `unit` has the work.
    """

    user: int
    occasion: Occasion
    place: int
    day: date
    work: str
    title: str
    invented: bool
    unit: str
    officer: int | None
    giver: str
    due: date | None

    def is_after(self, cut: Cut) -> bool:
        """Whether it came after a cut."""
        if self.occasion in (Occasion.DUE, Occasion.LATE):
            return self.day > cut.day
        return self.place > cut.rows[_SOURCES[self.occasion]]


_SOURCES = {
    Occasion.CAME: "custody",
    Occasion.EXTENSION: "extension",
    Occasion.REPORT: "event",
    Occasion.ANSWERED: "event",
}


@contextmanager
def watched(watches: Sequence[Watch]) -> Iterator[str]:
    """The table `watch` of many, for as long as it is asked."""
    with staged("watch", COLUMNS, watches) as name:
        yield name


def few(watches: Sequence[Watch]) -> str:
    """The table `watch` of one person, as the first part of a query."""
    lines = ", ".join(
        f"({int(user)}, '{occasion}', '{side}', {int(one)})"
        for user, occasion, side, one in watches
    )
    return f"watch(user_id, occasion, side, id) AS (VALUES {lines}),"


def addressed(window: Window, days: Sequence[int]) -> list[int]:
    """All for whom there is something in a window; one query over the table `watch`."""
    asked = f"{_query('', window, days)} SELECT DISTINCT user_id FROM told ORDER BY user_id"
    return [user for (user,) in fetch(asked, **window.values)]


def count(first: str, window: Window, days: Sequence[int]) -> int:
    """How many notices there are in a window; one query."""
    ((many,),) = fetch(f"{_query(first, window, days)} SELECT count(*) FROM told", **window.values)
    return int(many)


def notices(
    first: str, window: Window, days: Sequence[int], most: int
) -> dict[int, tuple[list[Notice], int]]:
    """What each is told, the latest first, at most so much each, and how much there is; one query.

    Within a day what is due first stands first.
    """
    rows = fetch(
        f"""
        {_query(first, window, days)},
        numbered AS (
          SELECT told.*, count(*) OVER (PARTITION BY user_id) AS every,
                 row_number() OVER (PARTITION BY user_id ORDER BY day DESC, due, work_id, place)
                   AS number
          FROM told
        )
        SELECT numbered.user_id, numbered.occasion, numbered.place, numbered.day, work.key,
               work.title, work.invented, unit.key, numbered.officer_id, giver.key,
               {as_text("numbered.due")}, numbered.every
        FROM numbered JOIN work_work work ON work.id = numbered.work_id
        JOIN registry_unit unit ON unit.id = numbered.unit_id
        JOIN registry_unit giver ON giver.id = work.giver_id
        WHERE numbered.number <= %(most)s
        ORDER BY numbered.user_id, numbered.number""",
        **window.values,
        most=most,
    )
    found: dict[int, tuple[list[Notice], int]] = {}
    for row in rows:
        told, _every = found.setdefault(row[0], ([], int(row[-1])))
        told.append(_notice(row))
    return found


def days_of(watches: Sequence[Watch]) -> list[int]:
    """How many working days before they are due works are looked for."""
    named = {occasion for _user, occasion, _side, _id in watches if occasion.startswith("due-")}
    return sorted(int(one.removeprefix("due-")) for one in named)


def _query(first: str, window: Window, days: Sequence[int]) -> str:
    """The table `told` (user_id, work_id, occasion, place, day, unit_id, officer_id, due)."""
    return f"""
        WITH {first} happened AS ({_HAPPENED}),
        here AS ({_here(window.has_days)}),
        {DUE},
        found AS (
          SELECT happened.occasion, happened.place, happened.day, happened."by", due.work_id,
                 due.unit_id, due.officer_id, due.due
          FROM happened JOIN due ON due.work_id = happened.work_id
          WHERE happened.occasion <> 'came' OR happened.place = due.came
          UNION ALL {_soon(days)} UNION ALL {_LATE}
        ),
        sides AS (
          SELECT found.*, 'officer' AS side, officer_id AS id FROM found
          UNION ALL SELECT found.*, 'unit', unit_id FROM found
          UNION ALL SELECT found.*, 'giver', given.giver_id
          FROM found JOIN work_work given ON given.id = found.work_id
        ),
        told AS (
          SELECT watch.user_id, sides.work_id, sides.place, max(sides.day) AS day,
                 CASE WHEN substr(sides.occasion, 1, 4) = 'due-' THEN 'due' ELSE sides.occasion END
                   AS occasion,
                 min(sides.unit_id) AS unit_id, min(sides.officer_id) AS officer_id,
                 min(sides.due) AS due
          FROM sides JOIN watch ON watch.occasion = sides.occasion AND watch.side = sides.side
            AND watch.id = sides.id
          WHERE sides.day >= %(since)s AND sides."by" <> 'user:' || watch.user_id
          GROUP BY watch.user_id, sides.work_id, sides.place,
            CASE WHEN substr(sides.occasion, 1, 4) = 'due-' THEN 'due' ELSE sides.occasion END
        )"""


_HAPPENED = f"""
    SELECT work_id, 'came' AS occasion, id AS place, {as_text("start")} AS day, "by"
    FROM work_custody WHERE id > %(after_custody)s AND id <= %(last_custody)s
    UNION ALL
    SELECT work_id, CASE WHEN what = '{What.REPORTED}' THEN 'report' ELSE 'answered' END, id,
           {as_text('"on"')}, "by"
    FROM work_event happening
    WHERE id > %(after_event)s AND id <= %(last_event)s
      AND what IN ('{What.REPORTED}', '{What.SENT_BACK}', '{What.COMMENTED}')
      AND NOT EXISTS (SELECT 1 FROM work_event answer WHERE answer.answers_id = happening.id)
    UNION ALL
    SELECT work_id, 'extension', id, {as_text("asked_on")}, asked_by
    FROM work_extension
    WHERE id > %(after_extension)s AND id <= %(last_extension)s AND granted IS NULL"""
"""What was written in a window and is not answered yet."""

_MOVED = "held.work_id IN (SELECT work_id FROM happened)"


def _here(has_days: bool) -> str:
    """Open works of those who watch; all that they have where a day began, else what moved."""
    held = "SELECT held.work_id, held.start, held.unit_id, held.officer_id, held.id AS came"
    open_ones = in_hand("held") if has_days else f"{in_hand('held')} AND {_MOVED}"
    return f"""
      {held} FROM work_custody held
      WHERE held.officer_id IN (SELECT id FROM watch WHERE side = 'officer') AND {open_ones}
      UNION
      {held} FROM work_custody held
      WHERE held.unit_id IN (SELECT id FROM watch WHERE side = 'unit') AND {open_ones}
      UNION
      {held} FROM work_work given JOIN work_custody held ON held.work_id = given.id
      WHERE given.giver_id IN (SELECT id FROM watch WHERE side = 'giver')
        AND {in_hand("held")} AND {_MOVED}"""


def _soon(days: Sequence[int]) -> str:
    """Works that nobody has reported, so many working days before they are due.

    Of one that is due on a day off, the days are counted back from the working day before.
    """
    wanted = ", ".join(f"target.position - {int(one)}" for one in days) or "NULL"
    return f"""
      SELECT 'due-' || (target.position - begun.position), 0, {as_text("begun.day")}, '',
             due.work_id, due.unit_id, due.officer_id, due.due
      FROM due JOIN work_workday target ON target.day = due.due
      JOIN work_workday begun ON begun.works AND begun.position IN ({wanted})
      WHERE begun.day > %(after)s AND begun.day <= %(today)s AND due.due >= %(today)s
        AND {STANDING_REPORT} IS NULL"""


_LATE = f"""
      SELECT 'late', 0, {as_text("due.due")}, '', due.work_id, due.unit_id, due.officer_id, due.due
      FROM due
      WHERE due.due >= %(after)s AND due.due < %(today)s
        AND coalesce({STANDING_REPORT} > due.due, 1 = 1)"""
"""Works that became late on the day after they were due."""


def _notice(row: Any) -> Notice:
    user, occasion, place, day, work, title, invented, unit, officer, giver, due, _every = row
    return Notice(
        user=user,
        occasion=Occasion(occasion),
        place=place,
        day=_day(day) + timedelta(days=occasion == Occasion.LATE.value),
        work=work,
        title=title,
        invented=bool(invented),
        unit=unit,
        officer=officer,
        giver=giver,
        due=date.fromisoformat(due) if due else None,
    )


def _day(written: str) -> date:
    """A day as the database writes it, or that of an instant in universal time."""
    if len(written) == 10:
        return date.fromisoformat(written)
    at = datetime.fromisoformat(written)
    return localdate(at if at.tzinfo else at.replace(tzinfo=UTC))
