"""Tables and lines in DOCX, written element by element: ten thousand rows in a second."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from tinhgon.documents.papers.docx_runs import Links, P, write_runs
from tinhgon.documents.papers.value import Column, Row, Run, Table, Text

TWIPS = 635
"""So many of the library's units are the twentieth part of a point."""

INSET = 108
"""So far a table's lines stand outside its words, in twentieths of a point."""

TR, TC, PPR = qn("w:tr"), qn("w:tc"), qn("w:pPr")
VAL, WIDTH, TYPE = qn("w:val"), qn("w:w"), qn("w:type")


def add(document: Any, table: Table, width: int, links: Links) -> None:
    """A table at the end of a document."""
    widths = _widths(table.columns, width)
    element = _empty(widths)
    _head(element, table.columns, widths, links)
    for row in table.rows:
        _row(element, row, table.columns, widths, links)
    document.element.body.insert_element_before(element, "w:sectPr")


def _widths(columns: tuple[Column, ...], width: int) -> list[str]:
    whole = sum(column.share for column in columns)
    room = width / TWIPS - INSET
    return [str(round(room * column.share / whole)) for column in columns]


def _empty(widths: list[str]) -> Any:
    """A table with its columns and without rows."""
    element = OxmlElement("w:tbl")
    facts = etree.SubElement(element, qn("w:tblPr"))
    etree.SubElement(facts, qn("w:tblStyle"), {VAL: "TableGrid"})
    etree.SubElement(facts, qn("w:tblW"), {WIDTH: str(sum(map(int, widths))), TYPE: "dxa"})
    etree.SubElement(facts, qn("w:tblInd"), {WIDTH: str(INSET), TYPE: "dxa"})
    etree.SubElement(facts, qn("w:tblLayout"), {TYPE: "fixed"})
    grid = etree.SubElement(element, qn("w:tblGrid"))
    for width in widths:
        etree.SubElement(grid, qn("w:gridCol"), {WIDTH: width})
    return element


def _head(element: Any, columns: tuple[Column, ...], widths: list[str], links: Links) -> None:
    line = etree.SubElement(element, TR)
    facts = etree.SubElement(line, qn("w:trPr"))
    etree.SubElement(facts, qn("w:cantSplit"))
    etree.SubElement(facts, qn("w:tblHeader"))
    for column, width in zip(columns, widths, strict=True):
        _paragraph(_cell(line, width), (Run(column.head),), "PaperCellHead", "center", links)


def _row(
    element: Any, row: Row, columns: tuple[Column, ...], widths: list[str], links: Links
) -> None:
    line = etree.SubElement(element, TR)
    etree.SubElement(etree.SubElement(line, qn("w:trPr")), qn("w:cantSplit"))
    style = "PaperCellStrong" if row.strong else "PaperCell"
    for lines, column, width in zip(row.cells, columns, widths, strict=True):
        cell = _cell(line, width)
        for text in lines or ((),):
            _paragraph(cell, text, style, "right" if column.number else "left", links)


def _cell(line: Any, width: str) -> Any:
    cell = etree.SubElement(line, TC)
    facts = etree.SubElement(cell, qn("w:tcPr"))
    etree.SubElement(facts, qn("w:tcW"), {WIDTH: width, TYPE: "dxa"})
    return cell


def _paragraph(cell: Any, text: Text, style: str, align: str, links: Links) -> None:
    paragraph = etree.SubElement(cell, P)
    facts = etree.SubElement(paragraph, PPR)
    etree.SubElement(facts, qn("w:pStyle"), {VAL: style})
    etree.SubElement(facts, qn("w:jc"), {VAL: align})
    write_runs(paragraph, text, links)


def rule(paragraph: Any, width: int, share: float) -> None:
    """Draw a line above an empty paragraph, in the middle, over a share of the width."""
    format = paragraph.paragraph_format
    format.left_indent = format.right_indent = int(width * (1 - share) / 2)
    borders = OxmlElement("w:pBdr")
    stroke = {VAL: "single", qn("w:sz"): "6", qn("w:space"): "1", qn("w:color"): "000000"}
    etree.SubElement(borders, qn("w:top"), stroke)
    facts = paragraph._p.get_or_add_pPr()
    facts.insert_element_before(borders, "w:shd", "w:spacing", "w:ind", "w:jc")
