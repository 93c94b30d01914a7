"""What a file is, is told by what is in it; what it is called afterwards fits that."""

import io

import pytest
from docx import Document

from tinhgon.ui.spreadsheets import XLSX, xlsx_bytes
from tinhgon.work.files.kinds import CSV, DOCX, JPEG, ODS, ODT, PDF, PNG, TXT, called, kind_of
from tinhgon.work.files.tests.conftest import packed
from tinhgon.work.refusals import Refused


def word():
    made = io.BytesIO()
    Document().save(made)
    return made.getvalue()


TAKEN = {
    PDF: b"%PDF-1.7\n%\xe2\xe3",
    DOCX: word(),
    XLSX: xlsx_bytes(["a"], [["b"]]),
    ODT: packed(mimetype=ODT, content_dot_xml="<x/>"),
    ODS: packed(mimetype=ODS, content_dot_xml="<x/>"),
    PNG: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    JPEG: b"\xff\xd8\xff\xe0\0\x10JFIF",
    TXT: "Đã họp, đã thống nhất.\nCòn một việc.".encode(),
    CSV: "xã;số nhà\nĐại Mỗ;3\nTây Mỗ;4".encode(),
}
REFUSED = {
    "program.pdf": b"MZ\x90\0\x03\0\0\0",
    "old word.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "archive.docx": packed(readme_dot_txt="x"),
    "presentation.odt": packed(mimetype="application/vnd.oasis.opendocument.presentation"),
    "broken.docx": b"PK\x03\x04 and nothing more",
    "picture.png": b"GIF89a\1\0\1\0\0\0",
    "control.txt": b"a text\x1b[2J",
    "windows.txt": "Đại Mỗ".encode("utf-16"),
    "cut.txt": "Đại Mỗ".encode()[:-1],
    "postscript.pdf": b"%!PS-Adobe-3.0\x00",
}


@pytest.mark.parametrize("kind", TAKEN)
def test_a_kind_that_is_taken_is_recognised_whatever_the_name(kind):
    assert kind_of(io.BytesIO(TAKEN[kind]), "no-ending") == kind


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_what_it_is_called_is_refused_with_what_is_taken(name):
    with pytest.raises(Refused) as refused:
        kind_of(io.BytesIO(REFUSED[name]), name)

    assert refused.value.code == "unknown-file"
    assert refused.value.facts == {
        "file": name,
        "known": "PDF, DOCX, XLSX, ODT, ODS, PNG, JPEG, TXT, CSV",
    }


def test_a_document_with_macros_is_refused_for_that():
    parts = {"[Content_Types].xml": "<Types/>", "word/document.xml": "", "word/vbaProject.bin": "x"}
    content = packed(**{name.replace("/", "__"): one for name, one in parts.items()})

    with pytest.raises(Refused, match="with-macros"):
        kind_of(io.BytesIO(content), "minutes.docm")


def test_a_page_is_only_text():
    assert kind_of(io.BytesIO(b"<script>alert(1)</script>"), "page.html") == TXT


@pytest.mark.parametrize(
    ("given", "kind", "name"),
    [
        ("Biên bản.pdf", PDF, "Biên bản.pdf"),
        ("Bie\u0302n ba\u0309n.PDF", PDF, "Biên bản.PDF"),
        ("ảnh.jpeg", JPEG, "ảnh.jpeg"),
        ("page.html", TXT, "page.html.txt"),
        ("report.exe", PDF, "report.exe.pdf"),
        ("C:\\Users\\lan\\a.csv", CSV, "a.csv"),
        ("../../etc/passwd", TXT, "passwd.txt"),
        ("a\u202efdp.exe\r\n", PDF, "afdp.exe.pdf"),
        ("", PNG, "_.png"),
        ("x" * 300 + ".docx", DOCX, "x" * 195 + ".docx"),
    ],
)
def test_a_name_fits_the_kind_and_hides_nothing(given, kind, name):
    assert called(given, kind) == name
