"""What holds of every package, tried on random ones (HYPOTHESIS_PROFILE=thorough tries 2,000)."""

import json
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from tinhgon.domain.structure.compare import Comparison
from tinhgon.domain.structure.documents import (
    plan_document,
    read_plan,
    read_structure,
    structure_document,
)
from tinhgon.domain.structure.findings import Finding, Malformed
from tinhgon.domain.structure.invariants import broken
from tinhgon.domain.structure.levels import Aspect, Levels
from tinhgon.domain.structure.lineage import Lineage
from tinhgon.domain.structure.packages import Composition, Plan
from tinhgon.domain.structure.rules import blocks, findings
from tinhgon.domain.structure.tests.atoms import Atom, Held, held_after, held_before
from tinhgon.domain.structure.tests.history import History
from tinhgon.domain.structure.tests.schema import PLAN, STRUCTURE
from tinhgon.domain.structure.tests.strategies import (
    compositions,
    histories,
    mutilated,
    plans_of_anything,
    random_json,
    structures,
    unsound_structures,
)
from tinhgon.domain.structure.tests.world import LEVELS
from tinhgon.domain.structure.units import Structure

SINCE_EVER = date(2000, 1, 1)


@given(structures())
def test_the_random_structures_break_no_invariant(structure: Structure) -> None:
    assert list(broken(structure, LEVELS)) == []


@given(compositions())
def test_a_package_that_passes_leaves_a_structure_that_breaks_no_invariant(
    composition: Composition,
) -> None:
    after = _passing(composition).after

    assert list(broken(after, LEVELS)) == []


@given(compositions())
def test_every_unit_that_ends_was_handed_on_or_dissolved_and_every_successor_stands(
    composition: Composition,
) -> None:
    ended = _passing(composition).ended

    handed_on = {succession.predecessor for succession in composition.successions}
    successors = {succession.successor for succession in composition.successions}
    assert ended <= handed_on | composition.dissolved
    assert all(successor in composition.after for successor in successors)
    assert not composition.abolished & {unit.level for unit in composition.after}


@given(compositions())
def test_what_ends_begins_and_changes_is_all_that_differs(composition: Composition) -> None:
    compared = Comparison(_passing(composition).before, composition.after)

    assert {unit.key for unit in compared.ended} == composition.ended
    assert {unit.key for unit in compared.begun} == {*composition.formed}
    assert {difference.key for difference in compared.changed} == {*composition.changed}


@given(compositions(), st.data())
def test_nothing_is_lost_and_nothing_doubled(composition: Composition, data: st.DataObject) -> None:
    before = {aspect: held_before(_passing(composition), aspect) for aspect in Aspect}

    after = {
        aspect: held_after(composition, aspect, held, data.draw) for aspect, held in before.items()
    }

    assert _atoms(after) == _atoms(before)
    assert _holders(after) <= {unit.key for unit in composition.after}


@given(histories(), st.integers(1, 400))
def test_answers_about_days_before_effect_never_change(
    told: tuple[History, tuple[Composition, ...]], days: int
) -> None:
    history, (first, second) = told

    earlier = History.of(first.before).with_effect(first)

    before_effect = second.day - timedelta(days=days)
    assert history.on(before_effect) == earlier.on(before_effect)
    assert history.on(first.day - timedelta(days=1)) == first.before
    assert history.on(second.day - timedelta(days=1)) == first.after
    assert history.on(second.day) == second.after


@given(compositions(), st.integers(1, 400))
def test_even_a_package_that_is_blocked_leaves_the_days_before_alone(
    composition: Composition, days: int
) -> None:
    history = History.of(composition.before, SINCE_EVER)

    changed = history.with_effect(composition)

    before_effect = composition.day - timedelta(days=days)
    assert changed.on(before_effect) == history.on(before_effect)
    assert changed.on(composition.day) == composition.after


@given(compositions(), st.data())
def test_no_order_of_operations_or_plans_changes_anything(
    composition: Composition, data: st.DataObject
) -> None:
    reordered = Composition(_shuffled(composition.plans, data), composition.before, LEVELS)

    assert _outcome(reordered) == _outcome(composition)


@given(structures().flatmap(lambda s: st.tuples(st.just(s), plans_of_anything(s))), st.data())
def test_no_order_of_nonsense_changes_anything_either(
    world: tuple[Structure, list[Plan]], data: st.DataObject
) -> None:
    before, plans = world

    reordered = Composition(_shuffled(tuple(plans), data), before, LEVELS)

    assert _outcome(reordered) == _outcome(Composition(plans, before, LEVELS))


@given(
    unsound_structures().flatmap(lambda s: st.tuples(st.just(s), plans_of_anything(s))),
    st.sampled_from([LEVELS, Levels([])]),
)
def test_nothing_is_so_nonsensical_that_composing_it_raises(
    world: tuple[Structure, list[Plan]], levels: Levels
) -> None:
    before, plans = world

    composition = Composition(plans, before, levels)

    assert all(isinstance(finding, Finding) for finding in findings(composition))
    assert _everything_asked_of(composition)


