"""Who is reminded in Đại Mỗ: Ms Lan who answers for it, Ms Thu at the desk; Ms Hương gives."""

from dataclasses import dataclass
from datetime import date

import pytest
from tests.made_once import made_once

from tinhgon.accounts import actions as accounts
from tinhgon.work.conftest import at
from tinhgon.work.listing.desks import Reader
from tinhgon.work.reminding import actions
from tinhgon.work.reminding.sending import remind
from tinhgon.work.reminding.unread import notices_of


@dataclass
class People:
    """Lan heads Đại Mỗ, Thu works there, Hương is the chair of the district; An is a stranger."""

    lan: object
    thu: object
    huong: object
    an: object

    def choose(self, user, **chosen):
        return actions.choose(user, by=user, chosen=chosen)

    def told(self, user, on):
        """The occasions and titles of somebody's notices on a day."""
        shown = notices_of(Reader(user, on)).shown
        return [(one.occasion.value, one.title) for one in shown]


@pytest.fixture
@made_once
def people(world, works, operator):
    began = date(2025, 1, 1)
    accounts.grant(world.lan, by=operator, role="unit-head", on=began, unit=works.dai_mo)
    accounts.grant(world.huong, by=operator, role="chair", on=began, unit=works.district)
    thu = accounts.open_account("thu@example.vn", by=operator, name="Vũ Thị Thu")
    works.bodies.thu.user = thu
    works.bodies.thu.save()
    return People(world.lan, thu, world.huong, world.an)


@pytest.fixture
@made_once
def begun(people):
    """The first round was on the 2nd of June, before anything happened; nobody was written to."""
    assert remind(at(2, 8)).written == 0
    return people
