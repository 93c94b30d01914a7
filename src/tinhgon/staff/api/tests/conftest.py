"""Programs that act for somebody, and what they are answered."""

import pytest

from tinhgon.accounts.actions import grant, hand_out_token, open_account
from tinhgon.staff.conftest import NEW_YEAR

BASE = "/api/v1/staff"


@pytest.fixture
def program(operator, books):
    """A program that acts for somebody with a role over the district."""

    def made(role, unit=None):
        name = f"{role}-{unit or 'D019'}"
        user = open_account(f"{name}@example.vn", by=operator, name=name, password="mật-khẩu-dài-1")
        over = {"DM": books.dai_mo, "TM": books.tay_mo}.get(unit, books.district)
        grant(user, by=operator, role=role, on=NEW_YEAR, unit=over)
        scopes = ["staff.see", "staff.move", "staff.keep", "staff.target"]
        return hand_out_token(user, by=operator, name=name, scopes=scopes)

    return made


@pytest.fixture
def ask(client):
    """What the API answers: status and document."""

    def asked(address, token=None, **body):
        headers = {"authorization": f"Bearer {token}"} if token else {}
        if body:
            answer = client.post(BASE + address, body, "application/json", headers=headers)
        else:
            answer = client.get(BASE + address, headers=headers)
        return answer.status_code, answer.json()

    return asked
