"""Ms Lan heads Đại Mỗ, Mr Hùng is the chair of all, Ms Mai works; An is a stranger."""

from datetime import date

import pytest
from tests.made_once import made_once

from tinhgon.accounts import actions as accounts
from tinhgon.registry.tests.pages import soup


@pytest.fixture
@made_once
def people(world, works, operator):
    """Ms Lan answers for Đại Mỗ; Ms Mai signs in with nothing but her post's work."""
    over = {"on": date(2025, 1, 1), "unit": works.dai_mo}
    accounts.grant(world.lan, by=operator, role="unit-head", **over)
    return world


@pytest.fixture
def show(client):
    """A page as soup for somebody, in English unless told otherwise."""

    def shown(address, by=None, language="en", status=200, data=None, **asked):
        if by:
            client.force_login(by)
        root = "" if language == "vi" else f"/{language}"
        send = client.get if data is None else client.post
        response = send(f"{root}{address}", asked if data is None else data)
        assert response.status_code == status
        return soup(response)

    return shown
