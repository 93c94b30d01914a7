"""Targets of reduction: what is told of them, and who may set and withdraw them."""

import pytest

from tinhgon.staff.models import Target


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


TARGET = {"target": "t", "titles": {"vi": "Giảm"}, "counts": "officials", "percent": 1,
          "base_day": "2025-01-01", "due": "2030-01-01", "reason": "thử"}  # fmt: skip


@pytest.mark.parametrize(
    "over", [{"unit": "P01"}, {"bloc": "party"}, {}, {"unit": "P01", "due": "2024-01-01"}]
)
def test_a_target_beyond_ones_units_is_refused(books, ask, program, over):
    assert ask("/targets", program("posts-officer"), **{**TARGET, **over})[0] == 403
    assert not Target.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"due": "2024-01-01"}, "body.due"),
        ({"counts": "knights"}, "body.counts"),
        ({"reason": ""}, "body.under"),
        ({"titles": {}}, "body.titles"),
    ],
)
def test_a_target_that_cannot_be_is_told_by_its_member(books, ask, program, wrong, where):
    status, said = ask("/targets", program("posts-officer"), **{**TARGET, "unit": "D019", **wrong})

    assert status == 422
    assert [one["where"] for one in said["errors"]] == [where]


def test_a_target_is_withdrawn_once_by_whoever_may(books, ask, program):
    token = program("posts-officer")
    _status, made = ask("/targets", token, **TARGET, unit="D019")
    address, sent = f"/targets/{made['id']}/withdrawal", {"on": "2025-06-01", "reason": "thay thế"}

    assert ask(address, program("posts-officer", "DM"), **sent)[0] == 403
    assert ask(address, token, **sent) == (200, {"on": "2025-06-01"})
    assert ask(address, token, **sent)[0] == 409
    assert ask("/targets?on=2025-05-31")[1]["total"] == 1
    assert ask("/targets?on=2025-06-01")[1]["total"] == 0


def test_a_target_that_there_is_not_is_not_withdrawn(books, ask, program):
    answer = ask("/targets/999999/withdrawal", program("posts-officer"), reason="thử")

    assert answer[0] == 404
