"""Works in the main menu: whose pages stand under them."""

from datetime import date

import pytest

from tinhgon.accounts import actions as accounts
from tinhgon.registry.tests.pages import soup, words


@pytest.fixture
def here(client, world, works, operator):
    """The entry under which a page of the head of Đại Mỗ stands."""
    over = {"on": date(2025, 1, 1), "unit": works.dai_mo}
    accounts.grant(world.lan, by=operator, role="unit-head", **over)
    client.force_login(world.lan)
    return lambda address: words(soup(client.get(address)), ".tg-nav a[aria-current]")


@pytest.mark.parametrize("page", ["new/", "import/"])
def test_what_a_unit_does_with_works_stands_under_works(here, page):
    assert here(f"/en/units/DM/work/{page}") == ["Work"]
    assert here(f"/units/DM/work/{page}") == ["Công việc"]


def test_the_page_of_the_unit_stands_under_the_apparatus(here):
    assert here("/en/units/DM/") == ["Apparatus"]
