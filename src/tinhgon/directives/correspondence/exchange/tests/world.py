"""Books of Đại Mỗ that were kept as tables: what came in and what went out in 2025."""

import io
from csv import writer
from datetime import date, timedelta

from tinhgon.ui.spreadsheets import workbook_bytes

INCOMING = [
    *("STT", "Ngày đến", "Nơi gửi", "Số và ký hiệu", "Ngày văn bản", "Loại", "Trích yếu"),
    *("Chuyển đến", "Hạn trả lời", "Lý do hủy", "Nơi gửi là đơn vị"),
]
OUTGOING = [
    *("STT", "Số và ký hiệu", "Ngày văn bản", "Loại", "Trích yếu", "Người ký", "Nơi nhận"),
    "Lý do hủy",
]
A_DAY = 14
"""So many documents come in on a day."""


def came(serial, **changed):
    """A sound row of what came in; `changed` by heading, spaces written as _."""
    day = date(2025, 1, 2) + timedelta(days=serial // A_DAY)
    cells = {
        "STT": str(serial),
        "Ngày đến": day.isoformat(),
        "Nơi gửi": "Sở Nội vụ",
        "Số và ký hiệu": f"{serial}/BC-SNV",
        "Ngày văn bản": (day - timedelta(days=1)).isoformat(),
        "Trích yếu": f"Báo cáo biên chế số {serial}",
    }
    return _row(INCOMING, cells, changed)


def went(serial, **changed):
    """A sound row of what went out."""
    cells = {
        "STT": str(serial),
        "Số và ký hiệu": f"{serial:02}/QĐ-UBND",
        "Ngày văn bản": (date(2025, 1, 2) + timedelta(days=serial)).isoformat(),
        "Trích yếu": f"Thành lập tổ công tác số {serial}",
        "Người ký": "Đinh Thị Mai",
        "Nơi nhận": "Như Điều 3; Lưu: VT",
    }
    return _row(OUTGOING, cells, changed)


def csv(lines, header=INCOMING):
    """The table as CSV, as somebody else wrote it: formulas stay what they are."""
    out = io.StringIO()
    writer(out).writerows([header, *lines])
    return [("so-van-ban.csv", out.getvalue().encode())]


def workbook(lines, header=INCOMING):
    """The table as one XLSX file."""
    return [("so-van-ban.xlsx", workbook_bytes({"Sheet1": (header, lines)}))]


def _row(header, cells, changed):
    cells |= {name.replace("_", " "): value for name, value in changed.items()}
    return [cells.get(name, "") for name in header]
