"""A paper as PDF: tagged, and as a screen reader wants it (PDF/UA-1).

The paper goes to the typesetter as JSON, which `paper.typ` reads as words and never as markup.
"""

import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import fontpkg_noto_serif
import typst

from tinhgon.documents.papers.qr import qr_svg
from tinhgon.documents.papers.value import Annex, Block, Heading, Paper, Row, Table, Text

TEMPLATE = Path(__file__).with_name("paper.typ")
MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""The same paper is the same file, whenever it is printed."""


def pdf_bytes(paper: Paper) -> bytes:
    """A paper as the bytes of a PDF file."""
    contents = json.dumps(_paper(paper), ensure_ascii=False)
    return typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=_fonts(),
        sys_inputs={"paper": contents},
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=MADE,
    )


@cache
def _fonts() -> Any:
    """The one face of papers; what the machine has besides is left alone."""
    folder = Path(fontpkg_noto_serif.ROOT) / "files"
    return typst.Fonts(font_paths=[folder], include_system_fonts=False)


def _paper(paper: Paper) -> dict[str, Any]:
    form, head, signature = paper.form, paper.head, paper.signature
    return {
        "language": form.language or "en",
        "margins": vars(form.margins),
        "nation": form.nation,
        "star": form.below_body == "star",
        "title": paper.title,
        "subject": paper.subject,
        "stamp": paper.stamp,
        "mark": paper.mark,
        "head": head and {"body": head.body, "number": head.number, "day": head.place_and_day},
        "to": f"{form.to} {', '.join(paper.to)}" if paper.to else "",
        "blocks": [*map(_block, paper.blocks)],
        "signature": signature and {"lines": signature.lines, "copies": signature.copies},
        "annexes": [*map(_annex, paper.annexes)],
        "foot": _text(paper.foot),
        "url": paper.url,
        "qr": qr_svg(paper.url),
    }


def _annex(annex: Annex) -> dict[str, Any]:
    return {
        "label": annex.label,
        "title": annex.title.upper(),
        "belongs": annex.belongs,
        "blocks": [*map(_block, annex.blocks)],
    }


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Table):
        return {
            "kind": "table",
            "heads": [column.head for column in block.columns],
            "shares": [column.share for column in block.columns],
            "numbers": [column.number for column in block.columns],
            "rows": [*map(_row, block.rows)],
        }
    if isinstance(block, Heading):
        return {"kind": "heading", "depth": block.depth, "text": _text(block.text)}
    return {"kind": str(block.look), "text": _text(block.text)}


def _row(row: Row) -> dict[str, Any]:
    return {"strong": row.strong, "cells": [[_text(line) for line in cell] for cell in row.cells]}


def _text(text: Text) -> list[list[str]]:
    return [[run.text, run.url] for run in text]
