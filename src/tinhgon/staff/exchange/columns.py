"""The three tables and their columns, with the words by which people write them."""

from tinhgon.ui.exchange.columns import Column, Table

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
