"""Plans for programs: what is public, what needs a token, what is refused and how."""

from datetime import date

import pytest

from tinhgon.accounts import actions as accounts
from tinhgon.domain.structure.documents import read_plan
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.reorganisation import queries
from tinhgon.reorganisation.models import Package, State
from tinhgon.reorganisation.permissions import PlanPermission

ENACTMENT, EFFECT = "/plans/reform/enactment", "/plans/reform/effect"
WITHDRAWAL = "/plans/reform/withdrawal"


@pytest.fixture
def token(world, operator):
    """A token of somebody, with every scope of plans unless others are named."""

    def hand_out(person, *scopes):
        return accounts.hand_out_token(
            person, by=operator, name="kiểm tra", scopes=[*scopes] or [*PlanPermission]
        )

    return hand_out


@pytest.fixture
def ask_as(client):
    """GET with a token: status and document."""

    def get(path, token):
        answer = client.get(f"/api/v1{path}", headers={"Authorization": f"Bearer {token}"})
        return answer.status_code, answer.json()

    return get


def codes(page):
    return [item["code"] for item in page["items"]]


def state(code="reform"):
    return Package.objects.get(code=code).state


# --- Reading --------------------------------------------------------------------------------------


def test_packages_are_listed_with_day_and_state(in_effect, ask):
    status, page = ask("/plans")

    assert status == 200
    assert page["items"] == [
        {
            "code": "reform",
            "title": "Sắp xếp 2025",
            "day": "2025-07-01",
            "state": "in-effect",
        }
    ]
    assert (page["total"], page["next"]) == (1, None)


def test_a_package_is_its_plans_in_the_documented_json(in_effect, ask):
    status, document = ask("/plans/reform")

    assert status == 200
    assert [read_plan(plan) for plan in document["plans"]] == queries.plan_values(in_effect)


def test_findings_are_said_in_the_language_asked_for(in_effect, ask):
    _status, english = ask("/plans/reform/findings")
    _status, vietnamese = ask("/plans/reform/findings", language="vi")

    assert english["may_be_enacted"] is True
    assert english["findings"][0]["rule"] == "code-passed-on"
    assert english["findings"][0]["says"].startswith("Codes that pass to another unit: 3")
    assert vietnamese["findings"][0]["says"].startswith("3 mã chuyển sang đơn vị khác")


@pytest.mark.parametrize("path", ["/plans/nirgends", "/plans/nirgends/findings"])
def test_a_package_that_does_not_exist_is_a_problem(world, ask, path):
    status, problem = ask(path)

    assert (status, problem["type"]) == (404, "urn:tinhgon:problem:no-such-plan")


def test_a_cursor_that_nobody_gave_is_a_problem(in_effect, ask):
    status, problem = ask("/plans", cursor="???")

    assert (status, problem["type"]) == (422, "urn:tinhgon:problem:bad-cursor")


@pytest.mark.parametrize("path", ["/plans/reform", "/plans/reform/findings"])
def test_a_draft_is_hidden_from_the_public(package, ask, path):
    assert ask("/plans")[1]["items"] == []
    assert ask(path)[0] == 404


def test_a_draft_is_shown_to_a_program_of_a_planner_whose_scopes_say_so(
    package, world, token, ask_as
):
    planner, other_scope = token(world.huong), token(world.huong, "registry.correct")
    stranger = token(world.an)

    assert codes(ask_as("/plans", planner)[1]) == ["reform"]
    assert ask_as("/plans/reform", planner)[0] == 200
    assert codes(ask_as("/plans", other_scope)[1]) == []
    assert codes(ask_as("/plans", stranger)[1]) == []


@pytest.mark.parametrize("path", ["/plans", "/plans/reform", "/plans/reform/findings"])
def test_a_token_that_opens_nothing_is_refused_rather_than_ignored(
    in_effect, world, token, operator, ask_as, path
):
    ended = token(world.huong)
    accounts.end_token(world.huong.tokens.get(), by=operator, reason="Lộ mã")

    made_up_status, problem = ask_as(path, "made-up")

    assert (made_up_status, problem["type"]) == (401, "urn:tinhgon:problem:sign-in-needed")
    assert ask_as(path, ended)[0] == 401


def test_a_long_list_is_read_a_stretch_at_a_time(in_effect, draft, world, token, ask_as):
    draft("later", Rename(unit="XP", name="Xuân Phương 2"), on=date(2026, 1, 1))
    planner = token(world.huong)

    _status, first = ask_as("/plans?limit=1", planner)
    _status, second = ask_as(f"/plans?limit=1&cursor={first['next']}", planner)

    assert (codes(first), codes(second)) == (["later"], ["reform"])
    assert (first["total"], second["next"]) == (2, None)


