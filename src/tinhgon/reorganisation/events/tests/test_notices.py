"""Notices for people of units that end or are shared: what they say, in files, to programs."""

import csv
import io
from datetime import date

import pytest
from django.utils.translation import get_language, override
from openpyxl import load_workbook

from tinhgon.conftest import DAY, approved
from tinhgon.domain.structure.operations.transfer_part import TransferPart
from tinhgon.registry import actions as registry
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.events.notice_words import texts
from tinhgon.reorganisation.events.notices import notices_of, reached
from tinhgon.reorganisation.models import Package


@pytest.fixture
def notice():
    """The notice of a unit, as text by language."""

    def written(package, key, contacts=None):
        return texts(notices_of(package).about(key), contacts or {})

    return written


@pytest.fixture
def transferred(draft, operator):
    """A part of Đại Mỗ goes to Mễ Trì; both go on."""
    operation = TransferPart(source="DM", to="MT", clause="khoản 4")
    actions.enact(approved(draft("moved", operation), operator), by=operator, on=DAY)
    return Package.objects.get(code="moved")


def test_a_unit_that_is_shared_is_told_among_whom_and_how_to_find_out(in_effect, notice):
    said = notice(in_effect, "DM")["en"].splitlines()

    assert said[0] == "From 1 July 2025, the former Phường Đại Mỗ is shared among 3 units"
    assert said[1] == (
        "To whom it concerns in Phường Đại Mỗ, Quận Nam Từ Liêm, Thành phố Hà Nội (code 00634): "
        "the unit ends on 1 July 2025, under 1656/NQ-UBTVQH15 "
        "(Điều 1 khoản 1; Điều 1 khoản 2; Điều 1 khoản 3)."
    )
    assert said[3:6] == [
        "– Phường Tây Mỗ, Thành phố Hà Nội: a part",
        "– Phường Đại Mỗ, Thành phố Hà Nội: a part",
        "– Phường Dương Nội, Thành phố Hà Nội: a part",
    ]
    assert said[6] == "How to find out which is yours:"
    assert any("VNeID" in line for line in said)


def test_a_unit_with_one_successor_is_sent_there_without_more_ado(in_effect, notice):
    said = notice(in_effect, "TM")["en"]

    assert "the former Phường Tây Mỗ belongs to Phường Tây Mỗ" in said
    assert "all of it belongs to Phường Tây Mỗ, Thành phố Hà Nội" in said
    assert "How to reach these units has not been recorded here yet." in said
    assert "How to find out" not in said
    assert "Your papers:" in said


def test_a_unit_of_a_level_that_ends_is_told_that_nothing_takes_its_place(in_effect, notice):
    said = notice(in_effect, "D019")["en"]

    assert "No unit takes its place." in said
    assert "Phường Xuân Phương, Phường Mễ Trì, Phường Đại Mỗ, Phường Tây Mỗ" in said
    assert "Where to go" not in said


def test_a_unit_that_goes_on_is_told_what_it_loses(transferred, notice):
    said = notice(transferred, "DM")["en"]

    assert "From 1 July 2025, a part of Phường Đại Mỗ belongs to another unit" in said
    assert "– Phường Mễ Trì, Quận Nam Từ Liêm: a part" in said
    assert "How to find out which is yours:" in said


def test_the_same_is_said_in_vietnamese(in_effect, notice):
    said = notice(in_effect, "DM")["vi"].splitlines()

    assert said[0] == "Từ ngày 01/07/2025, Phường Đại Mỗ cũ được chia cho 3 đơn vị"


def test_a_notice_says_how_a_successor_is_reached_where_that_is_known(
    in_effect, notice, world, operator
):
    registry.set_contact(
        world.unit("TM-new"),
        by=operator,
        on=DAY,
        contact={"address": "Số 1 Tây Mỗ", "telephone": "024 1234 567"},
    )
    contacts = reached([notices_of(in_effect).about("TM")], DAY)

    assert (
        "Phường Tây Mỗ, Thành phố Hà Nội: Số 1 Tây Mỗ, 024 1234 567"
        in (notice(in_effect, "TM", contacts)["en"])
    )


def test_a_unit_to_which_nothing_happens_has_no_notice(in_effect):
    told = notices_of(in_effect)

    assert told.about("XP") is None
    assert told.about("P01") is None
    assert [unit.key for unit in told.units] == ["MT", "DM", "TM", "D019", "DN", "D268"]


# --- Pages ----------------------------------------------------------------------------------------


