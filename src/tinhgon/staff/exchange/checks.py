"""What rows may not be together: twice, unknown, overlapping, of units not kept by them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from tinhgon.domain.periods import Period
from tinhgon.staff.exchange.meaning import AssignmentRow, Meaning, OfficerRow, PostRow
from tinhgon.staff.models import Assignment, Officer, Placement, Rank
from tinhgon.staff.models.officers import HOLDING
from tinhgon.ui.exchange.faults import Faults
from tinhgon.ui.exchange.reading import Said

MayKeep = Callable[[str], bool]
"""Whether somebody keeps the people of a unit, by its key."""


class Span(NamedTuple):
    """A period of something, with its row; None for what is known already."""

    start: date
    end: date
    row: int | None
    which: str


@dataclass
class Wanted:
    """What is to be written: new rows by table, and how many are known already."""

    officers: list[OfficerRow] = field(default_factory=list)
    posts: list[PostRow] = field(default_factory=list)
    assignments: list[AssignmentRow] = field(default_factory=list)
    known: dict[str, int] = field(default_factory=dict)

    @property
    def counts(self) -> dict[str, int]:
        """How many new rows of each table."""
        return {name: len(getattr(self, name)) for name in ("officers", "posts", "assignments")}


def wanted(said: Said, today: date, may_keep: MayKeep) -> Wanted:
    """What files ask to write. Raises `Faulty` with all that is wrong, if anything is."""
    faults = said.faults
    checking = _Checking(Meaning(faults, today), faults, may_keep)
    found = Wanted()
    found.officers = checking.officers(said)
    found.posts = checking.posts(said)
    found.assignments = checking.assignments(said)
    faults.check()
    found.known = checking.known
    return found


class _Checking:
    """One pass over the three tables, each with what the one before says."""

    def __init__(self, meaning: Meaning, faults: Faults, may_keep: MayKeep) -> None:
        self.meaning, self.faults, self.may_keep = meaning, faults, may_keep
        self.known: dict[str, int] = {}
        self.people: set[str] = set()
        self.places: dict[str, list[tuple[Period, str]]] = {}
        self.broken: dict[str, set[str]] = {"officers": set(), "posts": set()}

    def officers(self, said: Said) -> list[OfficerRow]:
        """Officers that are not known yet; one that is must say the same."""
        held = {
            key: (name, born, group or "", invented)
            for key, name, born, group, invented in Officer.objects.values_list(
                "key", "particulars__name", "particulars__born",
                "particulars__retires_as", "invented",
            )
        }  # fmt: skip
        rows = self._read(said, "officers", "number", self.meaning.officer)
        new = []
        for row in self._once(rows, "officers", "number"):
            own = (row.name, row.born, row.retires_as, row.invented)
            if row.key not in held:
                new.append(row)
            elif held[row.key] != own:
                self.faults.add("officers", row.row, "number", "known-otherwise", given=row.key)
        self._count("officers", len(rows) - len(new))
        self.people = {*held, *(row.key for row in rows)}
        return new

    def posts(self, said: Said) -> list[PostRow]:
        """Posts that are not known yet, in units whose people somebody may keep."""
        placed = list(
            Placement.objects.values_list(
                "post__key", "unit__key", "titles", "staff_kind", "rank", "valid_from", "valid_to"
            )
        )
        held: dict[str, list[Any]] = {}
        for key, unit, titles, kind, rank, start, end in placed:
            held.setdefault(key, []).append((unit, titles, kind, rank, Period(start, end)))
        rows = self._read(said, "posts", "post", self.meaning.post)
        new = []
        for row in self._once(rows, "posts", "post"):
            if not self.may_keep(row.unit):
                self.faults.add("posts", row.row, "unit", "not-yours", given=row.unit)
            own = (row.unit, dict(row.titles), row.kind, row.rank, row.period)
            if row.key not in held:
                new.append(row)
            elif own not in held[row.key]:
                self.faults.add("posts", row.row, "post", "known-otherwise", given=row.key)
        self._count("posts", len(rows) - len(new))
        self.places = {key: [(one[4], one[0]) for one in many] for key, many in held.items()}
        self.places |= {row.key: [(row.period, row.unit)] for row in new}
        self._one_head(placed, new)
        return new

    def assignments(self, said: Said) -> list[AssignmentRow]:
        """Assignments that are not known yet, to posts that stand, nobody twice on a day."""
        held = list(
            Assignment.objects.values_list(
                "officer__key", "post__key", "basis", "valid_from", "valid_to"
            )
        )
        known = {
            (officer, post, basis, Period(start, end)) for officer, post, basis, start, end in held
        }
        rows = self._read(said, "assignments", "officer", self.meaning.assignment)
        new = []
        for row in rows:
            if (row.officer, row.post, row.basis, row.period) in known:
                continue
            new.append(row)
            self._stands(row)
        self._count("assignments", len(rows) - len(new))
        self._nobody_twice(held, new)
        return new

    def _read(self, said: Said, table: str, key: str, read: Callable[..., Any]) -> list[Any]:
        """The rows of a table that mean something; the numbers of the others are remembered."""
        found = []
        for row in said.rows.get(table, ()):
            meant = read(row)
            if meant is not None:
                found.append(meant)
            elif table in self.broken:
                self.broken[table].add(row[key])
        return found

    def _once(self, rows: Iterable[Any], table: str, column: str) -> list[Any]:
        """Rows of which none bears the number of one before it."""
        first: dict[str, Any] = {}
        for row in rows:
            before = first.setdefault(row.key, row)
            if before is not row:
                facts = {"given": row.key, "row": before.row}
                self.faults.add(table, row.row, column, "named-twice", **facts)
        return [*first.values()]

    def _count(self, table: str, known: int) -> None:
        self.known[table] = known

    def _one_head(self, placed: list[Any], new: list[PostRow]) -> None:
        """No unit has two posts of its head on a day."""
        spans: dict[str, list[Span]] = {}
        for key, unit, _titles, _kind, rank, start, end in placed:
            if rank == Rank.HEAD:
                spans.setdefault(unit, []).append(_span(start, end, None, key))
        for row in new:
            if row.rank == Rank.HEAD:
                span = _span(row.period.start, row.period.end, row.row, row.key)
                spans.setdefault(row.unit, []).append(span)
        self._overlaps(spans, "posts", "rank", "second-head")

    def _stands(self, row: AssignmentRow) -> None:
        """The officer is known, and the post stands on the first day, where somebody may keep."""
        if row.officer not in self.people and row.officer not in self.broken["officers"]:
            facts = {"given": row.officer}
            self.faults.add("assignments", row.row, "officer", "unknown-officer", **facts)
        if row.post in self.broken["posts"]:
            return
        places = self.places.get(row.post)
        if places is None:
            self.faults.add("assignments", row.row, "post", "unknown-post", given=row.post)
            return
        units = [unit for period, unit in places if row.period.start and row.period.start in period]
        if not units:
            facts = {"given": row.post, "day": row.period.start}
            self.faults.add("assignments", row.row, "from", "post-not-standing", **facts)
        elif not self.may_keep(units[0]):
            self.faults.add("assignments", row.row, "post", "not-yours", given=units[0])

    def _nobody_twice(self, held: list[Any], new: list[AssignmentRow]) -> None:
        """No officer has two main posts on a day, no post two holders or two who act."""
        mains: dict[str, list[Span]] = {}
        holders: dict[str, list[Span]] = {}
        acting: dict[str, list[Span]] = {}
        rows = [(*one, None) for one in held]
        rows += [(r.officer, r.post, r.basis, r.period.start, r.period.end, r.row) for r in new]
        for officer, post, basis, start, end, row in rows:
            if basis == "main" and officer in self.people:
                mains.setdefault(officer, []).append(_span(start, end, row, post))
            by_post = holders if basis in HOLDING else acting
            if post in self.places:
                by_post.setdefault(post, []).append(_span(start, end, row, officer))
        self._overlaps(mains, "assignments", "officer", "second-main-post")
        self._overlaps(holders, "assignments", "post", "second-holder")
        self._overlaps(acting, "assignments", "post", "second-acting")

    def _overlaps(self, spans: dict[str, list[Span]], table: str, column: str, code: str) -> None:
        """Note every new row that shares a day with another of the same subject."""
        for many in spans.values():
            first, *others = sorted(many, key=lambda one: (one.start, one.row or 0))
            reach = first
            for span in others:
                row = span.row if span.row is not None else reach.row
                if span.start < reach.end and row is not None:
                    other = reach if row == span.row else span
                    facts = {"given": other.which, "other": other.row or "–"}
                    self.faults.add(table, row, column, code, **facts)
                reach = max(reach, span, key=lambda one: one.end)


def _span(start: date | None, end: date | None, row: int | None, which: str) -> Span:
    return Span(start or date.min, end or date.max, row, which)
