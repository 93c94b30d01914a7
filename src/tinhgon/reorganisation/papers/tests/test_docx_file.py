"""DOCX: the layout of the decree, links, names that look like markup."""

from docx.oxml.ns import qn
from docx.shared import Pt

from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.reorganisation.papers.tests.conftest import SITE
from tinhgon.reorganisation.papers.tests.reading import addresses, text

ODD = 'A & <b> #emph[x] $y$ *z* _w_ \\ ]]> "q" Ẵ'


def test_it_is_a4_with_the_margins_of_the_decree(package, docx):
    (section,) = docx("reform", "scheme").sections

    assert [round(one.mm) for one in (section.page_width, section.page_height)] == [210, 297]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(one.mm) for one in margins] == [20, 20, 30, 15]


def test_letters_are_times_14(package, docx):
    document = docx("reform", "scheme")

    assert document.styles["Normal"].font.name == "Times New Roman"
    assert document.styles["Paper Body"].font.size == Pt(14)


def test_pages_are_numbered_above_from_the_second_on(package, docx):
    (section,) = docx("reform", "scheme").sections

    assert section.different_first_page_header_footer
    assert section.header._element.xpath("string(//w:fldSimple/@w:instr)") == "PAGE"
    assert section.first_page_header.paragraphs[0].text == ""


def test_each_annex_counts_its_pages_anew(package, docx):
    sections = docx("reform", "annexes").sections

    starts = [one._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) for one in sections]
    assert starts == ["1", "1", "1", "1"]


def test_the_head_of_a_table_is_repeated(package, docx):
    table = docx("reform", "annexes").tables[0]

    assert table.rows[0]._tr.xpath("w:trPr/w:tblHeader")


def test_headings_are_headings(package, docx):
    document = docx("reform", "scheme")

    found = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert found[0] == "I. CĂN CỨ VÀ SỰ CẦN THIẾT"
    assert len(found) == 6


def test_names_and_numbers_lead_to_their_pages(in_effect, docx):
    found = addresses(docx("reform", "annexes"))

    assert f"{SITE}/units/DM/?on=2025-06-30" in found
    assert f"{SITE}/plans/reform/" in found
    assert {one.startswith(f"{SITE}/") for one in found} == {True}


def test_what_a_draft_would_form_leads_nowhere(package, docx):
    assert not [one for one in addresses(docx("reform", "annexes")) if "TM-new" in one]


def test_names_that_look_like_markup_survive(draft, docx):
    draft("odd", Rename(unit="TM", name=ODD), titles={"vi": ODD})

    assert f"Đổi tên phường Tây Mỗ thành phường {ODD}." in text(docx("odd", "annexes"))
    assert ODD in text(docx("odd", "scheme"))


def test_what_no_file_can_hold_is_left_out(draft, docx):
    draft("odd", Rename(unit="TM", name="Tây\x0b Mỗ"))

    assert "thành phường Tây Mỗ." in text(docx("odd", "annexes"))
