"""Blocks of a report in few words: headings, sentences, rows whose numbers lead to lists.

`site` is the address of the site, or nothing where a page of it shows the blocks.
"""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from tinhgon.documents.papers.value import Block, Heading, Paragraph, Row, Run, Table, Text
from tinhgon.ui import writing


def heading(words: str) -> Heading:
    """A part of the report."""
    return Heading(text(words))


def said(words: str) -> Paragraph:
    """A sentence."""
    return Paragraph(text(words))


def text(words: str) -> Text:
    """Words that lead nowhere."""
    return (Run(words),)


def linked(words: str, site: str, url: str) -> Text:
    """Words that lead to a page of the site."""
    return (Run(words, f"{site}{url}"),)


def counted(many: int, site: str, url: str) -> Text:
    """A number that leads to the list of what it counts."""
    return linked(writing.count(many), site, url)


def work(key: str, words: str, site: str) -> Text:
    """Words that lead to a work."""
    return linked(words, site, reverse("work:work", args=[key]))


def lines(told: Any) -> tuple[Text, ...]:
    """A cell: of words or of a text one line; of a list as many."""
    if isinstance(told, list):
        return tuple(line for one in told for line in lines(one))
    return (text(told) if isinstance(told, str) else told,)


def row(*cells: Any, strong: bool = False) -> Row:
    """A line of a table."""
    return Row(tuple(lines(one) for one in cells), strong)


def as_shown(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Blocks as `directives/blocks.html` shows them on a page."""
    return [_shown(one) for one in blocks]


def _shown(block: Any) -> dict[str, Any]:
    sort = {Heading: "heading", Table: "table"}.get(type(block), "paragraph")
    if sort != "table":
        return {"sort": sort, "text": block.text}
    rows = [[*zip(block.columns, row.cells, strict=True)] for row in block.rows]
    return {"sort": sort, "columns": block.columns, "rows": rows}