@given(compositions())
def test_plans_and_structures_are_valid_json_and_come_back_as_they_were(
    composition: Composition,
) -> None:
    plans = json.loads(json.dumps([plan_document(plan) for plan in composition.plans]))
    after = json.loads(json.dumps(structure_document(composition.after)))

    assert tuple(read_plan(plan) for plan in plans) == composition.plans
    assert read_structure(after) == composition.after
    assert all(PLAN.is_valid(plan) for plan in plans)
    assert STRUCTURE.is_valid(after)


@given(structures().flatmap(plans_of_anything))
def test_nonsense_is_valid_json_and_comes_back_as_it_was(plans: list[Plan]) -> None:
    documents = json.loads(json.dumps([plan_document(plan) for plan in plans]))

    assert [read_plan(document) for document in documents] == plans
    assert all(PLAN.is_valid(document) for document in documents)


@given(structures().flatmap(plans_of_anything).filter(bool), st.data())
def test_a_mutilated_plan_is_read_or_malformed_and_nothing_else(
    plans: list[Plan], data: st.DataObject
) -> None:
    document = data.draw(mutilated(plan_document(plans[0])))

    assert isinstance(_read_or_refused(document), (Plan, Malformed))


@given(structures(), st.data())
def test_a_mutilated_structure_is_read_or_malformed_and_nothing_else(
    structure: Structure, data: st.DataObject
) -> None:
    document = data.draw(mutilated(structure_document(structure)) | random_json)

    assert isinstance(_structure_or_refused(document), (Structure, Malformed))


@given(histories())
def test_forward_and_backward_again_leads_to_where_it_began(
    told: tuple[History, tuple[Composition, ...]],
) -> None:
    history, (first, second) = told
    eve = first.day - timedelta(days=1)

    went = _reached(history, first.before, eve, second.after, second.day)
    came = _reached(history, second.after, second.day, first.before, eve)

    assert went == {(end, start, carries) for start, end, carries in came}


@given(histories(), st.sampled_from([Aspect.LAND, Aspect.PEOPLE]), st.data())
def test_lineage_over_two_days_finds_whoever_holds_an_atom(
    told: tuple[History, tuple[Composition, ...]], aspect: Aspect, data: st.DataObject
) -> None:
    history, (first, second) = told
    eve = first.day - timedelta(days=1)

    held = held_before(first, aspect)
    held = held_after(first, aspect, held, data.draw)
    held = held_after(second, aspect, held, data.draw)

    went = _reached(history, first.before, eve, second.after, second.day)
    followed = {(start, end) for start, end, carries in went if aspect in carries}
    assert _origin_and_holder(held, second.after) <= followed


def _passing(composition: Composition) -> Composition:
    assume(not blocks(findings(composition)))
    return composition


def _atoms(held: dict[Aspect, Held]) -> dict[Aspect, list[Atom]]:
    """The atoms alone, sorted; what two hold is there twice."""
    return {aspect: sorted(atom for _, atom in pairs) for aspect, pairs in held.items()}


def _holders(held: dict[Aspect, Held]) -> set[str]:
    return {holder for pairs in held.values() for holder, _ in pairs}


def _shuffled(plans: tuple[Plan, ...], data: st.DataObject) -> list[Plan]:
    return [
        replace(plan, operations=tuple(data.draw(st.permutations(plan.operations))))
        for plan in data.draw(st.permutations(plans))
    ]


def _outcome(composition: Composition) -> tuple[object, ...]:
    return composition.after, composition.successions, findings(composition)


def _everything_asked_of(composition: Composition) -> list[object]:
    keys = sorted({*(unit.key for unit in composition.before), *composition.formed, "ghost"})
    after = composition.after
    return [
        composition.touched,
        composition.successions,
        [composition.main_successor(key) for key in keys],
        [(after.counts(key), [*after.under(key)], after.path(key)) for key in keys],
        list(broken(after, composition.levels)),
        Comparison(composition.before, after).differences,
        History.of(composition.before).with_effect(composition).on(composition.day),
    ]


def _read_or_refused(document: object) -> Plan | Malformed:
    try:
        return read_plan(document)
    except Malformed as refused:
        return refused


def _structure_or_refused(document: object) -> Structure | Malformed:
    try:
        return read_structure(document)
    except Malformed as refused:
        return refused


def _reached(
    history: History, start: Structure, asked_on: date, end: Structure, on: date
) -> set[tuple[str, str, frozenset[Aspect]]]:
    """Every way from a unit of one structure to a unit of another, and what may have gone it."""
    lineage = Lineage(history.successions)
    return {
        (unit.key, reach.unit, reach.carries)
        for unit in start
        for reach in lineage.between(unit.key, asked_on, on, lambda key, day: key in end)
    }


def _origin_and_holder(held: Held, after: Structure) -> set[tuple[str, str]]:
    return {(origin, holder) for holder, (origin, _) in held if holder in after}
