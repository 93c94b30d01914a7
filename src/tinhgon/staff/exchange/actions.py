"""Bringing files in: all of what they say, or nothing of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from tinhgon.audit.acts import act
from tinhgon.audit.record import record
from tinhgon.staff.exchange.checks import wanted
from tinhgon.staff.exchange.writing import write
from tinhgon.ui.exchange.reading import Said


@dataclass(frozen=True)
class Brought:
    """How many rows were new (or, as a rehearsal, would be), how many known; headings not read."""

    new: dict[str, int]
    known: dict[str, int]
    unread: list[str] = field(default_factory=list)
    dry_run: bool = False


@act
def bring(
    said: Said, *, by: Any, may_keep: Callable[[str], bool], dry_run: bool = False
) -> Brought:
    """Bring in officers, posts and assignments (nhập dữ liệu nhân sự), all of them or nothing.

    `may_keep` says of a unit whether `by` keeps its people. Raises `Faulty` with all that is wrong.
    """
    found = wanted(said, timezone.localdate(), may_keep)
    brought = Brought(found.counts, found.known, said.unread, dry_run)
    if not dry_run and any(found.counts.values()):
        record("staff.brought", by=by, target="staff", rows=write(found), counts=found.counts)
    return brought
