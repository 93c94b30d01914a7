"""Levels and kinds, and when the law knows them."""

from datetime import date

import pytest

from tinhgon.domain.structure.tests.world import DAY, EVE, LEVELS


@pytest.mark.parametrize(
    ("level", "kind", "day", "known"),
    [
        ("commune", "phường", EVE, True),
        ("commune", "phường", DAY, True),
        ("commune", "thị trấn", EVE, True),
        ("commune", "thị trấn", DAY, False),
        ("commune", "đặc khu", EVE, False),
        ("commune", "đặc khu", DAY, True),
        ("district", "quận", EVE, True),
        ("district", "quận", DAY, False),
        ("commune", "quận", EVE, False),
        ("canton", "phường", EVE, False),
    ],
)
def test_a_kind_is_known_while_the_law_knows_it_and_its_level(
    level: str, kind: str, day: date, known: bool
) -> None:
    assert (LEVELS.kind(level, kind, day) is not None) is known
