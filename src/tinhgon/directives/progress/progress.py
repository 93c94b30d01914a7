"""Progress as a value: figures of the days asked for, in parts, their trend, where days went."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from tinhgon.directives.progress.asking import Asked, WorksAsked
from tinhgon.directives.progress.figures import Counted, Figures, count
from tinhgon.directives.progress.lying import Handed, Lay, handed, lying
from tinhgon.directives.progress.stretches import trend
from tinhgon.documents.models import Instrument
from tinhgon.registry.models import Unit
from tinhgon.staff.staffing import Names
from tinhgon.work.listing.stood import Stretch, Which
from tinhgon.work.words import WHICH
from tinhgon.work.working import kind_names

IN_PARTS = (
    *(Which.ALL, Which.DONE_IN_TIME, Which.DONE_LATE, Which.OPEN_IN_TIME, Which.OPEN_LATE),
    *(Which.SUSPENDED, Which.WITHDRAWN),
)
"""What is told of a unit, a kind or an instrument: all, and those that add up to all."""

STANDING = (
    *(Which.DONE_IN_TIME, Which.DONE_LATE, Which.OPEN_IN_TIME, Which.AT_RISK, Which.OPEN_LATE),
    *(Which.SUSPENDED, Which.WITHDRAWN),
)
"""How works stand; those at risk come behind those of which they are a part."""

TOLD: dict[Which, Promise] = {**WHICH, Which.AT_RISK: gettext_lazy("Of them at risk")}
"""What works are counted by, in words, where those of which some are a part stand beside."""

MOST = 50
"""So many units, kinds or instruments are told one by one; what is left out is said."""


@dataclass(frozen=True)
class Part:
    """The figures of one unit, kind or instrument; `narrow` is what names it in an address."""

    key: str
    name: str
    figures: Figures
    narrow: dict[str, str]


@dataclass(frozen=True)
class Parts:
    """The parts of a set, those with most that is late first, and how many are left out."""

    parts: list[Part]
    left_out: int


@dataclass(frozen=True)
class Lain:
    """How long works lay with a unit, by its name."""

    key: str
    name: str
    lay: Lay


@dataclass(frozen=True, kw_only=True)
class Progress:
    """All that is told of a set of works."""

    asked: WorksAsked
    figures: Figures
    units: Parts
    kinds: Parts
    instruments: Parts
    others: list[tuple[Stretch, Figures]] = field(default_factory=list)
    lain: list[Lain] = field(default_factory=list)
    handed: Handed | None = None


def progress(asked: Asked) -> Progress:
    """The progress of the set with its trend and where its days went; seven queries."""
    stretches = trend(asked.stretch.last, asked.step)
    counted = count(asked.given, [asked.stretch, *stretches])
    names = Names()
    lay = lying(asked.given, asked.stretch, MOST, timezone.now())
    return in_parts(
        asked,
        counted,
        names,
        others=[*zip(stretches, counted.figures[1:], strict=True)],
        lain=lain(lay, names),
        handed=handed(asked.given, asked.stretch),
    )


def in_parts(asked: WorksAsked, counted: Counted, names: Names, **more: Any) -> Progress:
    """What was counted, with the names of its parts."""
    keys = dict(Unit.objects.filter(pk__in=[*counted.units]).values_list("pk", "key"))
    known = Instrument.objects.in_bulk([one for one in counted.instruments if one])
    kinds = kind_names()

    def of_unit(pk: int, figures: Figures) -> Part:
        key = keys[pk]
        return Part(key, names.unit(key), figures, {"lead": key})

    def of_kind(kind: str, figures: Figures) -> Part:
        return Part(kind, kinds.get(kind, kind), figures, {"kind": kind})

    def of_instrument(pk: int | None, figures: Figures) -> Part | None:
        if pk is None:
            return None
        return Part(str(pk), known[pk].number, figures, {"instrument": str(pk)})

    return Progress(
        asked=asked,
        figures=counted.now,
        units=_parts(counted.units, of_unit),
        kinds=_parts(counted.kinds, of_kind),
        instruments=_parts(counted.instruments, of_instrument),
        **more,
    )


def lain(lay: list[Lay], names: Names) -> list[Lain]:
    """How long works lay with units, each with its name; one query."""
    keys = dict(Unit.objects.filter(pk__in=[one.unit for one in lay]).values_list("pk", "key"))
    return [Lain(keys[one.unit], names.unit(keys[one.unit]), one) for one in lay]


def _parts(counted: dict[Any, Figures], told: Callable[[Any, Figures], Part | None]) -> Parts:
    made = [told(key, figures) for key, figures in counted.items()]
    parts = [one for one in made if one]
    parts.sort(key=lambda one: (-one.figures.count("open-late"), -one.figures.all, one.key))
    return Parts(parts[:MOST], max(len(parts) - MOST, 0))
