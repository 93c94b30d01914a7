"""What moves after sealing is found, kind by kind; what is outside the seal is not."""

import json
from datetime import date

import pytest

from tinhgon.conftest import approved, reloaded
from tinhgon.documents.models import Instrument
from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.operations.abolish_level import AbolishLevel
from tinhgon.domain.structure.operations.consolidate import Consolidate
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.models import Code, Register, Tie, Version
from tinhgon.registry.revision import changed
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.models import Evidence
from tinhgon.reorganisation.sealing.contents import moved_since

pytestmark = pytest.mark.django_db

JOINED = Unit("TMT", "commune", "phường", "Tây Mễ", "00640", "D019")
SOON = date(2199, 7, 1)


@pytest.fixture
def sealed(world, operator):
    """Tây Mỗ and Mễ Trì are to become one ward: sealed and approved, not yet enacted."""
    joining = Consolidate(sources=("TM", "MT"), successor=JOINED)
    plan = Plan(code="plan", day=SOON, operations=(joining,))
    package = actions.draft("joined", by=operator, on=SOON, plans=[plan], titles={"vi": "Gộp"})
    return approved(package, operator)


def law(change):
    """Let the jurisdiction file of the register say something else."""
    held = Register.objects.get()
    file = json.loads(held.file)
    change(file)
    Register.objects.update(file=json.dumps(file))


def kinds(package):
    changed()  # what caches know of the register is asked anew
    return {(one.kind, one.about) for one in moved_since(reloaded(package))}


def test_where_nothing_moved_the_seal_holds(sealed):
    assert kinds(sealed) == set()


def test_a_unit_that_is_read_was_renamed(sealed):
    Version.objects.filter(unit__key="TM").update(name="Tây Mỗ Mới")

    assert ("unit", "TM") in kinds(sealed)


def test_a_unit_that_ends_has_another_parent(sealed, world):
    Tie.objects.filter(unit__key="TM").update(parent=world.unit("D268"))

    assert {("unit", "TM"), ("above", "administrative|D268")} & kinds(sealed) == {("unit", "TM")}


def test_the_code_of_the_new_unit_was_given_to_another(sealed):
    Code.objects.filter(unit__key="XP").update(code="00640")

    assert ("code", "00640") in kinds(sealed)


def test_the_name_of_the_new_unit_was_given_to_another(sealed):
    Version.objects.filter(unit__key="DM").update(name="Tây Mễ")

    assert ("name", "D019|phường|Tây Mễ") in kinds(sealed)


def test_something_came_below_a_unit_that_ends(sealed, world):
    Tie.objects.filter(unit__key="XP").update(parent=world.unit("TM"))

    assert ("below", "TM") in kinds(sealed)


def test_what_stands_above_the_new_unit_was_moved(sealed, world):
    Tie.objects.filter(unit__key="D019").update(parent=world.unit("XP"))

    assert ("above", "administrative|D019") in kinds(sealed)


def test_the_law_of_the_level_was_changed(sealed):
    law(lambda file: file["levels"]["commune"].update(code=r"\d{6}"))

    assert kinds(sealed) == {("levels", "commune")}


def test_the_law_asks_for_more_of_a_hundred(sealed):
    law(lambda file: file["required_facts"][1].update(share=60))

    assert kinds(sealed) == {("facts", "household-opinion")}


def test_a_recorded_fact_was_changed(sealed):
    Evidence.objects.filter(fact="household-opinion").update(agreeing=4)

    assert kinds(sealed) == {("evidence", "household-opinion")}


def test_what_a_plan_says_was_changed(sealed):
    operation = sealed.plans.get().operations.get()
    operation.document["successor"]["name"] = "Khác"
    operation.save()

    assert ("plans", "plan") in kinds(sealed)


def test_the_instrument_of_a_plan_was_changed(sealed):
    sealed.plans.update(instrument=Instrument.objects.first())

    assert kinds(sealed) == {("plans", "plan")}


def test_the_day_was_changed(sealed):
    type(sealed).objects.update(day=date(2199, 7, 2))

    assert ("day", "") in kinds(sealed)


def test_a_rule_of_continuity_was_changed(sealed, monkeypatch):
    from tinhgon.reorganisation.continuity.table import TABLE, History

    monkeypatch.setitem(TABLE, "accounts.Grant.unit", History())

    assert kinds(sealed) == {("rules", "accounts.Grant.unit")}


def test_who_answers_afterwards_was_decided_otherwise(sealed, operator):
    sealed.allotments.create(
        relation="accounts.Grant.unit",
        unit="TM",
        heir="DM",
        reason="x",
        at="2025-06-01T00:00Z",
        on="2025-06-01",
        by_name="x",
    )

    assert kinds(sealed) == {("allotments", "accounts.Grant.unit TM")}


def test_what_is_not_read_may_change(sealed, world):
    Version.objects.filter(unit__key="XP").update(name="Xuân Phương Mới")
    Code.objects.filter(unit__key="XP").update(code="00699")

    assert kinds(sealed) == set()


def test_people_and_roles_come_and_go_without_breaking_it(sealed, world, operator):
    from tinhgon.accounts import actions as accounts

    accounts.grant(
        world.an, by=operator, role="registrar", on=date(2025, 1, 1), unit=world.unit("TM")
    )

    assert kinds(sealed) == set()


def test_a_level_that_ends_has_another_unit(world, operator):
    parts = [Source(unit=key, extent=Extent.WHOLE) for key in ("TM", "MT")]
    plan = Plan(
        code="plan",
        day=SOON,
        operations=(
            Form(successor=JOINED, sources=tuple(parts)),
            Rename(unit="XP", name="Xuân"),
            AbolishLevel(level="district"),
        ),
    )
    package = actions.draft("level", by=operator, on=SOON, plans=[plan], titles={"vi": "Cấp"})
    from tinhgon.reorganisation.sealing import contents

    read = contents.contents(package)["read"]

    assert read["level"]["district"] == ["D019", "D268"]


def test_approval_and_enactment_are_refused_with_what_moved(sealed, operator):
    Version.objects.filter(unit__key="TM").update(name="Tây Mỗ Mới")
    changed()

    with pytest.raises(actions.SealBroken) as refused:
        actions.enact(sealed, by=operator, on=date(2026, 1, 1))

    assert ("unit", "TM") in {(one.kind, one.about) for one in refused.value.moved}
    assert reloaded(sealed).state == "approved"
