"""Posts and people for programs: what anybody may ask, and what only some may do."""

import pytest

from tinhgon.accounts.actions import grant, hand_out_token, open_account
from tinhgon.audit.models import Entry
from tinhgon.staff.conftest import KIND, MAY, NEW_YEAR
from tinhgon.staff.models import Movement, Target

BASE = "/api/v1/staff"


@pytest.fixture
def program(operator, books):
    """A program that acts for somebody with a role over the district."""

    def made(role, unit=None):
        name = f"{role}-{unit or 'D019'}"
        user = open_account(f"{name}@example.vn", by=operator, name=name, password="mật-khẩu-dài-1")
        over = {"DM": books.dai_mo, "TM": books.tay_mo}.get(unit, books.district)
        grant(user, by=operator, role=role, on=NEW_YEAR, unit=over)
        scopes = ["staff.see", "staff.move", "staff.keep", "staff.target"]
        return hand_out_token(user, by=operator, name=name, scopes=scopes)

    return made


@pytest.fixture
def ask(client):
    """What the API answers: status and document."""

    def asked(address, token=None, **body):
        headers = {"authorization": f"Bearer {token}"} if token else {}
        if body:
            answer = client.post(BASE + address, body, "application/json", headers=headers)
        else:
            answer = client.get(BASE + address, headers=headers)
        return answer.status_code, answer.json()

    return asked


MOVE = {"act": "transfer", "posts": 2, "kind": KIND, "source": "DM", "target": "TM",
        "on": "2025-05-01", "reason": "điều hòa"}  # fmt: skip


# --- What anybody may ask -------------------------------------------------------------------------


def test_balances_are_told_of_a_unit_and_all_below(books, ask):
    status, said = ask("/units/P01/balances?on=2025-05-01&limit=2")

    assert status == 200
    assert said["items"][0] == {
        "unit": "P01",
        "own": {KIND: {"open": 60, "frozen": 0}},
        "whole": {KIND: {"open": 100, "frozen": 0}},
    }
    assert said["next"]


def test_balances_are_as_of_the_day(books, ask):
    assert ask("/units/TM/balances?on=2025-02-28")[1]["items"][0]["own"] == {}
    assert ask("/units/TM/balances?on=2025-03-01")[1]["items"][0]["own"][KIND]["open"] == 8


def test_movements_are_told_latest_first(books, ask):
    moved = books.transfer(2, books.dai_mo, books.tay_mo, MAY)

    _status, said = ask("/units/DM/movements?on=2025-05-01")

    assert said["items"][0]["id"] == moved.pk
    assert (said["items"][0]["source"], said["items"][0]["target"]) == ("DM", "TM")


def test_who_is_the_head_is_one_name_or_none(staffed, ask):
    assert ask("/units/DM/head?on=2025-05-01")[1]["name"] == "Đinh Thị Mai"
    assert ask("/units/TM/head?on=2025-05-01")[1] == {
        "unit": "TM",
        "state": "vacant",
        "title": "Chủ tịch",
        "name": "",
        "names": [],
    }


def test_a_unit_that_there_is_not_is_told_so(books, ask):
    assert ask("/units/XX/balances")[0] == 404
    assert ask("/units/XX/head")[0] == 404


def test_targets_are_told_with_their_progress(staffed, ask, program):
    sent = {
        "target": "t-2030",
        "titles": {"vi": "Giảm"},
        "unit": "D019",
        "counts": "officials",
        "percent": 95,
        "base_day": "2025-01-01",
        "due": "2030-01-01",
        "reason": "thử",
    }
    status, made = ask("/targets", program("posts-officer"), **sent)

    _status, said = ask("/targets?on=2025-05-01")

    assert (status, made["cut"]) == (201, 38)
    assert said["items"][0]["outlook"] == "in-time"
    assert said["items"][0]["retirements"] == {"2026": 1, "2028": 1, "2050": 1}
    assert said["items"][0]["mark"] == "K"


# --- What only some may do ------------------------------------------------------------------------


def test_posts_are_moved_and_reversed(books, ask, program):
    token = program("posts-officer")

    status, made = ask("/movements", token, **MOVE)
    undone, back = ask(f"/movements/{made['id']}/reversal", token, reason="nhập nhầm")

    assert (status, undone) == (201, 201)
    assert (back["act"], back["reverses"], back["source"]) == ("reversal", made["id"], "TM")


