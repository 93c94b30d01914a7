"""The life of a plan by API and by command: the same acts, the same refusals."""

import json

import pytest

from tinhgon.accounts import actions as accounts
from tinhgon.conftest import ordered, reloaded
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.permissions import PlanPermission

PLAN = "/plans/shared"
GRANTS = "accounts.Grant.unit"


@pytest.fixture
def tokens(world, operator):
    """Tokens of Ms Hương who plans and Mr Hùng who decides."""
    scopes = [*PlanPermission]
    return {
        person: accounts.hand_out_token(person, by=operator, name="kiểm tra", scopes=scopes)
        for person in (world.huong, world.hung)
    }


@pytest.fixture
def as_(client, tokens):
    """Send or ask as somebody: status and document."""

    def asked(person, path, **document):
        headers = {"Authorization": f"Bearer {tokens[person]}", "Accept-Language": "en"}
        send = client.post if document else client.get
        body = {"data": document, "content_type": "application/json"} if document else {}
        answer = send(f"/api/v1{PLAN}{path}", headers=headers, **body)
        return answer.status_code, answer.json()

    return asked


@pytest.fixture
def ready(shared, world, as_):
    """The package with everything allotted, recorded and appraised."""
    ordered(shared)
    as_(world.huong, "/allotments", relation=GRANTS, unit="DM", heir="TM", reason="Trụ sở")
    as_(world.huong, "/evidence", fact="household-opinion", agreeing=9, asked=10)
    as_(world.huong, "/evidence", fact="council-vote", subject="D019", agreeing=9, asked=10)
    as_(world.huong, "/evidence", fact="appraisal-report", document="12/BC-SNV")
    as_(world.huong, "/appraisal", opinion="Đạt")
    return shared


def test_the_impact_is_told_with_what_is_open(shared, world, as_):
    status, lines = as_(world.huong, "/impact?open_only=true")

    assert (status, lines) == (
        200,
        [{"relation": GRANTS, "unit": "DM", "count": 1, "by": "open", "heir": None}],
    )


def test_facts_are_asked_and_recorded(shared, world, as_):
    status, noted = as_(world.huong, "/evidence", fact="household-opinion", agreeing=9, asked=10)

    assert (status, noted["is_met"], noted["mark"]) == (201, True, "K")
    assert [fact["is_met"] for fact in as_(world.huong, "/evidence")[1]] == [True, False, False]


def test_a_fact_that_is_not_asked_is_refused(shared, world, as_):
    status, problem = as_(world.huong, "/evidence", fact="weather", document="1/BC")

    assert status == 409
    assert problem["detail"] == "The law of the package's day asks for no “weather” of the package."


def test_an_heir_that_does_not_stand_is_refused(shared, world, as_):
    status, problem = as_(
        world.huong, "/allotments", relation=GRANTS, unit="DM", heir="DM", reason="Thử"
    )

    assert status == 409
    assert "does not stand after the day of effect" in problem["detail"]


def test_from_appraisal_to_effect(ready, world, as_):
    status, sealed = as_(world.huong, "/sealing", on=None)
    digest = sealed["digest"]
    assert (status, digest) == (201, as_(world.hung, "")[1]["digest"])
    status, outcome = as_(world.hung, "/approval", digest=digest)
    assert (status, outcome) == (201, {"state": "approved", "counts": {}, "digest": digest})

    status, outcome = as_(world.hung, "/enactment", on=None)

    assert (status, outcome["state"], outcome["counts"][GRANTS]) == (201, "in-effect", 1)


@pytest.fixture
def unordered(ready, world, as_):
    """The package approved although its plan names no instrument."""
    ready.plans.update(instrument=None)
    as_(world.huong, "/sealing", on=None)
    as_(world.hung, "/approval", digest=reloaded(ready).sealing.digest)
    return reloaded(ready)


def test_what_no_instrument_orders_is_not_enacted(unordered, world, as_):
    status, problem = as_(world.hung, "/enactment", on=None)

    assert (status, reloaded(unordered).state) == (422, "approved")
    assert "“plan” names no instrument under which it is decided" in json.dumps(
        problem, ensure_ascii=False
    )


def test_nor_by_command(unordered, world, tinhgon):
    said = tinhgon("plan", "enact", "shared", by=world.hung)

    assert said.exit_code == 2
    assert "“plan” names no instrument under which it is decided" in said.stderr


def test_doing_it_again_changes_nothing(ready, world, as_):
    _status, sealed = as_(world.huong, "/sealing", on=None)

    assert as_(world.huong, "/sealing", on=None) == (200, sealed)


def test_the_drafter_may_not_approve_even_with_the_permission(ready, world, as_, operator):
    accounts.grant(world.huong, by=operator, role="chair", on=ready.day)
    as_(world.huong, "/sealing", on=None)
    digest = reloaded(ready).sealing.digest

    status, problem = as_(world.huong, "/approval", digest=digest)

    assert status == 409
    assert "Whoever drafted or edited a package" in problem["detail"]


def test_given_back_it_can_be_sealed_anew(ready, world, as_):
    as_(world.huong, "/sealing", on=None)

    assert as_(world.hung, "/return", reason="Xem lại") == (
        201,
        {"state": "appraised", "counts": {}, "digest": None},
    )
    assert as_(world.huong, "/sealing", on=None)[0] == 201


def test_the_same_by_commands(shared, world, tinhgon):
    def plan(*words, by=world.huong):
        said = tinhgon("plan", *words, by=by)
        assert said.exit_code == 0, said.output
        return said.stdout

    ordered(shared)
    plan("allot", "shared", GRANTS, "DM", "--to", "TM", "--reason", "Trụ sở")
    plan("note", "shared", "household-opinion", "--agreeing", 9, "--asked", 10)
    plan("note", "shared", "council-vote", "--of", "D019", "--agreeing", 9, "--asked", 10)
    plan("note", "shared", "appraisal-report", "--document", "12/BC-SNV")
    plan("appraise", "shared", "--opinion", "Đạt")
    digest = plan("seal", "shared").split()[-1]
    plan("approve", "shared", "--digest", digest, by=world.hung)
    plan("enact", "shared", by=world.hung)

    assert Package.objects.get(code="shared").state == "in-effect"
    assert json.loads(plan("evidence", "shared", "--json"))["facts"][0]["agreeing"] == 9


def test_what_is_open_is_listed_by_command(shared, world, tinhgon):
    said = tinhgon("plan", "impact", "shared", "--open", by=world.huong)

    assert said.stdout.split("  ")[-1] == (
        "Phường Đại Mỗ, roles of people over a unit – waits for a decision\n"
    )


def test_a_plan_in_effect_is_taken_back_by_command(in_effect, world, tinhgon):
    said = tinhgon(
        *("plan", "compensate", "reform", "--day", "2027-01-01", "--new-code", "back"),
        by=world.huong,
    )

    assert said.stdout == "back\n"
    assert Package.objects.get(code="back").undoes == in_effect


def test_only_what_is_in_effect_is_taken_back(shared, world, as_):
    status, problem = as_(
        world.huong, "/compensation", code="back", title="Khắc phục", on="2027-01-01"
    )

    assert status == 409
    assert problem["detail"].startswith("The package is “Draft”")
