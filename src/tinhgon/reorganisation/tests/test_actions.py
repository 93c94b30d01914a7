from datetime import date

import pytest

from tinhgon.accounts.models import Grant
from tinhgon.audit.record import verify
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.packages import Plan
from tinhgon.registry.queries import counts, structure
from tinhgon.registry.rearranging import Moved
from tinhgon.reorganisation import actions, workflow
from tinhgon.reorganisation.continuity import Undecided, hanging
from tinhgon.reorganisation.models import State
from tinhgon.reorganisation.queries import compose

BEFORE = {"province": 1, "district": 2, "commune": 5}
AFTER = {"province": 1, "district": 0, "commune": 4}


def draft(code, *operations, by, on):
    plan = Plan(code="plan", day=on, operations=operations)
    return actions.draft(code, by=by, on=on, plans=[plan], titles={"en": code})


def test_the_small_world_is_rearranged_on_its_day(world, in_effect):
    assert counts(world.eve) == BEFORE
    assert counts(world.day) == AFTER


def test_the_register_says_what_the_composition_said(world, package, operator):
    composition = compose(package)

    actions.enact(package, by=operator, on=world.day)

    assert {(u.key, u.kind, u.name, u.code, u.parent) for u in structure(world.day)} == {
        (u.key, u.kind, u.name, u.code, u.parent) for u in composition.after
    }


def test_days_before_effect_are_not_changed(world, package, operator):
    before = structure(world.eve)

    actions.enact(package, by=operator, on=world.day)

    assert structure(world.eve) == before


def test_between_enactment_and_effect_both_structures_exist_in_law(world, enacted):
    assert enacted.state is State.ENACTED
    assert counts(world.eve) == BEFORE
    assert counts(world.day) == AFTER


def test_what_hangs_on_a_unit_stays_until_the_day(world, enacted):
    assert [str(grant.unit) for grant in Grant.objects.on(world.day).filter(user=world.lan)] == [
        "DM"
    ]


def test_a_grant_moves_to_the_main_successor_on_the_day(world, enacted, operator):
    actions.take_effect(enacted, by=operator, on=world.day)

    held = {str(g.unit): (g.valid_from, g.valid_to) for g in world.lan.grants.all()}
    assert held == {
        "DM": (date(2025, 1, 1), world.day),
        "DM-new": (world.day, None),
    }
    assert hanging(world.day) == dict.fromkeys(hanging(world.day), 0)


def test_effect_is_refused_before_the_day(world, enacted, operator):
    with pytest.raises(actions.TooEarly):
        actions.take_effect(enacted, by=operator, on=world.eve)


def test_effect_is_refused_without_enactment(world, package, operator):
    with pytest.raises(workflow.Refused):
        actions.take_effect(package, by=operator, on=world.day)


def test_taking_effect_twice_changes_nothing(world, in_effect, operator):
    before = list(Grant.objects.values_list())

    outcome = actions.take_effect(in_effect, by=operator, on=world.day)

    assert outcome.state is State.IN_EFFECT
    assert list(Grant.objects.values_list()) == before


def test_enacting_twice_changes_nothing(world, enacted, operator):
    before = structure(world.day)

    actions.enact(enacted, by=operator, on=date(2025, 6, 20))

    assert structure(world.day) == before


def test_withdrawing_before_effect_restores_exactly(world, package, operator):
    before = {day: structure(day) for day in (world.eve, world.day)}
    actions.enact(package, by=operator, on=date(2025, 6, 16))

    actions.withdraw(package, by=operator, on=date(2025, 6, 20), reason="Sai căn cứ")

    assert {day: structure(day) for day in before} == before


def test_what_was_withdrawn_cannot_take_effect(world, enacted, operator):
    actions.withdraw(enacted, by=operator, on=date(2025, 6, 20), reason="Sai căn cứ")

    with pytest.raises(workflow.Refused):
        actions.take_effect(enacted, by=operator, on=world.day)


def test_what_is_in_effect_cannot_be_withdrawn(world, in_effect, operator):
    with pytest.raises(workflow.Refused):
        actions.withdraw(in_effect, by=operator, on=world.day, reason="Quá muộn")


def test_a_package_that_breaks_a_rule_is_not_enacted(world, operator):
    package = draft("lost", Dissolve(unit="DM"), by=operator, on=world.day)

    with pytest.raises(actions.Blocked) as blocked:
        actions.enact(package, by=operator, on=world.day)

    assert "left-behind" in {finding.rule for finding in blocked.value.findings}
    assert counts(world.day) == BEFORE


def test_a_package_is_refused_where_later_facts_are_registered(world, in_effect, operator):
    earlier = draft("earlier", Rename(unit="DM", name="Đại Mỗ 2"), by=operator, on=date(2025, 3, 1))

    with pytest.raises(Moved) as moved:
        actions.enact(earlier, by=operator, on=date(2025, 3, 1))

    assert moved.value.code == "later-facts"
    assert moved.value.units == ["DM"]


def test_a_responsibility_without_an_heir_refuses_effect_and_changes_nothing(world, operator):
    from tinhgon.domain.structure.claims import Source
    from tinhgon.domain.structure.operations.conclude import Conclude
    from tinhgon.domain.structure.operations.form import Form

    halves = [
        Form(successor=key, sources=(Source(unit="DM", extent="part"),)) for key in ("TM", "MT")
    ]
    package = draft("shared", *halves, Conclude(unit="DM"), by=operator, on=world.day)

    with pytest.raises(Undecided) as undecided:
        actions.enact(package, by=operator, on=world.day)

    assert undecided.value.hanging == {"accounts.Grant.unit": ["DM"]}
    assert counts(world.day) == BEFORE


def test_a_code_of_a_package_is_taken_once(world, package, operator):
    with pytest.raises(actions.Taken):
        draft("reform", by=operator, on=world.day)


def test_the_record_of_acts_holds_and_names_who_acted(world, in_effect):
    assert list(verify()) == []


def test_the_record_of_acts_notices_a_row_changed_by_hand(world, in_effect):
    from tinhgon.registry.models import Version

    Version.objects.filter(name="Tây Mỗ", unit__key="TM-new").update(name="Tay Mo")

    assert [(broken.entry.act, broken.why) for broken in verify()] == [("plan.enacted", "rows")]
