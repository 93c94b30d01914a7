"""Files that are sent: their text, or one sentence why there is none."""

import zipfile
from io import BytesIO

import pytest
import typst
from django.utils.translation import override
from docx import Document

from tinhgon.documents import files
from tinhgon.documents.files import read_text, text_of, unbroken
from tinhgon.documents.refusals import (
    NUMBER_WORDS,
    WORDS,
    Refused,
    misnumbered_words,
    refusal_words,
)
from tinhgon.domain.documents.numbers import Misnumbered, parse

SAID = "Giao Sở Nội vụ rà soát theo Kết luận số 34-KL/TW, báo cáo trước ngày 15/12/2026."


def as_docx(*paragraphs, table=()):
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    for row in table:
        cells = document.add_table(rows=1, cols=len(row)).rows[0].cells
        for cell, words in zip(cells, row, strict=True):
            cell.text = words
    return saved(document)


def saved(document):
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def as_pdf(text):
    return typst.compile(text.encode())


def refusal(content):
    with pytest.raises(Refused) as refused:
        text_of(content)
    return refused.value.code


def test_text_is_read_as_it_is():
    assert text_of(f"{SAID}\r\n".encode()) == f"{SAID}\r\n"


def test_a_mark_of_the_encoding_is_no_text():
    assert text_of(b"\xef\xbb\xbf" + SAID.encode()) == SAID


def test_paragraphs_and_tables_of_docx_stand_in_their_order():
    content = as_docx(SAID, "Hết.", table=[("1", "Rà soát", "Sở Y tế")])

    assert text_of(content) == f"{SAID}\nHết.\n1 | Rà soát | Sở Y tế"


def test_points_that_word_numbers_begin_with_a_dash():
    document = Document()
    document.add_paragraph("Sở Y tế rà soát.", style="List Number")
    document.paragraphs[0]._p.get_or_add_pPr().get_or_add_numPr().get_or_add_ilvl().val = 0

    assert text_of(saved(document)) == "- Sở Y tế rà soát."


def test_merged_cells_are_read_once():
    document = Document()
    row = document.add_table(rows=1, cols=3).rows[0]
    row.cells[0].merge(row.cells[1]).text = "Rà soát"
    row.cells[2].text = "Sở Y tế"

    assert text_of(saved(document)) == "Rà soát | Sở Y tế"


def test_vietnamese_is_read_out_of_pdf():
    assert text_of(as_pdf(SAID)) == SAID


def test_lines_that_a_pdf_broke_are_put_together():
    long = " ".join([SAID] * 4)

    assert text_of(as_pdf(long)) == long


def test_points_stay_on_lines_of_their_own():
    full = "Sở Nội vụ rà soát biên chế của tất cả các cơ quan"

    assert unbroken(f"1. {full}\nvà đơn vị.\n2. {full}") == f"1. {full} và đơn vị.\n2. {full}"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "no-text"),
        (b"  \n", "no-text"),
        (b"\xff\xfe\x00", "not-text"),
        (b"text\x00text", "not-text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-word"),
        (b"PK\x03\x04 and no more", "broken"),
        (b"%PDF-1.7 and no more", "broken"),
        (b"%PDF-1.7\ntrailer<</Root 1 0 R>>\n%%EOF", "broken"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(content, code):
    assert refusal(content) == code


@pytest.mark.parametrize("cut", [200, 900, 2000])
def test_half_a_file_is_broken(cut):
    assert refusal(as_pdf(SAID)[:cut]) == "broken"
    assert refusal(as_docx(SAID)[:cut]) == "broken"


def test_a_zip_that_is_no_docx_is_broken():
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        packed.writestr("a.txt", "a")

    assert refusal(content.getvalue()) == "broken"


def test_a_pdf_without_text_says_that_it_may_be_a_picture():
    assert refusal(as_pdf("#rect(width: 2cm)")) == "no-text"


def test_a_locked_pdf_is_told_apart():
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(as_pdf(SAID))))
    writer.encrypt("secret", algorithm="RC4-128")
    content = BytesIO()
    writer.write(content)

    assert refusal(content.getvalue()) == "locked"


def test_what_is_too_much_is_not_opened(monkeypatch, tmp_path):
    big = tmp_path / "big.txt"
    big.write_text(SAID, encoding="utf-8")
    monkeypatch.setattr(files, "MOST_MB", 0)

    with pytest.raises(Refused, match="too-large"):
        read_text(big)


@pytest.mark.parametrize(
    ("limit", "content", "code"),
    [
        ("MOST_CHARACTERS", SAID.encode(), "too-long"),
        ("MOST_CHARACTERS", as_pdf(SAID), "too-long"),
        ("MOST_PAGES", as_pdf(SAID), "too-many-pages"),
        ("MOST_UNPACKED_MB", as_docx(SAID), "unpacks-too-large"),
    ],
)
def test_each_limit_is_told(monkeypatch, limit, content, code):
    monkeypatch.setattr(files, limit, 0)

    assert refusal(content) == code


@pytest.mark.parametrize("code", WORDS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_refusal_has_its_sentence(code, language):
    with override(language):
        assert refusal_words(Refused(code, most=30, format="PDF")).endswith((".", "PDF."))


@pytest.mark.parametrize("written", ["", "CP", "16", "16/15/NĐ-CP", "16/2015/XX-CP", "16/UBND"])
def test_every_wrong_number_has_its_sentence(written):
    with pytest.raises(Misnumbered) as wrong:
        parse(written)

    assert misnumbered_words(wrong.value).endswith(".")


def test_there_is_a_sentence_for_all_that_the_grammar_refuses():
    assert {*NUMBER_WORDS} == {
        *("empty", "too-long", "no-serial", "no-stroke", "bad-year", "bad-symbol"),
        *("unknown-type", "no-type", "no-issuer", "several-issuers"),
    }
