"""Between which rows something is new: cuts through what happened, by number and by day.

Rows are written once and numbered as they are written, so what came after a cut is told once,
whatever instant it names.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Self

from tinhgon.temporal.bulk import fetch
from tinhgon.work.models import Told
from tinhgon.work.models.reminding import UpTo

SHOWN_FOR = timedelta(days=30)
"""So long a notice stands on the page."""

MADE_UP_FOR = timedelta(days=14)
"""Where nothing was sent for longer, days before that are passed over."""


@dataclass(frozen=True, order=True)
class Cut:
    """A place in what happened: the last event, custody and extension before it, and the day."""

    day: date
    event: int = 0
    custody: int = 0
    extension: int = 0

    @classmethod
    def of(cls, row: UpTo) -> Self:
        """The cut that a row keeps."""
        return cls(row.day, row.event, row.custody, row.extension)

    @property
    def rows(self) -> dict[str, int]:
        """The numbers of the last rows, by name."""
        return {"event": self.event, "custody": self.custody, "extension": self.extension}


@dataclass(frozen=True)
class Window:
    """What came after one cut, up to another."""

    after: Cut
    last: Cut
    since: date | None = None
    """What is of a day before this is left out, however lately it was written."""

    @property
    def has_days(self) -> bool:
        """Whether a day began in it: then what is due and late is looked at too."""
        return self.after.day < self.last.day

    @property
    def values(self) -> dict[str, Any]:
        """The named values of a query."""
        bounds = {"after": self.after.rows, "last": self.last.rows}
        named = {f"{side}_{name}": n for side, rows in bounds.items() for name, n in rows.items()}
        days = {"after": self.after.day.isoformat(), "today": self.last.day.isoformat()}
        return {**named, **days, "since": self.since.isoformat() if self.since else ""}


def cut_now(on: date) -> Cut:
    """The cut through everything that is written; one query of three look-ups."""
    lasts = ", ".join(
        f"(SELECT coalesce(max(id), 0) FROM work_{name})"
        for name in ("event", "custody", "extension")
    )
    ((event, custody, extension),) = fetch(f"SELECT {lasts}")
    return Cut(on, event, custody, extension)


def latest(on: date) -> Cut:
    """A cut after everything that is written, which is asked for by nobody."""
    return Cut(on, *[2**62] * 3)


def first_shown(on: date) -> Cut:
    """Where that begins which still stands on the page of notices."""
    since = on - SHOWN_FOR
    kept = Told.objects.filter(day__lte=since).order_by("-day").first()
    return Cut(since, **Cut.of(kept).rows) if kept else Cut(since)
