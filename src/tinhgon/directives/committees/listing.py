"""The committees of a day, and those that are past, for whoever may see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from tinhgon.directives.committees.entitlement import Rights, units_at, with_units
from tinhgon.directives.committees.people import member_names
from tinhgon.directives.models import Capacity, Committee, Member, Role, Session


@dataclass(frozen=True)
class Row:
    """A committee in a list: the keys of its units, who heads it, how many are members."""

    committee: Committee
    unit: str
    office: str
    head: str
    members: int
    next: Session | None


def committees_seen(rights: Rights, on: date, *, past: bool = False) -> list[Committee]:
    """The committees of a day, or those dissolved by then, which somebody may see; by title."""
    asked = Committee.objects.filter(valid_to__lte=on) if past else Committee.objects.on(on)
    found = rights.seen(with_units(asked.select_related("instrument")))
    return sorted(found, key=lambda one: (one.title, one.key))


def rows(committees: Sequence[Committee], on: date) -> list[Row]:
    """A page of them with what a list shows; five queries however many."""
    keys = [one.pk for one in committees]
    on_day = Member.objects.on(on).filter(committee__in=keys)
    heads = [*on_day.filter(role=Role.HEAD).select_related("officer")]
    names = member_names(heads, on)
    head_of = {one.committee_id: names[one.pk] for one in heads}
    counted = on_day.values("committee").annotate(many=Count("pk"))
    many = dict(counted.values_list("committee", "many"))
    coming = Session.objects.filter(committee__in=keys, held=None).order_by("-at")
    next_of = {one.committee_id: one for one in coming}
    return [
        Row(
            one,
            *_keys(one, on),
            head_of.get(one.pk, ""),
            many.get(one.pk, 0),
            next_of.get(one.pk),
        )
        for one in committees
    ]


def _keys(committee: Committee, on: date) -> tuple[str, str]:
    found = units_at(committee, on)
    unit, office = found.get(Capacity.NAME), found.get(Capacity.OFFICE)
    return unit.unit.key if unit else "", office.unit.key if office else ""
