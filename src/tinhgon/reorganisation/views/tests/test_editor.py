"""The editor of a plan, as Ms Hương the planner meets it in the small world."""

import pytest

from tinhgon.conftest import reloaded
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.packages import Plan
from tinhgon.registry.tests.pages import soup, words
from tinhgon.reorganisation import actions as package_actions
from tinhgon.reorganisation.editing import actions

EDITOR = "/plans/reform/1656-nq-ubtvqh15/editor/"
FORM = {
    "verb": "form",
    "successor-is": "new",
    "successor-name": "Miêu Nha",
    "successor-kind": "commune:phường",
    "successor-parent": "Hà Nội",
    "sources-rows": "1",
    "sources-0-unit": "Mễ Trì",
    "sources-0-extent": "part",
}


@pytest.fixture
def huong(world, client):
    """Ms Hương, signed in."""
    client.force_login(world.huong)
    return world.huong


@pytest.fixture
def plan(package):
    return package.plans.get(code="1656-nq-ubtvqh15")


@pytest.fixture
def post(client):
    """Send a form: the answer and its page as soup, in English."""

    def posted(address, headers=None, **given):
        answer = client.post(f"/en{address}", given, headers=headers)
        return answer, soup(answer)

    return posted


def documents(plan):
    return list(plan.operations.values_list("document", flat=True))


# --- Who ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["", "new/", "1/", "about/"])
def test_whoever_may_not_plan_is_told_so(package, world, client, address):
    client.force_login(world.an)

    assert client.get(EDITOR + address).status_code == 403


def test_a_stranger_is_asked_to_sign_in(package, client):
    assert client.get(EDITOR).status_code == 302


def test_what_is_enacted_is_edited_no_more(enacted, huong, show):
    page = show(EDITOR)

    assert words(page, "h1") == ["The editor is closed"]
    assert "“Enacted”" in words(page, ".tg-gate p")[0]


def test_what_is_enacted_takes_no_edit(enacted, huong, post):
    answer, _page = post(f"{EDITOR}1/", verb="dissolve", unit="MT")

    assert answer.status_code == 409


# --- The list -------------------------------------------------------------------------------------


def test_the_operations_stand_beside_with_what_is_found(package, huong, show):
    page = show(EDITOR)

    assert words(page, "#operations summary") == ["5 operations"]
    assert words(page, ".tg-ops b")[:2] == ["Form Phường Tây Mỗ", "Form Phường Đại Mỗ"]
    assert [icon["aria-label"] for icon in page.select(".tg-ops svg")] == ["Passed"] * 5


def test_an_operation_that_is_wrong_is_marked(plan, huong, show):
    wrong = Rename(unit="DM", name="Mới")
    actions.add(plan, operation=wrong, by=huong, edition=1)

    page = show(EDITOR)

    assert words(page, "#operations summary") == ["6 operations 5 with errors"]
    assert page.select(".tg-ops svg")[-1]["aria-label"] == "Blocks"


def test_the_list_is_filtered_by_name(package, huong, show):
    assert words(show(EDITOR, q="duong noi"), ".tg-ops b") == ["Form Phường Dương Nội"]


def test_a_filter_that_nothing_fits_says_so(package, huong, show):
    page = show(EDITOR, q="Sa Pa")

    assert "No operation of this plan speaks of that." in words(page, "#operations")[0]


def test_an_empty_plan_offers_every_operation(draft, huong, show):
    draft("empty")

    page = show("/plans/empty/plan/editor/")

    assert words(page, "h2")[:1] == ["What does this plan do first?"]
    assert len(page.select(".tg-verbs a")) == 16


def test_a_plan_of_thousands_is_listed_by_fifty(world, operator, huong, show):
    many = tuple(Rename(unit="MT", name=f"Tên {n}") for n in range(3000))
    plan = Plan(code="plan", day=world.day, operations=many)
    package_actions.draft("many", by=operator, on=world.day, plans=[plan], titles={"vi": "Nhiều"})

    page = show("/plans/many/plan/editor/2980/")

    assert len(page.select(".tg-ops li")) == 50
    assert words(page, ".tg-ops [aria-current] b") == ["Rename Phường Mễ Trì"]


def test_the_page_takes_the_same_queries_however_long_the_plan(
    package, plan, huong, client, django_assert_max_num_queries
):
    client.get(f"{EDITOR}1/")

    with django_assert_max_num_queries(17):
        client.get(f"{EDITOR}1/")


def test_a_filter_asks_little_of_the_database(
    package, huong, client, django_assert_max_num_queries
):
    client.get(EDITOR, {"q": "x"})

    with django_assert_max_num_queries(17):
        client.get(EDITOR, {"q": "mỗ"})


# --- One operation --------------------------------------------------------------------------------


