"""Killed at any moment, a reform has taken effect whole or not at all, and can be done again."""

import os
import time

import pytest

from tests.kill.conftest import again, faults, look, wait_until_moving

pytestmark = pytest.mark.django_db

STARTING = (0.3, 0.8)
MOVING = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0, 1.1)
"""Moments of killing, as shares of the time that the program takes undisturbed."""

EVERY = 3 if os.environ.get("TEST_DATABASE_URL") else 1
"""On a server, where it takes seconds to drop a database, every third moment will do."""


@pytest.fixture
def killed(databases, enacted, pace):
    """The database in which the program was killed at a moment."""

    def run(share, moving):
        name = databases.new(enacted)
        process = databases.start(name)
        if moving:
            wait_until_moving(process)
        time.sleep(share * (pace.moving if moving else pace.until))
        process.kill()
        process.communicate()
        databases.wait_until_left(name)
        return databases.opened(name)

    return run


def test_undisturbed_everything_moves(old, new):
    assert (old["state"], new["state"]) == ("enacted", "in-effect")
    assert old["structures"] == new["structures"]
    assert sum(new["grants"].values()) == 2 * sum(old["grants"].values())
    assert {unit for unit, _role, _from, to in new["grants"] if to is None} == {
        *("DM-new", "TM-new", "DN-new")
    }


@pytest.mark.parametrize(
    ("share", "moving"),
    [*((share, False) for share in STARTING), *((share, True) for share in MOVING[::EVERY])],
)
def test_what_was_killed_is_the_old_whole_or_the_new_whole(killed, old, new, share, moving):
    with killed(share, moving):
        found = look()
        assert found in (old, new)
        assert faults() == []

        assert again() == 0

        assert look() == new
        assert faults() == []
