"""What progress is asked for: whose works, of which days; and the address of each list of works."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from tinhgon.directives.progress.stretches import Step
from tinhgon.documents.models import Instrument
from tinhgon.registry.models import Unit
from tinhgon.ui.errors import NotHere
from tinhgon.work.listing.desks import Reader, with_all_below
from tinhgon.work.listing.stood import Given, Stretch
from tinhgon.work.models import Work
from tinhgon.work.naming import work_known

EARLIEST = date(2000, 1, 1)


class WorksAsked(Protocol):
    """A set of works and the days of which it is asked: how it is counted, where it is listed."""

    @property
    def stretch(self) -> Stretch:
        """The days."""

    @property
    def given(self) -> Given:
        """The set, as it is counted."""

    def listed(self, which: str, stretch: Stretch | None = None, **narrow: str) -> str:
        """The address of the list of exactly the works that a number counts."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A set of works that a unit gave, and the days of which it is asked; the trend in steps."""

    unit: Unit
    stretch: Stretch
    deep: bool = False
    instrument: Instrument | None = None
    parent: Work | None = None
    step: Step = Step.MONTH

    @property
    def given(self) -> Given:
        """The set, as it is counted."""
        return Given(
            unit=self.unit,
            deep=self.deep,
            instrument=self.instrument.pk if self.instrument else None,
            parent=self.parent.pk if self.parent else None,
        )

    def query(self) -> dict[str, str]:
        """What names the set in an address."""
        found = {"unit": self.unit.key}
        if self.deep:
            found["deep"] = "1"
        if self.instrument:
            found["instrument"] = str(self.instrument.pk)
        if self.parent:
            found["parent"] = self.parent.key
        return found

    def listed(self, which: str, stretch: Stretch | None = None, **narrow: str) -> str:
        """The address of the list of exactly the works that a number counts."""
        then = stood_then(which, stretch or self.stretch)
        asked = {"desk": "given", **self.query(), **then, **narrow}
        return f"{reverse('work:desk')}?{urlencode(asked)}"


def stood_then(which: str, stretch: Stretch) -> dict[str, str]:
    """What asks in an address for the works that stood so; `work.listing.desks` reads it back."""
    return {"stood": which, "from": stretch.first.isoformat(), "on": stretch.last.isoformat()}


def asked_of(reader: Reader, given: Mapping[str, str]) -> Asked | None:
    """What an address asks for; None where this reader sees the works of no unit at all.

    Raises `NotHere` for a unit, an instrument or a work that is not there for them.
    """
    named = given.get("unit") or next(iter(reader.units), "")
    if not named:
        return None
    unit = unit_seen(reader, named)
    last = min(_day(given.get("to", "")) or reader.on, reader.on)
    first = _day(given.get("from", "")) or last.replace(month=1, day=1)
    return Asked(
        unit=unit,
        stretch=Stretch(first=min(first, last), last=last),
        deep=with_all_below(given, unit),
        instrument=_instrument(given.get("instrument", "")),
        parent=_parent(given.get("parent", ""), reader),
        step=Step.WEEK if given.get("step") == Step.WEEK else Step.MONTH,
    )


def unit_seen(reader: Reader, key: str) -> Unit:
    """A unit whose works the reader may see. Raises `NotHere` alike for others and for none."""
    unit = Unit.objects.filter(key=key.replace("\0", "")[:64]).first()
    if unit is None or not reader.sees(unit):
        raise NotHere(_("There is no unit “%s” whose works you may see.") % key[:64])
    return unit


def _instrument(number: str) -> Instrument | None:
    if not number:
        return None
    known = number.isdecimal() and len(number) < 10
    found = Instrument.objects.filter(pk=int(number)).first() if known else None
    if found is None:
        raise NotHere(_("There is no instrument “%s” in the register.") % number[:64])
    return found


def _parent(key: str, reader: Reader) -> Work | None:
    return work_known(key, reader.user, on=reader.on).work if key else None


def _day(text: str) -> date | None:
    try:
        return max(date.fromisoformat(text[:10]), EARLIEST)
    except ValueError:
        return None
