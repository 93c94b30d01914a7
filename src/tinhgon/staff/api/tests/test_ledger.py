"""Balances and movements: what anybody may ask, and who may move posts."""

import pytest

from tinhgon.staff.conftest import KIND, MAY, NEW_YEAR
from tinhgon.staff.models import Movement

MOVE = {"act": "transfer", "posts": 2, "kind": KIND, "source": "DM", "target": "TM",
        "on": "2025-05-01", "reason": "điều hòa"}  # fmt: skip


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
        {"act": "lapse", "target": None, "purse": "open"},
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
        ({"source": None}, 422, "no-such-unit"),
        ({"act": "lapse"}, 422, "no-target"),
        ({"purse": "frozen"}, 422, "not-asked"),
        ({"act": "freeze", "target": None, "year": 2025}, 422, "not-asked"),
        ({"member": 1}, 422, "invalid"),
        ({"under": "9/QĐ"}, 422, "no-such-instrument"),
        ({"source": "XX"}, 404, "no-such-unit"),
        ({"act": "allocate", "source": None}, 403, "not-allowed"),
        ({"target": "P01"}, 403, "not-allowed"),
        ({"act": "freeze", "source": "D019", "target": None}, 403, "not-allowed"),
        ({"under": "9/QĐ", "source": "P01"}, 403, "not-allowed"),
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


def test_frozen_posts_are_released(books, ask, program):
    books.freeze(2, books.dai_mo, NEW_YEAR)

    status, made = ask(
        "/movements", program("posts-officer"), **{**MOVE, "act": "thaw", "target": None}
    )

    assert (status, made["source_purse"], made["target_purse"]) == (201, "frozen", "open")


def test_only_whoever_answers_for_both_sides_reverses(books, ask, program):
    moved = books.transfer(2, books.dai_mo, books.tay_mo, MAY)
    address = f"/movements/{moved.pk}/reversal"

    assert ask(address, program("posts-officer", "DM"), reason="nhập nhầm")[0] == 403
    assert ask(address, program("personnel-officer"), reason="nhập nhầm")[0] == 403
    assert not Movement.objects.filter(reverses=moved).exists()


def test_a_movement_is_reversed_once(books, ask, program):
    moved, token = books.transfer(2, books.dai_mo, books.tay_mo, MAY), program("posts-officer")
    ask(f"/movements/{moved.pk}/reversal", token, reason="nhập nhầm")

    status, said = ask(f"/movements/{moved.pk}/reversal", token, reason="nhập nhầm")

    assert (status, said["type"]) == (409, "urn:tinhgon:problem:reversed-already")
