"""The members of a committee on a day in their order, those who were before, who is to settle."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

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
    looked_after = MemberUnit.objects.on(on)
    found = _seated(committee.members.on(on), looked_after, on, to_be_settled(committee, on))
    return sorted(found, key=_in_order)


def members_before(committee: Committee, on: date) -> list[Seated]:
    """Those who were members and are not on the day, the last first; four queries."""
    members = committee.members.filter(valid_to__lte=on)
    found = _seated(members, MemberUnit.objects.all(), date.max, set())
    return sorted(found, key=lambda one: (one.member.valid_to, one.member.pk), reverse=True)


def members_during(committee: Committee, first: date, last: date) -> list[Seated]:
    """Those who were members on one of several days, the head first; four queries."""
    within = Q(valid_from=None) | Q(valid_from__lte=last)
    within &= Q(valid_to=None) | Q(valid_to__gt=first)
    members = committee.members.filter(within)
    found = _seated(members, MemberUnit.objects.filter(within), last, set())
    return sorted(found, key=_in_order)


def _in_order(seated: Seated) -> tuple[int, int]:
    return ORDER[seated.member.role], seated.member.pk


def _seated(
    members: QuerySet[Member], looked_after: QuerySet[MemberUnit], on: date, left: set[int]
) -> list[Seated]:
    units = Prefetch("units", looked_after.select_related("unit"), to_attr="looking_after")
    found = [*members.select_related("officer", "instrument").prefetch_related(units)]
    names = member_names(found, on)
    return [
        Seated(
            one,
            names[one.pk],
            [*dict.fromkeys(row.unit.key for row in one.looking_after)],
            one.pk in left,
        )
        for one in found
    ]
