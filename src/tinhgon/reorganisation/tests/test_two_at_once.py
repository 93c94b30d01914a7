"""Two people act on one package in the same moment: one does it, the other is told so."""

from datetime import date

import pytest

from tinhgon.audit.models import Entry
from tinhgon.audit.record import verify
from tinhgon.conftest import approved, reloaded
from tinhgon.reorganisation import actions, workflow
from tinhgon.reorganisation.editing import actions as editing
from tinhgon.reorganisation.models import Approval, Enactment
from tinhgon.ui.actors import Operator

ON = date(2025, 6, 16)


@pytest.fixture
def sealed(for_several, package, operator):
    """The reform, sealed, as other connections see it."""
    found = approved(package, operator)
    Approval.objects.all().delete()
    return reloaded(found)


def acts(package, name):
    return Entry.objects.filter(chain=package.chain, act=name).count()


def test_two_approve_at_once(sealed, at_once):
    digest = sealed.sealing.digest

    told = at_once(
        lambda: actions.approve(sealed, by=Operator("one"), on=ON, digest=digest),
        lambda: actions.approve(sealed, by=Operator("two"), on=ON, digest=digest),
    )

    assert sorted(outcome.anew for outcome in told) == [False, True]
    assert Approval.objects.count() == 1
    assert acts(sealed, "plan.approved") == 2  # of the fixture, and of one of the two
    assert list(verify()) == []


def test_one_approves_while_another_gives_back(sealed, at_once):
    digest = sealed.sealing.digest

    told = at_once(
        lambda: actions.approve(sealed, by=Operator("one"), on=ON, digest=digest),
        lambda: actions.give_back(sealed, by=Operator("two"), on=ON, reason="Xem lại"),
    )

    refused = [one for one in told if isinstance(one, workflow.Refused)]
    assert reloaded(sealed).state == "appraised"
    assert len(refused) <= 1
    assert not Approval.objects.exists()


def test_two_enact_at_once(for_several, package, operator, at_once):
    ready = approved(package, operator)

    told = at_once(
        *(lambda: actions.enact(ready, by=operator, on=ON) for _one in range(2)),
    )

    assert sorted(outcome.anew for outcome in told) == [False, True]
    assert Enactment.objects.count() == 1
    assert list(verify()) == []


def test_two_put_it_into_effect_at_once(for_several, enacted, operator, at_once, world):
    told = at_once(
        *(lambda: actions.take_effect(enacted, by=operator, on=world.day) for _one in range(2)),
    )

    assert sorted(outcome.anew for outcome in told) == [False, True]
    assert world.lan.grants.count() == 2


def test_of_two_who_edit_at_once_one_is_told(for_several, package, at_once, world):
    plan = package.plans.first()

    told = at_once(
        lambda: editing.remove(plan, place=0, by=world.huong, edition=1),
        lambda: editing.remove(plan, place=0, by=world.hung, edition=1),
    )

    assert sum(isinstance(one, editing.Stale) for one in told) == 1
    assert reloaded(package).edition == 2


def test_one_seals_while_another_edits(for_several, package, at_once, world, operator):
    ready = approved(package, operator)
    actions.give_back(ready, by=operator, on=ON, reason="Sửa")
    plan = package.plans.first()

    at_once(
        lambda: actions.seal(package, by=world.huong, on=ON),
        lambda: editing.remove(plan, place=0, by=world.huong, edition=1),
    )

    found = reloaded(package)
    assert (found.state, found.edition) in {("sealed", 1), ("draft", 2)}
