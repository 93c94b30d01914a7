"""Chance that falls out the same for the same seed, on any machine."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

Thing = TypeVar("Thing")


class Chance:
    """A source of choices; built on `Random.random` alone, which never changes between versions."""

    def __init__(self, *seed: object) -> None:
        self._random = Random("|".join(map(str, seed)))

    def below(self, most: int) -> int:
        """A whole number from 0 up to, not including, `most`."""
        return int(self._random.random() * most)

    def holds(self, of_hundred: float) -> bool:
        """Whether something comes about that does so many times in a hundred."""
        return self._random.random() * 100 < of_hundred

    def one(self, things: Sequence[Thing]) -> Thing:
        """One of several, each as likely."""
        return things[self.below(len(things))]

    def weighted(self, things: Mapping[Thing, int]) -> Thing:
        """One of several, by weights."""
        left = self.below(sum(things.values()))
        for thing, weight in things.items():
            left -= weight
            if left < 0:
                return thing
        raise AssertionError("weights are above zero")

    def some(self, things: Sequence[Thing], count: int) -> list[Thing]:
        """So many of several, none twice, in an order of its own."""
        left = [*things]
        return [left.pop(self.below(len(left))) for _ in range(min(count, len(left)))]


def apportioned(total: int, weights: Sequence[int], least: Sequence[int]) -> list[int]:
    """A total shared out by weights, nobody below their least; the rest to the largest remainders.

    Where nothing weighs anything, all weigh the same. The least of all together is not above the
    total.
    """
    weights = weights if any(weights) else [1] * len(weights)
    spare = total - sum(least)
    assert spare >= 0, "the total is less than the least"
    sum_of_weights = sum(weights)
    exact = [divmod(spare * weight, sum_of_weights) for weight in weights]
    shares = [low + whole for low, (whole, _) in zip(least, exact, strict=True)]
    by_remainder = sorted(range(len(weights)), key=lambda place: (-exact[place][1], place))
    for place in by_remainder[: total - sum(shares)]:
        shares[place] += 1
    return shares
