"""The works under a committee's conclusions that somebody may see, and where each list of them is.

What they may not see is not there for them: not in lists, not in counts.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from tinhgon.directives.models import Committee
from tinhgon.directives.progress.asking import stood_then
from tinhgon.work.entitlement import seen
from tinhgon.work.listing.stood import Given, Stretch
from tinhgon.work.models import Work


@dataclass(frozen=True, kw_only=True)
class WorksOf:
    """Works under a committee's conclusions, by id, and the days of which they are asked."""

    committee: Committee
    works: tuple[int, ...]
    stretch: Stretch

    @property
    def given(self) -> Given:
        """The set, as it is counted."""
        return Given(works=self.works)

    def listed(self, which: str, stretch: Stretch | None = None, **narrow: str) -> str:
        """The address of the list of exactly the works that a number counts."""
        page = reverse("directives:committee-works", args=[self.committee.key])
        return f"{page}?{urlencode({**stood_then(which, stretch or self.stretch), **narrow})}"


def works_seen(committee: Committee, by: Any, *, on: date) -> tuple[int, ...]:
    """The ids of the works under its conclusions that somebody may see; ten queries at most."""
    rows = Work.objects.filter(task__directive__session__committee=committee)
    found = seen(rows.select_related("giver"), by, on=on)
    return tuple(sorted(one.work.pk for one in found))
