"""Conclusions as drafts of tasks: who, with whom, what, until when, on which words."""

import unicodedata
from datetime import date
from typing import Any

import pytest

from tinhgon.domain.documents.directions import Draft, Due, Known, Unclear, read_directions
from tinhgon.domain.documents.directions.tests.measuring import names
from tinhgon.domain.documents.spans import Span

DAY = date(2026, 11, 20)
SENTENCE = (
    "Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính và UBND các xã, phường rà soát biên chế, "
    "báo cáo UBND Thành phố trước ngày 15/12/2026."
)


def register(name: str) -> tuple[Known, ...]:
    units = {
        "Sở Nội vụ": (Known("P01.home-affairs", "Sở Nội vụ"),),
        "Sở Tài chính": (
            Known("P01.finance", "Sở Tài chính"),
            Known("P79.finance", "Sở Tài chính"),
        ),
        "Ban Bảo vệ Làng": (Known("P01.guard", "Ban Bảo vệ Làng"),),
    }
    return units.get(name, ())


def due(draft: Draft) -> Due:
    assert draft.due
    return draft.due


def only(text: str, **options: Any) -> Draft:
    (draft,) = read_directions(text, on=DAY, **options)
    return draft


def test_lead_contributors_task_and_deadline_are_told_apart() -> None:
    draft = only(SENTENCE)

    assert names(draft.leads) == ["Sở Nội vụ"]
    assert names(draft.contributors) == ["Sở Tài chính", "UBND các xã, phường"]
    assert draft.what == "rà soát biên chế, báo cáo UBND Thành phố"
    assert due(draft).last == date(2026, 12, 14)


def test_every_part_rests_on_words_of_the_text() -> None:
    draft = only(SENTENCE)

    assert draft.span.of(SENTENCE) == SENTENCE
    assert draft.leads[0].span.of(SENTENCE) == "Sở Nội vụ"
    assert due(draft).span.of(SENTENCE) == "trước ngày 15/12/2026"
    assert draft.what_span.of(SENTENCE) == draft.what


def test_places_are_those_of_the_text_as_it_came() -> None:
    apart = unicodedata.normalize("NFD", SENTENCE)

    draft = only(apart)

    assert draft.leads[0].span.of(apart) == unicodedata.normalize("NFD", "Sở Nội vụ")
    assert due(draft).span.of(apart) == unicodedata.normalize("NFD", "trước ngày 15/12/2026")


def test_units_are_those_of_the_register() -> None:
    draft = only(SENTENCE, register=register)

    assert draft.leads[0].known == (Known("P01.home-affairs", "Sở Nội vụ"),)
    assert draft.unclear == (Unclear.GROUP_TAKES_PART, Unclear.SEVERAL_UNITS)


def test_a_short_form_is_looked_up_written_out() -> None:
    assert only("Giao SNV rà soát biên chế.", register=register).leads[0].known


def test_a_registered_name_ends_where_the_register_says() -> None:
    draft = only("Giao Ban Bảo vệ Làng rà soát biên chế.", register=register)

    assert names(draft.leads) == ["Ban Bảo vệ Làng"]


def test_a_unit_that_the_register_does_not_have_is_told() -> None:
    assert Unclear.UNKNOWN_UNIT in only("Giao Sở Y tế rà soát.", register=register).unclear


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        ("1. Rà soát biên chế trong năm 2026.", Unclear.NO_LEAD),
        ("Giao Sở Y tế và Sở Du lịch rà soát biên chế.", Unclear.SEVERAL_LEADS),
        ("Các sở, ban, ngành rà soát biên chế.", Unclear.GROUP_LEADS),
        (
            "Giao Sở Y tế phối hợp với UBND các xã, phường rà soát biên chế.",
            Unclear.GROUP_TAKES_PART,
        ),
        ("Giao Sở Y tế rà soát biên chế.", Unclear.NO_DEADLINE),
        ("Giao Sở Y tế sớm rà soát biên chế.", Unclear.DEADLINE_IN_WORDS),
        ("Giao Sở Y tế rà soát trước ngày 15/12.", Unclear.YEAR_ASSUMED),
        (
            "Giao Sở Y tế rà soát trước ngày 15/12/2026, báo cáo trước ngày 20/12/2026.",
            Unclear.SEVERAL_DEADLINES,
        ),
    ],
)
def test_what_is_left_open_is_said(text: str, unclear: Unclear) -> None:
    assert unclear in only(text).unclear


