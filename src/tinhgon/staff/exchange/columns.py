"""The three tables and their columns, with the words by which people write them."""

from dataclasses import dataclass

from tinhgon.domain.structure.plan_tables.cells import plain


@dataclass(frozen=True)
class Column:
    """A column: its name in files, its Vietnamese heading, whether every row must say it."""

    name: str
    vietnamese: str
    needed: bool = False

    @property
    def ways(self) -> set[str]:
        """The headings by which it is known."""
        return {plain(self.name), plain(self.vietnamese)}


@dataclass(frozen=True)
class Table:
    """A table: its name, the Vietnamese name of its sheet, its columns."""

    name: str
    vietnamese: str
    columns: tuple[Column, ...]

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns that must be there."""
        return tuple(column.name for column in self.columns if column.needed)

    def column(self, heading: str) -> Column | None:
        """The column of a heading, or None."""
        return next((one for one in self.columns if plain(heading) in one.ways), None)


OFFICERS = Table(
    "officers",
    "cán bộ",
    (
        Column("number", "số hiệu", True),
        Column("name", "họ tên", True),
        Column("born", "ngày sinh"),
        Column("retires_as", "giới tính"),
        Column("invented", "minh họa"),
    ),
)
POSTS = Table(
    "posts",
    "vị trí",
    (
        Column("post", "số hiệu vị trí", True),
        Column("unit", "đơn vị", True),
        Column("title", "tên vị trí", True),
        Column("title_en", "tên tiếng Anh"),
        Column("kind", "nhóm nhân sự", True),
        Column("rank", "thứ bậc"),
        Column("from", "từ ngày", True),
        Column("until", "đến trước ngày"),
        Column("instrument", "văn bản"),
    ),
)
ASSIGNMENTS = Table(
    "assignments",
    "phân công",
    (
        Column("officer", "số hiệu cán bộ", True),
        Column("post", "ở vị trí", True),
        Column("basis", "hình thức"),
        Column("from", "từ ngày", True),
        Column("until", "đến trước ngày"),
        Column("instrument", "văn bản"),
        Column("reason", "lý do"),
    ),
)
TABLES = (OFFICERS, POSTS, ASSIGNMENTS)


def table_named(name: str) -> Table | None:
    """The table of a sheet or a file of this name."""
    said = plain(name)
    return next((one for one in TABLES if said in {plain(one.name), plain(one.vietnamese)}), None)


def table_headed(headings: list[str]) -> Table | None:
    """The table of which all needed columns stand in a header; None where none is."""
    for table in TABLES:
        said = {found.name for heading in headings if (found := table.column(heading))}
        if {*table.needed} <= said:
            return table
    return None