def test_an_operation_stands_as_a_form(package, huong, show):
    page = show(f"{EDITOR}1/")

    assert words(page, "h2.tg-editor__title") == ["1. Form Phường Tây Mỗ"]
    assert page.select_one("[name=successor-name]")["value"] == "Tây Mỗ"
    assert [box["value"] for box in page.select(".tg-parts input[type=text]")] == [
        *("Phường Đại Mỗ, Quận Nam Từ Liêm", "Phường Tây Mỗ, Quận Nam Từ Liêm")
    ]
    assert words(page, ".tg-parts small") == ["also to Phường Dương Nội, Phường Đại Mỗ", ""]


def test_the_same_in_vietnamese(package, huong, show):
    page = show(f"{EDITOR}1/", language="vi")

    assert words(page, "h2.tg-editor__title") == ["1. Thành lập Phường Tây Mỗ"]
    assert words(page, ".tg-parts small")[0] == "còn sang Phường Dương Nội, Phường Đại Mỗ"


def test_what_it_does_is_told_beside(package, huong, show):
    page = show(f"{EDITOR}1/")

    assert "Nothing stands against it." in words(page, "#checks li")
    assert words(page, "#checks dd") == [
        *("6.03 km² without the parts",),
        "2: Phường Tây Mỗ, Phường Đại Mỗ together with operations 2 , 3 , 5",
    ]


def test_keys_are_never_shown(package, huong, post, show):
    post(f"{EDITOR}new/", **FORM, edition=1)

    page = show(f"{EDITOR}6/")

    assert "N-reform-1" not in page.get_text(" ")


def test_an_operation_is_added(plan, huong, post):
    answer, _page = post(f"{EDITOR}new/", **FORM, edition=1)

    assert answer.url.endswith("/editor/6/")
    assert documents(plan)[-1] == {
        "verb": "form",
        "successor": {
            "key": "N-reform-1",
            "level": "commune",
            "kind": "phường",
            "name": "Miêu Nha",
            "parent": "P01",
        },
        "sources": [{"unit": "MT", "extent": "part"}],
    }


def test_one_after_another_is_added(package, huong, post):
    answer, _page = post(f"{EDITOR}new/", **FORM, edition=1, do="next")

    assert answer.url.endswith("/editor/new/?verb=form")


def test_an_operation_is_changed(plan, huong, post):
    answer, _page = post(f"{EDITOR}1/", verb="rename", unit="Mễ Trì", name="Mới", edition=1)

    assert answer.url.endswith("/editor/1/")
    assert documents(plan)[0] == {"verb": "rename", "unit": "MT", "name": "Mới"}


def test_what_is_missing_is_told_at_its_box_and_nothing_is_lost(plan, huong, post):
    answer, page = post(f"{EDITOR}new/", **{**FORM, "sources-0-unit": "Không Có"}, edition=1)

    assert answer.status_code == 422
    assert words(page, ".tg-parts .tg-error") == [
        "Error: No unit called “Không Có” stands on the day of effect, and no plan forms one."
    ]
    assert page.select_one("[name=successor-name]")["value"] == "Miêu Nha"
    assert page.select_one("[name=sources-0-unit]")["value"] == "Không Có"
    assert len(documents(plan)) == 5


def test_several_of_a_name_are_offered_and_one_is_chosen(plan, huong, post):
    asked = {"verb": "dissolve", "unit": "Đại Mỗ", "edition": 1}

    _answer, page = post(f"{EDITOR}new/", **asked)
    chosen = page.select("[name=unit_key]")[1]["value"]
    post(f"{EDITOR}new/", **asked, unit_key=chosen)

    assert documents(plan)[-1] == {"verb": "dissolve", "unit": "DM"}


def test_a_row_is_added_without_saving(plan, huong, post):
    answer, page = post(f"{EDITOR}new/", **FORM, edition=1, do="add:sources")

    assert answer.status_code == 200
    assert len(page.select(".tg-parts li")) == 2
    assert page.select_one("[name=sources-0-unit]")["value"] == "Mễ Trì"
    assert len(documents(plan)) == 5


def test_a_row_is_taken_out_without_saving(package, huong, post):
    _answer, page = post(f"{EDITOR}1/", **FORM, edition=1, do="remove:sources:0")

    assert page.select(".tg-parts li") == []


def test_another_verb_shows_its_form(package, huong, post):
    _answer, page = post(f"{EDITOR}new/", **{**FORM, "verb": "dissolve"}, edition=1, do="verb")

    assert page.select_one("[name=unit]")
    assert page.select_one("[name=successor-name]") is None


def test_only_the_form_is_sent_where_only_it_is_asked_for(package, huong, post):
    _answer, page = post(
        f"{EDITOR}new/",
        headers={"HX-Request": "true", "HX-Target": "operation"},
        **FORM,
        edition=1,
        do="add:sources",
    )

    assert page.select_one("#operation")
    assert page.select_one("#checks")["hx-swap-oob"] == "true"
    assert page.select_one("h1") is None


