"""What keeps a work from going down, and sorts of units, in words."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from tinhgon.registry.directory import directory
from tinhgon.registry.naming import kind_noun
from tinhgon.staff.staffing import Names
from tinhgon.work.custody.below import Below, Sort, sorts
from tinhgon.work.custody.planning import Fault
from tinhgon.work.refusals import refusal_words


def fault_words(
    faults: Iterable[Fault], every: int, names: Names | None = None
) -> list[tuple[str, list[str]]]:
    """Each sentence once, with the units of which it holds; none where it tells them, or all."""
    names = names or Names()
    found: dict[str, list[str]] = {}
    for one in faults:
        units = found.setdefault(refusal_words(one.refused, names=names), [])
        if one.unit and "unit" not in one.refused.facts:
            units.append(names.unit(one.unit))
    return [(said, units if len(units) < every else []) for said, units in found.items()]


def sort_words(found: Sequence[Below]) -> list[tuple[Sort, str, int]]:
    """The sorts of units, each as it is called and with how many there are."""
    jurisdiction = directory().jurisdiction
    levels = {one.entry.kind: one.entry.level for one in found}
    areas = {one.area.kind: one.area.level for one in found if one.area}
    made = []
    for one, count in sorts(found).items():
        said = kind_noun(jurisdiction, levels[one.kind], one.kind, 2)
        if one.area:
            area = kind_noun(jurisdiction, areas[one.area], one.area, 2)
            said = _("%(bodies)s: %(areas)s") % {"bodies": said, "areas": area}
        made.append((one, said, count))
    return made


def fault_documents(faults: Iterable[Fault], names: Names | None = None) -> list[dict[str, Any]]:
    """Each fault for programs."""
    names = names or Names()
    return [
        {
            "unit": one.unit or None,
            "code": one.refused.code,
            "detail": refusal_words(one.refused, names=names),
        }
        for one in faults
    ]
