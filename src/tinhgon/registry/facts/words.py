"""Facts of units in words: what a thing is called, what its value is, what a correction changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tinhgon.domain.periods import Period
from tinhgon.registry.directory import Directory
from tinhgon.registry.facts.recorded import Difference
from tinhgon.registry.naming import level_noun, words_in
from tinhgon.ui import writing

NOTHING = "–"


@dataclass(frozen=True)
class Told:
    """A difference in words."""

    label: str
    before: str
    after: str
    period: Period


def told(differences: Iterable[Difference], directory: Directory) -> list[Told]:
    """Differences in words, in the order in which they were found."""
    return [
        Told(
            label(one.about, directory),
            value(one.about, one.before, directory),
            value(one.about, one.after, directory),
            one.period,
        )
        for one in differences
    ]


def label(about: str, directory: Directory) -> str:
    """What a thing that can be said of a unit is called."""
    named = {
        "name": pgettext("unit", "Name"),
        "level": _("Level"),
        "kind": _("Kind"),
        "code": words_in(directory.jurisdiction.code_name),
        "parent": _("Under"),
        "area_km2": _("Area, km²"),
        "latitude": _("Latitude"),
        "longitude": _("Longitude"),
    }
    if about in named:
        return named[about]
    hierarchy = directory.jurisdiction.hierarchies.get(about)
    return _("Under (%s)") % (words_in(hierarchy) if hierarchy else about)


def value(about: str, given: Any, directory: Directory) -> str:
    """A value as people read it; a dash where there is none."""
    if given is None:
        return NOTHING
    if about in ("area_km2", "latitude", "longitude"):
        return writing.number(given)
    if about == "level":
        return level_noun(directory.jurisdiction, given)
    if about in ("name", "kind", "code"):
        return str(given)
    known = given in directory.entries
    return directory.full_name(directory.latest(given)) if known else str(given)
