"""PDF: tagged, in one face with every Vietnamese letter, and nothing in it read as markup."""

import json
import shutil
import subprocess
import time

import pytest
import typst

from tinhgon.documents.papers import pdf_file
from tinhgon.documents.papers.pdf_file import TEMPLATE, pdf_bytes
from tinhgon.documents.papers.value import Annex, Column, Row, Run, Table
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.reorganisation.papers.tests.test_docx_file import ODD


def test_it_is_a_tagged_pdf_that_says_its_title_and_language(package, pdf):
    contents = pdf("reform", "scheme")

    assert contents.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in contents
    assert b"/Lang(vi)" in contents
    assert "ĐỀ ÁN Sắp xếp 2025".encode() in contents


def test_the_same_paper_is_the_same_file(package, pdf):
    assert pdf("reform", "scheme") == pdf("reform", "scheme")


def test_only_the_face_of_papers_is_in_it(package, pdf):
    contents = pdf("reform", "annexes")

    assert b"NotoSerif" in contents
    assert b"Libertinus" not in contents


def test_what_looks_like_markup_is_set_as_words(draft, made):
    draft("odd", Rename(unit="TM", name=ODD), titles={"vi": ODD})
    contents = json.dumps(pdf_file._paper(made("odd", "scheme")), ensure_ascii=False)

    title = typst.query(TEMPLATE, "heading", sys_inputs={"paper": contents})

    assert json.loads(title)[0]["body"]["text"] == "ĐỀ ÁN"
    assert pdf_bytes(made("odd", "annexes")).startswith(b"%PDF-")


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="reads PDF with poppler")
def test_its_words_can_be_copied_with_all_their_marks(draft, pdf, tmp_path):
    draft("odd", Rename(unit="TM", name="Ẵỗựợậ & <#$*>"))
    file = tmp_path / "odd.pdf"
    file.write_bytes(pdf("odd", "annexes"))

    said = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True)

    assert "Đổi tên phường Tây Mỗ thành phường Ẵỗựợậ & <#$*>." in said.stdout


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="reads PDF with poppler")
def test_every_page_says_that_it_is_not_official(in_effect, pdf, tmp_path):
    file = tmp_path / "annexes.pdf"
    file.write_bytes(pdf("reform", "annexes-1656-nq-ubtvqh15"))

    said = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True)

    pages = said.stdout.split("\f")[:-1]
    assert len(pages) > 3
    assert all("không phải văn bản chính thức" in page for page in pages)


@pytest.mark.load
def test_ten_thousand_rows_take_seconds(package, made):
    paper = made("reform", "annexes")
    line = (Run("một phần của "), Run("phường Đại Mỗ", "https://tinhgon.example/units/DM/"))
    rows = tuple(Row((((Run(str(n)),),), (line, line))) for n in range(10_000))
    table = Table((Column("STT", 1, True), Column("Đơn vị", 9)), rows)
    large = pdf_file.Paper(**{**vars(paper), "annexes": (Annex("I", "x", "y", (table,)),)})

    begun = time.monotonic()
    contents = pdf_bytes(large)

    assert len(contents) > 1_000_000
    assert time.monotonic() - begun < 20
