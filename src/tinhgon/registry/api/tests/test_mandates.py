"""Mandates for programs: Mr Hùng's program keeps them, An's reads them."""

from datetime import date

import pytest

from tinhgon.accounts import actions as accounts
from tinhgon.registry.models import Mandate

SPRING = date(2025, 3, 1)


@pytest.fixture
def token(bodies, world, operator):
    def of(person):
        return accounts.hand_out_token(
            person, by=operator, name="program", scopes=["registry.mandate"]
        )

    return of


def wanted(**given):
    return {
        "unit": "P01.justice",
        "function": "foreign-affairs",
        "area": "P01",
        "on": "2026-01-01",
        **given,
    }


def test_mandates_of_a_day_are_read_by_anybody(bodies, ask):
    status, found = ask("/mandates", on=SPRING, function="transport")

    assert status == 200
    assert [one["unit"] for one in found["items"]] == ["P01.construction"]


def test_those_of_one_body(bodies, ask):
    found = ask("/mandates", on=SPRING, unit="P01.finance")[1]

    assert {one["function"] for one in found["items"]} == {"finance", "planning-and-investment"}


def test_a_program_assigns_and_withdraws(token, world, send):
    secret = token(world.hung)

    status, made = send("/mandates", wanted(), token=secret)
    assert (status, made["role"]) == (201, "lead")

    path = f"/mandates/{made['id']}/withdrawal"
    status, ended = send(path, {"on": "2026-06-01"}, token=secret)
    assert (status, ended["end"]) == (200, "2026-06-01")


def test_a_second_lead_is_refused_with_a_code(token, world, send):
    status, problem = send("/mandates", wanted(function="health"), token=token(world.hung))

    assert status == 422
    assert problem["type"].endswith(":led-by-another")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"role": "helps"}, "unknown-role"),
        ({"under": "1/QĐ-UBND"}, "no-such-instrument"),
        ({"function": "alchemy"}, "unknown-function"),
    ],
)
def test_what_cannot_be_is_told_by_its_code(token, world, send, given, code):
    status, problem = send("/mandates", wanted(**given), token=token(world.hung))

    assert (status, problem["type"].rsplit(":")[-1]) == (422, code)


def test_a_stranger_may_not(token, world, send):
    assert send("/mandates", wanted(), token=token(world.an))[0] == 403
    assert not Mandate.objects.filter(unit__key="P01.justice", leads="foreign-affairs").exists()


def test_what_there_is_not_cannot_be_withdrawn(token, world, send):
    path = "/mandates/0/withdrawal"

    assert send(path, {"on": "2026-06-01"}, token=token(world.hung))[0] == 404
