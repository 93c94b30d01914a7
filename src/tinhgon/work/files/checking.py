"""Whether the folder of files and the table of them say the same."""

import time
from dataclasses import dataclass, field
from pathlib import Path

from tinhgon.work.files.keeping import digest_of, folder, kept, place_of
from tinhgon.work.models import Attachment

UNFINISHED_SECONDS = 86_400
"""What was being sent and has not been touched for so long will not be finished."""


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What is wrong, by digest; `files` is how many there should be."""

    files: int = 0
    missing: list[str] = field(default_factory=list)
    altered: list[str] = field(default_factory=list)
    unreferenced: list[str] = field(default_factory=list)

    @property
    def is_well(self) -> bool:
        return not (self.missing or self.altered)


def check() -> Checked:
    """Read every file once: missing ones, altered ones, and those that no row names."""
    named = _named()
    there = {digest for digest in named if place_of(digest).is_file()}
    return Checked(
        files=len(named),
        missing=sorted(named - there),
        altered=sorted(one for one in there if digest_of(place_of(one)) != one),
        unreferenced=[path.name for path in unreferenced()],
    )


def unreferenced() -> list[Path]:
    """Content that no row names, and what was left behind while it was being sent."""
    named, late = _named(), time.time() - UNFINISHED_SECONDS
    left = [one for one in folder().glob("incoming/*") if one.stat().st_mtime < late]
    return [*(path for path in kept() if path.name not in named), *sorted(left)]


def _named() -> set[str]:
    return {*Attachment.objects.values_list("digest", flat=True).distinct()}
