"""A small Viet Nam of June 2025 with a little of July, and an even smaller Norway."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from tinhgon.domain.jurisdictions import Jurisdiction, read_jurisdiction
from tinhgon.domain.lookup import Entry, Found, Index
from tinhgon.domain.periods import Period

JUNE, JULY = date(2025, 6, 30), date(2025, 7, 1)
BEFORE, SINCE = Period(None, JULY), Period(JULY, None)
DAI_MO = "Phường Đại Mỗ, Quận Nam Từ Liêm, Thành phố Hà Nội"

PROVINCES = """
01 thành phố Hà Nội
79 thành phố Hồ Chí Minh
38 tỉnh Thanh Hóa
66 tỉnh Đắk Lắk
93 tỉnh Hậu Giang
02 tỉnh Hà Giang
77 tỉnh Bà Rịa - Vũng Tàu
46 thành phố Huế
"""

DISTRICTS = """
019 quận Nam Từ Liêm < 01
021 quận Bắc Từ Liêm < 01
007 quận Hai Bà Trưng < 01
009 quận Thanh Xuân < 01
018 huyện Gia Lâm < 01
271 huyện Ba Vì < 01
770 quận 3 < 79
764 quận Gò Vấp < 79
399 huyện Hoằng Hóa < 38
381 thị xã Bỉm Sơn < 38
645 huyện Ea H'Leo < 66
643 thành phố Buôn Ma Thuột < 66
930 thành phố Vị Thanh < 93
748 thành phố Bà Rịa < 77
"""

COMMUNES = """
00634 phường Đại Mỗ < 019
00625 phường Mỹ Đình 1 < 019
00626 phường Mỹ Đình 2 < 019
00622 phường Phương Canh < 019
00637 phường Trung Văn < 019
00259 phường Phố Huế < 007
00613 phường Thụy Phương < 021
00352 phường Khương Trung < 009
00367 phường Thanh Xuân Bắc < 009
00430 xã Thanh Xuân < 271
00526 thị trấn Yên Viên < 018
00532 xã Yên Viên < 018
09661 xã Ba Vì < 271
27154 phường 1 < 770
27142 phường 3 < 770
26890 phường 1 < 764
26899 phường 10 < 764
15889 xã Hoằng Quỳ < 399
15892 xã Hoằng Quý < 399
15925 xã Hoằng Hợp < 399
14809 phường Ba Đình < 381
24184 xã Ea H'leo < 645
24190 xã Ea Sol < 645
24118 phường Thành Công < 643
31318 phường I < 930
31321 phường III < 930
26560 phường Phước Nguyên < 748
"""

SINCE_JULY = """
00635 phường Đại Mỗ < 01
00226 phường Đống Đa < 01
00634 phường Tây Mỗ < 01
26740 phường Sài Gòn < 79
"""


def _entries(level: str, lines: str, period: Period) -> Iterator[Entry]:
    for line in lines.strip().splitlines():
        unit, _, parent = line.partition(" < ")
        code, _, words = unit.partition(" ")
        kind = next(kind for kind in VIETNAM.levels[level].kinds if words.startswith(kind + " "))
        name = words.removeprefix(kind + " ")
        key = f"{code} {period.start or 'old'}"
        above = f"{parent} old" if parent else None
        yield Entry(key, level, kind, name, code, above, period)


def vietnamese() -> Jurisdiction:
    file = Path(__file__).parents[3] / "statutes" / "jurisdictions" / "vn.yaml"
    return read_jurisdiction(yaml.safe_load(file.read_text(encoding="utf-8")))


VIETNAM = vietnamese()


@cache
def index() -> Index:
    return Index(
        [
            *_entries("province", PROVINCES, Period()),
            *_entries("district", DISTRICTS, BEFORE),
            *_entries("commune", COMMUNES, BEFORE),
            *_entries("commune", SINCE_JULY, SINCE),
        ],
        VIETNAM,
    )


def written(found: Found, jurisdiction: Jurisdiction = VIETNAM) -> str:
    return ", ".join(jurisdiction.full_name(entry.kind, entry.name) for entry in found.path)


def understood(query: str, on: date | None = JUNE) -> tuple[str, ...]:
    """By which step a query was understood, and the units it means."""
    match = index().understand(query, on)
    return (match.how.value, *map(written, match.units))


def suggested(query: str, on: date | None = JUNE) -> tuple[str, ...]:
    return tuple(map(written, index().understand(query, on).suggestions))