@pytest.mark.parametrize(
    "sent",
    [
        {"act": "allocate", "source": "D019", "target": "DM"},
        {"act": "return", "source": "DM", "target": "D019"},
        {"act": "lapse", "target": None},
        {"act": "freeze", "target": None},
    ],
)
def test_each_act_is_open_to_programs(books, ask, program, sent):
    assert ask("/movements", program("posts-officer"), **{**MOVE, **sent})[0] == 201


@pytest.mark.parametrize(
    ("wrong", "status", "kind"),
    [
        ({"posts": 99}, 409, "overdrawn"),
        ({"kind": "knight"}, 409, "unknown-kind"),
        ({"reason": ""}, 409, "no-grounds"),
        ({"posts": 0}, 422, "invalid"),
        ({"target": None}, 422, "no-such-unit"),
        ({"under": "9/QĐ"}, 422, "no-such-instrument"),
        ({"source": "XX"}, 404, "no-such-unit"),
        ({"act": "allocate", "source": None}, 403, "not-allowed"),
        ({"target": "P01"}, 403, "not-allowed"),
        ({"act": "freeze", "source": "D019"}, 403, "not-allowed"),
    ],
)
def test_what_is_refused_is_told_by_its_kind(books, ask, program, wrong, status, kind):
    before = Movement.objects.count()

    answered, said = ask("/movements", program("posts-officer"), **{**MOVE, **wrong})

    assert (answered, said["type"]) == (status, f"urn:tinhgon:problem:{kind}")
    assert Movement.objects.count() == before


def test_what_is_missing_is_told_in_members(books, ask, program):
    _status, said = ask("/movements", program("posts-officer"), **{**MOVE, "posts": 15})

    assert (said["unit"], said["missing"], said["day"]) == ("DM", 3, "2025-05-01")


def test_a_movement_that_there_is_not_is_not_reversed(books, ask, program):
    assert ask("/movements/999999/reversal", program("posts-officer"), reason="abc")[0] == 404


def test_who_works_in_a_unit_is_told_to_those_who_may_see_it(staffed, ask, program):
    status, said = ask("/units/DM/posts?on=2025-05-01", program("unit-deputy"))

    assert status == 200
    assert said[2]["people"] == [
        {"officer": "CB03", "name": "Vũ Thị Thu", "basis": "main", "since": "2025-03-01"}
    ]
    assert "born" not in str(said)
    assert Entry.objects.filter(act="officers.read", target="unit:DM").count() == 1
    assert ask("/units/DM/posts", program("unit-deputy", "TM"))[0] == 403
    assert ask("/units/DM/posts")[0] == 401


def test_somebody_is_assigned(staffed, ask, program):
    token = program("personnel-officer")
    sent = {"officer": "CB02", "on": "2025-05-01", "moves": True}

    status, made = ask("/posts/tm-chair/assignments", token, **sent)
    again, said = ask("/posts/tm-chair/assignments", token, officer="CB01", on="2025-05-01")

    assert (status, made["basis"]) == (201, "main")
    assert again == 422
    assert said["errors"]
    other = program("personnel-officer", "DM")
    assert ask("/posts/tm-chair/assignments", other, **sent)[0] == 403


@pytest.mark.parametrize(
    ("address", "officer", "status"),
    [("/posts/none/assignments", "CB02", 404), ("/posts/tm-chair/assignments", "CB99", 422)],
)
def test_what_is_not_there_is_told_so(staffed, ask, program, address, officer, status):
    assert ask(address, program("personnel-officer"), officer=officer)[0] == status


def test_a_target_beyond_ones_units_is_refused(books, ask, program):
    sent = {"target": "t", "titles": {}, "counts": "officials", "percent": 1,
            "base_day": "2025-01-01", "due": "2030-01-01", "reason": "thử"}  # fmt: skip
    token = program("posts-officer")

    assert ask("/targets", token, **sent, unit="P01")[0] == 403
    assert ask("/targets", token, **sent, bloc="party")[0] == 403
    assert ask("/targets", token, **{**sent, "due": "2024-01-01"}, unit="D019")[0] == 422
    assert not Target.objects.exists()
