"""What a package did is read from the register, and stays what it was."""

import json

import pytest

from tinhgon.domain.periods import Period
from tinhgon.domain.structure.documents import finding_document, read_finding
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.registry import actions as registry
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.rearrangement.tallies import levels


def handed_on(done):
    return {(edge.predecessor, edge.successor, str(edge.extent)) for edge in done.edges}


def facts(structure):
    return {(u.key, u.kind, u.name, u.code, u.parent) for u in structure}


def entered(package, operator, on):
    actions.enact(package, by=operator, on=on)
    return rearrangement(Package.objects.get(pk=package.pk))


def test_entered_it_is_what_it_was_composed_to_be(world, package, operator):
    drafted = rearrangement(package)

    done = entered(package, operator, world.day)

    assert facts(done.before) == facts(drafted.before)
    assert facts(done.after) == facts(drafted.after)
    assert handed_on(done) == handed_on(drafted)
    assert done.ended == drafted.ended
    assert {key: done.begun[key] for key in drafted.begun} == dict(drafted.begun)
    assert done.findings == drafted.findings


def test_a_later_correction_does_not_change_what_a_package_did(world, in_effect):
    registry.correct(
        world.unit("DM-new"),
        by=world.hung,
        reason="Sai chính tả",
        period=Period(world.day),
        facts={"name": "Đại Mễ"},
    )

    assert rearrangement(in_effect).after["DM-new"].name == "Đại Mỗ"


def test_what_was_withdrawn_is_still_seen(world, enacted, operator):
    actions.withdraw(enacted, by=operator, on=world.eve, reason="Sai căn cứ")

    done = rearrangement(Package.objects.get(pk=enacted.pk))

    assert "DM-new" in done.after
    assert {"DM", "D019"} <= {*done.ended}


def test_a_draft_is_composed_anew_when_the_register_moves(world, draft):
    package = draft("renamed", Rename(unit="TM", name="Tây Mỗ 2"))
    before = rearrangement(package).before["TM"].name

    registry.correct(
        world.unit("TM"), by=world.hung, reason="sót", period=Period(), facts={"name": "Tây Mổ"}
    )

    assert (before, rearrangement(package).before["TM"].name) == ("Tây Mỗ", "Tây Mổ")


def test_units_end_begin_and_go_on_otherwise(in_effect):
    done = rearrangement(in_effect)

    assert {*done.ended} == {"D019", "D268", "DM", "TM", "MT", "DN"}
    assert done.changed == ["XP"]
    assert {unit.key for unit in done.new} == {"TM-new", "DM-new", "DN-new", "XP"}


def test_what_several_take_from_is_shared(in_effect):
    assert rearrangement(in_effect).shared == {"DM": 3}


def test_its_ground_is_the_lowest_unit_above_all_it_concerns(in_effect, draft):
    inside = draft("inside", Rename(unit="TM-new", name="Tây Mỗ 2"))
    top = draft("top", Rename(unit="P01", name="Hà Nội 2"))

    assert rearrangement(in_effect).ground == "P01"
    assert rearrangement(inside).ground == "P01"
    assert rearrangement(top).ground is None


def test_the_ground_may_be_a_district(world, draft):
    package = draft("inside", Rename(unit="TM", name="Tây Mỗ 2"), on=world.eve)

    assert rearrangement(package).ground == "D019"


def test_units_of_its_ground_are_counted_by_level(in_effect):
    assert levels(rearrangement(in_effect).standing) == {"district": (2, 0), "commune": (5, 4)}


def test_units_are_counted_by_the_instrument_they_are_concerned_by(in_effect):
    done = rearrangement(in_effect)
    numbers = {plan.instrument.number: plan.instrument_id for plan in in_effect.plans.all()}

    communes = levels(done.by_instrument[numbers["1656/NQ-UBTVQH15"]])
    districts = levels(done.by_instrument[numbers["203/2025/QH15"]])

    assert communes == {"commune": (5, 4)}
    assert districts == {"district": (2, 0)}


def test_what_is_done_under_one_instrument_is_a_part(in_effect):
    done = rearrangement(in_effect)
    plan = in_effect.plans.get(instrument__number="203/2025/QH15")

    part = done.under(plan.instrument_id)

    assert {*part.ended} == {"D019", "D268"}
    assert part.edges == ()
    assert done.under(None).old == []


def test_findings_are_kept_with_the_enactment(in_effect):
    assert [finding.rule for finding in rearrangement(in_effect).findings] == [
        finding["rule"] for finding in in_effect.enactment.findings
    ]
    assert in_effect.enactment.levels == {"district": [2, 0], "commune": [5, 4]}


def test_a_finding_goes_through_json_and_back(draft):
    (finding, *_) = rearrangement(draft("lost", Dissolve(unit="DM"))).findings

    assert read_finding(json.loads(json.dumps(finding_document(finding)))) == finding


@pytest.mark.django_db
def test_what_is_in_memory_takes_no_query(in_effect, django_assert_num_queries):
    rearrangement(in_effect)

    with django_assert_num_queries(0):
        rearrangement(in_effect)
