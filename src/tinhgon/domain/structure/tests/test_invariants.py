"""Each invariant finds what breaks it, and nothing in the world as it stands."""

from dataclasses import replace
from typing import Any

import pytest

from tinhgon.domain.structure.invariants import INVARIANTS, Breach, broken
from tinhgon.domain.structure.tests.world import LEVELS, World, ward
from tinhgon.domain.structure.units import Structure


def test_the_world_breaks_none(world: World) -> None:
    assert list(broken(world.structure, LEVELS)) == []


@pytest.mark.parametrize(
    ("unit", "facts", "breach"),
    [
        ("dai-mo", {"parent": "ghost"}, Breach("parents-stand", ("dai-mo", "ghost"))),
        ("me-tri", {"ties": (("party", "x"),)}, Breach("parents-stand", ("me-tri", "x"))),
        (
            "nam-tu-liem",
            {"ties": (("party", "dai-mo"),)},
            Breach("no-circles", ("dai-mo", "nam-tu-liem")),
        ),
        ("dai-mo", {"ties": (("party", "dai-mo"),)}, Breach("no-circles", ("dai-mo",))),
        ("dai-mo", {"parent": "so-noi-vu"}, Breach("levels-in-order", ("dai-mo", "so-noi-vu"))),
        ("dai-mo", {"parent": "tay-mo"}, Breach("levels-in-order", ("dai-mo", "tay-mo"))),
        ("dai-mo", {"parent": None}, Breach("levels-in-order", ("dai-mo",))),
        ("dai-mo", {"code": "00628"}, Breach("one-bearer-of-a-code", ("dai-mo", "tay-mo"))),
        ("dai-mo", {"kind": "quận"}, Breach("kinds-known", ("dai-mo",))),
        ("dai-mo", {"code": "0634"}, Breach("codes-shaped", ("dai-mo",))),
    ],
)
def test_an_invariant_is_broken_by(
    world: World, unit: str, facts: dict[str, Any], breach: Breach
) -> None:
    spoiled = world.structure.having([replace(world.structure[unit], **facts)])

    assert list(broken(spoiled, LEVELS)) == [breach]


def test_a_unit_of_an_unknown_level_breaks_several(world: World) -> None:
    hamlet = ward("thon", level="hamlet")

    found = {breach.invariant for breach in broken(world.structure.having([hamlet]), LEVELS)}

    assert found == {"kinds-known", "levels-in-order"}


def test_nothing_stands_and_nothing_is_broken() -> None:
    assert list(broken(Structure(), LEVELS)) == []


def test_every_invariant_says_what_it_is() -> None:
    assert all(invariant.__doc__ for invariant in INVARIANTS.values())
