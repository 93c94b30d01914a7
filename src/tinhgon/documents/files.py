"""The text of a file that somebody sends: plain text, DOCX, PDF; read without trusting the file.

What is too large, broken, locked or without text is refused with a reason; nothing else escapes.
The libraries are imported where they are used: only those wait for them who send such a file.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

from tinhgon.documents.refusals import Refused
from tinhgon.domain.documents.directions.clauses import begins_with_label

MOST_MB = 30
MOST_UNPACKED_MB = 100
"""A small DOCX may hold very much."""
MOST_PAGES = 500
MOST_CHARACTERS = 2_000_000

FULL_LINE = 0.75
"""So much of the longest line of a page a line fills that goes on in the next."""

BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, SyntaxError, OSError, EOFError),
    *(LookupError, ValueError, TypeError, AttributeError, RuntimeError, AssertionError),
    *(ArithmeticError, MemoryError, NotImplementedError),
)
"""What a file that only looks like DOCX or PDF may come to."""


def read_text(path: Path) -> str:
    """The text of a file, by what it holds and not by how it is called. Raises `Refused`."""
    if path.stat().st_size > MOST_MB * 1_000_000:
        raise Refused("too-large", most=MOST_MB)
    return text_of(path.read_bytes())


def text_of(content: bytes) -> str:
    """The text in a file's content. Raises `Refused`."""
    if len(content) > MOST_MB * 1_000_000:
        raise Refused("too-large", most=MOST_MB)
    text = _text(content)
    if not text.strip():
        raise Refused("no-text")
    if len(text) > MOST_CHARACTERS:
        raise Refused("too-long", most=MOST_CHARACTERS)
    return text


def _text(content: bytes) -> str:
    if b"%PDF-" in content[:1024]:
        return _of_pdf(content)
    if content.startswith(b"PK"):
        return _of_docx(content)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused("old-word")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("not-text") from None
    if "\x00" in text:
        raise Refused("not-text")
    return text


# --- DOCX -----------------------------------------------------------------------------------------


def _of_docx(content: bytes) -> str:
    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        _check_unpacked(content)
        document = Document(BytesIO(content))
        return "\n".join(_blocks(document))
    except (*BROKEN, OpcError):
        raise Refused("broken", format="DOCX") from None


def _check_unpacked(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as packed:
        if sum(one.file_size for one in packed.infolist()) > MOST_UNPACKED_MB * 1_000_000:
            raise Refused("unpacks-too-large", most=MOST_UNPACKED_MB)


def _blocks(document: Any) -> Iterator[str]:
    """Paragraphs and rows of tables, in their order; points that Word numbers get a dash."""
    from docx.text.paragraph import Paragraph

    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield f"{_point(block)}{block.text}"
        else:
            for row in block.rows:
                cells = {id(cell._tc): cell.text for cell in row.cells}  # merged ones come twice
                yield " | ".join(" ".join(text.split()) for text in cells.values())


def _point(paragraph: Any) -> str:
    """A dash for a point of a list, a plus for one below it: its own label is not in the text."""
    numbering = paragraph._p.pPr.numPr if paragraph._p.pPr is not None else None
    if numbering is None or not paragraph.text.strip():
        return ""
    return "+ " if numbering.ilvl is not None and numbering.ilvl.val else "- "


# --- PDF ------------------------------------------------------------------------------------------


def _of_pdf(content: bytes) -> str:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            raise Refused("locked")
        if len(reader.pages) > MOST_PAGES:
            raise Refused("too-many-pages", most=MOST_PAGES)
        return "\n".join(_pages(reader))
    except (*BROKEN, PyPdfError):
        raise Refused("broken", format="PDF") from None


def _pages(reader: Any) -> Iterator[str]:
    """The text of each page, as long as there is not too much."""
    read = 0
    for page in reader.pages:
        text = unbroken(page.extract_text())
        read += len(text)
        if read > MOST_CHARACTERS:
            raise Refused("too-long", most=MOST_CHARACTERS)
        yield text


def unbroken(page: str) -> str:
    """The text of a page with lines that go on in the next put together again.

    A line goes on that fills most of the width, unless the next begins a point of its own.
    """
    lines = [line.strip() for line in page.splitlines() if line.strip()]
    full = FULL_LINE * max(map(len, lines), default=0)
    text = lines[0] if lines else ""
    for before, line in pairwise(lines):
        goes_on = len(before) >= full and not begins_with_label(line)
        text += f"{_joint(before)}{line}" if goes_on else f"\n{line}"
    return text


def _joint(before: str) -> str:
    """What stands between two halves of a line: nothing within a number, 34-KL/ and TW."""
    return "" if before.endswith(("/", "-")) and not before.endswith((" /", " -")) else " "
