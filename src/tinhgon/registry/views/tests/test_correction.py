"""Correcting a unit on its page: Mr Hùng keeps the register, Ms Lan only contacts, An nothing."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localtime, now

from tinhgon.documents.models import Instrument
from tinhgon.domain.periods import Period
from tinhgon.registry import actions
from tinhgon.registry.directory import directory
from tinhgon.registry.models import Version
from tinhgon.registry.tests.pages import soup, words

ADDRESS = "/en/units/DM/correction/?on=2025-06-30"


@pytest.fixture
def hung(world, client):
    """Mr Hùng's browser."""
    client.force_login(world.hung)
    return client


def filled(page, **changes):
    """What the form holds, with some boxes changed, and the button that checks."""
    form = page.select_one("main form")
    boxes = {
        box["name"]: box.get("value", "")
        for box in form.select("input[name]")
        if box["name"] != "csrfmiddlewaretoken"
    }
    boxes |= {box["name"]: box.get_text().strip() for box in form.select("textarea")}
    boxes |= {
        box["name"]: (box.select_one("option[selected]") or {"value": ""})["value"]
        for box in form.select("select")
    }
    return {**boxes, "step": "check", "reason": "Theo nghị quyết", **changes}


def sent(client, status=200, address=ADDRESS, **changes):
    """The page after the form was filled in and sent."""
    page = soup(client.get(address))
    response = client.post(address, filled(page, **changes))
    assert response.status_code == status
    return soup(response)


def recorded(client, **changes):
    """The form checked, and what was checked recorded."""
    checked = sent(client, **changes)
    return client.post(ADDRESS, filled(checked, step="record"), follow=True)


# --- Who ------------------------------------------------------------------------------------------


def test_whoever_is_not_signed_in_is_asked_to(world, client):
    response = client.get(ADDRESS)

    assert response.status_code == 302
    assert "/account/login/" in response["Location"]


@pytest.mark.parametrize("who", ["an", "lan", "huong"])
def test_whoever_may_not_correct_is_turned_away(world, client, who):
    client.force_login(getattr(world, who))

    assert client.get(ADDRESS).status_code == 403
    assert client.post(ADDRESS, {"step": "record"}).status_code == 403


def test_a_registrar_of_one_district_may_not_correct_another(world, client, operator):
    from tinhgon.accounts import actions as accounts

    day = now().date() - timedelta(days=1)
    accounts.grant(world.an, by=operator, role="registrar", on=day, unit=world.unit("D268"))
    client.force_login(world.an)

    assert client.get("/en/units/DN/correction/").status_code == 200
    assert client.get("/en/units/DM/correction/").status_code == 403


def test_an_unknown_unit_is_not_found(hung):
    assert hung.get("/en/units/nirgends/correction/").status_code == 404


# --- The form -------------------------------------------------------------------------------------


def test_what_is_registered_stands_in_the_form(hung):
    boxes = filled(soup(hung.get(ADDRESS)))

    assert boxes["name"] == "Đại Mỗ"
    assert boxes["kind"] == "phường"
    assert boxes["code"] == "00634"
    assert boxes["parent"] == "Quận Nam Từ Liêm, Thành phố Hà Nội"
    assert (boxes["start"], boxes["last"]) == ("", "")


def test_numbers_stand_in_the_way_of_the_language(hung):
    assert filled(soup(hung.get("/units/DM/correction/")))["area_km2"] == "4,98"
    assert filled(soup(hung.get("/en/units/DM/correction/")))["area_km2"] == "4.98"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1000", "1,000"),
        ("1,234.5", "1,234.5"),
        ("2,97", "2.97"),
        ("1.000", "1"),
        ("1234567", "1,234,567"),
    ],
)
def test_a_number_is_read_as_people_write_it(hung, typed, shown):
    page = sent(hung, area_km2=typed)

    assert words(page, "tbody tr td b") == [shown]


def test_a_large_number_may_be_sent_as_it_stands(world, hung):
    actions.correct(
        world.unit("DM"), by=world.hung, reason="đo", period=Period(), facts={"area_km2": "1000"}
    )

    boxes = filled(soup(hung.get("/units/DM/correction/?on=2025-06-30")))

    assert boxes["area_km2"] == "1000"
    assert words(sent(hung, name="Đại Mễ"), "tbody th") == ["Name"]


def test_a_name_that_another_bears_there_is_pointed_out(hung):
    page = sent(hung, name="Tây Mỗ")

    assert "Phường Tây Mỗ, Quận Nam Từ Liêm, Thành phố Hà Nội" in words(page, ".tg-gate")[0]
    assert words(sent(hung, name="Đại Mễ"), ".tg-gate") == []


def test_a_check_shows_before_and_after_and_records_nothing(hung):
    page = sent(hung, name="Đại Mễ", start="01/01/2025", last="30/06/2025")

    assert words(page, "tbody tr") == ["Name Đại Mỗ Đại Mễ 1 January 2025 to 30 June 2025"]
    assert "Theo nghị quyết" in page.get_text()
    assert not Version.objects.filter(name="Đại Mễ").exists()


def test_a_recorded_correction_is_said_and_shown(hung):
    response = recorded(hung, name="Đại Mễ", start="01/01/2025", last="30/06/2025")

    page = soup(response)
    assert words(page, "h1") == ["Phường Đại Mễ"]
    assert "The correction is recorded." in words(page, ".tg-messages")[0]
    assert directory().on("DM", date(2025, 6, 30)).name == "Đại Mễ"
    assert directory().on("DM", date(2025, 7, 1)).name == "Đại Mỗ"
    assert directory().on("DM", date(2024, 12, 31)).name == "Đại Mỗ"


