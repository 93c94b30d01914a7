"""The world in which works go down."""

from tinhgon.work.custody.tests.world import down, many, wards, whole  # noqa: F401 - fixtures
