"""What the head of a document says of it."""

from datetime import date

import pytest

from tinhgon.domain.documents.heads import head_of

HEAD = """ỦY BAN NHÂN DÂN
THÀNH PHỐ HÀ NỘI
_____
Số: 812/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 26 tháng 11 năm 2026

THÔNG BÁO
Kết luận của Chủ tịch Ủy ban nhân dân Thành phố
tại cuộc họp về nhà văn hóa

Ngày 20 tháng 11 năm 2026, Chủ tịch chủ trì cuộc họp theo Kế hoạch số 86/KH-UBND.
"""
ROW = (
    "UBND THÀNH PHỐ HÀ NỘI | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Số: 812/TB-UBND | Hà Nội, ngày 26 tháng 11 năm 2026\n"
)


def test_a_head_says_number_day_title_and_issuer() -> None:
    found = head_of(HEAD)

    assert (str(found.number), found.day) == ("812/TB-UBND", date(2026, 11, 26))
    assert found.title == (
        "Thông báo Kết luận của Chủ tịch Ủy ban nhân dân Thành phố tại cuộc họp về nhà văn hóa"
    )
    assert found.issuer == ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HÀ NỘI")


def test_a_head_in_two_columns_is_read_as_well() -> None:
    found = head_of(ROW)

    assert (str(found.number), found.day) == ("812/TB-UBND", date(2026, 11, 26))
    assert found.issuer == ("UBND THÀNH PHỐ HÀ NỘI",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Giao Sở Nội vụ rà soát theo Kế hoạch số: 86/KH-UBND.",
        "Số: ……/TB-UBND",
        "Kết luận tại cuộc họp, Chủ tịch giao Sở Nội vụ rà soát.",
        "1. Giao Sở Nội vụ rà soát.\nHà Nội, ngày 26 tháng 11 năm 2026\n",
        "Giao Sở Nội vụ rà soát.\nSố: 812/TB-UBND\n",
        "1. Sở Nội vụ báo cáo trước ngày 15 tháng 12 năm 2026",
    ],
)
def test_what_a_text_does_not_say_in_a_head_is_not_guessed(text: str) -> None:
    found = head_of(text)

    assert (found.number, found.day, found.title, found.end) == (None, None, "", 0)


def test_a_day_that_is_none_is_not_told() -> None:
    assert head_of("Hà Nội, ngày 31 tháng 2 năm 2026\n").day is None


def test_a_title_in_one_line_stays_as_it_stands() -> None:
    text = "KẾT LUẬN CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN\n1. Giao Sở Nội vụ rà soát."

    assert head_of(text).title == "KẾT LUẬN CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN"
