"""Files of ten thousand invented officers, well formed, and fifty faults of ten kinds in them."""

import io

from tinhgon.staff.exchange.columns import ASSIGNMENTS, OFFICERS, POSTS
from tinhgon.staff.models import Assignment, Officer, Particulars, Placement, Post
from tinhgon.ui.spreadsheets import workbook_bytes, write_csv

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ")
MIDDLE = ("Văn", "Thị", "Minh", "Ngọc", "Quốc", "Thu", "Đức", "Thanh")
GIVEN = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Lan", "Nam", "Phúc", "Sơn", "Yến")


def name(place):
    """An invented name."""
    parts = FAMILY[place % 10], MIDDLE[place // 10 % 8], GIVEN[place // 80 % 12]
    return " ".join(parts)


def tables(many):
    """So many officers, each in a post of Đại Mỗ or Tây Mỗ, as lists of cells by table."""
    officers = [
        [
            f"CB{n:05}",
            name(n),
            f"{1965 + n % 35}-0{1 + n % 9}-1{n % 10}",
            ("men", "women")[n % 2],
            "1",
        ]
        for n in range(many)
    ]
    posts = [
        [f"VT{n:05}", ("DM", "TM")[n % 2], "Chuyên viên", "Officer", "civil-servant", "none",
         "2025-01-01", "", ""]
        for n in range(many)
    ]  # fmt: skip
    assignments = [
        [f"CB{n:05}", f"VT{n:05}", "main", "2025-01-01", "", "", ""] for n in range(many)
    ]
    return {"officers": officers, "posts": posts, "assignments": assignments}


def workbook(rows):
    """The tables as one XLSX file."""
    return workbook_bytes(
        {
            table.name: ([column.name for column in table.columns], rows[table.name])
            for table in (OFFICERS, POSTS, ASSIGNMENTS)
            if table.name in rows
        }
    )


def csv_files(rows):
    """The tables as a CSV file each, with the marks and quotes that a download has."""
    files = []
    for table in (OFFICERS, POSTS, ASSIGNMENTS):
        out = io.StringIO()
        write_csv(out, [column.name for column in table.columns], rows[table.name])
        files.append((f"{table.name}.csv", out.getvalue().encode()))
    return files


def forget_everybody():
    """No officers and no posts are known any more."""
    for model in (Assignment, Placement, Post, Particulars, Officer):
        model.objects.all().delete()


def spoil(rows):
    """Five faults of each of ten kinds; gives what is to be found: (sheet, row, column, code)."""
    officers, assignments = rows["officers"], rows["assignments"]
    expected = set()

    def put(table, place, column, value, code):
        columns = {one.name: at for t in (OFFICERS, POSTS, ASSIGNMENTS) if t.name == table
                   for at, one in enumerate(t.columns)}  # fmt: skip
        rows[table][place][columns[column]] = value
        expected.add((table, place + 2, column, code))

    for n in range(5):
        put("officers", 10 + n, "name", "", "empty-cell")
        put("officers", 20 + n, "born", "31/02/1980", "bad-day")
        officers.append([*officers[40 + n]])
        expected.add(("officers", len(officers) + 1, "number", "named-twice"))
        put("posts", 50 + n, "unit", "XX", "unknown-unit")
        put("posts", 60 + n, "kind", "hiệp sĩ", "unknown-word")
        put("posts", 70 + n, "until", "2024-12-31", "ends-before-it-starts")
        put("posts", 80 + n, "title", "=1+1", "formula")
        put("assignments", 90 + n, "officer", "CB99999", "unknown-officer")
        put("assignments", 100 + n, "post", "VT99999", "unknown-post")
        put("assignments", 110 + n, "officer", assignments[120 + n][0], "second-main-post")
        expected.discard(("assignments", 112 + n, "officer", "second-main-post"))
        expected.add(("assignments", 122 + n, "officer", "second-main-post"))
    return expected
