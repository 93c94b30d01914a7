"""Tables of works that Nam Từ Liêm gives to its wards, as files."""

import io
from datetime import timedelta

from django.utils.timezone import localdate

from tinhgon.ui.spreadsheets import workbook_bytes, write_csv

HEADER = [
    *("Số hiệu nhiệm vụ", "Nội dung nhiệm vụ", "Sản phẩm", "Đơn vị chủ trì", "Đơn vị phối hợp"),
    *(
        "Hạn hoàn thành",
        "Số thời hạn",
        "Tính theo",
        "Nguồn giao",
        "rõ trách nhiệm",
        "rõ thẩm quyền",
    ),
]
DUE = localdate() + timedelta(days=20)


def row(place=0, **changed):
    """A sound row; `changed` by heading, spaces written as _."""
    cells = {
        "Số hiệu nhiệm vụ": f"NV{place:05}",
        "Nội dung nhiệm vụ": f"Rà soát nhà văn hóa số {place}",
        "Sản phẩm": "Báo cáo",
        "Đơn vị chủ trì": "DM",
        "Đơn vị phối hợp": "",
        "Hạn hoàn thành": DUE.isoformat(),
        "Nguồn giao": "Họp giao ban",
        "rõ trách nhiệm": "Chịu trách nhiệm chính",
        "rõ thẩm quyền": "Chủ tịch phường quyết định",
        "Số thời hạn": "",
        "Tính theo": "",
    }
    cells |= {name.replace("_", " "): value for name, value in changed.items()}
    return [cells[name] for name in HEADER]


def rows(many):
    """So many sound rows."""
    return [row(place) for place in range(many)]


def workbook(lines, header=HEADER):
    """The table as one XLSX file."""
    return [("giao-viec.xlsx", workbook_bytes({"Sheet1": (header, lines)}))]


def csv(lines, header=HEADER):
    """The table as CSV, with the marks and quotes that a download has."""
    out = io.StringIO()
    write_csv(out, header, lines)
    return [("giao-viec.csv", out.getvalue().encode())]
