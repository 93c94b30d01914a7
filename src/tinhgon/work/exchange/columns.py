"""The columns of a table of works, with the words by which departments head them."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tinhgon.ui.exchange.columns import Column, Table
from tinhgon.work.working import working

NAME, VIETNAMESE = "works", "nhiệm vụ"

FIXED = (
    Column("key", "số hiệu nhiệm vụ", also=("mã nhiệm vụ", "số hiệu")),
    Column(
        "title",
        "nội dung nhiệm vụ",
        True,
        ("work", "task", "what is to be done", "nhiệm vụ", "việc", "nội dung công việc"),
    ),
    Column("product", "sản phẩm", also=("what comes of it", "kết quả", "sản phẩm đầu ra")),
    Column("kind", "loại việc", also=("kind of work", "loại nhiệm vụ")),
    Column(
        "lead",
        "đơn vị chủ trì",
        True,
        ("unit", "leading unit", "unit that leads", "cơ quan chủ trì", "đơn vị thực hiện"),
    ),
    Column(
        "contributors",
        "đơn vị phối hợp",
        also=("contributing units", "cơ quan phối hợp", "phối hợp"),
    ),
    Column("officer", "người thực hiện", also=("who does it", "số hiệu cán bộ", "cán bộ")),
    Column("due_on", "hạn hoàn thành", also=("due day", "ngày đến hạn", "thời gian hoàn thành")),
    Column("term", "số thời hạn", also=("number", "thời hạn")),
    Column("measure", "tính theo", also=("of what", "đơn vị tính")),
    Column("instrument", "số văn bản", also=("under", "văn bản", "số ký hiệu văn bản")),
    Column("origin", "nguồn giao", also=("where it comes from", "căn cứ giao")),
    Column("template", "bộ tiêu chí rõ", also=("set of clarities",)),
)
"""What every table of works has; the clarities for which words are written come after."""

EXPLAINED: dict[str, Promise] = {
    "key": _(
        "A number of your own, by which the work is known: a file with it is taken once only. "
        "Letters, digits and @ . _ : ~ + - only. May stay empty."
    ),
    "title": _("What is to be done, at most 500 characters."),
    "product": _("What comes of it."),
    "kind": _("Kind of work; empty: the first of %(kinds)s."),
    "lead": _("The one unit that leads: its name, its code or its key."),
    "contributors": _("Units that contribute, with ; between them. May stay empty."),
    "officer": _("Number of whoever does it. Empty: whoever leads the unit."),
    "due_on": _("The day on which it is due: 31/12/2026 or 2026-12-31."),
    "term": _("Or a number from 1 to 1000, counted from the day after it is given."),
    "measure": _("What the number counts: %(measures)s. Empty: working days."),
    "instrument": _("Number of the instrument by which it is given, as the register has it."),
    "origin": _("Where it comes from, where there is no instrument."),
    "template": _("Which set of clarities; empty: the first of %(templates)s."),
}
"""What is written in each column, for the sheet that explains them."""


@dataclass(frozen=True)
class WorkTable:
    """The table as it is on a day: `clear` are the columns of clarities, by clarity."""

    table: Table
    clear: dict[str, str]


def work_table(on: date) -> WorkTable:
    """The table with a column for each clarity of the sets in use on a day that wants words."""
    columns, clear = {one.name: one for one in FIXED}, dict[str, str]()
    taken = {way for one in FIXED for way in one.ways}
    for template in working().templates_on(on).values():
        for one in template.written:
            column = Column(
                f"clear_{one.key}", one.name.in_("vi"), also=(one.key, one.name.in_("en"))
            )
            if column.name not in columns and taken.isdisjoint(column.ways):
                columns[column.name], clear[one.key] = column, column.name
                taken |= column.ways
    return WorkTable(Table(NAME, VIETNAMESE, (*columns.values(),)), clear)


def is_vietnamese() -> bool:
    """Whether the reader has headings by their Vietnamese names."""
    return (get_language() or "vi") == "vi"
