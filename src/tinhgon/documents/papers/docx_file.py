"""A paper as DOCX, which an office goes on writing: real headings, tables, links, page numbers."""

import io
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from tinhgon.documents.papers import docx_table
from tinhgon.documents.papers.docx_runs import Links, write_runs
from tinhgon.documents.papers.docx_styles import prepare
from tinhgon.documents.papers.qr import qr_png
from tinhgon.documents.papers.value import (
    Annex,
    Block,
    Head,
    Heading,
    Look,
    Paper,
    Signature,
    Table,
)

STYLES = {
    Look.BODY: "Paper Body",
    Look.BASIS: "Paper Basis",
    Look.ORDER: "Paper Order",
    Look.BLANK: "Paper Blank",
}
A4 = (210, 297)
LEFT_SHARE = 0.38
"""How much of the width the left column of head and signature has."""

CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT


def docx_bytes(paper: Paper) -> bytes:
    """A paper as the bytes of a DOCX file."""
    document = Document()
    prepare(document, paper)
    links = Links(document.part)
    if paper.head:
        _main(document, paper, paper.head, links)
    for place, annex in enumerate(paper.annexes):
        _annex(document, paper, annex, place, links)
    _foot(document, paper, links)
    out = io.BytesIO()
    document.save(out)
    return _undated(out.getvalue())


