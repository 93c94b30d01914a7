"""What kind of file something is, by what is in it and never by how it is called."""

import csv
import unicodedata
import zipfile
from codecs import getincrementaldecoder
from pathlib import PurePath
from typing import IO

from tinhgon.documents.files import BROKEN
from tinhgon.ui.spreadsheets import XLSX
from tinhgon.work.refusals import Refused

PDF, PNG, JPEG = "application/pdf", "image/png", "image/jpeg"
TXT, CSV = "text/plain", "text/csv"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"

ENDINGS: dict[str, tuple[str, ...]] = {
    PDF: ("pdf",),
    DOCX: ("docx",),
    XLSX: ("xlsx",),
    ODT: ("odt",),
    ODS: ("ods",),
    PNG: ("png",),
    JPEG: ("jpg", "jpeg"),
    TXT: ("txt",),
    CSV: ("csv",),
}
"""The kinds that are taken, and how names of files of each end; the first is the usual one."""

KNOWN = ", ".join(endings[-1].upper() for endings in ENDINGS.values())

BEGINNINGS = {b"%PDF-": PDF, b"\x89PNG\r\n\x1a\n": PNG, b"\xff\xd8\xff": JPEG}

MAIN_PARTS = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX}
MACROS = ("word/vbaProject.bin", "xl/vbaProject.bin")
LONGEST_NAME = 200
SOME_LINES = 20
AT_ONCE = 1_000_000


def kind_of(file: IO[bytes], name: str) -> str:
    """The media type of an open file. Raises `Refused` with its `name` where none is taken."""
    file.seek(0)
    beginning = file.read(64)
    for begins, kind in BEGINNINGS.items():
        if beginning.startswith(begins):
            return kind
    file.seek(0)
    found = _packed(file, name) if beginning.startswith(b"PK\x03\x04") else _text(file)
    if found is None:
        raise Refused("unknown-file", file=name, known=KNOWN)
    return found


def called(name: str, kind: str) -> str:
    """How a file is called from now on: no folder, nothing invisible, an ending of its kind.

    So nothing that is saved under this name is taken for another kind by a machine.
    """
    written = unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2])
    visible = "".join(one for one in written if unicodedata.category(one)[0] != "C").strip(" .")
    stem, ending = PurePath(visible).stem, PurePath(visible).suffix
    if ending.lstrip(".").lower() not in ENDINGS[kind]:
        stem, ending = visible, f".{ENDINGS[kind][0]}"
    return f"{(stem or '_')[: LONGEST_NAME - len(ending)]}{ending}"


def _packed(file: IO[bytes], name: str) -> str | None:
    """What an archive is, by the list of what is in it: nothing is unpacked but a short word."""
    try:
        with zipfile.ZipFile(file) as packed:
            parts = {*packed.namelist()}
            if parts.intersection(MACROS):
                raise Refused("with-macros", file=name)
            if "mimetype" in parts:
                with packed.open("mimetype") as said:
                    kind = said.read(100).decode("ascii").strip()
                return kind if kind in (ODT, ODS) else None
    except BROKEN:
        return None
    if "[Content_Types].xml" not in parts:
        return None
    return next((kind for part, kind in MAIN_PARTS.items() if part in parts), None)


def _text(file: IO[bytes]) -> str | None:
    """Text in UTF-8 without control characters; a table where its lines have as many cells."""
    read, head = getincrementaldecoder("utf-8-sig")(), ""
    try:
        while piece := file.read(AT_ONCE):
            text = read.decode(piece)
            if any(one < " " and one not in "\t\n\r\f" for one in {*text}):
                return None
            head = head or text
        read.decode(b"", final=True)
    except UnicodeDecodeError:
        return None
    return CSV if _is_table(head) else TXT


def _is_table(text: str) -> bool:
    lines = [line for line in text.splitlines()[:SOME_LINES] if line.strip()]
    return any(_cells(lines, mark) for mark in ",;\t")


def _cells(lines: list[str], mark: str) -> bool:
    try:
        widths = {len(row) for row in csv.reader(lines, delimiter=mark, strict=True)}
    except csv.Error:
        return False
    return len(lines) > 1 and len(widths) == 1 and widths != {1}
