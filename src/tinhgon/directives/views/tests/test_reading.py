"""Ms Hà of the standing office pastes a conclusion; a stranger may not."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tinhgon.accounts import actions as accounts
from tinhgon.directives.reading import found
from tinhgon.directives.views import reading
from tinhgon.documents.models import Instrument
from tinhgon.registry.tests.pages import soup, words

PAGE = "/en/directives/reading/"
TEXT = """KẾT LUẬN CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ
Thực hiện Nghị quyết số 1656/NQ-UBTVQH15 và Kế hoạch số 86/KH-UBND, theo 1656/NQ-UBTVQH15.
1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát biên chế, xong trước ngày 15/12/2026.
2. Giao Sở Nội vụ, Sở Tài chính chủ trì xây dựng đề án vị trí việc làm.
"""

HEAD = """ỦY BAN NHÂN DÂN
THÀNH PHỐ HÀ NỘI
Số: 812/TB-UBND
Hà Nội, ngày 3 tháng 11 năm 2025

THÔNG BÁO
Kết luận của Chủ tịch tại cuộc họp về nhà văn hóa

1. Giao Sở Nội vụ rà soát theo Kế hoạch số 86/KH-UBND, xong trước ngày 15/12.
"""


@pytest.fixture
def ha(bodies, operator):
    """She may have conclusions read and nothing else."""
    user = accounts.open_account("ha@x.vn", by=operator, name="Hà", password="mật-khẩu-rất-dài")
    role = {"role": "standing-office", "on": date(2025, 1, 1)}
    accounts.grant(user, by=operator, reason="văn phòng", **role)
    return user


@pytest.fixture
def read(ha, client):
    """The page after she sent something."""
    client.force_login(ha)

    def sent(status=200, **given):
        answer = client.post(PAGE, {"day": "01/11/2026", **given})
        assert answer.status_code == status
        return soup(answer)

    return sent


def test_each_task_says_who_what_and_by_when_and_what_is_unclear(read):
    first, second = words(read(text=TEXT), "section[aria-labelledby='drafts-title'] li")

    assert "1. Sở Nội vụ rà soát biên chế" in first
    assert first.startswith("Clear enough for a draft")
    assert "Taking part Sở Tài chính" in first
    assert "14 December 2026 at the latest" in first
    assert "several are named who lead: one must be chosen; there is no deadline" in second


def test_bodies_of_the_register_are_linked(read):
    links = read(text=TEXT).select("#draft-1 h3 a")

    assert [(one.get_text(), one["href"].split("?")[0]) for one in links] == [
        ("Sở Nội vụ", "/en/units/P01.home-affairs/")
    ]


def test_documents_are_told_once_with_what_is_registered(read):
    known, unknown = words(read(text=TEXT), "section[aria-labelledby='documents-title'] tbody tr")

    assert known.startswith("1656/NQ-UBTVQH15 nghị quyết UBTVQH 2")
    assert not known.endswith("not registered")
    assert unknown == "86/KH-UBND kế hoạch UBND 1 not registered"


def test_whoever_may_is_led_to_register_what_is_unknown(read, ha, operator):
    role = {"role": "registrar", "on": date(2025, 1, 1)}
    accounts.grant(ha, by=operator, reason="văn thư", **role)

    (link,) = read(text=TEXT).select("a[href*='/instruments/new/']")

    assert link["href"] == "/en/instruments/new/?number=86%2FKH-UBND"


def test_the_text_stands_there_with_its_words_marked(read):
    page = read(text=TEXT)

    assert page.select_one(".tg-quoted").get_text() == TEXT.strip()
    assert page.select_one("#text-1").get_text().startswith("Giao Sở Nội vụ chủ trì")


def test_a_file_is_read_as_well(read):
    page = read(file=SimpleUploadedFile("ket-luan.txt", TEXT.encode()))

    assert page.select("#draft-2")


def test_nothing_is_kept(read):
    before = Instrument.objects.count()

    read(text=TEXT)

    assert Instrument.objects.count() == before


def test_what_cannot_be_read_is_told_and_what_was_pasted_stays(read):
    nothing = read(status=422)
    broken = read(status=422, text="", file=SimpleUploadedFile("a.docx", b"PK nothing"))
    wrong_day = read(status=422, text=TEXT, day="31/02/2026")

    assert "Paste a text, or choose a file." in words(nothing, "main")[0]
    assert "DOCX" in words(broken, "main")[0]
    assert wrong_day.select_one("textarea").get_text().strip() == TEXT.strip()


def test_a_text_without_tasks_says_so(read):
    assert "No task can be read in this text" in words(read(text="Trời hôm nay đẹp."), "main")[0]


def test_a_long_text_is_read_whole_and_listed_in_part(read, monkeypatch):
    monkeypatch.setattr(reading, "MOST_SHOWN", 1)
    monkeypatch.setattr(found, "MOST_TEXT", 40)

    page = read(text=TEXT)

    assert "2 drafts of tasks" in words(page, "main")[0]
    assert len(page.select("[id^=draft-]")) == 1
    assert words(page, "main")[0].count("The first 1 are listed.") == 2
    assert len(page.select_one(".tg-quoted").get_text()) == 40
    assert "Only the beginning of the text is shown" in words(page, "main")[0]


def test_a_stranger_may_not(bodies, world, client):
    assert client.get(PAGE).status_code == 302
    client.force_login(world.huong)
    assert client.post(PAGE, {"text": TEXT, "day": "01/11/2026"}).status_code == 403


def test_of_a_group_it_is_told_how_many_units_are_meant(read):
    text = "Giao UBND các xã, phường rà soát nhà văn hóa."

    page = read(text=text, unit="P01.people-committee")

    (told,) = words(page, "#draft-1 div > p.tg-quiet")
    assert told.startswith("The register has 4 units that are meant by that")


def filled(page):
    """What stands in the boxes for day, title and unit."""
    return [page.select_one(f"[name={name}]").get("value", "") for name in ("day", "title", "unit")]


def test_what_was_left_empty_is_filled_in_from_the_head_of_the_text(read):
    day, title, unit = filled(read(text=HEAD, day=""))

    assert (day, title) == (
        "03/11/2025",
        "Thông báo Kết luận của Chủ tịch tại cuộc họp về nhà văn hóa",
    )
    assert unit.endswith("(P01.people-committee)")


def test_what_was_typed_is_never_changed(read):
    typed = {"day": "04/11/2025", "title": "Việc riêng", "unit": "P01.home-affairs"}

    assert filled(read(text=HEAD, **typed)) == [*typed.values()]


def test_a_text_without_a_head_is_of_today_and_nobodys(read):
    day, title, unit = filled(read(text="1. Giao Sở Nội vụ rà soát.", day=""))

    assert day == f"{timezone.localdate():%d/%m/%Y}"
    assert (title, unit) == ("", "")


def test_its_own_number_is_no_document_that_it_cites(read):
    (only,) = words(read(text=HEAD), "section[aria-labelledby='documents-title'] tbody tr")

    assert only.startswith("86/KH-UBND")


def test_what_was_read_stays_where_it_cannot_be_kept(read):
    page = read(status=422, text=TEXT, title="", unit="P01.people-committee", keep="1")

    assert len(page.select("[id^=draft-]")) == 2
    assert "Say what it is called" in words(page, "main")[0]
    buttons = words(page, "form[enctype] button")
    assert buttons == ["Keep as a draft", "Read again"]


def test_no_box_says_that_it_may_be_left_out_which_is_needed_to_keep_the_text(read):
    assert not read(text=TEXT).select(".tg-optional")
