"""The page of a unit, as readers in the small world meet it."""

import csv
from datetime import date, timedelta
from urllib.parse import parse_qsl

import pytest
from django.utils.timezone import localtime

from tinhgon.domain.periods import Period
from tinhgon.registry import actions
from tinhgon.registry.coverage import WHOLE, Coverage
from tinhgon.registry.directory import directory
from tinhgon.registry.models import Version
from tinhgon.registry.tests.pages import soup, words
from tinhgon.ui import panels

HOURS = "Mo-Fr 08:00-11:30,13:30-17:00"


@pytest.fixture
def page(client):
    """The page of a unit as soup, in English unless told otherwise."""

    def read(key, language="en", status=200, **asked):
        root = "" if language == "vi" else f"/{language}"
        response = client.get(f"{root}/units/{key}/", asked)
        assert response.status_code == status
        return soup(response)

    return read


def lead(page):
    return words(page, ".tg-lead")[0]


def correct(world, unit="DM", facts=None, reason="Theo văn bản gốc"):
    return actions.correct(
        world.unit(unit),
        by=world.hung,
        reason=reason,
        period=Period(),
        facts=facts or {"name": "Đại Mễ"},
    )


# --- How it stands --------------------------------------------------------------------------------


def test_a_unit_in_operation_says_since_when_and_under_whom(in_effect, page):
    found = page("DM-new", on="2025-07-01")

    assert words(found, "h1") == ["Phường Đại Mỗ"]
    assert words(found, ".tg-kicker") == ["Commune-level unit"]
    assert lead(found).startswith("In operation since 1 July 2025, under Thành phố Hà Nội.")


def test_the_same_in_vietnamese(in_effect, page):
    found = page("DM-new", language="vi", on="2025-07-01")

    assert lead(found).startswith("Đang hoạt động từ 01/07/2025, trực thuộc Thành phố Hà Nội.")
    assert words(found, ".tg-kicker") == ["Đơn vị hành chính cấp xã"]


def test_it_says_whose_code_it_bears(in_effect, page):
    assert "It bears the code 00634 that was that of Phường Đại Mỗ." in lead(page("TM-new"))


def test_on_the_eve_a_unit_to_come_says_when_it_begins(in_effect, page):
    found = page("DM-new", on="2025-06-30")

    assert lead(found).startswith("Begins on 1 July 2025, under Thành phố Hà Nội.")
    assert words(found, ".tg-kicker") == ["Commune-level unit, yet to begin"]


def test_on_the_eve_a_unit_that_ends_says_until_when(in_effect, page):
    found = page("DM", on="2025-06-30")

    assert lead(found) == (
        "In operation under Quận Nam Từ Liêm; no source says since when. "
        "It stands until 30 June 2025."
    )


def test_a_unit_that_ended_answers_first_where_it_is_now(in_effect, page):
    found = page("DM", on="2025-07-01")

    assert lead(found) == "Stood until 30 June 2025."
    assert words(found, ".tg-answer h2") == ["The former Phường Đại Mỗ is now in 3 wards"]
    assert "/en/where/?q=Ph" in found.select_one(".tg-answer .tg-btn")["href"]


def test_the_way_down_to_the_unit_is_that_of_the_day(in_effect, page):
    assert words(page("XP", on="2025-06-30"), ".tg-crumbs li") == [
        "Apparatus",
        "Thành phố Hà Nội",
        "Quận Nam Từ Liêm",
    ]
    assert words(page("XP", on="2025-07-01"), ".tg-crumbs li") == ["Apparatus", "Thành phố Hà Nội"]


def test_a_day_before_all_sources_is_said_to_have_none(in_effect, page, monkeypatch):
    monkeypatch.setattr(directory(), "coverage", Coverage({WHOLE: date(2025, 6, 30)}))

    found = page("DM", on="2025-06-29")

    assert "No source says how this unit stood on 29 June 2025" in found.get_text()
    assert "No source says how" not in page("DM", on="2025-06-30").get_text()


def test_a_day_that_cannot_be_read_is_kept_and_explained(in_effect, page):
    found = page("DM-new", on="31/02/2025")

    assert found.select_one("#day-on")["value"] == "31/02/2025"
    assert words(found, "h1") == ["Phường Đại Mỗ"]


# --- Figures, units below, namesakes --------------------------------------------------------------


def test_figures_come_with_their_names_and_gaps_are_said(in_effect, page):
    figures = words(page("DM-new"), ".tg-facts div")

    assert figures[:2] == ["Official code 00637", "Area 8.1 km²"]
    assert figures[2:4] == ["Population no source yet", "Predecessors 2"]
    assert "Area no source yet" in words(page("P01"), ".tg-facts div")


