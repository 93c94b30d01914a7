"""The columns of a book as a table: those of its export, with other words that head them."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tinhgon.directives.models import Book
from tinhgon.ui.exchange.columns import Column, Table

SERIAL = Column("serial", "STT", True, ("No.", "số thứ tự", "số đến", "số đi", "running number"))
ISSUED = Column(
    "issued",
    "ngày văn bản",
    True,
    ("day of the document", "ngày tháng", "ngày tháng văn bản", "ngày ban hành"),
)
KIND = Column("kind", "loại", also=("loại văn bản", "tên loại"))
ABSTRACT = Column("abstract", "trích yếu", True, ("trích yếu nội dung", "nội dung"))
CANCELLED = Column("cancelled", "lý do hủy", also=("cancelled because", "hủy vì", "đã hủy"))
NUMBERS = ("number and symbol", "số, ký hiệu", "số ký hiệu", "số, ký hiệu văn bản")

INCOMING = Table(
    "incoming",
    "văn bản đến",
    (
        SERIAL,
        Column("received", "ngày đến", True, ("received on", "ngày nhận")),
        Column("sender", "nơi gửi", also=("tác giả", "cơ quan gửi", "cơ quan ban hành")),
        Column("number", "số và ký hiệu", also=NUMBERS),
        ISSUED,
        KIND,
        ABSTRACT,
        Column(
            "forwarded", "chuyển đến", also=("passed on to", "đơn vị hoặc người nhận", "nơi nhận")
        ),
        Column("due", "hạn trả lời", also=("answer due on", "hạn xử lý")),
        CANCELLED,
        Column("sender_unit", "nơi gửi là đơn vị", also=("sender: a unit", "đơn vị gửi")),
    ),
)
OUTGOING = Table(
    "outgoing",
    "văn bản đi",
    (
        SERIAL,
        Column("number", "số và ký hiệu", True, NUMBERS),
        ISSUED,
        KIND,
        ABSTRACT,
        Column("signer", "người ký", True, ("signed by",)),
        Column("recipients", "nơi nhận", True, ("recipients", "nơi nhận văn bản")),
        CANCELLED,
    ),
)

EXPLAINED: dict[str, Promise] = {
    "serial": _("The running number, from 1 on; none is left out and none stands twice."),
    "received": _("The day on which it came in."),
    "sender": _("Who sent it, in words; or leave it empty and name a unit."),
    "sender_unit": _("The unit of the register that sent it: its name, code or key."),
    "number": _("As it stands in its head: 86/KH-UBND or 07-KH/BCĐ."),
    "issued": _("The day of the document: 31/12/2026 or 2026-12-31."),
    "kind": _("May be empty where the number says it."),
    "abstract": _("What it is about."),
    "forwarded": _("The units to which it was passed on, with ; between them."),
    "due": _("The day on which an answer was due."),
    "signer": _("Who signed it."),
    "recipients": _("To whom it went."),
    "cancelled": _("Only of a number that was cancelled: why. The row stays in the book."),
}
"""What belongs in each column."""


def book_table(book: Book) -> Table:
    """The table of a book of this direction."""
    return OUTGOING if book.is_outgoing else INCOMING
