"""The page of a work leads to the directive from which it came, for whoever may read that."""

from datetime import date

import pytest

from tinhgon.accounts import actions as accounts
from tinhgon.directives.drafting import actions
from tinhgon.directives.drafting.actions import Heading, Wanted
from tinhgon.work.conftest import CLEAR, JUNE, at
from tinhgon.work.models import Work


@pytest.fixture
def task(works):
    """What Đại Mỗ has to do by a conclusion of the district."""
    heading = Heading(title="Kết luận giao ban", day=date(2025, 6, 2), clarities=CLEAR)
    made = actions.draft(works.district, heading=heading, by=works.by, at=at(2), text="")
    wanted = {"title": "Rà soát", "product": "Báo cáo", "leads": [works.dai_mo], "due": JUNE[10]}
    actions.add(made, wanted=Wanted(**wanted), by=works.by)
    actions.issue(made, by=works.by, at=at(3))
    return Work.objects.get(task__directive=made)


def test_whoever_reads_the_directive_comes_to_it_from_the_work(lan, task, show):
    link = show(f"/work/{task.key}/", by=lan).find("aside").find("a", string="Kết luận giao ban")

    assert link["href"].endswith(f"/directives/{task.task.directive.key}/")


def test_who_only_does_the_work_is_not_led_to_the_directive(world, works, operator, task, show):
    over = {"on": date(2025, 1, 1), "unit": works.dai_mo}
    accounts.grant(world.an, by=operator, role="unit-head", **over)

    page = show(f"/work/{task.key}/", by=world.an)

    assert not page.find("aside").find("a", string="Kết luận giao ban")