def test_there_is_no_operation_beyond_the_last(package, huong, show):
    assert "This plan has no operation 6." in show(f"{EDITOR}6/", status=404).get_text()


# --- Its place ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "to"), [({"do": "up"}, 1), ({"do": "down"}, 3), ({"do": "to", "to": "5"}, 5)]
)
def test_an_operation_is_put_elsewhere(plan, huong, post, given, to):
    second = documents(plan)[1]

    answer, _page = post(f"{EDITOR}2/", **given, edition=1)

    assert answer.url.endswith(f"/editor/{to}/")
    assert documents(plan)[to - 1] == second


def test_a_place_that_is_no_number_is_told(plan, huong, client):
    before = documents(plan)

    page = soup(client.post(f"/en{EDITOR}2/", {"do": "to", "to": "x", "edition": 1}, follow=True))

    assert words(page, ".tg-messages p") == ["“x” is not a place. Write a number."]
    assert documents(plan) == before


def test_an_operation_is_taken_out_and_that_undone(plan, huong, client):
    before = documents(plan)

    client.post(f"/en{EDITOR}2/", {"do": "out", "edition": 1})
    undone = client.post("/en/plans/reform/editor/undo/", {"edition": 2}, follow=True)

    assert words(soup(undone), ".tg-messages p")[-1].startswith(
        "Undone: Taken out: Form Phường Đại Mỗ from"
    )
    assert documents(plan) == before


def test_undo_says_when_nothing_is_left(package, huong, client):
    undone = client.post("/en/plans/reform/editor/undo/", {"edition": 1}, follow=True)

    assert words(soup(undone), ".tg-messages p") == ["There is nothing left to undo."]


# --- Somebody else --------------------------------------------------------------------------------


def test_whoever_was_slower_sees_what_others_did_and_loses_nothing(plan, huong, world, post):
    actions.add(plan, operation=Rename(unit="XP", name="Mới"), by=world.hung, edition=1)

    answer, page = post(f"{EDITOR}new/", **FORM, edition=1)

    assert answer.status_code == 409
    assert words(page, "section[aria-labelledby=meanwhile] li")[0].startswith("Lê Quốc Hùng")
    assert "Added: Rename Phường Xuân Phương: Phường Mới." in page.get_text(" ")
    assert page.select_one("[name=successor-name]")["value"] == "Miêu Nha"
    assert len(documents(plan)) == 6


def test_what_was_typed_is_saved_onto_the_new_edition(plan, huong, world, post):
    actions.add(plan, operation=Rename(unit="XP", name="Mới"), by=world.hung, edition=1)
    _answer, page = post(f"{EDITOR}new/", **FORM, edition=1)

    answer, _page = post(
        f"{EDITOR}new/", **FORM, edition=page.select_one("[name=edition]")["value"]
    )

    assert answer.status_code == 302
    assert len(documents(plan)) == 7


def test_an_operation_is_followed_to_where_others_put_it(plan, huong, world, post):
    actions.move(plan, place=0, to=4, by=world.hung, edition=1)

    _answer, page = post(f"{EDITOR}1/", verb="rename", unit="Mễ Trì", name="Mới", edition=1)

    assert page.select_one("form.tg-form")["action"].endswith("/editor/5/")


def test_an_operation_that_others_took_out_may_be_added_anew(plan, huong, world, post):
    actions.remove(plan, place=0, by=world.hung, edition=1)

    _answer, page = post(f"{EDITOR}1/", verb="rename", unit="Mễ Trì", name="Mới", edition=1)

    assert page.select_one("form.tg-form")["action"].endswith("/editor/new/")
    assert "no longer there" in words(page, "section[aria-labelledby=meanwhile]")[0]


# --- Checks while typing --------------------------------------------------------------------------


def test_what_is_typed_is_checked(package, huong, post):
    _answer, page = post(f"{EDITOR}check/", **{**FORM, "sources-0-unit": "DM"}, edition=1)

    assert words(page, "#checks .tg-editor__says") == [
        "Form Phường Miêu Nha from a part of Phường Đại Mỗ."
    ]
    assert words(page, "#sources-0-note") == [
        "also to Phường Dương Nội, Phường Tây Mỗ, Phường Đại Mỗ"
    ]


def test_the_rest_that_two_claim_is_told_at_once(package, huong, post):
    given = {**FORM, "sources-0-unit": "TM", "sources-0-extent": "whole"}

    _answer, page = post(f"{EDITOR}check/", **given, edition=1)

    assert any("is taken twice" in said for said in words(page, "#checks .tg-sev--stop b"))
    assert page.select_one("#sources-0-note")["class"] == ["is-wrong"]
    assert words(page, "#sources-0-note") == ["operation 1 takes of it too: Phường Tây Mỗ"]


