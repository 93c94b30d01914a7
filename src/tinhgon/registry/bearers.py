"""Who bears a code when: a code names a unit only together with a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.periods import Period
from tinhgon.registry.models import OFFICIAL, Code, Version
from tinhgon.registry.naming import unit_url
from tinhgon.ui.asked import Asked
from tinhgon.ui.errors import NotHere
from tinhgon.ui.writing import day, period


@dataclass(frozen=True)
class Bearer:
    """A unit, as it was called, and the period in which it bears the code."""

    key: str
    name: str
    period: Period

    @property
    def a_day(self) -> date | None:
        """A day on which it does: the last, else the first; None where neither is known."""
        return self.period.last_day or self.period.start


def askable(given: str) -> str:
    """What somebody gave as a key or a code, as a database may be asked: no text holds a NUL."""
    return given.replace("\0", "\ufffd")


def bearers(code: str, known_at: datetime | None, jurisdiction: Jurisdiction) -> list[Bearer]:
    """All who bear a code at any time, earliest first; two queries."""
    code = askable(code)
    borne = [
        (key, Period(start, end))
        for key, start, end in Code.objects.known_at(known_at)
        .filter(scheme=OFFICIAL, code=code)
        .values_list("unit__key", "valid_from", "valid_to")
    ]
    named = (
        Version.objects.known_at(known_at)
        .filter(unit__key__in=[key for key, _period in borne])
        .order_by("valid_from")
        .values_list("unit__key", "kind", "name", "valid_from", "valid_to")
    )
    names = [(key, kind, name, Period(start, end)) for key, kind, name, start, end in named]
    found = []
    for key, held in borne:
        called = [n for n in names if n[0] == key and n[3].overlaps(held)]
        name = jurisdiction.full_name(*called[-1][1:3]) if called else key
        found.append(Bearer(key, name, held))
    return sorted(found, key=lambda bearer: bearer.period.start or date.min)


def no_bearer(code: str, asked: Asked, found: Sequence[Bearer]) -> NotHere:
    """There is no unit with this code on that day, but these bear it on others."""
    if not found:
        return NotHere(_("No unit bears or ever bore the code %(code)s.") % {"code": code[:64]})
    whose = ", ".join(f"{bearer.name} {_written(bearer)}" for bearer in found)
    sentence = _("On %(day)s no unit bears the code %(code)s. It belongs to %(whose)s.")
    return NotHere(
        sentence % {"day": day(asked.on), "code": code, "whose": whose},
        [(_url(bearer, asked), bearer.name, _written(bearer)) for bearer in found],
    )


def _written(bearer: Bearer) -> str:
    return period(bearer.period.start, bearer.period.end)


def _url(bearer: Bearer, asked: Asked) -> str:
    return unit_url(bearer.key, Asked(bearer.a_day or asked.on, asked.known_at))