def test_whoever_is_concerned_takes_part_and_nothing_is_left_to_decide() -> None:
    draft = only("Giao Sở Y tế phối hợp với các cơ quan, đơn vị liên quan rà soát biên chế.")

    assert names(draft.contributors) == ["các cơ quan, đơn vị liên quan"]
    assert Unclear.GROUP_TAKES_PART not in draft.unclear


def test_the_heading_says_who_leads() -> None:
    text = "1. Sở Y tế:\na) Rà soát trạm y tế.\nb) Báo cáo kết quả.\n2. Kết quả đạt được."

    drafts = read_directions(text)

    assert [names(one.leads) for one in drafts] == [["Sở Y tế"], ["Sở Y tế"]]
    assert drafts[0].heading == Span(3, 10)


def test_the_lines_below_a_task_say_the_rest() -> None:
    draft = only(
        "1. Rà soát thủ tục.\nCơ quan chủ trì: Sở Nội vụ.\nCơ quan phối hợp: Sở Y tế.\n"
        "Thời hạn: 30/6/2027.\nSản phẩm: Danh mục thủ tục."
    )

    assert (names(draft.leads), names(draft.contributors)) == (["Sở Nội vụ"], ["Sở Y tế"])
    assert (due(draft).last, draft.product) == (date(2027, 6, 30), "Danh mục thủ tục")


def test_a_line_without_a_stop_is_a_task_where_the_rest_is_said_below() -> None:
    draft = only(
        "1. Xây dựng Nghị quyết về phí\n- Cơ quan chủ trì: Sở Tài chính.\n"
        "- Thời gian trình: Tháng 12/2026."
    )

    assert (names(draft.leads), draft.what) == (["Sở Tài chính"], "Xây dựng Nghị quyết về phí")
    assert due(draft).last == date(2026, 12, 31)


def test_what_is_demanded_after_praise_is_a_task() -> None:
    draft = only("Bí thư Thành ủy nhấn mạnh và yêu cầu Sở Nội vụ nâng cao trách nhiệm.")

    assert (names(draft.leads), draft.what) == (["Sở Nội vụ"], "nâng cao trách nhiệm")


def test_a_row_of_a_table_is_a_task() -> None:
    draft = only("3 | Khảo sát nhu cầu | Sở Nội vụ | Sở Y tế; Sở Du lịch | Quý III/2027")

    assert (names(draft.leads), draft.what) == (["Sở Nội vụ"], "Khảo sát nhu cầu")
    assert names(draft.contributors) == ["Sở Y tế", "Sở Du lịch"]
    assert due(draft).last == date(2027, 9, 30)


@pytest.mark.parametrize(
    "text",
    [
        "Sở Nội vụ đã hoàn thành việc rà soát.",
        "Theo báo cáo của Sở Nội vụ, năm 2025 Thành phố giảm 12 đầu mối.",
        "Chủ tịch UBND Thành phố biểu dương Sở Nội vụ.",
        "Bí thư Thành ủy chủ trì Hội nghị.",
        "Chủ tịch UBND Thành phố gửi lời chia buồn tới các gia đình.",
        "Văn phòng UBND Thành phố thông báo để các đơn vị biết, thực hiện./.",
        "KẾ HOẠCH\nRà soát biên chế",
        "Giao",
        "Giao Sở Nội vụ chủ trì",
        "",
        "; : , . 1. a) -",
    ],
)
def test_what_assigns_nothing_gives_no_draft(text: str) -> None:
    assert read_directions(text) == ()


LETTERHEAD = """ỦY BAN NHÂN DÂN
THÀNH PHỐ HÀ NỘI
_____
Số: 812/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 26 tháng 11 năm 2026
"""


def test_the_head_above_a_text_charges_nobody_and_heads_no_task() -> None:
    draft = only(f"{LETTERHEAD}THÔNG BÁO\n1. Giao Sở Nội vụ rà soát biên chế.")

    assert names(draft.leads) == ["Sở Nội vụ"]


def test_a_task_rests_on_its_words_below_a_head_as_well() -> None:
    text = f"{LETTERHEAD}{SENTENCE}"

    assert only(text).span.of(text) == SENTENCE
