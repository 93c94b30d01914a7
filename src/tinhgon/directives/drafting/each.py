"""Whom the words of a task mean that name a group: proposed to be ticked, never charged by itself.

«UBND các xã, phường» are the committees of the areas directly below, «các sở, ban, ngành» the
bodies directly under whoever gives.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tinhgon.directives.models import Directive, Task
from tinhgon.documents.units import register_on
from tinhgon.domain.documents.directions import Agency, read_directions
from tinhgon.domain.documents.directions.groups import Group, read_group
from tinhgon.domain.lookup.spelling import Speller, read_spelling
from tinhgon.registry.directory import directory
from tinhgon.registry.named_bodies import said
from tinhgon.work.custody.below import Below, below

OF_ALL_SORTS = frozenset({"ngành", "cơ quan", "đơn vị"})
"""Members that are no kind: with them all bodies of the level of the others are meant."""


@dataclass(frozen=True)
class Meant:
    """The units that words mean among those below a unit, and the words."""

    words: str = ""
    keys: tuple[str, ...] = ()


def meant_by(task: Task, directive: Directive, on: date) -> Meant:
    """Whom the words of a task name who lead, groups among them; nobody where it was not read."""
    return meant_by_each([task], directive, on).get(task.pk, Meant())


def meant_by_each(tasks: Sequence[Task], directive: Directive, on: date) -> dict[int, Meant]:
    """Of the tasks whose words name a group who leads, by id, whom they mean."""
    unit, day = directive.unit, directive.day
    drafts = read_directions(directive.text, register=register_on(day, unit.key), on=day)
    leads = {(one.span.start, one.span.end): one.leads for one in drafts}
    named = {task.pk: leads.get((task.start, task.end), ()) for task in tasks}
    groups = {pk: some for pk, some in named.items() if any(one.is_group for one in some)}
    found = below(unit.key, on) if groups else []
    return {pk: _meant(some, found, unit.key, on) for pk, some in groups.items()}


def _meant(leads: Sequence[Agency], found: Sequence[Below], giver: str, on: date) -> Meant:
    there = {one.key for one in found}
    keys = [key for one in leads for key in (_known(one) or members(one, found, giver, on))]
    meant = dict.fromkeys(key for key in keys if key in there)
    return Meant("; ".join(one.name for one in leads), tuple(meant))


def leads_of(task: Task) -> set[str]:
    """The units for each of which there is a task that was made with this one and says the same."""
    alike = Task.objects.filter(directive=task.directive, place=task.place, title=task.title)
    return {one.leads[0] for one in alike if len(one.leads) == 1}


def members(agency: Agency, found: Sequence[Below], giver: str, on: date) -> list[str]:
    """Of the units below a giver those that a group means."""
    group = read_group(agency.body) if agency.is_group else None
    if group is None:
        return []
    by_area = [one for one in found if one.area and _in(one, group, giver, on)]
    if group.head:
        return [one.key for one in _called(by_area, group)]
    direct = [one for one in found if one.area is None]
    kinds = [one for one in direct if one.entry.kind in group.members]
    if OF_ALL_SORTS & {*group.members}:
        levels = {one.entry.level for one in kinds}
        kinds = [one for one in direct if one.entry.level in levels]
    return [one.key for one in _called(kinds or by_area, group)]


def _in(one: Below, group: Group, giver: str, on: date) -> bool:
    """Whether a body stands in an area of the group; without a head it is of the giver's kind."""
    entry = directory().on(giver, on)
    kind = group.head or (entry.kind if entry else "")
    return one.entry.kind == kind and bool(one.area) and one.area.kind in group.members


def _called(found: Iterable[Below], group: Group) -> list[Below]:
    """Those that the group names, where it names any."""
    if not group.names:
        return [*found]
    speller = Speller(read_spelling(directory().jurisdiction))
    names = {said(name, speller) for name in group.names}
    return [one for one in found if said((one.area or one.entry).name, speller) in names]


def _known(agency: Agency) -> list[str]:
    return [agency.known[0].key] if len(agency.known) == 1 else []
