"""What hangs on units that end is moved or ended on the day, as `table` says."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tinhgon.registry.models import Unit
from tinhgon.reorganisation.continuity.counting import undecided
from tinhgon.reorganisation.continuity.decisions import NOTHING, Decided, Decision
from tinhgon.reorganisation.continuity.heirs import Heirs
from tinhgon.reorganisation.continuity.table import (
    TABLE,
    Account,
    Custody,
    Identity,
    Responsibility,
    Rule,
    goes_on,
    model_of,
    place_of,
)
from tinhgon.staff.ledger.handing_on import Ground, hand_on
from tinhgon.temporal.bulk import fetch, run, staged
from tinhgon.work.custody.handing_on import hand_on as hand_works_on


class Undecided(Exception):
    """Something hangs on units for which nobody is named to answer afterwards."""

    def __init__(self, hanging: dict[str, list[str]]) -> None:
        self.hanging = hanging
        super().__init__(", ".join(hanging))


def move_dependants(
    heir_of: Heirs, day: date, ground: Ground, decided: Decided = NOTHING
) -> dict[str, int]:
    """Carry out the table on the day; returns how many moved or ended, by relation.

    `ground` is what stands in the books for what is entered there. `decided` is what people chose,
    by relation and unit; it goes before the heirs. Raises `Undecided` before anything moves if
    something that goes on hangs on a unit without an heir.
    """
    if hanging := undecided(heir_of, day, decided):
        raise Undecided(hanging)
    rows = sorted(heir_of.items())
    with (
        staged("heir", {"key": "text", "heir": "text"}, rows, index="key"),
        staged("inherit", {"old": "bigint", "new": "bigint"}, _ids(), index="old"),
    ):
        done = {
            name: _as_decided(name, rule, day, ground, decided.get(name, {}))
            for name, rule in TABLE.items()
        }
    return {name: count for name, count in done.items() if count}


def _ids() -> list[tuple[Any, ...]]:
    return fetch(
        "SELECT old.id, new.id FROM heir JOIN registry_unit old ON old.key = heir.key "
        "LEFT JOIN registry_unit new ON new.key = heir.heir"
    )


def _as_decided(
    name: str, rule: Rule, day: date, ground: Ground, decisions: Mapping[str, Decision]
) -> int:
    """Carry out one line of the table; what was decided of it stands for the heirs meanwhile."""
    if not decisions:
        return _carry_out(name, rule, day, ground)
    ids = dict(
        Unit.objects.filter(
            key__in={key for unit, one in decisions.items() for key in (unit, *one.heirs)}
        ).values_list("key", "pk")
    )
    wholly = [(ids[unit], ids[one.heir]) for unit, one in decisions.items()]
    singly = [
        (row, ids[heir]) for one in decisions.values() for heir, rows in one.named for row in rows
    ]
    with (
        staged("chosen", {"old": "bigint", "new": "bigint"}, wholly, index="old"),
        staged("spared", {"old": "bigint", "new": "bigint"}, fetch(_CHOSEN), index="old"),
        staged("named", {"id": "bigint", "new": "bigint"}, singly, index="id"),
    ):
        run(_PUT % {"source": "chosen"})
        moved = _carry_out(name, rule, day, ground, singly=bool(singly))
        run(_PUT % {"source": "spared"})
    return moved


_CHOSEN = "SELECT inherit.old, inherit.new FROM inherit JOIN chosen ON chosen.old = inherit.old"
_PUT = "UPDATE inherit SET new = %(source)s.new FROM %(source)s WHERE %(source)s.old = inherit.old"


def _carry_out(name: str, rule: Rule, day: date, ground: Ground, singly: bool = False) -> int:
    if isinstance(rule, Account):
        return hand_on(day, ground)
    if isinstance(rule, Custody):
        return hand_works_on(day, ground, singly=singly)
    table, column = place_of(name)
    if isinstance(rule, Identity) and rule.dated:
        return _end(table, column, day)
    if isinstance(rule, Responsibility):
        heir = f"coalesce({_NAMED}, inherit.new)" if singly else "inherit.new"
        return _hand_on(name, rule, day, heir) if rule.dated else _point(table, column, heir)
    return 0


_NAMED = "(SELECT named.new FROM named WHERE named.id = held.id)"
"""The heir that a row was given by name; none for most."""


def _end(table: str, column: str, day: date) -> int:
    """Close on the day the rows of units that end, and take away those that were yet to begin."""
    return end(table, f'"{column}" IN (SELECT old FROM inherit)', day)


def end(table: str, which: str, day: date) -> int:
    """Close on the day the rows of a condition, and take away those that were yet to begin."""
    given = {"day": day.isoformat()}
    closed = run(
        f'UPDATE "{table}" SET valid_to = %(day)s WHERE {which} AND {goes_on(table)} '
        f"AND (valid_from IS NULL OR valid_from < %(day)s)",
        **given,
    )
    return closed + run(f'DELETE FROM "{table}" WHERE {which} AND valid_from >= %(day)s', **given)


def _point(table: str, column: str, heir: str) -> int:
    return run(
        f'UPDATE "{table}" AS held SET "{column}" = {heir} FROM inherit '
        f'WHERE inherit.old = held."{column}"'
    )


def _hand_on(name: str, rule: Responsibility, day: date, heir: str) -> int:
    """Write what goes on under the heirs, then end what it comes from."""
    table, column = place_of(name)
    given = {"day": day.isoformat()}
    looks = rule.alike and not rule.once
    clashes = fetch(_clashes(table, column, rule, heir), **given) if looks else []
    with staged("clash", {"id": "bigint"}, clashes, index="id"):
        plain = f"({_held(table, column, heir)}) held WHERE id NOT IN (SELECT id FROM clash)"
        moved = run(written_on(name, rule, plain, "start", "valid_to"), **given)
        if clashes:
            cut = f"(WITH {_pieces(table, column, rule, heir)} SELECT * FROM piece) piece"
            free = f"{cut} WHERE up_to IS NULL OR up_to < ends"
            start = "CASE WHEN up_to > begins THEN up_to ELSE begins END"
            stop = "CASE WHEN ends < %(never)s THEN ends END"
            moved += run(written_on(name, rule, free, start, stop), never=NEVER, **given)
    _end(table, column, day)
    let_count(table, rule)
    return moved


def let_count(table: str, rule: Responsibility) -> None:
    """Let the rows count that were held back until those they come from had ended."""
    if rule.held_back:
        run(f'UPDATE "{table}" SET "{rule.held_back}" = NULL WHERE "{rule.held_back}" IS NOT NULL')


def written_on(name: str, rule: Responsibility, source: str, start: str, stop: str) -> str:
    """The statement that writes rows on under their heirs from `start` to `stop`."""
    table, column = place_of(name)
    fixed = {"id", column, "valid_from", "valid_to", rule.origin, rule.held_back}
    fields = [field.column for field in model_of(name)._meta.concrete_fields]
    copied = ", ".join(f'"{field}"' for field in fields if field not in fixed)
    origin = f', "{rule.origin}"' if rule.origin else ""
    came_from = ", CASE WHEN valid_from >= %(day)s THEN NULL ELSE id END" if rule.origin else ""
    held_back = (f', "{rule.held_back}"', ", 1") if rule.held_back else ("", "")
    return (
        f'INSERT INTO "{table}" ({copied}, "{column}", valid_from, valid_to '
        f"{origin} {held_back[0]}) "
        f"SELECT {copied}, new_unit, {start}, {stop} {came_from} {held_back[1]} FROM {source}"
    )


def _held(table: str, column: str, heir: str) -> str:
    """The query for the rows that go on: with their heir as `new_unit` and the day they `start`."""
    return f"""
        SELECT held.*, {heir} AS new_unit,
               CASE WHEN held.valid_from > %(day)s THEN held.valid_from ELSE %(day)s END AS start
        FROM "{table}" held JOIN inherit ON inherit.old = held."{column}" WHERE {goes_on("held")}"""


def _clashes(table: str, column: str, rule: Responsibility, heir: str) -> str:
    """The query for the ids of those with which another would be alike under the same heir."""
    likes = [f'"{like}"' for like in rule.alike]
    held = f'''(
          SELECT held.id, {heir} AS new_unit, {", ".join(f"held.{like}" for like in likes)}
          FROM "{table}" held JOIN inherit ON inherit.old = held."{column}" AND {goes_on("held")}
        )'''
    return f"""
        SELECT held.id FROM (
          SELECT new_unit, {", ".join(likes)} FROM {held} held
          GROUP BY new_unit, {", ".join(likes)} HAVING count(*) > 1
        ) many JOIN {held} held ON many.new_unit = held.new_unit
          AND {" AND ".join(f"held.{like} = many.{like}" for like in likes)}
        UNION
        SELECT held.id FROM {held} held
        JOIN "{table}" other ON other."{column}" = held.new_unit AND {goes_on("other")}
          AND {" AND ".join(f"other.{like} = held.{like}" for like in likes)}"""


def _pieces(table: str, column: str, rule: Responsibility, heir: str) -> str:
    """The queries, up to `piece`, that cut clashing rows so that no two reach over one day.

    Each is cut to the days for which the heir has nothing alike (`gap`), and there to those that
    none before it reaches: earlier ones first, of those that begin together the longest.
    """
    likes = ", ".join(f'"{like}"' for like in rule.alike)
    others = _others(table, column, rule, "bound")
    return f"""
        held AS (
          SELECT held.*, coalesce(valid_to, %(never)s) AS stop
          FROM ({_held(table, column, heir)}) held WHERE id IN (SELECT id FROM clash)
        ),
        wanted AS (SELECT DISTINCT new_unit, {likes} FROM held),
        bound AS (
          SELECT new_unit, {likes}, %(day)s AS start FROM wanted
          UNION ALL
          SELECT bound.*, other.valid_to FROM wanted bound, {others} AND other.valid_to > %(day)s
        ),
        gap AS (
          SELECT bound.*, row_number() OVER (ORDER BY start) AS number,
                 coalesce((SELECT min(other.valid_from) FROM {others}
                           AND other.valid_from >= bound.start), %(never)s) AS stop
          FROM bound
          WHERE NOT EXISTS (
            SELECT 1 FROM {others}
              AND (other.valid_from IS NULL OR other.valid_from <= bound.start)
              AND (other.valid_to IS NULL OR other.valid_to > bound.start))
        ),
        cut AS (
          SELECT held.*, gap.number,
                 CASE WHEN held.start > gap.start THEN held.start ELSE gap.start END AS begins,
                 CASE WHEN held.stop < gap.stop THEN held.stop ELSE gap.stop END AS ends
          FROM held JOIN gap ON {_same("gap", "held", rule)}
            AND held.start < gap.stop AND gap.start < held.stop
        ),
        piece AS (
          SELECT cut.*, max(ends) OVER (
            PARTITION BY new_unit, {likes}, number ORDER BY begins, ends DESC, id
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS up_to
          FROM cut
        )"""


def _others(table: str, column: str, rule: Responsibility, to: str) -> str:
    """Table and condition of the rows that an heir has already and that are alike."""
    same = "".join(f' AND other."{like}" = {to}."{like}"' for like in rule.alike)
    return f'"{table}" other WHERE other."{column}" = {to}.new_unit{same} AND {goes_on("other")}'


def _same(one: str, other: str, rule: Responsibility) -> str:
    """The condition that two rows are alike and of one heir."""
    return " AND ".join(f'{one}."{name}" = {other}."{name}"' for name in ("new_unit", *rule.alike))


NEVER = "9999-12-31"
"""An end after all ends, to compare with; it is not written."""
