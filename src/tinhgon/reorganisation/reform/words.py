"""What the picture of a reform shows, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tinhgon.domain.structure.units import Unit
from tinhgon.registry.naming import kind_noun
from tinhgon.reorganisation.naming import Names
from tinhgon.reorganisation.reform.latest import Reform
from tinhgon.ui import writing


@dataclass(frozen=True)
class Words:
    """The words around a picture; figures are written already."""

    old: str
    old_noun: str
    new: str
    new_noun: str
    label: str
    stayed: str
    whole: tuple[str, str]
    part: tuple[str, str]
    gold: tuple[str, str]
    strands: int


def in_words(reform: Reform, names: Names) -> Words:
    """Everything that is said about a picture."""
    old, new = reform.old, reform.new
    return Words(
        old=writing.count(len(old)),
        old_noun=_noun(old, names),
        new=writing.count(len(new)),
        new_noun=_noun(new, names),
        label=_label(reform, len(old), len(new), names),
        stayed=_stayed(reform.unchanged),
        whole=_whole(reform),
        part=_part(reform),
        gold=_gold(reform, names),
        strands=len(reform.strands),
    )


def _noun(units: Iterable[Unit], names: Names) -> str:
    """«xã, phường, thị trấn»: the kinds that there are, in the order of the jurisdiction."""
    held = {(unit.level, unit.kind) for unit in units}
    return ", ".join(
        kind_noun(names.jurisdiction, level, kind, 2)
        for level, known in names.jurisdiction.levels.items()
        for kind in known.kinds
        if (level, kind) in held
    )


def _label(reform: Reform, old: int, new: int, names: Names) -> str:
    words = _(
        "Each strand joins an old unit to a new one: %(old)s old units at the left, %(new)s new "
        "ones at the right, %(strands)s strands."
    )
    facts = {
        "old": writing.count(old),
        "new": writing.count(new),
        "strands": writing.count(len(reform.strands)),
    }
    if reform.followed is None:
        return words % facts
    gold = _("Those in gold come from %s.") % names(reform.followed)
    return f"{words % facts} {gold}"


def _stayed(count: int) -> str:
    if not count:
        return _("No unit stayed as it was.")
    words = ngettext("%s unit goes on.", "%s units go on.", count)
    return words % writing.count(count)


def _whole(reform: Reform) -> tuple[str, str]:
    count = len(reform.ways) - len(reform.shared)
    units = ngettext("%s unit", "%s units", count) % writing.count(count)
    return units, _("whole in one place")


def _part(reform: Reform) -> tuple[str, str]:
    count, ways = len(reform.shared), [*reform.shared.values()]
    if not count:
        return "", ""
    units = ngettext("%s unit", "%s units", count) % writing.count(count)
    facts = {
        "least": writing.count(min(ways)),
        "most": writing.count(max(ways)),
        "parts": writing.count(sum(ways)),
    }
    if min(ways) == max(ways):
        return units, _("shared among %(most)s places (%(parts)s parts)") % facts
    return units, _("shared among %(least)s to %(most)s places (%(parts)s parts)") % facts


def _gold(reform: Reform, names: Names) -> tuple[str, str]:
    if reform.followed is None:
        return "", ""
    alike = len(reform.most_shared)
    facts = {
        "most": writing.count(reform.shared.get(reform.followed, 1)),
        "alike": writing.count(alike),
    }
    if alike == 1:
        return names(reform.followed), _("alone is shared among %(most)s") % facts
    return names(reform.followed), _("is one of %(alike)s shared among %(most)s") % facts
