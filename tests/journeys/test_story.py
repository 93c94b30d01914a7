"""The story that the program exists for, told in five minutes."""

import pytest

from tests.journeys.conftest import NARROW, WIDE

pytestmark = pytest.mark.journey

FIVE = [
    "Phường Xuân Phương",
    "Phường Tây Mỗ",
    "Phường Đại Mỗ",
    "Phường Hà Đông",
    "Phường Dương Nội",
]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_grandmothers_address_is_answered_with_five_wards(open_page, width):
    page = open_page(width)

    page.goto("/")
    page.fill("#q", "Phường Đại Mỗ, quận Nam Từ Liêm")
    page.press("#q", "Enter")

    assert page.inner_text("h1") == "Phường Đại Mỗ cũ nay thuộc 5 phường"
    assert page.locator(".tg-cand h3").all_inner_texts() == FIVE
    assert page.locator("main >> text=1656/NQ-UBTVQH15").count() > 0


def test_the_answer_is_the_same_without_scripts(open_page):
    page = open_page(scripts=False)

    page.goto("/en/")
    page.fill("#q", "dai mo, nam tu liem")
    page.press("#q", "Enter")

    assert page.locator(".tg-cand h3").all_inner_texts() == FIVE


def test_ba_dinh_shows_its_past(open_page):
    page = open_page()

    page.goto("/codes/00004/")

    assert page.inner_text("h1") == "Phường Ba Đình"
    assert "Phường Trúc Bạch" in page.inner_text("main")


@pytest.mark.parametrize(
    ("day", "province", "district", "commune"),
    [("30/06/2025", "63", "696", "10.035"), ("01/07/2025", "34", "0", "3.321")],
)
def test_the_whole_country_can_be_seen_on_any_day(open_page, day, province, district, commune):
    page = open_page()

    page.goto(f"/units/?on={day}")

    assert {province, commune} <= set(page.locator(".tg-facts dd").all_inner_texts())


def test_two_days_can_be_compared(open_page):
    page = open_page()

    page.goto("/en/comparison/?on=2025-07-01&vs=2025-06-30")

    assert "10,0" in page.inner_text("main") or "ended" in page.inner_text("main").lower()


def test_changing_the_language_keeps_the_page_and_the_question(open_page):
    page = open_page()

    page.goto("/where/?q=Phường+Mễ+Trì")
    page.click("a[hreflang=en] >> visible=true")

    assert page.url.endswith("/en/where/?q=Ph%C6%B0%E1%BB%9Dng+M%E1%BB%85+Tr%C3%AC")
    assert "is now in" in page.inner_text("h1")


def test_the_plan_of_the_reform_shows_what_became_of_what(open_page):
    page = open_page()

    page.goto("/en/plans/reform-2025-07/")

    text = page.inner_text("main")
    assert "3,321" in text
    assert "10,035" in text
