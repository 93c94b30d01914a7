"""Those who look at the pages of posts and people."""

import pytest

from tinhgon.accounts.actions import grant, open_account
from tinhgon.staff.conftest import NEW_YEAR


@pytest.fixture
def person(operator, books):
    """Somebody who signs in, with a role over a unit (everything, if none is named)."""

    def opened(name, role=None, unit=None):
        email = f"{name}@example.vn"
        user = open_account(email, by=operator, name=name, password="mật-khẩu-rất-dài")
        if role:
            grant(user, by=operator, role=role, on=NEW_YEAR, unit=unit)
        return user

    return opened


@pytest.fixture
def page(client):
    """A page in English as somebody sees it, or nobody in particular: its words and its lines."""

    def opened(address, by=None, **sent):
        if by:
            client.force_login(by)
        answer = client.post(f"/en{address}", sent) if sent else client.get(f"/en{address}")
        content = answer.getvalue() if answer.streaming else answer.content
        answer.words = " ".join(content.decode().split())
        answer.lines = content.decode().splitlines()
        return answer

    return opened
