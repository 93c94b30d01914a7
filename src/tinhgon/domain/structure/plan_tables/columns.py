"""The columns of a plan's table, and what else they may be called."""

from collections.abc import Iterable

from tinhgon.domain.structure.plan_tables.cells import plain

COLUMNS: dict[str, tuple[str, ...]] = {
    "operation": ("thao tác", "số thao tác", "stt"),
    "verb": ("loại thao tác", "hình thức sắp xếp"),
    "clause": ("điều khoản", "căn cứ"),
    "unit": ("đơn vị", "đơn vị nguồn"),
    "unit_name": ("tên đơn vị", "tên đơn vị nguồn"),
    "extent": ("phần lấy", "mức lấy"),
    "carries": ("gồm", "lấy gì"),
    "main": ("kế thừa chính", "nhận phần chính"),
    "successor": ("đơn vị kế thừa", "đơn vị mới"),
    "successor_name": ("tên đơn vị kế thừa",),
    "level": ("cấp",),
    "kind": ("loại", "loại đơn vị"),
    "name": ("tên", "tên mới"),
    "code": ("mã", "mã mới"),
    "parent": ("trực thuộc", "đơn vị cấp trên"),
    "parent_name": ("tên đơn vị cấp trên",),
    "hierarchy": ("hệ thống",),
    "ties": ("quan hệ khác",),
    "latitude": ("vĩ độ",),
    "longitude": ("kinh độ",),
    "area_km2": ("diện tích", "diện tích km2", "diện tích (km2)"),
}
"""Each column in the order of the table, with its names in Vietnamese."""

REQUIRED = ("operation", "verb")
SAID_IN_WORDS = {"unit": "unit_name", "successor": "successor_name", "parent": "parent_name"}
"""The columns that say in words which unit another names by its key or code."""

FACTS = ("level", "kind", "name", "code", "parent", "ties", "latitude", "longitude", "area_km2")
"""What is said of a unit that begins."""

_CALLED = {plain(word): column for column, words in COLUMNS.items() for word in (column, *words)}


def column_of(heading: str) -> str | None:
    """The column that a heading names, in either language; None if there is no such column."""
    return _CALLED.get(plain(heading))


def columns_of(headings: Iterable[str]) -> list[str | None]:
    """The columns of a header."""
    return [column_of(heading) for heading in headings]
