"""What tests read of a paper that was written as DOCX."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from tinhgon.domain.structure.claims import Extent
from tinhgon.domain.structure.packages import Plan

EXTENTS = {"Toàn bộ": Extent.WHOLE, "Một phần": Extent.PART, "Phần còn lại": Extent.REST}
Taken = tuple[str, str, str, str]
"""Code of the successor, how much, code of the source, clause."""


def rows(table: Any) -> list[list[str]]:
    """The cells of a table but its head."""
    return [[cell.text for cell in row.cells] for row in table.rows[1:]]


def taken_in(document: Any) -> Counter[Taken]:
    """What each successor of the first annex takes, by the words of its table."""
    tables = [one for one in document.tables if one.rows[0].cells[-2].text == "Hình thành từ"]
    return Counter(one for table in tables for row in rows(table) for one in _taken(row))


def _taken(row: list[str]) -> Iterator[Taken]:
    _number, _name, code, sources, clause = row
    for line in sources.split("\n"):
        extent = next(EXTENTS[words] for words in EXTENTS if line.startswith(words))
        yield code, extent, re.findall(r"\((\d{5})\)$", line)[0], clause


def taken_by(plans: list[Plan], codes: dict[str, str]) -> Counter[Taken]:
    """What each successor takes, by the operations of plans."""
    return Counter(
        (codes[claim.successor], claim.extent, codes[claim.source], operation.clause)
        for plan in plans
        for operation in plan.operations
        for claim in operation.effects().claims
    )


def text(document: Any) -> str:
    """All words of a document, tables too, in order."""
    return "\n".join(
        "".join(t.text or "" for t in paragraph.iter(qn("w:t")))
        for paragraph in document.element.body.iter(qn("w:p"))
    )


def addresses(document: Any) -> set[str]:
    """Where the words of a document lead."""
    return {rel.target_ref for rel in document.part.rels.values() if rel.is_external}
