"""Programs and commands do with committees what pages do, and are refused what pages refuse."""

import json

import pytest

from tinhgon.accounts import actions as accounts
from tinhgon.directives.committees.conftest import MAY
from tinhgon.directives.committees.json_documents import sessions_document
from tinhgon.directives.models import Committee
from tinhgon.registry.api.tests.conftest import send  # noqa: F401 - a fixture

KEEP, SEE = "directives.committee", "directives.see"


@pytest.fixture
def token(operator):
    """A key of somebody's with these scopes."""
    return lambda who, *scopes: accounts.hand_out_token(
        who, by=operator, name="máy", scopes=[*scopes] or [KEEP, SEE]
    )


@pytest.fixture
def get(client):
    """What the API answers: status and document."""

    def got(path, token, **query):
        key = {"Authorization": f"Bearer {token}"}
        response = client.get(f"/api/v1{path}", query, headers=key)
        return response.status_code, response.json()

    return got


def test_programs_read_a_committee_its_plan_and_its_sessions(planned, ha, token, get):
    session = planned.call("Sơ kết")
    key = token(ha)

    _ok, listed = get("/committees", key)
    _ok, one = get("/committees/bcd-07", key, on="2025-05-01")
    _ok, plan = get("/committees/bcd-07/plan", key, on="2025-07-01")
    _ok, sessions = get("/committees/bcd-07/sessions", key)

    assert [row["committee"] for row in listed["items"]] == ["bcd-07"]
    assert [row["role"] for row in one["members"]] == ["head", "member"]
    assert [(row["what"], row["state"]) for row in plan["items"]] == [
        ("Sơ kết", "late"),
        ("Báo cáo năm", "planned"),
    ]
    assert [row["session"] for row in sessions["items"]] == [session.pk]


def test_a_member_reads_their_own_and_a_stranger_reads_nothing(headed, person, token, get):
    son = token(person("son@x.vn", officer=headed.bodies.son), SEE)
    an = token(person("an@x.vn"), SEE)

    assert get("/committees/bcd-07", son)[0] == 200
    assert get("/committees/bcd-07", an)[0] == 404
    assert get("/committees", an)[1]["total"] == 0


def test_a_token_reads_only_with_the_scope(headed, ha, token, get):
    assert get("/committees", token(ha, KEEP))[0] == 403


def test_programs_set_up_a_committee_and_keep_it(steering, ha, token, send):  # noqa: F811
    key = token(ha)
    given = {"committee": "cds", "titles": {"vi": "Ban"}, "unit": "P01", "office": "D019"}
    status, told = send("/committees", {**given, "under": "07-QĐ/TU"}, token=key)
    acts = "/committees/cds/acts"

    appointed, one = send(acts, {"act": "appoint", "role": "head", "officer": "CB01"}, token=key)
    second, why = send(acts, {"act": "appoint", "role": "head", "officer": "CB02"}, token=key)
    missing, what = send(acts, {"act": "drop-item", "item": 1, "words": "thôi"}, token=key)

    assert (status, told["unit"]) == (201, "P01")
    assert (appointed, one["members"][0]["officer"]) == (201, "CB01")
    assert (second, why["type"]) == (422, "urn:tinhgon:problem:impossible")
    assert (missing, what["fact"]) == (422, "item")


def test_what_is_not_theirs_to_keep_is_refused_to_programs(
    headed,
    person,
    token,
    send,  # noqa: F811
):
    ward = token(person("phuong@x.vn", "standing-office", headed.tay_mo))
    given = {"committee": "cds", "titles": {"vi": "Ban"}, "unit": "P01", "office": "TM"}

    assert send("/committees", {**given, "under": "07-QĐ/TU"}, token=ward)[0] == 403
    assert send("/committees/bcd-07/acts", {"act": "dissolve", "words": "x"}, token=ward)[0] == 404
    assert not Committee.objects.filter(key="cds").exists()


def test_a_member_who_keeps_another_committee_does_nothing_to_this_one(
    headed,
    person,
    token,
    send,  # noqa: F811
):
    user = person("son@x.vn", "standing-office", headed.tay_mo, headed.bodies.son)

    status, why = send(
        "/committees/bcd-07/acts", {"act": "dissolve", "words": "x"}, token=token(user)
    )

    assert (status, why["type"]) == (403, "urn:tinhgon:problem:not-allowed")
    assert headed.fresh().valid_to is None


def test_a_committee_lives_on_the_command_line(steering, tinhgon):
    def run(*words):
        done = tinhgon("directives", "committees", *words)
        assert done.exit_code == 0, done.stderr
        return done.stdout

    units = ("--unit", "P01", "--office", "TM", "--under", "07-QĐ/TU", "--on", "2025-03-01")
    run("set-up", "cds", "--title", "Ban", *units)
    run("appoint", "cds", "--role", "head", "--officer", "CB01", "--on", "2025-03-01")
    run("add-item", "cds", "--what", "Sơ kết", "--month", "6", "--year", "2025", "--recurring")
    run("adopt-plan", "cds", "--year", "2025")
    plan = json.loads(run("plan", "cds", "--year", "2025", "--json"))
    item = plan["items"][0]["item"]
    run("call-session", "cds", "--when", "2025-03-10T08:30", "--place", "P1", "--item", item)
    (called,) = json.loads(run("sessions", "cds", "--json"))["sessions"]
    came = called["invited"][0]["member"]
    run("hold-session", "cds", "--session", called["session"], "--came", came, "--item", item)

    done = json.loads(run("plan", "cds", "--year", "2025", "--json"))["items"][0]

    assert (plan["items"][0]["recurring"], plan["items"][0]["state"]) == (True, "late")
    assert (done["state"], done["session"]) == ("done", called["session"])
    assert "Đinh Thị Mai" in run("show", "cds")


def test_commands_say_what_is_wrong_and_hide_what_is_not_theirs(headed, person, tinhgon):
    an = person("an@x.vn", "chair", headed.tay_mo)
    own = ("directives", "committees")

    double = tinhgon(*own, "appoint", "bcd-07", "--role", "head", "--officer", "CB03")
    hidden = tinhgon(*own, "show", "bcd-07", by=an)
    listed = tinhgon(*own, "list", "--on", MAY.isoformat(), "--json", by=an)

    assert (double.exit_code, "heads the committee" in double.stderr) == (2, True)
    assert (hidden.exit_code, "no committee" in hidden.stderr) == (2, True)
    assert json.loads(listed.stdout)["every"] == 0


def test_plans_and_sessions_are_told_in_words(planned, tinhgon):
    planned.call("Sơ kết")

    plan = tinhgon("directives", "committees", "plan", "bcd-07", "--on", "2025-07-01")
    sessions = tinhgon("directives", "committees", "sessions", "bcd-07")
    listed = tinhgon("directives", "committees", "list")

    assert "06/2025  Not done, late  Sơ kết" in plan.stdout
    assert "To come" in sessions.stdout
    assert "bcd-07  Committee 07  Đinh Thị Mai, Chair" in listed.stdout


def test_an_agenda_is_told_in_its_order_however_its_rows_lie(headed):
    session = headed.call("Một", "Hai")
    session.agenda.filter(number=1).update(number=3)

    (told,) = sessions_document([session])

    assert [point["title"] for point in told["agenda"]] == ["Hai", "Một"]
