"""Drafting and editing on the command line."""

import json

import pytest

from tinhgon.reorganisation.models import Package

RENAME = json.dumps({"verb": "rename", "unit": "MT", "name": "Mới"})
PLAN = ("reform", "1656-nq-ubtvqh15")


@pytest.fixture
def plan(package):
    return package.plans.get(code="1656-nq-ubtvqh15")


def test_a_draft_is_begun(world, tinhgon):
    said = tinhgon("plan", "new", "thu", "--day", "2025-07-01", "--title", "Thử", "--json")

    assert json.loads(said.stdout) == {
        "package": "thu",
        "plan": "plan-2025-07-01",
        "edition": 1,
    }
    assert Package.objects.get(code="thu").title == "Thử"


def test_a_code_that_a_page_bears_is_refused(world, tinhgon):
    said = tinhgon("plan", "new", "new", "--day", "2025-07-01", "--title", "Thử")

    assert (said.exit_code, "cannot be a code" in said.stderr) == (2, True)


def test_an_operation_is_added_and_told(plan, tinhgon):
    said = tinhgon("plan", "add", *PLAN, "--operation", RENAME)

    assert said.stdout == "Added: Rename Phường Mễ Trì: Phường Mới.\n"
    assert plan.operations.count() == 6


def test_an_operation_is_taken_out_and_that_undone(plan, tinhgon):
    taken = tinhgon("plan", "take-out", *PLAN, "1")
    undone = tinhgon("plan", "undo", "reform", "--json")

    assert taken.stdout.startswith("Taken out: Form Phường Tây Mỗ")
    assert json.loads(undone.stdout)["edition"] == 3
    assert plan.operations.count() == 5


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((*PLAN, "--operation", "{"), "This is not JSON"),
        ((*PLAN, "--operation", '{"verb": "rename", "unit": "MT"}'), "name: This is missing."),
        ((*PLAN, "--operation", RENAME, "--edition", "0"), "it is at edition 1"),
        (("reform", "x", "--operation", RENAME), "This package has no plan “x”."),
        (("none", "x", "--operation", RENAME), "There is no package “none”."),
    ],
)
def test_what_will_not_do_is_told(package, tinhgon, words, says):
    said = tinhgon("plan", "add", *words)

    assert (said.exit_code, says in said.stderr) == (2, True)


def test_whoever_may_not_plan_is_refused(package, world, tinhgon):
    assert tinhgon("plan", "undo", "reform", by=world.an).exit_code == 2
