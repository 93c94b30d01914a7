"""Who heads units and who works where; posts set up and ended."""

import pytest

from tinhgon.audit.models import Entry
from tinhgon.staff.conftest import KIND, NEW_YEAR
from tinhgon.staff.models import Post
from tinhgon.staff.posts import actions as posts


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


def test_who_works_in_a_unit_is_told_to_those_who_may_see_it(staffed, ask, program):
    status, said = ask("/units/DM/posts?on=2025-05-01", program("unit-deputy"))
    (thu,) = said["items"][2]["people"]

    assert status == 200
    assert (thu["officer"], thu["name"], thu["since"]) == ("CB03", "Vũ Thị Thu", "2025-03-01")
    assert "born" not in str(said)
    assert Entry.objects.filter(act="officers.read", target="unit:DM").count() == 1


def test_only_those_on_the_page_are_read(staffed, ask, program):
    _status, said = ask("/units/DM/posts?on=2025-05-01&limit=1", program("unit-deputy"))

    assert (len(said["items"]), said["total"] > 1) == (1, True)
    assert Entry.objects.get(act="officers.read").rows == len(said["items"][0]["people"])


def test_nobody_else_is_told_who_works_there(staffed, ask, program):
    assert ask("/units/DM/posts", program("unit-deputy", "TM"))[0] == 403
    assert ask("/units/DM/posts")[0] == 401
    assert not Entry.objects.filter(act="officers.read").exists()


def test_a_post_is_set_up_held_left_and_ended(staffed, ask, program):
    token = program("personnel-officer", "TM")
    post = {"post": "tm-clerk", "titles": {"vi": "Văn thư"}, "kind": KIND, "on": "2025-05-01"}

    status, made = ask("/units/TM/posts", token, **post)
    _status, held = ask("/posts/tm-clerk/assignments", token, officer="CB02", basis="loan",
                        on="2025-05-01")  # fmt: skip
    left = ask(f"/assignments/{held['id']}/relief", token, reason="thôi việc", on="2025-06-01")
    ended = ask("/posts/tm-clerk/ending", token, reason="bỏ việc này", on="2025-07-01")
    _status, seats = ask("/units/TM/posts?on=2025-06-30", token)

    assert (status, made["unit"], made["until"]) == (201, "TM", None)
    assert left == (200, {"on": "2025-06-01"})
    assert ended == (200, {"on": "2025-07-01"})
    assert [(seat["post"], seat["vacant"]) for seat in seats["items"]] == [
        ("tm-chair", True),
        ("tm-clerk", True),
    ]
    assert ask("/units/TM/posts?on=2025-07-01", token)[1]["total"] == 1


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("/units/TM/posts", {"post": "x", "titles": {"vi": "X"}, "kind": "knight"}),
        ("/posts/tm-chair/assignments", {"officer": "CB99"}),
        ("/posts/tm-chair/ending", {"reason": "bỏ việc này"}),
    ],
)
def test_whoever_keeps_other_units_is_refused_whatever_they_send(
    staffed, ask, program, address, sent
):
    assert ask(address, program("personnel-officer", "DM"), **sent)[0] == 403
    assert Post.objects.count() == 4


def test_what_is_wrong_with_a_post_is_told_by_its_member(staffed, ask, program):
    token = program("personnel-officer")
    sent = {"post": "tm-chair", "titles": {"vi": "X"}, "kind": KIND}

    _status, taken = ask("/units/TM/posts", token, **sent)
    _status, unknown = ask("/units/TM/posts", token, **{**sent, "post": "x", "kind": "knight"})

    assert [one["where"] for one in taken["errors"]] == ["body.post"]
    assert [one["where"] for one in unknown["errors"]] == ["body.kind"]


def test_a_post_that_never_stood_is_none(staffed, ask, program, operator):
    posts.end(staffed.posts["tm-chair"], by=operator, on=NEW_YEAR, reason="nhập nhầm")

    status, said = ask("/posts/tm-chair/ending", program("personnel-officer"), reason="bỏ việc này")

    assert (status, said["type"]) == (404, "urn:tinhgon:problem:no-such-post")
