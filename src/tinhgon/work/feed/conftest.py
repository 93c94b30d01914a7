"""Ms Lan answers for Đại Mỗ, Ms Thu works there; An is a stranger."""

from datetime import date

import pytest
import vobject
from tests.made_once import made_once

from tinhgon.accounts import actions as accounts
from tinhgon.work.feed import actions
from tinhgon.work.feed.calendar import document
from tinhgon.work.feed.works import entries
from tinhgon.work.listing.desks import Reader


@pytest.fixture
@made_once
def lan(world, works, operator):
    over = {"on": date(2025, 1, 1), "unit": works.dai_mo}
    accounts.grant(world.lan, by=operator, role="unit-head", **over)
    return world.lan


@pytest.fixture
@made_once
def thu(world, works):
    works.bodies.thu.user = world.huong
    works.bodies.thu.save()
    return world.huong


@pytest.fixture
def events():
    """The events of somebody's feed on a day, by title, as another program reads them."""

    def read(user, on):
        found, more = entries(Reader(user, on))
        calendar = vobject.readOne(document(found, more=more, name=user.name).decode())
        return {one.summary.value: one for one in getattr(calendar, "vevent_list", [])}

    return read


@pytest.fixture
def ask(client):
    """What is answered at the address of a feed."""
    return lambda secret, **headers: client.get(f"/work/feed/{secret}.ics", headers=headers)


@pytest.fixture
def secret(lan):
    """That of Ms Lan's feed."""
    return actions.make_address(lan, by=lan)
