import pytest

from tinhgon.conftest import reloaded
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.reorganisation import workflow
from tinhgon.reorganisation.editing import actions
from tinhgon.reorganisation.models import Appraisal
from tinhgon.reorganisation.rearrangement.reading import rearrangement

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(package):
    return package.plans.order_by("code").first()


def documents(plan):
    return list(plan.operations.values_list("document", flat=True))


def renamed(name):
    return Rename(unit="MT", name=name)


def test_an_operation_is_added_at_the_end(plan, world):
    before = documents(plan)

    actions.add(plan, operation=renamed("Mới"), by=world.huong, edition=1)

    assert documents(plan) == [*before, {"verb": "rename", "unit": "MT", "name": "Mới"}]


def test_an_operation_is_added_between_others(plan, world):
    first, *others = documents(plan)

    actions.add(plan, operation=renamed("Mới"), by=world.huong, edition=1, place=1)

    assert documents(plan) == [first, {"verb": "rename", "unit": "MT", "name": "Mới"}, *others]


def test_an_operation_is_changed(plan, world):
    _first, *others = documents(plan)

    actions.change(plan, place=0, operation=renamed("Mới"), by=world.huong, edition=1)

    assert documents(plan) == [{"verb": "rename", "unit": "MT", "name": "Mới"}, *others]


def test_an_operation_is_taken_out(plan, world):
    _first, *others = documents(plan)

    actions.remove(plan, place=0, by=world.huong, edition=1)

    assert documents(plan) == others
    assert [*plan.operations.values_list("place", flat=True)] == [*range(len(others))]


def test_an_operation_moves_down(plan, world):
    first, second, *others = documents(plan)

    actions.move(plan, place=0, by=world.huong, edition=1, to=1)

    assert documents(plan) == [second, first, *others]


def test_nothing_moves_to_where_nothing_is(plan, world):
    with pytest.raises(actions.NoSuchPlace):
        actions.move(plan, place=0, by=world.huong, edition=1, to=1000)


def test_a_plan_is_written_anew_and_that_undone(plan, package, world):
    before = documents(plan)
    actions.rewrite(plan, operations=[renamed("Mới")], by=world.huong, edition=1)

    actions.undo(package, by=world.huong, edition=2)

    assert documents(plan) == before
    assert [*plan.operations.values_list("place", flat=True)] == [*range(len(before))]


def test_one_edit_after_another_is_undone(plan, package, world):
    before = documents(plan)
    actions.add(plan, operation=renamed("Một"), by=world.huong, edition=1)
    actions.add(plan, operation=renamed("Hai"), by=world.huong, edition=2)

    actions.undo(package, by=world.huong, edition=3)
    actions.undo(package, by=world.huong, edition=4)

    assert documents(plan) == before
    with pytest.raises(actions.NothingToUndo):
        actions.undo(package, by=world.huong, edition=5)


def test_who_saw_an_older_edition_overwrites_nobody(plan, world):
    actions.add(plan, operation=renamed("Một"), by=world.huong, edition=1)

    with pytest.raises(actions.Stale) as refused:
        actions.add(plan, operation=renamed("Hai"), by=world.hung, edition=1)

    assert refused.value.edition == 2


def test_an_edit_takes_back_the_appraisal(plan, package, world):
    Appraisal.objects.create(
        package=package, edition=1, at="2025-06-01T00:00Z", on="2025-06-01", by_name="x"
    )

    actions.add(plan, operation=renamed("Một"), by=world.huong, edition=1)

    assert reloaded(package).state == "draft"


def test_what_is_enacted_is_edited_no_more(enacted, world):
    with pytest.raises(workflow.Refused):
        actions.remove(enacted.plans.first(), place=0, by=world.huong, edition=1)


def test_what_a_draft_does_is_told_anew_after_an_edit(plan, package, world):
    before = rearrangement(package)

    actions.rewrite(plan, operations=[renamed("Mới")], by=world.huong, edition=1)

    assert before.ended
    assert rearrangement(reloaded(package)).after["MT"].name == "Mới"


def test_a_variant_says_the_same_and_is_a_draft_of_its_own(package, world):
    made = actions.copy(
        package, by=world.huong, on=package.day, code="variant", titles={"vi": "Phương án 2"}
    )

    assert made.variant_of == package
    assert [documents(plan) for plan in made.plans.all()] == [
        documents(plan) for plan in package.plans.all()
    ]


def test_an_edit_stands_in_the_record(plan, package, world):
    from tinhgon.audit.models import Entry

    actions.remove(plan, place=0, by=world.huong, edition=1)

    entry = Entry.objects.filter(chain=package.chain).latest("place")
    assert (entry.act, entry.facts["out"], entry.facts["into"]) == ("plan.edited", 1, 0)
