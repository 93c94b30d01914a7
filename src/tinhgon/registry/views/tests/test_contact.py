"""How a unit is reached, kept on its page: Ms Lan for Đại Mỗ, nobody else's."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from tinhgon.registry import actions
from tinhgon.registry.models import Contact
from tinhgon.registry.tests.pages import soup, words
from tinhgon.registry.views import contacts as views
from tinhgon.registry.views.tests.test_correction import filled

ADDRESS = "/en/units/DM/contact/"
HOURS = "Monday to Friday: 08:00–11:30, 13:30–17:00"


@pytest.fixture
def lan(world, client):
    """Ms Lan's browser."""
    client.force_login(world.lan)
    return client


def typed(page, **changes):
    boxes = filled(page, **changes)
    return {name: value for name, value in boxes.items() if name != "reason"}


def sent(client, status=200, address=ADDRESS, **changes):
    response = client.post(address, typed(soup(client.get(address)), **changes))
    assert response.status_code == status
    return soup(response)


def recorded(client, **changes):
    return client.post(ADDRESS, typed(sent(client, **changes), step="record"), follow=True)


def test_whoever_is_not_signed_in_is_asked_to(world, client):
    assert "/account/login/" in client.get(ADDRESS)["Location"]


@pytest.mark.parametrize("who", ["an", "huong"])
def test_whoever_may_not_keep_contacts_is_turned_away(world, client, who):
    client.force_login(getattr(world, who))

    assert client.get(ADDRESS).status_code == 403
    assert client.post(ADDRESS, {"step": "record"}).status_code == 403


def test_ms_lan_keeps_that_of_her_ward_alone(lan):
    assert lan.get(ADDRESS).status_code == 200
    assert lan.get("/en/units/TM/contact/").status_code == 403


def test_a_check_says_in_words_what_will_be_said_and_records_nothing(lan):
    page = sent(lan, address=ADDRESS, telephone="024 3838 3838", hours=HOURS)

    assert "024 3838 3838" in words(page, ".tg-dl")[0]
    assert words(page, ".tg-hours li") == [
        "Monday to Friday 08:00–11:30, 13:30–17:00",
        "Saturday, Sunday closed",
    ]
    assert not Contact.objects.exists()


def test_a_recorded_contact_is_said_and_shown(lan):
    response = recorded(lan, telephone="024 3838 3838", hours="T2-T6 8h-11h30")

    page = soup(response)
    assert "The contact is recorded." in words(page, ".tg-messages")[0]
    assert "024 3838 3838" in words(page, "section:has(#contact-title)")[0]
    assert Contact.objects.get().hours == "Mo-Fr 08:00-11:30"


def test_what_is_said_stands_in_the_form_to_be_changed(world, lan):
    recorded(lan, telephone="024 3838 3838", hours=HOURS)

    boxes = typed(soup(lan.get(ADDRESS)))

    assert boxes["telephone"] == "024 3838 3838"
    assert boxes["hours"] == HOURS


def test_hours_are_shown_for_editing_in_the_language_of_the_page(lan):
    recorded(lan, hours=HOURS)

    assert typed(soup(lan.get("/units/DM/contact/")))["hours"] == (
        "Thứ Hai đến Thứ Sáu: 08:00–11:30, 13:30–17:00"
    )


def test_what_was_said_at_other_times_is_shown(world, lan):
    before = localdate() - timedelta(days=10)
    actions.set_contact(
        world.unit("DM"), by=world.lan, on=before, contact={"telephone": "024 1111"}
    )
    recorded(lan, telephone="024 2222")

    said = words(soup(lan.get(ADDRESS)), "article")

    assert ["024 2222" in said[0], "024 1111" in said[1]] == [True, True]


def test_with_everything_empty_nothing_is_said_from_the_day_on(lan, world):
    before = localdate() - timedelta(days=10)
    actions.set_contact(
        world.unit("DM"), by=world.lan, on=before, contact={"telephone": "024 1111"}
    )

    page = sent(lan, telephone="")
    lan.post(ADDRESS, typed(page, step="record"))

    assert "Everything is empty" in words(page, ".tg-note--amber")[0]
    assert Contact.objects.get().valid_to == localdate()


def test_going_on_editing_keeps_what_was_typed(lan):
    checked = sent(lan, telephone="024 3838 3838", hours=HOURS)

    page = soup(lan.post(ADDRESS, typed(checked, step="edit")))

    assert typed(page)["telephone"] == "024 3838 3838"
    assert "08:00" in typed(page)["hours"]


@pytest.mark.parametrize(
    ("changes", "box", "says"),
    [
        ({"hours": "sáng thứ hai"}, "hours", "“sáng thứ hai” cannot be read"),
        ({"telephone": "abc"}, "telephone", "“abc” is no telephone number"),
        ({"email": "ubnd"}, "email", "address"),
        ({"website": "không có"}, "website", "Enter a valid"),
        ({"on": "32/01/2025"}, "on", "not in the calendar"),
    ],
)
def test_what_is_wrong_is_said_beside_its_box_and_kept(lan, changes, box, says):
    page = sent(lan, status=422, **changes)

    assert says in words(page, f"#id_{box}_error")[0]
    assert typed(page)[box] == changes[box]


def test_a_day_on_which_the_unit_does_not_stand_is_refused(in_effect, world, client):
    client.force_login(world.hung)

    checked = sent(client, telephone="024 1111")
    response = client.post(ADDRESS, typed(checked, step="record"))

    assert response.status_code == 422
    assert "does not stand on that day" in words(soup(response), "#id_on_error")[0]


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(world, lan):
    page = soup(lan.get(ADDRESS))
    actions.set_contact(
        world.unit("DM"), by=world.hung, on=localdate(), contact={"telephone": "024 9999"}
    )

    response = lan.post(ADDRESS, typed(page, telephone="024 1111", step="record"))

    refused = soup(response)
    assert response.status_code == 422
    assert "Somebody else has changed this contact" in words(refused, ".tg-errors")[0]
    assert "024 9999" in words(refused, "article")[0]
    assert typed(refused)["telephone"] == "024 1111"
    assert Contact.objects.get().telephone == "024 9999"


def test_what_is_written_between_the_check_of_the_form_and_the_act_is_not_overwritten(
    world, lan, monkeypatch
):
    checked = sent(lan, telephone="024 1111")
    by_hung = {"by": world.hung, "on": localdate(), "contact": {"telephone": "024 9999"}}
    act = actions.set_contact

    def after_another(unit, **given):
        act(unit, **by_hung)
        return act(unit, **given)

    monkeypatch.setattr(views.actions, "set_contact", after_another)
    response = lan.post(ADDRESS, typed(checked, step="record"))

    assert response.status_code == 422
    assert "Somebody else has changed" in words(soup(response), ".tg-errors")[0]


def test_whoever_has_seen_what_others_wrote_may_go_on(world, lan):
    page = soup(lan.get(ADDRESS))
    actions.set_contact(
        world.unit("DM"), by=world.hung, on=localdate(), contact={"telephone": "024 9999"}
    )
    refused = soup(lan.post(ADDRESS, typed(page, telephone="024 1111", step="record")))

    lan.post(ADDRESS, typed(refused, step="record"))

    assert Contact.objects.get().telephone == "024 1111"
