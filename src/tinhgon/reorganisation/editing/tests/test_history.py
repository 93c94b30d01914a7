"""Edits in words, and where an operation has come to stand."""

import pytest

from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.units import Unit
from tinhgon.reorganisation.editing import actions
from tinhgon.reorganisation.editing.drafted import drafted
from tinhgon.reorganisation.editing.history import edit_words, followed, meanwhile, undoable

pytestmark = pytest.mark.django_db
NEW = Unit("N-reform-1", "commune", "phường", "Miêu Nha", None, "P01")


@pytest.fixture
def plan(package):
    return package.plans.get(code="1656-nq-ubtvqh15")


@pytest.fixture
def edit(plan, world):
    """Carry out an act of Ms Hương's on the plan: the edit."""

    def edited(act, edition=1, **said):
        return act(plan, by=world.huong, edition=edition, **said)

    return edited


def words(edit):
    from django.utils.translation import override

    with override("en"):
        return edit_words(edit, drafted(edit.package))


def test_what_was_added_is_told(edit):
    made = edit(actions.add, operation=Rename(unit="MT", name="Mới"))

    assert words(made) == "Added: Rename Phường Mễ Trì: Phường Mới."


def test_a_unit_that_is_gone_again_is_still_called_by_name(edit):
    edit(actions.add, operation=Establish(unit=NEW))

    made = edit(actions.remove, edition=2, place=5)

    assert words(made) == "Taken out: Establish Phường Miêu Nha."


def test_what_was_changed_is_told(edit):
    made = edit(actions.change, place=0, operation=Rename(unit="MT", name="Mới"))

    assert words(made) == "Changed: Rename Phường Mễ Trì: Phường Mới."


@pytest.mark.parametrize(("place", "to"), [(0, 3), (3, 0)])
def test_what_was_moved_is_told(edit, plan, place, to):
    plan.operations.filter(place=place).update(
        document={"verb": "rename", "unit": "MT", "name": "Mới"}
    )

    made = edit(actions.move, place=place, to=to)

    assert words(made) == "The order was changed: Rename Phường Mễ Trì: Phường Mới."


def test_of_many_it_is_told_how_many(edit):
    made = edit(actions.rewrite, operations=[Rename(unit="MT", name="Mới")])

    assert words(made) == "5 operations taken out, 1 operation put in"


@pytest.mark.parametrize(
    ("act", "said", "place", "then"),
    [
        (actions.add, {"operation": Rename(unit="MT", name="M"), "place": 0}, 2, 3),
        (actions.add, {"operation": Rename(unit="MT", name="M"), "place": 3}, 2, 2),
        (actions.remove, {"place": 0}, 2, 1),
        (actions.remove, {"place": 2}, 2, None),
        (actions.move, {"place": 2, "to": 4}, 2, 4),
        (actions.move, {"place": 0, "to": 4}, 2, 1),
        (actions.change, {"place": 2, "operation": Rename(unit="MT", name="M")}, 2, 2),
        (actions.rewrite, {"operations": []}, 2, None),
    ],
)
def test_an_operation_is_followed(edit, plan, act, said, place, then):
    edit(act, **said)

    assert followed(plan, place, 1) == then


def test_what_others_did_is_told_latest_first(edit, plan, package):
    edit(actions.add, operation=Rename(unit="MT", name="Một"))
    edit(actions.add, edition=2, operation=Rename(unit="XP", name="Hai"))
    plan.package.refresh_from_db()

    told = meanwhile(drafted(plan.package), plan.package, 1)

    assert [(one.by, one.plan) for one in told] == [("Phạm Thu Hương", plan.title)] * 2
    assert "Hai" in told[0].says


def test_nothing_is_undone_before_anything_was_edited(package):
    assert undoable(package) is None
