"""Deadlines in words: the last day on which one is in time, or what must be counted."""

from datetime import date
from typing import Any

import pytest

from tinhgon.domain.documents.directions.deadlines import chosen, find_dues
from tinhgon.domain.documents.directions.drafts import Due
from tinhgon.domain.documents.directions.tests.measuring import due_words
from tinhgon.domain.documents.spans import Span

FRIDAY = date(2026, 11, 20)


def dues(text: str, on: date | None = FRIDAY, **options: Any) -> list[Due]:
    return find_dues(text, 0, len(text), on, Span, **options)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("trước ngày 15/12/2026", "2026-12-14"),
        ("trước 15/12/2026", "2026-12-14"),
        ("trước ngày 01 tháng 3 năm 2027", "2027-02-28"),
        ("chậm nhất ngày 15/12/2026", "2026-12-15"),
        ("chậm nhất là ngày 15-12-2026", "2026-12-15"),
        ("đến hết ngày 31/12/2026", "2026-12-31"),
        ("trước 17 giờ ngày 15/12/2026", "2026-12-15"),
        ("trước 17h30 ngày 15/12/2026", "2026-12-15"),
        ("xong trong quý I/2027", "2027-03-31"),
        ("trong quý IV năm 2026", "2026-12-31"),
        ("trước quý II/2027", "2027-03-31"),
        ("hoàn thành trong tháng 02/2028", "2028-02-29"),
        ("trong năm 2027", "2027-12-31"),
        ("trong 6 tháng đầu năm 2027", "2027-06-30"),
        ("trong 6 tháng cuối năm 2027", "2027-12-31"),
        ("trong tuần này", "2026-11-22"),
        ("trong tuần tới", "2026-11-29"),
        ("trong tháng này", "2026-11-30"),
        ("trong quý này", "2026-12-31"),
    ],
)
def test_a_day_or_a_period_gives_its_last_day(text: str, last: str) -> None:
    assert [str(one.last) for one in dues(text)] == [last]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("trước ngày 15/12", "2026-12-14"),
        ("trước ngày 10/11", "2027-11-09"),
        ("trong tháng 11", "2026-11-30"),
        ("trong tháng 10", "2027-10-31"),
        ("trong quý III", "2027-09-30"),
    ],
)
def test_without_a_year_it_is_the_next_one_and_assumed(text: str, last: str) -> None:
    (due,) = dues(text)

    assert (str(due.last), due.assumed) == (last, True)


@pytest.mark.parametrize("text", ["trước ngày 15/12", "trong tháng 11", "trong tuần này"])
def test_without_the_day_of_the_text_it_is_unclear(text: str) -> None:
    assert [due_words(one) for one in dues(text, on=None)] == ["unclear"]


@pytest.mark.parametrize(
    ("text", "said", "since"),
    [
        (
            "trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ",
            "5 working-days",
            "kể từ ngày nhận đủ hồ sơ",
        ),
        ("trong vòng 15 ngày", "15 days", None),
        ("chậm nhất 03 (ba) ngày làm việc", "3 working-days", None),
        ("không quá 24 giờ", "24 hours", None),
        ("trong 03 tháng kể từ ngày 01/9/2026", "3 months", "kể từ ngày 01/9/2026"),
    ],
)
def test_so_many_days_after_something_are_left_to_be_counted(
    text: str, said: str, since: str | None
) -> None:
    (due,) = dues(text)

    assert (due_words(due), due.since, due.last) == (said, since, None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hằng tháng", "every month"),
        ("định kỳ hàng quý", "every quarter"),
        ("mỗi tuần", "every week"),
        ("sớm", "unclear"),
        ("trong thời gian sớm nhất", "unclear"),
        ("trước Tết Nguyên đán 2027", "unclear"),
        ("sau Tết Nguyên đán", "unclear"),
        ("trước ngày 31/02/2027", "unclear"),
    ],
)
def test_what_comes_again_or_says_no_day(text: str, said: str) -> None:
    assert [due_words(one) for one in dues(text)] == [said]


@pytest.mark.parametrize(
    "text",
    ["ngày 12/6/2025 của Chính phủ", "kể từ ngày 01/9/2026", "năm 2027", "trong 9 tháng đầu năm"],
)
def test_a_day_that_is_no_deadline_is_none(text: str) -> None:
    assert dues(text) == []


@pytest.mark.parametrize(
    ("text", "said"), [("30/6/2027", "2027-06-30"), ("Quý II/2027", "2027-06-30"), ("?", "unclear")]
)
def test_words_that_are_nothing_but_a_deadline(text: str, said: str) -> None:
    assert [due_words(one) for one in dues(text, alone=True)] == [said]


def test_of_several_days_the_latest_governs() -> None:
    found = dues("lấy ý kiến trước ngày 15/8/2027, trình trước ngày 15/9/2027")

    assert due_words(chosen(found)) == "2027-09-14"


def test_what_comes_again_governs_over_days() -> None:
    assert due_words(chosen(dues("hằng tháng, trước ngày 25/12/2026"))) == "every month"
