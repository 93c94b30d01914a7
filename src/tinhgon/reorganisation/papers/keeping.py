"""Long papers of packages in effect, kept as files: made once, given to everybody.

What is in effect changes no more; so a paper of it is known by all that it follows from, and that
is its name in the folder: the package, its instruments, the jurisdiction, the manner, and the
program that made it. What none asks for any longer is deleted in time; all of it may be.
"""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from tinhgon.registry.queries import register
from tinhgon.reorganisation.models import Package, State
from tinhgon.reorganisation.papers.listing import form_of
from tinhgon.reorganisation.papers.matter import Manner
from tinhgon.reorganisation.queries import plans_of

MOST_KEPT = 100
PROGRAM = Path(__file__).parents[2]
MADE_OF = ("*.py", "*.typ", "*.yaml", "*.mo")


class BeingMade(Exception):
    """Another long paper is being made: one at a time, so that others are answered too."""


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Alone on this machine, or `BeingMade`."""
    with open(_folder() / "making.lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BeingMade from None
        yield


def kept(package: Package, name: str, kind: str, manner: Manner) -> Path | None:
    """The file in which a paper is kept; None where it was never made, or may still change."""
    file = _file(package, name, kind, manner)
    if file is None or not file.exists():
        return None
    os.utime(file)
    return file


def keep(package: Package, name: str, kind: str, manner: Manner, content: bytes) -> None:
    """Keep a paper as it was made, if nothing of it changes any more."""
    file = _file(package, name, kind, manner)
    if file is None:
        return
    begun = file.with_suffix(f".{os.getpid()}")
    begun.write_bytes(content)
    begun.replace(file)
    _delete_unused()


def _file(package: Package, name: str, kind: str, manner: Manner) -> Path | None:
    if package.state is not State.IN_EFFECT:
        return None
    said = json.dumps([name, *_follows_from(package, manner)], default=str)
    return _folder() / f"{hashlib.sha256(said.encode()).hexdigest()}.{kind}"


def _follows_from(package: Package, manner: Manner) -> list[Any]:
    form = form_of(manner.form)
    instruments = [plan.instrument for plan in plans_of(package)]
    return [
        *(package.pk, package.code, package.titles, package.edition),
        *(package.enactment.at, package.effect.at),
        [one and (one.pk, one.number, one.titles, one.issued, one.in_force) for one in instruments],
        hashlib.sha256(register().file.encode()).hexdigest(),
        *(manner.site.rstrip("/"), form.key, manner.by_deputy, form.language or get_language()),
        _program(),
    ]


@cache
def _program() -> int:
    """When the program that makes papers last changed."""
    files = (file for pattern in MADE_OF for file in PROGRAM.rglob(pattern))
    return max(file.stat().st_mtime_ns for file in files)


def _folder() -> Path:
    folder = Path(settings.HOME) / "papers"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _delete_unused() -> None:
    files = [file for kind in ("docx", "pdf") for file in _folder().glob(f"*.{kind}")]
    for file in sorted(files, key=lambda file: file.stat().st_mtime)[:-MOST_KEPT]:
        file.unlink(missing_ok=True)