def test_units_below_are_those_of_the_day(in_effect, page):
    eve, day = page("P01", on="2025-06-30"), page("P01", on="2025-07-01")

    assert words(eve, ".tg-unit__kinds") == ["2 urban districts, 5 wards"]
    assert words(day, ".tg-unit__kinds") == ["4 wards"]
    assert day.select_one("section:has(#below-title) p a")["href"] == (
        "/en/units/?under=P01&on=2025-07-01"
    )


def test_others_of_the_same_name_are_named_with_place_and_time(in_effect, page):
    found = page("DM-new")

    (other,) = words(found, ".tg-note--gold li")
    assert other == ("Phường Đại Mỗ , Quận Nam Từ Liêm, Thành phố Hà Nội, until 30 June 2025")


def test_the_unit_whose_code_it_took_is_no_namesake(in_effect, page):
    assert words(page("DN-new"), ".tg-note--gold li") == []


# --- Time and events ------------------------------------------------------------------------------


def test_the_picture_of_time_has_a_list_that_says_the_same(in_effect, page):
    found = page("TM-new")

    assert len(found.select(".tg-lanes .is-own")) >= 4
    assert words(found, ".tg-time h3") == [
        "Phường Tây Mỗ, code 00634, Thành phố Hà Nội",
        "Phường Đại Mỗ, code 00634, Quận Nam Từ Liêm",
    ]
    assert "Secondary source" in words(found, ".tg-time .tg-cite")[0]


def test_the_picture_of_what_it_came_from_has_a_table_and_a_list(in_effect, page):
    found = page("DM-new")

    assert words(found, "svg.tg-flow a")[0].startswith("Phường Mễ Trì")
    assert words(found, "details table tbody th") == ["Phường Mễ Trì", "Phường Đại Mỗ"]
    assert len(found.select("ul.tg-slim li")) == 2


def test_one_way_alone_is_told_without_a_picture(in_effect, page):
    found = page("MT")

    assert found.select("svg.tg-flow") == []
    assert words(found, "section[aria-labelledby^=out] li") == [
        "Phường Đại Mỗ 00637 all of it; it also took in: Phường Đại Mỗ"
    ]


def test_a_unit_without_events_shows_no_empty_headings(in_effect, page):
    assert not page("P01").select("[aria-labelledby^=out-], [aria-labelledby^=in-]")
    assert page("DM-new").select("[aria-labelledby^=in-]")


def key_of(request, unit, asked):
    return f"<p>{unit.key}!</p>"


def test_what_higher_modules_show_stands_on_the_page(in_effect, page, monkeypatch):
    monkeypatch.setattr(panels, "_panels", {"unit": [(1, f"{__name__}.key_of")]})

    assert "DM-new!" in page("DM-new").get_text()


# --- Contact --------------------------------------------------------------------------------------


def test_how_to_reach_it_is_said_in_words(world, page):
    contact = {"address": "Số 1, phố Đại Mỗ", "telephone": "024 1234", "hours": HOURS}
    actions.set_contact(world.unit("DM"), by=world.lan, on=world.eve, contact=contact)

    card = words(page("DM", on="2025-06-30"), "section:has(#contact-title)")[0]
    thu = words(page("DM", language="vi", on="2025-06-30"), ".tg-hours")[0]

    assert "Số 1, phố Đại Mỗ" in card
    assert "Monday to Friday 08:00–11:30, 13:30–17:00" in card
    assert thu.startswith("Thứ Hai đến Thứ Sáu 08:00–11:30, 13:30–17:00")


def test_where_nobody_says_how_to_reach_it_this_is_said(world, page):
    assert "no source yet" in words(page("DM"), "section:has(#contact-title)")[0]


# --- Corrections and knowledge --------------------------------------------------------------------


def test_a_correction_is_shown_with_its_reason_and_the_page_before(world, page):
    correct(world)

    found = page("DM", on="2025-06-30")

    assert words(found, "h1") == ["Phường Đại Mễ"]
    assert "Theo văn bản gốc" in words(found, "section:has(#corrections-title) li")[0]
    before = found.select_one("section:has(#corrections-title) a")["href"]
    assert words(soup_of(page, before), "h1") == ["Phường Đại Mỗ"]


def soup_of(page, address):
    key, _sign, query = address.removeprefix("/en/units/").partition("/?")
    return page(key, **dict(parse_qsl(query)))


def test_the_instant_before_a_correction_shows_the_old_and_after_it_the_new(world, page):
    correct(world)
    at = localtime(Version.objects.get(name="Đại Mễ").recorded_from)
    instant_before = at - timedelta(microseconds=1)

    before = page("DM", on="2025-06-30", known_at=instant_before.isoformat())
    after = page("DM", on="2025-06-30", known_at=at.isoformat())

    assert words(before, "h1") == ["Phường Đại Mỗ"]
    assert words(after, "h1") == ["Phường Đại Mễ"]


