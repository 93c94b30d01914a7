"""The members of a committee on a day in their order, those who were before, who is to settle."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from tinhgon.directives.committees.people import member_names, to_be_settled
from tinhgon.directives.models import Committee, Member, MemberUnit, Role

ORDER = {role: place for place, role in enumerate(Role.values)}


@dataclass(frozen=True)
class Seated:
    """A member as a page shows them: name, keys of the units they look after, what is unsettled."""

    member: Member
    name: str
    units: list[str]
    left_post: bool


def members_on(committee: Committee, on: date) -> list[Seated]:
    """The members of a day, the head first; five queries however many."""
    return _seated(committee.members.on(on), on, to_be_settled(committee, on))


def members_before(committee: Committee, on: date) -> list[Seated]:
    """Those who were members and are not on the day, the last first; four queries."""
    return _seated(committee.members.filter(valid_to__lte=on), None, set())[::-1]


def _seated(members: Iterable[Member], on: date | None, left: set[int]) -> list[Seated]:
    asked: object = members
    rows = MemberUnit.objects.select_related("unit")
    looked_after = Prefetch("units", rows.on(on) if on else rows, to_attr="looking_after")
    found = [
        *asked.select_related("officer", "instrument").prefetch_related(looked_after)  # type: ignore[attr-defined]
    ]
    names = member_names(found, on or date.max)
    seated = [
        Seated(
            one,
            names[one.pk],
            [*dict.fromkeys(row.unit.key for row in one.looking_after)],
            one.pk in left,
        )
        for one in found
    ]
    if on is None:
        return sorted(seated, key=lambda one: (one.member.valid_to or date.max, one.member.pk))
    return sorted(seated, key=lambda one: (ORDER[one.member.role], one.member.pk))
