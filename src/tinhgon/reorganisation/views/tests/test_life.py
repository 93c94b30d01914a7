"""From a draft to its effect, by three people, page by page."""

from datetime import date

import pytest
from django.utils.timezone import localdate

from tinhgon.accounts import actions as accounts
from tinhgon.conftest import ordered
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.registry.models import Version
from tinhgon.registry.revision import changed
from tinhgon.registry.tests.pages import soup, words
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.continuity.table import moving
from tinhgon.reorganisation.models import Allotment, Evidence, Package

PAGE = "/plans/shared/"
ALLOTMENT = f"{PAGE}allotments/accounts.Grant.unit/DM/"
TODAY = {"on": f"{localdate():%d/%m/%Y}"}
FACTS = {
    "household-opinion": {"agreeing": "900", "asked": "1000"},
    "council-vote-D019": {"agreeing": "60", "asked": "95"},
    "appraisal-report": {"document": "12/BC-SNV"},
}


@pytest.fixture
def sign_in(client):
    return client.force_login


@pytest.fixture
def send(client):
    """Send a form as a person types it; the answer's status and the page it leads to."""

    def sent(address, language="en", **given):
        root = "" if language == "vi" else f"/{language}"
        answer = client.post(f"{root}{address}", TODAY | given, follow=True)
        return answer.status_code, soup(answer)

    return sent


@pytest.fixture
def record(send):
    """Record all that the law asks for."""

    def recorded(**instead):
        for key, given in FACTS.items():
            fact, _, subject = key.partition("-D")
            boxes = {"fact": fact, "subject": "D" * bool(subject) + subject, **TODAY, **given}
            named = {f"{key}-{box}": value for box, value in boxes.items()}
            send(f"{PAGE}evidence/", **named | instead)

    return recorded


@pytest.fixture
def sealed(shared, world, sign_in, send, record):
    """The package, allotted, recorded, appraised and sealed by Ms Hương."""
    ordered(shared)
    sign_in(world.huong)
    send(ALLOTMENT, heir="TM", reason="Trụ sở ở đó")
    record()
    send(f"{PAGE}appraisal/", opinion="Đạt")
    send(f"{PAGE}sealing/")
    return Package.objects.get(code="shared")


def state():
    return Package.objects.get(code="shared").state


def said(page):
    return words(page, ".tg-messages .tg-message")


# --- What is left open ----------------------------------------------------------------------------


def test_the_impact_says_what_waits_for_a_decision(shared, world, sign_in, show):
    sign_in(world.huong)

    page = show(f"{PAGE}impact/")

    assert words(page, "tbody tr") == [
        "Phường Đại Mỗ Roles of people over a unit 1 Waits for a decision"
    ]
    assert words(page, ".tg-gate h2") == ["Somebody must decide"]


def test_it_can_be_taken_along(shared, world, sign_in, client):
    sign_in(world.huong)

    lines = client.get(f"{PAGE}impact/", {"format": "csv"}).getvalue().decode("utf-8-sig").split()

    assert lines[0] == "relation,unit,name,count,by,heir,heir_name"
    assert lines[1].startswith("accounts.Grant.unit,DM,")


def test_what_is_open_stands_in_a_queue_with_those_who_may_take_it(shared, world, sign_in, show):
    sign_in(world.huong)

    queue, asked = show(f"{PAGE}allotments/"), show(ALLOTMENT)

    assert words(queue, "h1") == ["1 allotment waits for a decision"]
    assert words(asked, "h1") == ["Who answers after Phường Đại Mỗ?"]
    assert [box["value"] for box in asked.select("[name=heir]")] == ["MT", "TM", "D019", "P01"]


def test_once_it_is_enacted_everybody_reads_the_day_and_planners_who_and_why(
    sealed, world, sign_in, send, show, client, operator
):
    sign_in(world.hung)
    send(f"{PAGE}approval/", digest=sealed.sealing.digest)
    actions.enact(Package.objects.get(), by=operator, on=date(2025, 6, 20))
    told = show(f"{PAGE}allotments/").get_text()
    client.logout()

    heard = show(f"{PAGE}allotments/").get_text()

    assert "Trụ sở ở đó (Phạm Thu Hương" in told
    assert "Phường Tây Mỗ" in heard
    assert "Trụ sở ở đó" not in heard
    assert "Phạm Thu Hương" not in heard


def test_a_planner_decides_with_a_reason(shared, world, sign_in, send):
    sign_in(world.huong)

    _status, page = send(ALLOTMENT, heir="MT", reason="Gần hơn")

    assert said(page) == ["Decided. It is carried out on the day of effect."]
    assert words(page, "h1") == ["No allotment waits for a decision"]
    made = Allotment.objects.get()
    assert (made.unit, made.heir, made.reason, made.by) == ("DM", "MT", "Gần hơn", world.huong)


