"""Drafting and editing for programs."""

import pytest

from tinhgon.accounts import actions as accounts
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.reorganisation.editing import actions
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.permissions import PlanPermission

OPERATIONS = "/plans/reform/1656-nq-ubtvqh15/operations"
RENAME = {"verb": "rename", "unit": "MT", "name": "Mới"}
DAY = "2025-07-01"


@pytest.fixture
def token(world, operator):
    return accounts.hand_out_token(
        world.huong, by=operator, name="kiểm tra", scopes=[PlanPermission.DRAFT]
    )


@pytest.fixture
def call(client, token):
    """Call an operation as Ms Hương's program: status and document."""

    def called(method, path, document=None, by=None, **headers):
        given = {"Authorization": f"Bearer {by or token}", "Accept-Language": "en", **headers}
        answer = getattr(client, method)(
            f"/api/v1{path}", document, content_type="application/json", headers=given
        )
        return answer.status_code, answer.json()

    return called


@pytest.fixture
def plan(package):
    return package.plans.get(code="1656-nq-ubtvqh15")


def documents(plan):
    return list(plan.operations.values_list("document", flat=True))


def test_a_package_is_drafted(world, call):
    plans = [{"plan": "ha-noi", "instrument": "1656/NQ-UBTVQH15", "operations": [RENAME]}]

    status, made = call(
        "post", "/plans", {"code": "thu", "titles": {"vi": "Thử"}, "day": DAY, "plans": plans}
    )

    assert (status, made) == (
        201,
        {"code": "thu", "state": "draft", "edition": 1, "plans": {"ha-noi": 1}},
    )


def test_what_cannot_be_read_is_told_with_its_place(world, call):
    plans = [{"plan": "x", "operations": [{"verb": "rename", "unit": "MT"}]}]

    status, problem = call(
        "post", "/plans", {"code": "thu", "titles": {"vi": "Thử"}, "day": DAY, "plans": plans}
    )

    assert (status, problem["path"]) == (422, "plans.0.operations.0.name")
    assert problem["type"] == "urn:tinhgon:problem:missing-member"


def test_a_code_is_not_given_twice(package, call):
    given = {"code": "reform", "titles": {"vi": "Thử"}, "day": DAY}

    status, problem = call("post", "/plans", given)

    assert (status, problem["detail"]) == (
        409,
        "There is already a package “reform”. Choose another code.",
    )
    assert problem["type"] == "urn:tinhgon:problem:taken"


def test_a_member_that_nobody_knows_is_refused_by_name(world, call):
    status, problem = call("post", "/plans", {"code": "thu", "day": DAY, "tittles": {}})

    assert status == 422
    assert problem["errors"] == [{"where": "body.tittles", "what": "There is no such member."}]


def test_whoever_sends_no_token_is_told_how_to(package, client):
    answer = client.post("/api/v1/plans/reform/undo", {"edition": 1}, "application/json")

    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, 'Bearer realm="tinhgon"')


def test_the_contract_names_the_key_by_which_a_request_is_done_once(client, db):
    paths = client.get("/api/v1/openapi.json").json()["paths"]

    def named(path, method):
        return [one["name"] for one in paths[f"/api/v1{path}"][method].get("parameters", [])]

    assert "Idempotency-Key" in named("/plans", "post")
    assert "Idempotency-Key" not in named("/plans", "get")


def test_an_operation_is_added_at_a_number(plan, call):
    status, made = call("post", OPERATIONS, {"operation": RENAME, "number": 2, "edition": 1})

    assert (status, made["edition"], made["number"]) == (201, 2, 2)
    assert documents(plan)[1] == RENAME


def test_the_edition_may_be_said_in_the_header(plan, call):
    status, _made = call("post", OPERATIONS, {"operation": RENAME}, **{"If-Match": '"1"'})

    assert status == 201


def test_whoever_does_not_say_which_edition_they_saw_is_asked(plan, call):
    status, problem = call("post", OPERATIONS, {"operation": RENAME})

    assert (status, problem["type"]) == (422, "urn:tinhgon:problem:no-edition")


def test_whoever_was_slower_overwrites_nothing(plan, world, call):
    actions.add(plan, operation=Rename(unit="XP", name="Mới"), by=world.hung, edition=1)

    status, problem = call("post", OPERATIONS, {"operation": RENAME, "edition": 1})

    assert (status, problem["type"]) == (409, "urn:tinhgon:problem:stale")
    assert len(documents(plan)) == 6


def test_an_operation_is_changed(plan, call):
    status, _made = call("put", f"{OPERATIONS}/1", {"operation": RENAME, "edition": 1})

    assert (status, documents(plan)[0]) == (200, RENAME)


def test_an_operation_is_changed_and_moved(plan, call):
    given = {"operation": RENAME, "number": 5, "edition": 1}

    status, made = call("put", f"{OPERATIONS}/1", given)

    assert (status, made["edition"], documents(plan)[4]) == (200, 3, RENAME)


def test_an_operation_is_taken_out(plan, call):
    before = documents(plan)

    status, made = call("delete", f"{OPERATIONS}/1?edition=1")

    assert (status, made["before"]) == (200, before[:1])
    assert documents(plan) == before[1:]


def test_there_is_none_beyond_the_last(plan, call):
    status, problem = call("delete", f"{OPERATIONS}/9?edition=1")

    assert (status, problem["detail"]) == (404, "This plan has no operation 9.")


def test_a_plan_is_written_anew_and_that_undone(plan, call):
    before = documents(plan)
    call("put", OPERATIONS, {"operations": [RENAME], "edition": 1})

    status, undone = call("post", "/plans/reform/undo", {"edition": 2})

    assert (status, undone["after"]) == (200, before)
    assert documents(plan) == before


def test_when_nothing_is_left_to_undo_that_is_said(package, call):
    status, problem = call("post", "/plans/reform/undo", {"edition": 1})

    assert (status, problem["type"]) == (409, "urn:tinhgon:problem:nothing-to-undo")


def test_a_plan_that_is_not_there_is_not_found(package, call):
    status, _problem = call("post", "/plans/reform/x/operations", {"operation": RENAME})

    assert status == 422
    assert call("delete", "/plans/reform/x/operations/1?edition=1")[0] == 404


def test_what_is_enacted_takes_no_edit(enacted, call):
    status, problem = call("post", OPERATIONS, {"operation": RENAME, "edition": 1})

    assert (status, problem["type"]) == (409, "urn:tinhgon:problem:refused")


def test_others_may_not(package, world, operator, call):
    stranger = accounts.hand_out_token(
        world.an, by=operator, name="x", scopes=[PlanPermission.DRAFT]
    )

    assert call("post", "/plans/reform/undo", {"edition": 1}, by=stranger)[0] == 403
    assert Package.objects.get(code="reform").edition == 1