def _undated(content: bytes) -> bytes:
    """The same file without the times at which its parts were packed: same paper, same bytes."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as packed, ZipFile(out, "w", ZIP_DEFLATED) as written:
        for part in packed.infolist():
            written.writestr(ZipInfo(part.filename), packed.read(part), ZIP_DEFLATED)
    return out.getvalue()


def _main(document: Any, paper: Paper, head: Head, links: Links) -> None:
    _page(document.sections[0], paper)
    _head(document, paper, head)
    _title(document, paper)
    if paper.to:
        _addressed(document, paper)
    _blocks(document, paper, paper.blocks, links)
    if paper.signature:
        document.paragraphs[-1].paragraph_format.keep_with_next = True
        _signature(document, paper, paper.signature)


def _page(section: Any, paper: Paper) -> None:
    """A4 with its margins, the number of each page but the first in the middle above."""
    margins = paper.form.margins
    section.page_width, section.page_height = Mm(A4[0]), Mm(A4[1])
    section.top_margin, section.bottom_margin = Mm(margins.top), Mm(margins.bottom)
    section.left_margin, section.right_margin = Mm(margins.left), Mm(margins.right)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    number = section.header.paragraphs[0]
    number.style, number.alignment = "Paper Number", CENTRE
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number._p.append(field)
    _mark(section, paper)


def _mark(section: Any, paper: Paper) -> None:
    """What the paper must not be taken for, above every page."""
    section.first_page_header.is_linked_to_previous = False
    if paper.mark:
        words = " · ".join(paper.mark)
        section.first_page_header.paragraphs[0].text = words
        section.first_page_header.paragraphs[0].style = "Paper Mark"
        section.header.add_paragraph(words, style="Paper Mark")


def _width(paper: Paper) -> float:
    """How wide the words may be, in millimetres."""
    return A4[0] - paper.form.margins.left - paper.form.margins.right


def _columns(document: Any, paper: Paper, left: float = LEFT_SHARE) -> tuple[Any, Any]:
    """Two cells side by side without lines, on one page; `left` is the share of the first."""
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    for column, cell, share in zip(
        table.columns, table.rows[0].cells, (left, 1 - left), strict=True
    ):
        column.width = cell.width = Mm(_width(paper) * share)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return table.rows[0].cells


def _line(cell: Any, words: str, style: str, align: Any = CENTRE) -> Any:
    """A line in a cell, the first in the paragraph that it has already."""
    is_new = not cell.paragraphs[0].text and len(cell.paragraphs) == 1
    paragraph = cell.paragraphs[0] if is_new else cell.add_paragraph()
    paragraph.style, paragraph.alignment = style, align
    paragraph.add_run(words)
    return paragraph


def _head(document: Any, paper: Paper, head: Head) -> None:
    left, right = _columns(document, paper)
    for words in head.body:
        _line(left, words, "Paper Body Name")
    if paper.form.below_body == "star":
        _line(left, "*", "Paper Body Name")
    else:
        docx_table.rule(_line(left, "", "Paper Rule"), Mm(_width(paper) * LEFT_SHARE), 0.4)
    _line(left, head.number, "Paper Head")
    if paper.stamp:
        _line(left, paper.stamp, "Paper Stamp")
    for words in paper.mark:
        _line(left, words, "Paper Mark")
    for place, words in enumerate(paper.form.nation):
        _line(right, words, "Paper Motto" if place else "Paper Nation")
    if paper.form.nation:
        width = Mm(_width(paper) * (1 - LEFT_SHARE))
        share = 0.76 if len(paper.form.nation) == 1 else 0.62
        docx_table.rule(_line(right, "", "Paper Rule"), width, share)
    _line(right, head.place_and_day, "Paper Day")


def _title(document: Any, paper: Paper) -> None:
    title = document.add_paragraph(paper.title, style="Title")
    title.alignment = CENTRE
    document.add_paragraph(paper.subject, style="Subtitle").alignment = CENTRE
    if paper.form.below_body == "star":
        document.add_paragraph("-----", style="Paper Head").alignment = CENTRE
    else:
        docx_table.rule(document.add_paragraph(style="Paper Rule"), Mm(_width(paper)), 0.25)


def _addressed(document: Any, paper: Paper) -> None:
    words = f"{paper.form.to} {', '.join(paper.to)}"
    document.add_paragraph(words, style="Paper To").alignment = CENTRE


def _blocks(document: Any, paper: Paper, blocks: tuple[Block, ...], links: Links) -> None:
    for block in blocks:
        if isinstance(block, Table):
            docx_table.add(document, block, Mm(_width(paper)), links)
            document.add_paragraph(style="Paper Gap")
        else:
            is_heading = isinstance(block, Heading)
            style = f"Heading {block.depth}" if is_heading else STYLES[block.look]  # type: ignore[union-attr]
            write_runs(document.add_paragraph(style=style)._p, block.text, links)


def _signature(document: Any, paper: Paper, signature: Signature) -> None:
    left, right = _columns(document, paper, left=0.32)
    for place, words in enumerate(signature.copies):
        style = "Paper Copy" if place else "Paper Copies"
        _line(left, f"- {words}" if place else words, style, WD_ALIGN_PARAGRAPH.LEFT)
    for place, words in enumerate(signature.lines or ("………………",)):
        _line(right, words, "Paper Signs As" if place else "Paper Signs")
    for _line_of_space in range(4):
        right.add_paragraph(style="Paper Signs")


def _annex(document: Any, paper: Paper, annex: Annex, place: int, links: Links) -> None:
    """An annex on pages of its own, numbered from 1."""
    is_first = place == 0 and not paper.head
    section = document.sections[0] if is_first else document.add_section(WD_SECTION.NEW_PAGE)
    _page(section, paper)
    _count_anew(section)
    if place == 0 and paper.stamp:
        document.add_paragraph(paper.stamp, style="Paper Stamp").alignment = RIGHT
    document.add_paragraph(annex.label, style="Paper Annex").alignment = CENTRE
    document.add_paragraph(annex.title.upper(), style="Paper Annex Title").alignment = CENTRE
    document.add_paragraph(annex.belongs, style="Paper Day").alignment = CENTRE
    docx_table.rule(document.add_paragraph(style="Paper Rule"), Mm(_width(paper)), 0.25)
    _blocks(document, paper, annex.blocks, links)


def _count_anew(section: Any) -> None:
    """Let the pages of a section be numbered from 1."""
    properties = section._sectPr
    for kept in properties.findall(qn("w:pgNumType")):
        properties.remove(kept)
    counting = OxmlElement("w:pgNumType")
    counting.set(qn("w:start"), "1")
    properties.insert_element_before(counting, "w:cols", "w:titlePg", "w:docGrid")


def _foot(document: Any, paper: Paper, links: Links) -> None:
    """What the paper was made from, and the way there for a telephone."""
    left, right = _columns(document, paper, left=26 / _width(paper))
    left.vertical_alignment = right.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    picture = left.paragraphs[0].add_run().add_picture(io.BytesIO(qr_png(paper.url)), Mm(22))
    picture._inline.docPr.set("descr", paper.url)
    write_runs(_line(right, "", "Paper Trace", WD_ALIGN_PARAGRAPH.LEFT)._p, paper.foot, links)
    document.add_paragraph(style="Paper Rule")
