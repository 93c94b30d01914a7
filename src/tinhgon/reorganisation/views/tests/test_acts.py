"""Acts on a package: a page says what will happen, asks again, and tells what stood in the way."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from tinhgon.accounts import actions as accounts
from tinhgon.conftest import approved
from tinhgon.domain.structure.claims import Source
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.registry.queries import counts
from tinhgon.registry.tests.pages import soup, words
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.deciding.entitlement import decide
from tinhgon.reorganisation.models import Package, State
from tinhgon.reorganisation.views import acts

ENACTMENT, EFFECT = "/plans/reform/enactment/", "/plans/reform/effect/"
WITHDRAWAL = "/plans/reform/withdrawal/"
TODAY = {"on": f"{localdate():%d/%m/%Y}"}


@pytest.fixture
def chair(world, client):
    """Mr Hùng, signed in."""
    client.force_login(world.hung)
    return world.hung


@pytest.fixture
def send(client):
    """Send the form of an act: the answer, and the page it leads to as soup."""

    def sent(address, **given):
        answer = client.post(f"/en{address}", TODAY | given, follow=True)
        return answer, soup(answer)

    return sent


def state(code="reform"):
    return Package.objects.get(code=code).state


def said(page):
    return words(page, ".tg-messages .tg-message")


# --- Enact ----------------------------------------------------------------------------------------


def test_before_enacting_it_is_said_what_will_happen(package, chair, show):
    page = show(ENACTMENT)

    assert words(page, "h1") == ["Enact this package?"]
    assert words(page, ".tg-happens li") == [
        "The new structure is entered into the register, as of 1 July 2025.",
        *("2 → 0 districts.", "5 → 4 communes."),
        *("6 units end.", "3 units begin.", "1 unit goes on otherwise."),
        "Its day, 1 July 2025, has come: it takes effect at once and can no longer be withdrawn.",
        "In one step, what hangs on the units that end:",
        "Roles of people over a unit: 1 go to whoever answers afterwards.",
        "An act of a day before 1 July 2025 only enters the structure: nothing moves with it yet.",
    ]
    assert state() is State.DRAFT


def test_when_it_asks_again_it_tells_of_the_day_that_was_typed(in_effect, draft, chair, send):
    draft("early", Rename(unit="DM", name="Đại Mỗ 2"), on=date(2025, 3, 1))

    _answer, page = send("/plans/early/enactment/", on="28/02/2025")

    assert words(page, ".tg-happens li")[-1] == "Until then it can be withdrawn."


def test_the_same_in_vietnamese(package, chair, show):
    page = show(ENACTMENT, language="vi")

    assert words(page, "h1") == ["Ban hành gói phương án này?"]
    assert "6 đơn vị kết thúc." in words(page, ".tg-happens li")


def test_a_chair_enacts_and_it_takes_effect_as_its_day_has_passed(package, chair, send, world):
    answer, page = send(ENACTMENT)

    assert answer.redirect_chain == [("/en/plans/reform/", 302)]
    assert said(page) == ["In effect. Nothing is left hanging on the units that ended."]
    assert state() is State.IN_EFFECT
    assert counts(world.day)["commune"] == 4


def test_enacted_for_a_day_to_come_it_waits(draft, chair, send, show, operator):
    day = localdate() + timedelta(days=9)
    approved(draft("later", Rename(unit="TM", name="Tây Mỗ 2"), on=day), operator)

    asked = words(show("/plans/later/enactment/"), ".tg-happens li")
    _answer, page = send("/plans/later/enactment/")

    assert "Until then it can be withdrawn." in asked
    assert said(page) == ["Enacted. The new structure stands in the register from its day on."]
    assert state("later") is State.ENACTED


def test_pressing_twice_changes_nothing_and_says_so(package, chair, send):
    send(ENACTMENT)
    at = Package.objects.get(code="reform").enactment.at

    _answer, page = send(ENACTMENT)

    assert said(page) == ["This package is enacted already. Nothing was changed."]
    assert Package.objects.get(code="reform").enactment.at == at


def test_whoever_comes_second_is_told_what_happened(
    package, chair, send, world, operator, monkeypatch
):
    def somebody_was_faster(act, held, **given):
        actions.enact(held, by=operator, on=world.day)
        return decide(act, held, **given)

    monkeypatch.setattr(acts, "decide", somebody_was_faster)
    _answer, page = send(ENACTMENT)

    assert said(page) == ["This package is enacted already. Nothing was changed."]
    assert Package.objects.get(code="reform").enactment.by is None


def test_what_a_rule_stops_is_told_beforehand_without_a_button(draft, chair, show):
    draft("lost", Dissolve(unit="DM"))

    page = show("/plans/lost/enactment/")

    assert words(page, ".tg-gate p") == ["Land, people of Phường Đại Mỗ would be left with nobody."]
    assert words(page, ".tg-gate li") == ["Name who takes it, or let the unit go on."]
    assert page.select("main form") == []


def test_what_a_rule_stops_is_not_enacted_when_it_is_sent_nevertheless(draft, chair, send):
    draft("lost", Dissolve(unit="DM"))

    answer, page = send("/plans/lost/enactment/")

    assert answer.status_code == 409
    assert words(page, ".tg-gate h2") == ["Not possible now"]
    assert state("lost") is State.DRAFT


def test_what_nobody_answers_for_is_told_by_name(draft, chair, send):
    halves = [
        Form(successor=key, sources=(Source(unit="DM", extent="part"),)) for key in ("TM", "MT")
    ]
    draft("shared", *halves, Conclude(unit="DM"))

    answer, page = send("/plans/shared/enactment/")

    assert answer.status_code == 409
    assert words(page, ".tg-gate p") == [
        "Nobody is named to answer afterwards for roles of people over a unit: Phường Đại Mỗ."
    ]
    assert page.select_one("#id_on") is None


def test_where_the_register_has_moved_on_it_says_what_and_what_to_do(in_effect, draft, chair, send):
    draft("early", Rename(unit="DM", name="Đại Mỗ 2"), on=date(2025, 3, 1))

    answer, page = send("/plans/early/enactment/")

    assert answer.status_code == 409
    assert words(page, ".tg-gate p")[0].startswith(
        "The register already holds later facts of: Phường Đại Mỗ."
    )


# --- The day --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("31/02/2025", "31/02/2025 is not in the calendar."),
        ("hôm nay", "“hôm nay” is not a day."),
        ("01/01/2999", "1 January 2999 has not come yet"),
        ("", "You have not filled this in."),
    ],
)
def test_a_day_that_will_not_do_is_kept_and_explained(package, chair, send, typed, says):
    answer, page = send(ENACTMENT, on=typed)

    assert answer.status_code == 422
    assert says in " ".join(words(page, ".tg-error"))
    assert page.select_one("#id_on").get("value", "") == typed
    assert state() is State.DRAFT


def test_an_act_of_an_earlier_day_is_of_that_day(package, chair, send):
    send(ENACTMENT, on="16/06/2025")

    held = Package.objects.get(code="reform")
    assert (held.state, held.enactment.on) == (State.ENACTED, date(2025, 6, 16))


# --- Take effect ----------------------------------------------------------------------------------


def test_a_chair_puts_into_effect_what_is_due(enacted, chair, show, send):
    asked = words(show(EFFECT), ".tg-happens li")
    _answer, page = send(EFFECT)

    assert "Roles of people over a unit: 1 go to whoever answers afterwards." in asked
    assert said(page) == ["In effect. Nothing is left hanging on the units that ended."]
    assert state() is State.IN_EFFECT


def test_putting_into_effect_twice_says_that_it_is(in_effect, chair, send):
    _answer, page = send(EFFECT)

    assert said(page) == ["This package is in effect already. Nothing was changed."]


def test_before_its_day_it_cannot_take_effect(coming, chair, show, send):
    page = show("/plans/coming/effect/")
    answer, _page = send("/plans/coming/effect/")

    assert words(page, ".tg-gate p") == ["The package takes effect on 1 July 2199 and not before."]
    assert answer.status_code == 409
    assert state("coming") is State.ENACTED


def test_a_draft_cannot_take_effect(package, chair, show):
    page = show(EFFECT)

    assert words(page, ".tg-gate p") == ["The package is “Draft”; this is no longer possible."]


# --- Withdraw -------------------------------------------------------------------------------------


def test_a_chair_withdraws_with_a_reason(enacted, chair, show, send, world):
    asked = words(show(WITHDRAWAL), ".tg-happens li")
    _answer, page = send(WITHDRAWAL, reason="Sai căn cứ pháp lý")

    assert asked[0] == "The register says again what it said before the enactment."
    assert said(page) == ["Withdrawn. The register says what it said before."]
    assert Package.objects.get(code="reform").withdrawal.reason == "Sai căn cứ pháp lý"
    assert counts(world.day)["commune"] == 5


@pytest.mark.parametrize("reason", ["", "x", "y" * 501])
def test_without_a_reason_nothing_is_withdrawn_and_the_day_is_kept(enacted, chair, send, reason):
    answer, page = send(WITHDRAWAL, reason=reason, on="20/06/2025")

    assert answer.status_code == 422
    assert page.select("#id_reason_error")
    assert page.select_one("#id_on")["value"] == "20/06/2025"
    assert state() is State.ENACTED


def test_what_is_in_effect_cannot_be_withdrawn(in_effect, chair, show, send):
    page = show(WITHDRAWAL)
    answer, _page = send(WITHDRAWAL, reason="Quá muộn")

    assert words(page, ".tg-gate p") == ["The package is “In effect”; this is no longer possible."]
    assert answer.status_code == 409


def test_withdrawing_twice_says_that_it_is(enacted, chair, send):
    send(WITHDRAWAL, reason="Sai căn cứ")

    _answer, page = send(WITHDRAWAL, reason="Lần nữa")

    assert said(page) == ["This package is withdrawn already. Nothing was changed."]


# --- Who may --------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", [ENACTMENT, EFFECT, WITHDRAWAL])
def test_whoever_is_not_signed_in_is_sent_to_sign_in_and_back(enacted, client, address):
    answer = client.get(address)

    assert answer.status_code == 302
    assert answer["Location"] == f"/account/login/?next={address}"


def test_a_planner_may_withdraw_and_not_enact(enacted, world, client):
    client.force_login(world.huong)

    assert client.get(WITHDRAWAL).status_code == 200
    assert client.get(ENACTMENT).status_code == 403
    assert client.post(EFFECT, TODAY).status_code == 403
    assert state() is State.ENACTED


def test_a_chair_of_one_ward_may_not_decide_about_the_city(enacted, world, client, operator):
    accounts.grant(world.an, by=operator, role="chair", on=date(2025, 1, 1), unit=world.unit("XP"))
    client.force_login(world.an)

    assert client.get(EFFECT).status_code == 403
    assert client.post(EFFECT, TODAY).status_code == 403
    assert state() is State.ENACTED


def test_a_package_that_does_not_exist_is_not_found(chair, show):
    show("/plans/nirgends/enactment/", status=404)