def test_the_instant_before_the_correction_shows_the_old(hung):
    recorded(hung, name="Đại Mễ")
    at = localtime(Version.objects.get(name="Đại Mễ").recorded_from)

    asked = {"on": "2025-06-30", "known_at": (at - timedelta(microseconds=1)).isoformat()}
    assert words(soup(hung.get("/en/units/DM/", asked)), "h1") == ["Phường Đại Mỗ"]


def test_only_what_was_changed_is_corrected(hung):
    page = sent(hung, code="00699")

    assert words(page, "tbody th") == ["Official code"]


def test_the_instrument_chosen_stands_with_the_correction(hung):
    instrument = Instrument.objects.get(number="1656/NQ-UBTVQH15")

    recorded(hung, name="Đại Mễ", instrument=str(instrument.pk))

    assert Version.objects.known_at().get(name="Đại Mễ").instrument == instrument


def test_an_instrument_may_be_named_by_its_number(hung):
    recorded(hung, name="Đại Mễ", instrument_number="1656/NQ-UBTVQH15")

    corrected = Version.objects.known_at().get(name="Đại Mễ")
    assert corrected.instrument.number == "1656/NQ-UBTVQH15"


def test_the_number_of_no_instrument_is_refused(hung):
    page = sent(hung, status=422, name="Đại Mễ", instrument_number="1/NQ-XX")

    assert "knows no instrument" in words(page, "#id_instrument_number_error")[0]
    assert page.select_one("#id_instrument_number_error a[href*='/instruments/new/']") is not None


@pytest.mark.parametrize("typed", ["Quận Hà Đông", "quan ha dong", "268", "D268"])
def test_the_unit_above_may_be_typed_by_name_code_or_key(hung, typed):
    page = sent(hung, parent=typed)

    assert words(page, "tbody tr") == [
        "Under Quận Nam Từ Liêm Quận Hà Đông Since before records began"
    ]


def test_going_on_editing_keeps_what_was_typed(hung):
    checked = sent(hung, name="Đại Mễ")

    page = soup(hung.post(ADDRESS, filled(checked, step="edit")))

    assert filled(page)["name"] == "Đại Mễ"
    assert "Theo nghị quyết" in page.select_one("textarea").get_text()


# --- What cannot be -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "box", "says"),
    [
        ({"name": ""}, "name", "not filled this in"),
        ({"code": "634"}, "code", "is not a code of this level (5 digits)"),
        ({"code": "00637"}, "code", "borne by Phường Tây Mỗ"),
        ({"parent": "Quận Không Có"}, "parent", "No unit of this name or code"),
        ({"parent": "Phường Tây Mỗ"}, "parent", "not of a higher level"),
        ({"area_km2": "rộng"}, "area_km2", "is not a number"),
        ({"area_km2": "8.1.2"}, "area_km2", "is not a number"),
        ({"area_km2": "1,000"}, "area_km2", "Write 1000 or 1.000."),
        ({"latitude": "210"}, "latitude", "210"),
        ({"name": "Đại Mễ", "start": "31/02/2025"}, "start", "not in the calendar"),
        ({"name": "Đ", "start": "02/01/2025", "last": "01/01/2025"}, "last", "before the first"),
        ({"name": "Đại Mễ", "reason": ""}, "reason", "not filled this in"),
    ],
)
def test_what_is_wrong_is_said_beside_its_box_and_kept(hung, changes, box, says):
    page = sent(hung, status=422, **changes)

    assert says in words(page, f"#id_{box}_error")[0]
    assert filled(page, reason=None)["name"] == changes.get("name", "Đại Mỗ")
    assert page.select_one(f'.tg-errors a[href="#id_{box}"]')


def test_a_period_in_which_the_unit_does_not_stand_is_refused(in_effect, world, client):
    client.force_login(world.hung)

    page = sent(client, status=422, name="Đại Mễ", last="01/07/2025")

    assert "The unit does not stand throughout" in words(page, "#id_last_error")[0]


def test_a_correction_of_nothing_is_refused(hung):
    page = sent(hung, status=422)

    assert "Nothing was given" in words(page, ".tg-errors")[0]


# --- Two people at once ---------------------------------------------------------------------------


def test_what_somebody_else_corrected_meanwhile_is_not_overwritten(world, hung):
    page = soup(hung.get(ADDRESS))
    actions.correct(
        world.unit("DM"),
        by=world.hung,
        reason="Người khác sửa",
        period=Period(),
        facts={"code": "00699"},
    )

    response = hung.post(ADDRESS, filled(page, name="Đại Mễ", step="record"))

    refused = soup(response)
    assert response.status_code == 422
    assert "Người khác sửa" in words(refused, ".tg-gate")[0]
    assert "Official code: 00634 → 00699" in words(refused, ".tg-gate")[0]
    assert filled(refused)["name"] == "Đại Mễ"
    assert not Version.objects.filter(name="Đại Mễ").exists()


def test_whoever_has_seen_what_others_wrote_may_go_on(world, hung):
    page = soup(hung.get(ADDRESS))
    actions.correct(
        world.unit("DM"), by=world.hung, reason="Sửa mã", period=Period(), facts={"code": "00699"}
    )
    refused = soup(hung.post(ADDRESS, filled(page, name="Đại Mễ", step="record")))

    hung.post(ADDRESS, filled(refused, step="record", code="00699"))

    assert directory().on("DM", date(2025, 6, 30)).name == "Đại Mễ"
    assert directory().on("DM", date(2025, 6, 30)).code == "00699"


def test_a_sentence_of_refusal_is_vietnamese_on_the_vietnamese_page(hung):
    page = sent(hung, status=422, address="/units/DM/correction/?on=2025-06-30", area_km2="rộng")

    assert "không phải là số" in words(page, "#id_area_km2_error")[0]
