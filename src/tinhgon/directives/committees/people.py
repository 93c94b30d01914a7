"""How members are called: leaders by name, which is public, other officers by their post."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q

from tinhgon.directives.models import Committee, Member
from tinhgon.staff.models import Assignment, Basis, Particulars
from tinhgon.staff.posts.holders import LEADING
from tinhgon.temporal.models import in_force
from tinhgon.ui import writing

Row = tuple[date, date, str, str]
"""A post in which an officer was: first day, first day after, title, rank."""


def member_names(members: Iterable[Member], on: date) -> dict[int, str]:
    """What each member is called by id, as of a day or the last before; two queries.

    A member who was one before that day is called as on their last day, one who is yet to be as on
    their first.
    """
    found = [*members]
    officers = {one.officer_id for one in found if one.officer_id}
    posts = _posts(officers)
    called = dict(
        Particulars.objects.filter(officer__in=officers).values_list("officer_id", "name")
    )
    return {one.pk: _called(one, posts, called, on) for one in found}


def _called(member: Member, posts: dict[int, list[Row]], names: dict[int, str], on: date) -> str:
    if member.officer_id is None or member.officer is None:
        return f"{member.name}, {member.position}"
    row = _at(posts.get(member.officer_id, []), _clamped(member, on))
    if row is None:
        return member.officer.key
    known = names.get(member.officer_id) if row[3] in LEADING else None
    return f"{known or member.officer.key}, {row[2]}"


def _clamped(member: Member, on: date) -> date:
    """The day, or the last or first of a membership where it lies outside."""
    last = writing.last_day(member.valid_to)
    day = min(on, last) if last else on
    return max(day, member.valid_from) if member.valid_from else day


def _at(rows: list[Row], on: date) -> Row | None:
    """The post of a day, else the last before."""
    begun = [row for row in rows if row[0] <= on]
    in_it = [row for row in begun if on < row[1]]
    return (in_it or begun or [None])[-1]  # type: ignore[list-item]


def _posts(officers: Collection[int]) -> dict[int, list[Row]]:
    """Per officer the posts they were in, the main post last of those that began together."""
    rows = (
        Assignment.objects.filter(officer__in=officers)
        .exclude(basis=Basis.ACTING)
        .values_list(
            "officer_id",
            *("valid_from", "valid_to", "basis"),
            *("post__placements__valid_from", "post__placements__valid_to"),
            *("post__placements__titles", "post__placements__rank"),
        )
        .order_by("pk")
    )
    found: dict[int, list[tuple[date, bool, date, str, str]]] = {}
    for officer, start, end, basis, placed, displaced, titles, rank in rows:
        first = max(start or date.min, placed or date.min)
        after = min(end or date.max, displaced or date.max)
        if titles is not None and first < after:
            row = (first, basis == Basis.MAIN, after, writing.title(titles), rank)
            found.setdefault(officer, []).append(row)
    return {
        officer: [(first, after, title, rank) for first, _main, after, title, rank in sorted(many)]
        for officer, many in found.items()
    }


def to_be_settled(committee: Committee, on: date) -> set[int]:
    """Members of a day who have left every post that they had when they became members; one query.

    Of whoever had no post then, nothing is said.
    """
    had = Assignment.objects.filter(
        in_force_at(OuterRef("valid_from")), officer=OuterRef("officer")
    )
    keeps = Assignment.objects.on(on).filter(
        in_force_at(OuterRef("valid_from"), "post__assignments__"),
        officer=OuterRef("officer"),
        post__assignments__officer=OuterRef("officer"),
    )
    rows = committee.members.on(on).filter(Exists(had), ~Exists(keeps), officer__isnull=False)
    return {*rows.values_list("pk", flat=True)}


def in_force_at(day: object, prefix: str = "") -> Q:
    """Rows that hold on a day that a query gives."""
    return in_force(day, prefix)  # type: ignore[arg-type]
