"""Assigning people to posts and relieving them."""

import pytest


def test_somebody_is_transferred(staffed, ask, program):
    token = program("personnel-officer")

    status, made = ask("/posts/tm-chair/assignments", token, officer="CB02", on="2025-05-01",
                       moves=True)  # fmt: skip

    assert (status, made["basis"]) == (201, "main")
    assert ask("/units/DM/head?on=2025-05-01")[1]["name"] == "Đinh Thị Mai"
    assert ask("/units/TM/head?on=2025-05-01")[1]["name"] == "Hồ Văn Sơn"


@pytest.mark.parametrize(
    ("sent", "where"),
    [
        ({"officer": "CB01"}, ["body"]),
        ({"officer": "CB02", "until": "2025-04-01"}, ["body.until", "body"]),
    ],
)
def test_who_cannot_be_assigned_is_told_where(staffed, ask, program, sent, where):
    address, token = "/posts/tm-chair/assignments", program("personnel-officer")

    status, said = ask(address, token, **{"on": "2025-05-01", **sent})

    assert (status, said["type"]) == (422, "urn:tinhgon:problem:impossible")
    assert [one["where"] for one in said["errors"]] == where


def test_only_a_main_post_takes_the_place_of_another(staffed, ask, program):
    address, token = "/posts/tm-chair/assignments", program("personnel-officer")

    status, said = ask(address, token, officer="CB02", on="2025-05-01", moves=True, basis="acting")

    assert (status, said["type"]) == (422, "urn:tinhgon:problem:not-a-main-post")


def test_whoever_keeps_other_units_relieves_nobody(staffed, ask, program):
    held = staffed.mai.assignments.get()
    address = f"/assignments/{held.pk}/relief"

    assert ask(address, program("personnel-officer", "TM"), reason="thôi việc")[0] == 403
    assert ask(address, program("posts-officer"), reason="thôi việc")[0] == 403
    assert staffed.mai.assignments.get().valid_to is None


@pytest.mark.parametrize(
    ("address", "officer", "status"),
    [
        ("/posts/none/assignments", "CB02", 404),
        ("/posts/tm%00/assignments", "CB02", 404),
        ("/posts/tm-chair/assignments", "CB99", 422),
        ("/posts/tm-chair/assignments", "CB\0", 422),
    ],
)
def test_what_is_not_there_is_told_so(staffed, ask, program, address, officer, status):
    assert ask(address, program("personnel-officer"), officer=officer)[0] == status


def test_an_assignment_that_there_is_not_ends_not(staffed, ask, program):
    answer = ask("/assignments/999999/relief", program("personnel-officer"), reason="thử")

    assert answer[0] == 404
