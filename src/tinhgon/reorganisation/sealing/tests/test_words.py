"""What has moved is told as people say it."""

import pytest
from django.utils import translation

from tinhgon.domain.structure.readings import Moved
from tinhgon.reorganisation.sealing.words import PLAIN, SENTENCES, moved_words


class Wards:
    def __call__(self, key):
        return f"ward {key}"

    def level(self, key):
        return f"{key}s"

    hierarchy = level


FACTS = {"name": "Tây Mỗ", "kind": "phường", "code": "00634", "parents": {"administrative": "P01"}}
TOLD = [
    (Moved("unit", "TM", FACTS, None), "ward TM does not stand any more on the day of effect."),
    (Moved("unit", "TM", None, FACTS), "ward TM stands on the day of effect and did not before."),
    (
        Moved("unit", "TM", FACTS, {**FACTS, "name": "Mới", "code": None}),
        "ward TM was changed: its name: Tây Mỗ → Mới; its code: 00634 → –.",
    ),
    (
        Moved("below", "P01", ["administrative|A", "party|B"], ["administrative|A", "party|C"]),
        "The units directly below ward P01 are others: ward C came, ward B went.",
    ),
    (
        Moved("held-below", "P01", [], ["commune"]),
        "The levels of the units below ward P01 are others: communes.",
    ),
    (
        Moved("above", "administrative|A", ["A", "B"], ["A", "C"]),
        "ward A stands under others: ward C.",
    ),
    (Moved("code", "00634", [], ["B"]), "The code 00634 is borne by others: ward B came."),
    (
        Moved("level", "district", ["A", "B"], ["A"]),
        "The units at the level of districts are others: ward B went.",
    ),
    (
        Moved("name", "P01|phường|Tây Mỗ", [], ["B"]),
        "The name “phường Tây Mỗ” is borne by others: ward B came.",
    ),
    (Moved("levels", "commune", {}, {"rank": 2}), "What the law says of the level of communes"),
    (
        Moved("allotments", "accounts.Grant.unit TM", None, {"heir": "DM"}),
        "Who answers afterwards for roles of people over a unit of ward TM was changed.",
    ),
    (Moved("day", "", 1, 2), "The day of effect was changed."),
    (Moved("plans", "one", 1, 2), "What the plan “one” says was changed."),
    (Moved("facts", "vote", 1, 2), "What the law asks for before a decision was changed: vote."),
    (
        Moved("rules", "accounts.Grant.unit", 1, 2),
        "The rule by which roles of people over a unit pass on was changed.",
    ),
    (Moved("evidence", "vote P01", 1, 2), "A recorded fact was changed: vote P01."),
    (
        Moved("figures", "departments.division.minimum_posts", {"": 1}, {"": 2}),
        "A figure of law by which it was judged was changed: Least posts of a division",
    ),
    (Moved("explanations", "split 01", 1, 2), "The explanation of a finding was changed."),
]


@pytest.mark.parametrize(("moved", "says"), TOLD, ids=lambda one: getattr(one, "kind", ""))
def test_it_is_told_what_moved_and_how(moved, says):
    with translation.override("en"):
        assert moved_words(moved, Wards()).startswith(says)


def test_everything_that_may_move_is_told_here():
    assert {moved.kind for moved, _says in TOLD} == {*SENTENCES, *PLAIN}
