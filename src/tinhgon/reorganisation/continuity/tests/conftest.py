"""What may hang on a unit."""

from datetime import UTC, date, datetime

import pytest

from tinhgon.accounts import actions as accounts
from tinhgon.registry import actions as registry
from tinhgon.staff.ledger.handing_on import Ground

GROUND = Ground("operator:test", datetime(2025, 7, 1, tzinfo=UTC), "Sắp xếp 2025 (reform)")
"""On what ground posts go on in these tests."""


@pytest.fixture
def grant(world, operator):
    """Give Ms Lan a role over a unit."""

    def given(key, role="contact-editor", on=date(2025, 1, 1), until=None):
        return accounts.grant(
            world.lan, by=operator, role=role, on=on, until=until, unit=world.unit(key)
        )

    return given


@pytest.fixture
def contact(world):
    """Say how a unit is reached from a day on."""

    def said(key, on):
        registry.set_contact(world.unit(key), by=world.hung, on=on, contact={"address": "Số 1"})

    return said