def test_the_page_lists_who_is_to_be_told(in_effect, show):
    page = show("/plans/reform/notices/")

    assert page.h1.get_text(strip=True) == "6 notices for citizens"
    assert [one.get_text(strip=True) for one in page.select("#list h2")][1] == (
        "From 1 July 2025, the former Phường Đại Mỗ is shared among 3 units"
    )


def test_the_list_is_searched_without_marks(in_effect, show):
    page = show("/plans/reform/notices/", q="me tri")

    assert len(page.select("#list h2")) == 1


def test_where_nothing_fits_the_page_says_so(in_effect, show):
    assert "Nothing fits" in show("/plans/reform/notices/", q="Cần Thơ").get_text()


def test_one_page_says_all_in_both_languages_the_readers_first(in_effect, show):
    page = show("/plans/reform/notices/DM/", language="en")
    trang = show("/plans/reform/notices/DM/", language="vi")

    assert [one["lang"] for one in page.select("article")] == ["en", "vi"]
    assert [one["lang"] for one in trang.select("article")] == ["vi", "en"]
    assert len(page.select("h1")) == 1
    assert page.select("article .tg-mark")


@pytest.mark.parametrize("key", ["XP", "XYZ"])
def test_whoever_is_not_concerned_has_no_page(in_effect, show, key):
    show(f"/plans/reform/notices/{key}/", status=404)


@pytest.mark.parametrize("address", ["/plans/reform/notices/", "/plans/reform/notices/DM/"])
def test_a_draft_has_no_notices_even_for_those_who_plan(package, world, client, show, address):
    client.force_login(world.huong)

    show(address, status=404)


def test_of_a_withdrawn_package_the_list_says_that_nothing_changes(enacted, operator, show):
    actions.withdraw(enacted, by=operator, on=date(2025, 6, 20), reason="Chưa đủ điều kiện")

    assert "The plan was withdrawn" in show("/plans/reform/notices/").get_text()
    assert "The plan was withdrawn" in show("/plans/reform/notices/DM/", status=404).get_text()


def test_the_page_of_a_unit_that_ended_leads_to_its_notice(in_effect, show):
    page = show("/units/DM/", on="2025-06-30")

    assert page.select('a[href="/en/plans/reform/notices/DM/"]')


def test_the_list_asks_the_same_however_long_it_is(in_effect, show, django_assert_max_num_queries):
    show("/plans/reform/notices/")

    with django_assert_max_num_queries(8):
        show("/plans/reform/notices/")


# --- Files and programs ---------------------------------------------------------------------------


def test_a_table_has_every_notice_in_both_languages(in_effect, client):
    answer = client.get("/plans/reform/notices/", {"format": "csv"})
    rows = [*csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig")))]

    assert [row["code"] for row in rows] == ["00632", "00634", "00637", "019", "09886", "268"]
    assert rows[1]["successors"] == "Phường Tây Mỗ; Phường Đại Mỗ; Phường Dương Nội"
    assert rows[1]["notice_vi"].startswith("Từ ngày 01/07/2025")
    assert rows[1]["notice_en"].startswith("From 1 July 2025")


def test_programs_get_the_same(in_effect, ask):
    status, page = ask("/plans/reform/notices", limit=2, q="mo")

    assert (status, page["total"]) == (200, 2)
    assert page["items"][0]["unit"] == "DM"
    assert page["items"][0]["ends"] is True
    assert {one["extent"] for one in page["items"][0]["successors"]} == {"part"}
    assert page["items"][0]["text"].keys() == {"vi", "en"}


@pytest.mark.parametrize("name", ["thong-bao.csv", "thong-bao.xlsx"])
def test_the_command_line_writes_a_file(in_effect, tinhgon, tmp_path, name):
    said = tinhgon("plan", "notices", "reform", "--output", tmp_path / name)

    assert said.exit_code == 0
    assert (tmp_path / name).stat().st_size > 1000


def test_a_spreadsheet_keeps_codes_as_text(in_effect, tinhgon, tmp_path):
    tinhgon("plan", "notices", "reform", "--output", tmp_path / "a.xlsx")

    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert [row[0].value for row in sheet.iter_rows(min_row=2)][1] == "00634"


@pytest.mark.parametrize(("file", "code"), [("a.pdf", "reform"), ("a.csv", "nothing")])
def test_the_command_line_says_what_is_wrong(in_effect, tinhgon, tmp_path, file, code):
    assert tinhgon("plan", "notices", code, "--output", tmp_path / file).exit_code == 2


def test_the_language_of_the_page_is_left_as_it_was(in_effect, notice):
    with override("vi"):
        notice(in_effect, "DM")

        assert get_language() == "vi"
