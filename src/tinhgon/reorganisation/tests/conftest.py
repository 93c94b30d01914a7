"""An plans for quận Nam Từ Liêm alone; quận Hà Đông is next to it."""

from datetime import date

import pytest
from tests.made_once import made_once

from tinhgon.accounts import actions as accounts
from tinhgon.reorganisation.permissions import PlanPermission


@pytest.fixture
@made_once
def planner(world, operator):
    over = world.unit("D019")
    accounts.grant(world.an, by=operator, role="planner", on=date(2025, 1, 1), unit=over)
    return world.an


@pytest.fixture
def call(client, planner, operator):
    """Call an operation as An's program: status and document."""
    scopes = [PlanPermission.DRAFT]
    token = accounts.hand_out_token(planner, by=operator, name="kiểm tra", scopes=scopes)
    headers = {"Authorization": f"Bearer {token}", "Accept-Language": "en"}

    def called(method, path, document=None):
        answer = getattr(client, method)(
            f"/api/v1{path}", document, content_type="application/json", headers=headers
        )
        return answer.status_code, answer.json() if answer.content else None

    return called
