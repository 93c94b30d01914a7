"""A draft of Ms Hương's that Ms Lan, who plans nothing, is invited to read."""

from datetime import date

import pytest

from tinhgon.accounts import actions as accounts
from tinhgon.reorganisation.consulting import actions
from tinhgon.reorganisation.permissions import PlanPermission

ON = date(2025, 6, 2)


@pytest.fixture
def invited(package, world):
    """Ms Lan, invited to the reform."""
    actions.invite(package, by=world.huong, on=ON, reader=world.lan)
    return world.lan


@pytest.fixture
def say(package):
    """Say something about the reform."""

    def said(text, by, **about):
        return actions.comment(package, by=by, on=ON, text=text, **about)

    return said


@pytest.fixture
def token(operator):
    """A token of somebody's for programs that draft."""

    def handed_out(user, *scopes):
        wanted = [*(scopes or (PlanPermission.DRAFT,))]
        return accounts.hand_out_token(user, by=operator, name="thử", scopes=wanted)

    return handed_out