# --- Acting ---------------------------------------------------------------------------------------


def test_a_chair_enacts_and_a_repetition_changes_nothing(package, world, token, send):
    secret = token(world.hung)

    status, outcome = send(ENACTMENT, {}, secret)

    assert (status, outcome) == (
        201,
        {"state": "in-effect", "counts": {"accounts.Grant.unit": 1}, "digest": None},
    )
    assert send(ENACTMENT, {}, secret) == (
        200,
        {"state": "in-effect", "counts": {}, "digest": None},
    )


def test_enacted_before_its_day_it_takes_effect_later(package, world, token, send):
    secret = token(world.hung)

    send(ENACTMENT, {"on": "2025-06-16"}, secret)
    assert state() is State.ENACTED
    send(EFFECT, {"on": "2025-07-01"}, secret)

    assert state() is State.IN_EFFECT


@pytest.mark.parametrize(
    ("path", "document", "says"),
    [
        (EFFECT, {"on": "2025-06-30"}, "The package takes effect on 1 July 2025 and not before."),
        (EFFECT, {"on": "2999-01-01"}, "1 January 2999 has not come yet"),
        (ENACTMENT, {"on": "2999-01-01"}, None),
    ],
)
def test_an_act_is_refused_in_words_where_its_day_will_not_do(
    enacted, world, token, send, path, document, says
):
    status, answer = send(path, document, token(world.hung))

    assert status == 409
    assert (says or "has not come yet") in answer["detail"]
    assert state() is State.ENACTED


def test_what_a_rule_stops_is_told_finding_by_finding(draft, world, token, send):
    draft("lost", Dissolve(unit="DM"))

    status, problem = send("/plans/lost/enactment", {}, token(world.hung))

    assert (status, problem["type"]) == (422, "urn:tinhgon:problem:blocked")
    assert problem["findings"] == ["Land, people of Phường Đại Mỗ would be left with nobody."]


def test_where_the_register_has_moved_on_it_is_a_conflict(in_effect, draft, world, token, send):
    draft("early", Rename(unit="DM", name="Đại Mỗ 2"), on=date(2025, 3, 1))

    status, problem = send("/plans/early/enactment", {}, token(world.hung))

    assert (status, problem["type"]) == (409, "urn:tinhgon:problem:refused")
    assert problem["detail"].startswith("The register already holds later facts of: Phường Đại Mỗ.")


def test_a_package_is_withdrawn_with_a_reason(enacted, world, token, send):
    secret = token(world.huong)

    assert send(WITHDRAWAL, {"reason": "x"}, secret)[0] == 422
    assert send(WITHDRAWAL, {"reason": "Sai căn cứ"}, secret)[1]["state"] == "withdrawn"


def test_withdrawing_again_changes_nothing(enacted, world, token, send):
    secret = token(world.huong)
    send(WITHDRAWAL, {"reason": "Sai căn cứ"}, secret)

    again = send(WITHDRAWAL, {"reason": "Lần nữa"}, secret)

    assert again == (200, {"state": "withdrawn", "counts": {}, "digest": None})
    assert Package.objects.get(code="reform").withdrawal.reason == "Sai căn cứ"


def test_a_day_that_is_none_is_a_problem(package, world, token, send):
    status, problem = send(ENACTMENT, {"on": "gestern"}, token(world.hung))

    assert (status, problem["type"]) == (422, "urn:tinhgon:problem:invalid")


# --- Who may --------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [ENACTMENT, EFFECT, WITHDRAWAL])
def test_nobody_acts_without_a_token(enacted, send, path):
    assert send(path, {"reason": "Sai căn cứ"})[0] == 401


def test_a_planner_may_not_enact_nor_a_chair_beyond_the_scopes(package, world, token, send):
    planner, limited = token(world.huong), token(world.hung, PlanPermission.WITHDRAW)

    assert send(ENACTMENT, {}, planner)[0] == 403
    assert send(ENACTMENT, {}, limited)[0] == 403
    assert state() is State.DRAFT


def test_a_chair_of_one_ward_may_not_decide_about_the_city(package, world, token, send, operator):
    accounts.grant(world.an, by=operator, role="chair", on=date(2025, 1, 1), unit=world.unit("XP"))

    status, problem = send(ENACTMENT, {}, token(world.an))

    assert (status, problem["type"]) == (403, "urn:tinhgon:problem:not-allowed")
    assert "for everything that the package concerns" in problem["detail"]
    assert state() is State.DRAFT