def test_a_row_can_be_given_to_another(shared, world, sign_in, send, operator):
    grant = world.lan.grants.get()
    sign_in(world.huong)

    send(ALLOTMENT, heir="MT", reason="Gần hơn", **{f"row-{grant.pk}": "TM"})

    assert Allotment.objects.get().named == {"TM": [grant.pk]}


def test_without_a_reason_nothing_is_decided_and_the_choice_is_kept(shared, world, sign_in, send):
    sign_in(world.huong)

    status, page = send(ALLOTMENT, heir="MT", reason="")

    assert status == 422
    assert page.select_one("[name=heir][checked]")["value"] == "MT"
    assert not Allotment.objects.exists()


def test_a_stranger_sees_nothing_of_a_draft_and_decides_nothing(shared, world, sign_in, client):
    sign_in(world.an)

    assert client.get(f"{PAGE}impact/").status_code == 404
    assert client.get(f"{PAGE}evidence/").status_code == 404
    assert client.post(ALLOTMENT).status_code == 403


# --- What the law asks for ------------------------------------------------------------------------


def test_what_the_law_asks_for_says_its_source_and_how_sure_it_is(shared, world, sign_in, show):
    sign_in(world.huong)

    page = show(f"{PAGE}evidence/")

    assert words(page, ".tg-lead") == ["0 of 3 facts are there."]
    assert words(page, ".tg-find h2") == [
        "Opinion of households",
        "Vote of the People's Council: Quận Nam Từ Liêm",
        "Appraisal report",
    ]
    (opinion, vote, report) = words(page, ".tg-find li")
    assert "no provision was compared that asks for it on the day of effect" in opinion
    assert "Look up the law in force on that day" in vote
    assert "Not checked" in report


def test_from_the_day_of_a_decree_on_it_is_named_instead(draft, world, sign_in, show):
    draft("later", Rename(unit="MT", name="Mễ"), on=date(2025, 12, 16), by=world.huong)
    sign_in(world.huong)

    said = words(show("/plans/later/evidence/"), ".tg-find li")[0]

    assert "321/2025/NĐ-CP" in said
    assert "general knowledge" not in said


def test_it_says_of_what_one_figure_is(shared, world, sign_in, show):
    sign_in(world.huong)

    (opinion, vote, report) = words(show(f"{PAGE}evidence/"), ".tg-find li")

    assert "One figure for the whole package: all who were asked in all the units" in opinion
    assert "One for each unit directly above those that are rearranged." in vote
    assert "One document for the whole package." in report


def test_facts_are_recorded(shared, world, sign_in, record, show):
    sign_in(world.huong)

    record()

    page = show(f"{PAGE}evidence/")
    assert words(page, ".tg-lead") == ["3 of 3 facts are there."]
    assert "900 of 1,000 agree (90.0 %)" in words(page, ".tg-find li")[0]


def test_more_than_were_asked_cannot_agree(shared, world, sign_in, send):
    sign_in(world.huong)
    given = {"fact": "household-opinion", "agreeing": "5", "asked": "4", **TODAY}

    status, page = send(
        f"{PAGE}evidence/", **{f"household-opinion-{box}": value for box, value in given.items()}
    )

    assert status == 422
    assert "5 agree, but only 4 were asked. Check both numbers." in words(page, ".tg-error")[0]
    assert page.select_one("[name=household-opinion-asked]")["value"] == "4"
    assert not Evidence.objects.exists()


def test_half_is_not_more_than_half(shared, world, sign_in, record, send, show):
    sign_in(world.huong)
    send(ALLOTMENT, heir="TM", reason="Trụ sở ở đó")
    record(**{"household-opinion-agreeing": "500"})
    send(f"{PAGE}appraisal/")

    page = show(f"{PAGE}sealing/")

    assert words(page, ".tg-gate p")[0] == (
        "Opinion of households: more than 50 % must agree, 500 of 1,000 do."
    )
    assert state() == "appraised"


# --- Appraised, sealed, approved ------------------------------------------------------------------


def test_what_is_open_is_not_sealed(shared, world, sign_in, record, send, show):
    sign_in(world.huong)
    record()
    send(f"{PAGE}appraisal/")

    page = show(f"{PAGE}sealing/")

    assert "Nobody is named to answer afterwards for roles of people" in words(page, ".tg-gate")[0]