def test_a_reader_of_the_past_is_told_so_and_led_to_today(world, page):
    at = localtime(Version.objects.earliest("recorded_from").recorded_from)

    found = page("DM", known_at=at.isoformat())

    (note,) = found.select(".tg-note--gold")
    assert "This is what the register said at" in note.get_text()
    assert note.a["href"] == "/en/units/DM/"


def test_a_unit_not_known_yet_leads_to_what_is_known_today(world, page):
    found = page("DM", status=404, known_at="2020-01-01")

    assert "The register did not know this unit yet" in found.get_text()
    assert "Phường Đại Mỗ" in words(found, ".tg-links a")


# --- Doors ----------------------------------------------------------------------------------------


def test_an_unknown_key_is_not_found_and_the_search_is_offered(world, page):
    found = page("nirgends", status=404)

    assert "The register knows no unit “nirgends”." in found.get_text()
    assert found.select_one("form[role=search]")


def test_a_code_in_place_of_a_key_leads_to_those_who_bear_it(in_effect, page):
    found = page("00634", status=404)

    assert words(found, ".tg-links li") == [
        "Phường Đại Mỗ until 30 June 2025",
        "Phường Tây Mỗ from 1 July 2025",
    ]


def test_only_those_who_may_see_the_ways_to_change_it(world, client, page):
    assert "Correct" not in words(page("DM"), ".tg-btns a")

    client.force_login(world.hung)

    assert "Correct" in words(page("DM"), ".tg-btns a")


def test_ms_lan_may_change_the_contact_of_hers_alone(world, client, page):
    client.force_login(world.lan)

    assert page("DM").select_one("section:has(#contact-title) p a")
    assert not page("TM").select_one("section:has(#contact-title) p a")


# --- Taken along ----------------------------------------------------------------------------------


def test_its_history_can_be_taken_along_as_a_table(in_effect, client):
    response = client.get("/en/units/XP/", {"format": "csv"})

    rows = list(csv.DictReader(b"".join(response).decode("utf-8-sig").splitlines()))
    parents = [(row["value"], row["start"], row["end"]) for row in rows if row["fact"] == "parent"]
    assert parents == [("D019", "", "2025-07-01"), ("P01", "2025-07-01", "")]


def test_the_table_of_the_past_is_that_of_the_past(world, client):
    correct(world)
    before = localtime(Version.objects.earliest("recorded_from").recorded_from).isoformat()

    response = client.get("/en/units/DM/", {"format": "csv", "known_at": before})

    assert "Đại Mễ" not in b"".join(response).decode()


def test_a_program_finds_the_same_at_the_api(in_effect, client, page):
    address = page("XP").select_one('a[href*="/api/v1/"]')["href"]

    assert {fact["fact"] for fact in client.get(address).json()} >= {"name", "parent"}


# --- Cost -----------------------------------------------------------------------------------------


def test_a_page_takes_the_same_few_queries_whatever_it_shows(
    in_effect, client, django_assert_max_num_queries
):
    directory()
    with django_assert_max_num_queries(16):
        client.get("/units/DM-new/")
    with django_assert_max_num_queries(16):
        client.get("/units/D019/")
    with django_assert_max_num_queries(16):
        client.get("/units/P01/")


def test_a_page_of_the_past_takes_as_many_once_that_is_in_memory(
    in_effect, client, django_assert_num_queries
):
    asked = {"known_at": localtime().isoformat()}
    client.get("/units/DM-new/", asked)

    with django_assert_num_queries(16):
        client.get("/units/DM-new/", asked)


# --- As known at an instant -----------------------------------------------------------------------


@pytest.fixture
def instant():
    """A minute from now, as an address carries it."""
    return (localtime() + timedelta(minutes=1)).replace(tzinfo=None).isoformat()


def test_where_an_ended_unit_is_now_keeps_what_was_known_when(in_effect, page, instant):
    found = page("DM", on="2025-07-01", known_at=instant)

    asked = dict(parse_qsl(found.select_one(".tg-unit__names a")["href"].partition("?")[2]))
    assert asked == {"on": "2025-07-01", "known_at": instant}


def test_the_list_of_what_is_below_keeps_what_was_known_when(in_effect, page, instant):
    found = page("D019", on="2025-06-30", known_at=instant)

    link = found.select_one("[aria-labelledby=below-title] p > a")["href"]
    assert dict(parse_qsl(link.partition("?")[2])) == {
        "under": "D019",
        "on": "2025-06-30",
        "known_at": instant,
    }
