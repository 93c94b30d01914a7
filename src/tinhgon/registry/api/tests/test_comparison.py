"""Two days side by side for programs."""

import csv
import json

import pytest
from django.utils import timezone

from tinhgon.domain.periods import Period
from tinhgon.registry import actions
from tinhgon.registry.directory import directory
from tinhgon.registry.models import Register
from tinhgon.registry.revision import changed

EVE, DAY = "2025-06-30", "2025-07-01"


def test_what_ended_began_and_changed(in_effect, ask):
    status, found = ask("/comparison", vs=EVE, on=DAY)

    assert status == 200
    assert (found["ended"], found["begun"], found["changed"]) == (6, 3, 1)
    (changed,) = (one for one in found["differences"]["items"] if one["attributes"])
    assert (changed["key"], changed["attributes"]) == ("XP", ["parent"])
    assert (changed["before"]["parent"], changed["after"]["parent"]) == ("D019", "P01")


def test_below_a_unit_only(in_effect, ask):
    assert ask("/comparison", vs=EVE, on=DAY, under="D268")[1]["ended"] == 2


def test_differences_come_page_by_page(in_effect, ask):
    first = ask("/comparison", vs=EVE, on=DAY, limit=7)[1]["differences"]
    rest = ask("/comparison", vs=EVE, on=DAY, limit=7, cursor=first["next"])[1]["differences"]

    assert (len(first["items"]), len(rest["items"]), rest["next"]) == (7, 3, None)


def test_one_day_as_known_before_and_after_a_correction(world, ask):
    before = timezone.now().isoformat()
    actions.correct(
        world.unit("MT"), by=world.hung, reason="sót", period=Period(), facts={"name": "Mễ Trì Hạ"}
    )

    found = ask("/comparison", vs=EVE, on=EVE, vs_known_at=before)[1]

    assert (found["ended"], found["begun"], found["changed"]) == (0, 0, 1)
    assert found["differences"]["items"][0]["attributes"] == ["name"]


def test_a_day_does_not_differ_from_itself(world, ask):
    assert ask("/comparison", vs=EVE, on=EVE)[1]["differences"]["total"] == 0


def test_without_a_second_day_there_is_nothing_to_compare(world, ask):
    status, problem = ask("/comparison", on=DAY)

    assert (status, problem["type"]) == (422, "urn:tinhgon:problem:invalid")
    assert problem["errors"][0]["where"].endswith("vs")


def test_a_comparison_takes_the_same_queries_whatever_differs(
    in_effect, ask, django_assert_num_queries
):
    directory()

    with django_assert_num_queries(12):
        ask("/comparison", vs=EVE, on=DAY)
    with django_assert_num_queries(4):
        ask("/comparison", vs=EVE, on=DAY)


def test_what_no_source_covers_is_not_compared(in_effect, ask):
    Register.objects.update(coverage=[{"unit": "XP", "from": "2024-12-31"}])
    changed()

    found = ask("/comparison", vs=EVE, on=DAY)[1]

    assert (found["covered"], found["ended"], found["changed"]) == (False, 0, 1)
    assert "covered" not in ask("/comparison", vs=EVE, on=DAY, under="XP")[1]


@pytest.mark.parametrize("under", ["", "P01", "D268", "019", "DM-new", "00634"])
def test_page_api_and_command_give_one_answer(in_effect, ask, client, tinhgon, under):
    asked = {"vs": EVE, "on": DAY, "under": under}
    page = client.get("/en/comparison/", {**asked, "format": "csv"})
    said = tinhgon("registry", "compare", EVE, DAY, "--under", under, "--json")

    listed = csv.DictReader(b"".join(page).decode("utf-8-sig").splitlines())
    program = [one["key"] for one in ask("/comparison", **asked)[1]["differences"]["items"]]
    command = [one["key"] for one in json.loads(said.stdout)["differences"]]
    assert sorted(row["Key"] for row in listed) == program == command