def test_it_is_sealed_and_the_seal_is_shown(sealed, show):
    page = show(PAGE)

    assert sealed.state == "sealed"
    assert words(page, ".tg-hash")[0].replace(" ", "") == sealed.sealing.digest
    assert "by Phạm Thu Hương" in words(page, ".tg-seal")[0]


def test_a_drafter_has_no_way_to_approve(sealed, client):
    assert client.get(f"{PAGE}approval/").status_code == 403


def test_a_chair_who_drafted_does_not_approve(sealed, world, sign_in, send, operator):
    accounts.grant(world.huong, by=operator, role="chair", on=date(2025, 1, 1))

    status, page = send(f"{PAGE}approval/", digest=sealed.sealing.digest)

    assert status == 409
    assert "Whoever drafted or edited a package does not approve it" in words(page, ".tg-gate")[0]


def test_the_chair_sees_the_seal_and_approves(sealed, world, sign_in, send, show):
    sign_in(world.hung)
    page = show(f"{PAGE}approval/")
    digest = page.select_one("[name=digest]")["value"]

    _status, after = send(f"{PAGE}approval/", digest=digest)

    assert words(page, ".tg-hash")[0].replace(" ", "") == digest
    assert said(after) == ["Approved. It can be enacted."]
    assert words(after, ".tg-seal h2") == ["Sealed and approved"]


def test_the_same_in_vietnamese(sealed, world, sign_in, send):
    sign_in(world.hung)

    _status, page = send(f"{PAGE}approval/", language="vi", digest=sealed.sealing.digest)

    assert said(page) == ["Đã phê duyệt. Có thể ban hành."]


def test_another_seal_than_the_one_seen_is_not_approved(sealed, world, sign_in, send):
    sign_in(world.hung)

    status, page = send(f"{PAGE}approval/", digest="0" * 64)

    assert status == 409
    assert "It was sealed anew since you looked" in words(page, ".tg-gate")[0]


def test_what_moved_is_told_by_name(sealed, world, sign_in, show):
    Version.objects.filter(unit__key="DM").update(name="Đại Mỗ Mới")
    changed()
    sign_in(world.hung)

    page = show(f"{PAGE}approval/")

    assert "its name: Đại Mỗ → Đại Mỗ Mới" in words(page, ".tg-gate")[0]
    assert page.select("button.tg-btn[type=submit]") == []


def test_the_chair_gives_it_back_with_a_reason(sealed, world, sign_in, send):
    sign_in(world.hung)

    _status, page = send(f"{PAGE}return/", reason="Làm rõ phần đất")

    assert state() == "appraised"
    assert page.select(".tg-seal") == []


def test_an_approval_twice_changes_nothing(sealed, world, sign_in, send):
    sign_in(world.hung)
    send(f"{PAGE}approval/", digest=sealed.sealing.digest)

    _status, page = send(f"{PAGE}approval/", digest=sealed.sealing.digest)

    assert said(page) == ["This package is approved already. Nothing was changed."]


def test_what_no_instrument_orders_is_not_enacted(sealed, world, sign_in, send):
    sealed.plans.update(instrument=None)
    send_back_and_seal(sealed, world, sign_in, send)

    status, page = send(f"{PAGE}enactment/")

    assert (status, state()) == (409, "approved")
    gate = words(page, ".tg-gate")[0]
    assert "The plan “plan” names no instrument under which it is decided" in gate
    assert "Name the number of the instrument in the plan." in gate


def send_back_and_seal(sealed, world, sign_in, send):
    """Give it back, seal it as it now is, and approve it."""
    sign_in(world.hung)
    send(f"{PAGE}return/", reason="Xem lại")
    sign_in(world.huong)
    send(f"{PAGE}sealing/")
    sign_in(world.hung)
    digest = Package.objects.get(code="shared").sealing.digest
    send(f"{PAGE}approval/", digest=digest)


def test_enacted_it_takes_effect_and_each_goes_where_it_was_decided(sealed, world, sign_in, send):
    sign_in(world.hung)
    send(f"{PAGE}approval/", digest=sealed.sealing.digest)

    send(f"{PAGE}enactment/")

    assert state() == "in-effect"
    assert [str(grant.unit) for grant in world.lan.grants.order_by("pk")] == ["DM", "TM"]


@pytest.mark.parametrize("page", ["evidence", "impact", "allotments"])
def test_pages_take_the_same_few_queries(
    shared, world, sign_in, client, page, django_assert_max_num_queries
):
    sign_in(world.huong)
    client.get(f"{PAGE}{page}/")

    with django_assert_max_num_queries(14 + 2 * len(moving())):
        client.get(f"{PAGE}{page}/")
