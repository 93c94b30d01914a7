"""What is worked out from what lies near an operation is what the whole package would say of it."""

from dataclasses import replace

import pytest

from tinhgon.domain.structure import rules
from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.operations.abolish_level import AbolishLevel
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.operations.recode import Recode
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.packages import Composition, Plan
from tinhgon.domain.structure.units import Unit
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.editing.drafted import Placed, drafted
from tinhgon.reorganisation.editing.nearby import (
    composed_with,
    concerning,
    concerns,
    keys_of,
)

pytestmark = pytest.mark.django_db

PLAN = "1656-nq-ubtvqh15"
NEW = Unit("new", "commune", "phường", "Miêu Nha", "00999", "P01")

SAID = (
    Dissolve(unit="DM"),
    Dissolve(unit="P01"),
    Dissolve(unit="D019"),
    Dissolve(unit="nobody"),
    AbolishLevel(level="commune"),
    AbolishLevel(level="province"),
    Absorb(into="TM", absorbed=("MT", "DN")),
    Establish(unit=NEW),
    Establish(unit=replace(NEW, code="00634")),
    Establish(unit=replace(NEW, code="00622", name="Xuân Phương")),
    Establish(unit=replace(NEW, parent="D019")),
    Establish(unit=replace(NEW, parent="nobody")),
    Establish(unit=replace(NEW, parent="new")),
    Establish(unit=replace(NEW, key="TM-new")),
    Establish(unit=replace(NEW, kind="thị trấn", code="1")),
    Form(successor=NEW, sources=(Source(unit="TM"), Source(unit="DM", extent=Extent.REST))),
    Form(successor="XP", sources=(Source(unit="XP", extent=Extent.REST),)),
    Form(successor="DM-new", sources=(Source(unit="D268", extent=Extent.PART),)),
    Form(successor=NEW, sources=(Source(unit="new"),)),
    Move(unit="XP", parent="D268"),
    Move(unit="P01", parent="XP"),
    Move(unit="D019", parent="MT"),
    Recode(unit="XP", code="00634"),
    Recode(unit="XP", code="x"),
    Rename(unit="XP", name="Tây Mỗ"),
    Rename(unit="MT", name="Mới"),
)


def whole(draft, said, number=None):
    """The whole package with an operation put in."""
    plans = [
        replace(
            plan,
            operations=_operations(plan, said, number) if plan.code == PLAN else plan.operations,
        )
        for plan in draft.plans
    ]
    return Composition(plans, draft.before, draft.jurisdiction.levels)


def _operations(plan, said, number):
    kept = [one for at, one in enumerate(plan.operations, 1) if at != number]
    return (*kept, said)


@pytest.mark.parametrize("said", SAID, ids=str)
def test_one_more_operation_is_judged_as_in_the_whole(draft, said):
    keys = keys_of(draft, said)
    near = composed_with(draft, Placed(PLAN, 99, said), instead=False)

    found = concerning(near, keys)

    assert found == [f for f in rules.findings(whole(draft, said)) if concerns(f, keys)]


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("said", SAID, ids=str)
def test_an_operation_in_place_of_another_is_judged_as_in_the_whole(draft, said, number):
    keys = keys_of(draft, said)
    near = composed_with(draft, Placed(PLAN, number, said), instead=True)

    found = concerning(near, keys)

    assert found == [f for f in rules.findings(whole(draft, said, number)) if concerns(f, keys)]


def test_most_of_them_are_found_fault_with(draft):
    wrong = [
        said
        for said in SAID
        if concerning(composed_with(draft, Placed(PLAN, 99, said), False), keys_of(draft, said))
    ]

    assert len(wrong) > len(SAID) / 2


def test_what_others_do_far_above_is_looked_at_too(world, operator):
    above = Plan(code=PLAN, day=world.day, operations=(Move(unit="P01", parent="DN"),))
    made = actions.draft("far", by=operator, on=world.day, plans=[above], titles={"vi": "Xa"})
    said, seen = Move(unit="D268", parent="MT"), drafted(made)
    near = composed_with(seen, Placed(PLAN, 99, said), instead=False)

    found = concerning(near, keys_of(seen, said))

    assert "cycle" in {finding.rule for finding in found}
    assert found == [f for f in rules.findings(whole(seen, said)) if concerns(f, {"D268"})]
