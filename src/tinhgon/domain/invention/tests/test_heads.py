"""Two communes of which nothing is made up but who heads their party and their desk."""

from dataclasses import replace

from tinhgon.domain.invention.heads import heads
from tinhgon.domain.invention.inventing import Invention
from tinhgon.domain.invention.tests.small import CATALOGUE, GROUND, invented

FEW = replace(
    GROUND,
    departments=(),
    areas=[replace(one, bodies=(one.bodies[0], one.bodies[2])) for one in GROUND.areas],
)


def made(seed: str = "1") -> Invention:
    return heads(FEW, CATALOGUE, seed)


def test_each_body_has_one_post_with_a_head_of_its_own() -> None:
    found = made()

    assert [one.unit for one in found.seats] == ["C1.party", "C1.desk", "C2.party", "C2.desk"]
    assert {one.rank for one in found.seats} == {"head"}
    assert [one.post for one in found.services] == [one.key for one in found.seats]
    assert len({one.officer for one in found.services}) == 4
    assert {one.basis for one in found.services} == {"main"}


def test_what_is_allotted_is_what_there_is_and_nothing_is_kept_back() -> None:
    entries = [(one.act, one.posts, one.source and one.source[0]) for one in made().entries]

    assert entries[0] == ("allocate", 4, None)
    assert entries[1:3] == [("allocate", 2, "P")] * 2
    assert sorted(entries[3:]) == [("allocate", 1, "C1")] * 2 + [("allocate", 1, "C2")] * 2


def test_the_same_seed_gives_the_same_heads_and_another_others() -> None:
    assert made("7") == made("7")
    assert made("7").people != made("8").people


def test_their_numbers_are_those_of_nobody_else() -> None:
    whole = invented()

    assert {one.key for one in made().people}.isdisjoint(one.key for one in whole.people)
    assert {one.key for one in made().seats}.isdisjoint(one.key for one in whole.seats)
