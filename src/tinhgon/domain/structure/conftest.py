"""What the tests of structures share: the named world, and how long properties are tried."""

import os

import pytest
from hypothesis import HealthCheck, settings

from tinhgon.domain.structure.tests.world import World

settings.register_profile(
    "modest", max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", settings.get_profile("modest"), max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "modest"))


@pytest.fixture
def world() -> World:
    return World()
