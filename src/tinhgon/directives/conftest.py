"""Directives of the small world, and works for progress: one of each sort, of Nam Từ Liêm."""

from datetime import date

import pytest
from tests.made_once import made_once

from tinhgon.accounts import actions as accounts
from tinhgon.staff.conftest import Bodies, books, empty_books, staffed  # noqa: F401 - fixtures
from tinhgon.work.conftest import JUNE, at, standing, works  # noqa: F401 - fixtures
from tinhgon.work.views.tests.conftest import show  # noqa: F401 - the fixture


@pytest.fixture
@made_once
def given(works):  # noqa: F811 - the fixture
    """Late, done in time and late, suspended, withdrawn, handed over and at risk on 12 June."""
    made = {
        one: works.issue(title=one)
        for one in ("late", "done", "done late", "still", "gone", "moved")
    }
    made["at risk"] = works.issue(title="at risk", due=JUNE[13])
    works.hand_over(made["moved"], unit=works.tay_mo)
    works.extend(made["moved"], JUNE[30], asked=JUNE[4], decided=JUNE[5])
    works.accept(made["late"], at(3))
    works.suspend(made["still"], at(4))
    works.withdraw(made["gone"], at(5))
    works.report(made["done"], at(10))
    works.confirm(made["done"], at(12))
    works.report(made["done late"], at(11))
    works.confirm(made["done late"], at(12))
    return made


@pytest.fixture
@made_once
def lan(world, works, operator):  # noqa: F811 - the fixture
    """Ms Lan answers for Nam Từ Liêm, which gave the works."""
    over = {"on": date(2025, 1, 1), "unit": works.district}
    accounts.grant(world.lan, by=operator, role="unit-head", **over)
    return world.lan
