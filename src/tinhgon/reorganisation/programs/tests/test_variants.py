"""Variants, copies and comparisons by API and command line."""

import json

import pytest

from tinhgon.accounts import actions as accounts
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.reorganisation.editing import actions
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.permissions import PlanPermission


@pytest.fixture
def call(client, world, operator):
    """Call an operation as Ms Hương's program: status and document."""
    scopes = [PlanPermission.DRAFT]
    token = accounts.hand_out_token(world.huong, by=operator, name="thử", scopes=scopes)
    headers = {"Authorization": f"Bearer {token}", "Accept-Language": "en"}

    def called(method, path, document=None):
        kind = {"content_type": "application/json"} if method == "post" else {}
        answer = getattr(client, method)(f"/api/v1{path}", document, headers=headers, **kind)
        return answer.status_code, answer.json()

    return called


@pytest.fixture
def copy(package, world):
    made = actions.copy(package, by=world.huong, on=package.day, code="b", titles={"vi": "B"})
    plan = made.plans.get(code="1656-nq-ubtvqh15")
    rename = Rename(unit="XP", name="Xuân Phương 2")
    actions.add(plan, operation=rename, by=world.huong, edition=made.edition)
    return made


def test_a_copy_is_made_and_both_are_listed(package, call):
    status, made = call("post", "/plans/reform/variants", {"code": "b", "titles": {"vi": "B"}})
    assert (status, made) == (201, {"code": "b", "variant_of": "reform", "edition": 1})

    status, listed = call("get", "/plans/b/variants")
    assert [one["code"] for one in listed] == ["reform", "b"]
    assert listed[1]["levels"]["commune"] == [5, 4]
    assert listed[1]["sources"] == [2, 2, 2]


def test_a_code_is_given_once(package, call):
    status, told = call("post", "/plans/reform/variants", {"code": "reform", "titles": {"vi": "B"}})

    assert (status, told["detail"]) == (
        409,
        "There is already a package “reform”. Choose another code.",
    )


def test_packages_are_compared(copy, call):
    status, found = call("get", "/plans/reform/comparison", {"with": "b"})

    assert (status, found["total"], found["matched"]) == (200, 1, [])
    (one,) = found["items"]
    assert (one["shown"], one["key"]) == ("changed", "XP")
    assert (one["here"], one["there"]) == (["Name: Xuân Phương"], ["Name: Xuân Phương 2"])


def test_a_package_is_compared_with_a_day(package, call):
    assert call("get", "/plans/reform/comparison", {"on": "2025-06-30"})[1]["total"] == 10


def test_one_thing_at_a_time(copy, call):
    asked = {"with": "b", "on": "2025-06-30"}

    assert call("get", "/plans/reform/comparison", asked)[0] == 422
    assert call("get", "/plans/reform/comparison", {"with": "khong"})[0] == 404


# --- The command line -----------------------------------------------------------------------------


def test_copies_and_variants_by_command(package, world, tinhgon):
    made = tinhgon("plan", "copy", "reform", "b", "--title", "B", by=world.huong)
    assert made.output == "b\n"
    assert Package.objects.get(code="b").variant_of == package

    told = tinhgon("plan", "variants", "reform", by=world.huong)
    assert "Communes\t5 → 4\t5 → 4" in told.output
    listed = json.loads(tinhgon("plan", "variants", "b", "--json", by=world.huong).output)
    assert [one["code"] for one in listed["variants"]] == ["reform", "b"]


def test_a_copy_under_a_code_that_is_taken_is_refused(package, world, tinhgon):
    made = tinhgon("plan", "copy", "reform", "reform", "--title", "B", by=world.huong)

    assert (made.exit_code, Package.objects.count()) == (2, 1)


def test_comparisons_by_command(copy, world, tinhgon):
    told = tinhgon("plan", "compare", "reform", "b", by=world.huong)
    assert told.output == (
        "~ Phường Xuân Phương 00622\n    < Name: Xuân Phương\n    > Name: Xuân Phương 2\n"
    )

    asked = ("plan", "compare", "reform", "--with-day", "2025-06-30", "--json")
    with_day = tinhgon(*asked, by=world.huong)
    assert len(json.loads(with_day.output)["differences"]) == 10
    assert tinhgon("plan", "compare", "reform", by=world.huong).exit_code == 2
