"""Words and links in DOCX."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

from tinhgon.documents.papers.value import Run, Text

P, R, T, HYPERLINK, ID = (qn(name) for name in ("w:p", "w:r", "w:t", "w:hyperlink", "r:id"))
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Links:
    """The addresses that a file leads to, each kept once.

    The library looks through all of them for each it adds; ten thousand take it minutes.
    """

    def __init__(self, part: Any) -> None:
        self._rels, self._ids = part.rels, dict[str, str]()

    def id(self, url: str) -> str:
        """Under which id an address is kept."""
        if url not in self._ids:
            self._ids[url] = f"rPaper{len(self._ids) + 1}"
            self._rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, url, self._ids[url], True)
        return self._ids[url]


def write_runs(paragraph: Any, text: Text, links: Links) -> None:
    """Runs at the end of a paragraph element."""
    for run in text:
        into = paragraph
        if run.url:
            into = etree.SubElement(paragraph, HYPERLINK, {ID: links.id(run.url)})
        _write(into, run)


def _write(into: Any, run: Run) -> None:
    words = etree.SubElement(etree.SubElement(into, R), T, {SPACE: "preserve"})
    words.text = run.text
