"""Where the content of files is: a folder beside the database, each file under its digest.

What is sent is written under a name of its own first, all of it reaching the disk; only with the
row that names it, it gets its place. A program that is killed leaves at most a file without a row.
"""

import hashlib
import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol

from django.conf import settings

from tinhgon.work.files.kinds import called, kind_of
from tinhgon.work.models.attachments import MOST_BYTES, MOST_MB
from tinhgon.work.refusals import Refused

DIGEST = re.compile(r"[0-9a-f]{64}")
AT_ONCE = 1_000_000


class Sent(Protocol):
    """A file as somebody sends it, by page, program or command."""

    @property
    def name(self) -> Any: ...

    def chunks(self, chunk_size: int | None = None) -> Iterator[Any]: ...


@dataclass(frozen=True, kw_only=True)
class Staged:
    """A file that was read and looked at, and waits to be kept."""

    path: Path
    name: str
    kind: str
    size: int
    digest: str

    def keep(self) -> None:
        """Give it its place, for good once this returns; what is there already is replaced."""
        _put(self.path, self.digest)


@contextmanager
def staged(files: Iterable[Sent]) -> Iterator[list[Staged]]:
    """Files that wait; what was not kept by the end is gone. Raises `Refused`."""
    waiting: list[Path] = []
    try:
        made = []
        for file in files:
            waiting.append(incoming() / secrets.token_hex(16))
            made.append(_staged(file, waiting[-1]))
        yield made
    finally:
        for path in waiting:
            path.unlink(missing_ok=True)


def bring_back(content: IO[bytes], digest: str) -> bool:
    """Keep content as a backup has it; whether it was what its digest says."""
    path = incoming() / secrets.token_hex(16)
    try:
        with path.open("wb") as out:
            shutil.copyfileobj(content, out, AT_ONCE)
            out.flush()
            os.fsync(out.fileno())
        is_same = digest_of(path) == digest
        if is_same:
            _put(path, digest)
    finally:
        path.unlink(missing_ok=True)
    return is_same


def folder() -> Path:
    """The folder of all content."""
    return Path(settings.HOME) / "files"


def incoming() -> Path:
    """The folder of what is being sent."""
    found = folder() / "incoming"
    found.mkdir(parents=True, exist_ok=True, mode=0o700)
    return found


def place_of(digest: str) -> Path:
    """Where the content with a digest is."""
    return folder() / digest[:2] / digest


def kept() -> Iterator[Path]:
    """All content that is there, in order of its digests; what is no content is passed over."""
    for path in sorted(folder().glob("??/*")):
        if DIGEST.fullmatch(path.name) and path.parent.name == path.name[:2]:
            yield path


def digest_of(path: Path) -> str:
    """The SHA-256 of what is in a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _staged(file: Sent, path: Path) -> Staged:
    name, size, whole = str(file.name or ""), 0, hashlib.sha256()
    with open(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "wb") as out:
        for piece in file.chunks(AT_ONCE):
            size += len(piece)
            if size > MOST_BYTES:
                raise Refused("file-too-large", file=name, most=MOST_MB)
            whole.update(piece)
            out.write(piece)
        out.flush()
        os.fsync(out.fileno())
    if not size:
        raise Refused("empty-file", file=name)
    with path.open("rb") as written:
        kind = kind_of(written, name)
    known = {"name": called(name, kind), "kind": kind}
    return Staged(path=path, size=size, digest=whole.hexdigest(), **known)


def _put(path: Path, digest: str) -> None:
    place = place_of(digest)
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.replace(place)
    for changed in (place.parent, folder(), folder().parent):
        _reach_disk(changed)


def _reach_disk(path: Path) -> None:
    """Have the names in a folder written down."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