def test_what_is_still_open_is_said_without_alarm(package, huong, post):
    _answer, page = post(f"{EDITOR}check/", verb="rename", unit="MT", edition=1)

    assert len(page.select("#checks .tg-sev--info")) == 1
    assert page.select("#checks .tg-sev--stop") == []


def test_a_check_in_the_place_of_an_operation_leaves_that_out(package, huong, client, post):
    number = {"number": "1", "edition": 1}
    form = soup(client.get(f"/en{EDITOR}1/")).select_one("form.tg-form")
    sent = {box["name"]: box.get("value", "") for box in form.select("input[name]")}
    chosen = {
        box["name"]: box.select_one("option[selected]")["value"] for box in form.select("select")
    }
    typed = {k: v for k, v in {**sent, **chosen}.items() if "main" not in k} | number

    _answer, page = post(f"{EDITOR}check/", **typed | {"successor-is": "new"})

    assert words(page, "#checks .tg-sev--stop") == []


def test_a_check_says_that_others_were_quicker(plan, huong, world, post):
    actions.add(plan, operation=Rename(unit="XP", name="Mới"), by=world.hung, edition=1)

    _answer, page = post(f"{EDITOR}check/", verb="dissolve", unit="MT", edition=1)

    assert "Somebody else has edited the draft meanwhile." in page.get_text(" ")


def test_whoever_was_quicker_than_themselves_is_told_so(plan, huong, post):
    actions.add(plan, operation=Rename(unit="XP", name="Mới"), by=huong, edition=1)

    _answer, checked = post(f"{EDITOR}check/", verb="dissolve", unit="MT", edition=1)
    _answer, saved = post(f"{EDITOR}new/", **FORM, edition=1)

    assert "You have edited the draft meanwhile, in another window." in checked.get_text(" ")
    assert words(saved, "#meanwhile") == ["You have edited the draft meanwhile, in another window"]


def test_a_check_asks_little_of_the_database(package, huong, client, django_assert_max_num_queries):
    client.post(f"{EDITOR}check/", {**FORM, "edition": 1})

    with django_assert_max_num_queries(10):
        client.post(f"{EDITOR}check/", {**FORM, "edition": 1})


def test_checks_are_asked_by_sending(package, huong, client):
    assert client.get(f"{EDITOR}check/").status_code == 405


def test_an_edit_takes_the_appraisal_back(package, plan, huong, post):
    post(f"{EDITOR}new/", **FORM, edition=1)

    assert reloaded(package).edition == 2


# --- Suggestions ----------------------------------------------------------------------------------


def test_units_are_suggested_by_what_is_typed(package, huong, client):
    asked = {"box": "sources-0-unit", "sources-0-unit": "dai mo"}

    page = soup(client.get("/en/plans/reform/editor/units/", asked))

    assert words(page, "button") == [
        "Phường Đại Mỗ Quận Nam Từ Liêm, Thành phố Hà Nội",
        "Phường Đại Mỗ Thành phố Hà Nội (begins in this package)",
    ]


def test_they_are_told_in_vietnamese(package, huong, client):
    asked = {"box": "unit", "unit": "dai mo"}

    page = soup(client.get("/plans/reform/editor/units/", asked))

    assert words(page, "button")[1] == ("Phường Đại Mỗ Thành phố Hà Nội (bắt đầu từ gói này)")


def test_suggestions_ask_little_of_the_database(
    package, huong, client, django_assert_max_num_queries
):
    asked = {"box": "unit", "unit": "phuong, ha noi"}
    client.get("/plans/reform/editor/units/", asked)

    with django_assert_max_num_queries(8):
        client.get("/plans/reform/editor/units/", asked)


def test_the_unit_that_is_picked_stands_in_its_box(package, huong, client):
    answer = client.get("/en/plans/reform/editor/units/", {"box": "unit", "pick": "DM"})

    page = soup(answer)
    assert page.select_one("[name=unit]")["value"] == "Phường Đại Mỗ, Quận Nam Từ Liêm"
    assert page.select_one("[name=unit_key]")["value"] == "DM"
    assert answer["HX-Trigger"] == "picked"


def test_a_box_of_another_name_is_not_drawn(package, huong, client):
    answer = client.get("/en/plans/reform/editor/units/", {"box": '"><script>', "pick": "DM"})

    assert soup(answer).select_one("input")["name"] == "unit"


def test_a_number_that_nobody_could_mean_is_none(plan, huong, post):
    answer, _page = post(f"{EDITOR}check/", verb="dissolve", unit="MT", number="9" * 5000)

    assert answer.status_code == 200
