from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.domain.invention.chance import Chance, apportioned

PARTS = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 9)), min_size=1, max_size=12)


@given(PARTS, st.integers(0, 500))
def test_shares_add_up_and_nobody_is_below_their_least(
    parts: list[tuple[int, int]], more: int
) -> None:
    weights, least = [one for one, _ in parts], [low for _, low in parts]
    total = sum(least) + more

    shares = apportioned(total, weights, least)

    assert sum(shares) == total
    assert all(share >= low for share, low in zip(shares, least, strict=True))


def test_the_larger_weight_has_the_larger_share() -> None:
    assert apportioned(11, [1, 2, 7], [0, 0, 0]) == [1, 2, 8]


def test_the_same_seed_chooses_the_same() -> None:
    assert Chance("a", 1).some(range(100), 9) == Chance("a", 1).some(range(100), 9)


def test_what_weighs_nothing_is_never_chosen() -> None:
    chance = Chance("a")

    found = Counter(chance.weighted({"yes": 3, "never": 0, "seldom": 1}) for _ in range(200))

    assert {*found} == {"yes", "seldom"}
    assert found["yes"] > found["seldom"]


@pytest.mark.parametrize("count", [0, 3, 5, 9])
def test_some_of_several_are_never_twice_the_same(count: int) -> None:
    found = Chance("a").some("abcde", count)

    assert len(found) == len({*found}) == min(count, 5)
