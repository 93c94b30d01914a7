"""A paper (văn bản) as a value: what it says and where its words lead, not yet how it is written.

`docx_file` and `pdf_file` write the same value; nothing in it is markup.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from tinhgon.documents.papers.layout import Form


@dataclass(frozen=True, slots=True)
class Run:
    """Words that lead to one address, or to none."""

    text: str
    url: str = ""


Text = tuple[Run, ...]


class Look(StrEnum):
    """How a paragraph stands on the page."""

    BODY = "body"
    BASIS = "basis"
    ORDER = "order"
    BLANK = "blank"
    """What people must still write themselves."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `depth` 1 is a part or an article, 2 a section."""

    text: Text
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    text: Text
    look: Look = Look.BODY


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: each cell is one line of text or several."""

    cells: tuple[tuple[Text, ...], ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its share of the width, and whether it holds numbers."""

    head: str
    share: int
    number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of which the head is repeated on each page."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the title: who writes, under which number, where and when."""

    body: tuple[str, ...]
    number: str
    place_and_day: str


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex (phụ lục): it begins a page and counts its pages anew."""

    label: str
    title: str
    belongs: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """In whose name and as what somebody signs; the space for the name is left."""

    lines: tuple[str, ...]
    copies: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A whole paper; `stamp` says that it is a draft, and which.

    `mark` says on every page what it must not be taken for.
    `trace` says what it was made from, `url` where that is to be seen.
    """

    form: Form
    title: str
    subject: str
    stamp: str = ""
    mark: tuple[str, ...] = ()
    trace: str
    url: str
    head: Head | None = None
    to: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    signature: Signature | None = None
    annexes: tuple[Annex, ...] = field(default=())

    @property
    def foot(self) -> Text:
        """What it was made from, and the address where that is to be seen."""
        return (Run(f"{self.trace}. "), Run(self.url, self.url))

    def texts(self) -> Iterator[Text]:
        """Every stretch of words in it."""
        for block in (*self.blocks, *(block for one in self.annexes for block in one.blocks)):
            yield from _texts(block)


def _texts(block: Block) -> Iterator[Text]:
    if isinstance(block, Table):
        for row in block.rows:
            for cell in row.cells:
                yield from cell
    else:
        yield block.text


def plain(text: Text) -> str:
    """The words alone."""
    return "".join(run.text for run in text)
