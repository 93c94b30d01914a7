"""What bulk acts wrote can be proved unaltered, and whoever alters a row is found."""

import pytest

from tinhgon.audit.record import verify
from tinhgon.domain.periods import Period
from tinhgon.registry import actions
from tinhgon.registry.models import Code, Succession, Tie, Unit, Version


def broken():
    return [(fault.entry.act, fault.why) for fault in verify()]


@pytest.fixture
def corrected(world):
    actions.correct(
        world.unit("MT"), by=world.hung, reason="sót", period=Period(), facts={"name": "Mễ Trì Hạ"}
    )


def test_what_was_loaded_corrected_and_rearranged_holds(world, corrected, in_effect):
    assert broken() == []


def test_closing_a_row_in_the_record_is_no_tampering(world, corrected):
    assert Version.objects.exclude(recorded_to=None).exists()
    assert broken() == []


@pytest.mark.parametrize(
    ("model", "facts"),
    [
        (Version, {"name": "Đại Mỗ Mới"}),
        (Version, {"kind": "xã"}),
        (Version, {"valid_to": "2024-01-01"}),
        (Version, {"latitude": "20.5"}),
        (Version, {"source": "tin đồn"}),
        (Version, {"reason": "thêm sau"}),
        (Code, {"code": "00001"}),
        (Tie, {"valid_from": "2024-01-01"}),
    ],
)
def test_a_row_altered_behind_the_register_is_found(world, model, facts):
    assert model.objects.filter(unit__key="DM").update(**facts) == 1

    assert broken() == [("registry.loaded", "rows")]


def test_a_unit_put_under_another_is_found(world):
    Tie.objects.filter(unit__key="DM").update(parent=world.unit("D268"))

    assert broken() == [("registry.loaded", "rows")]


@pytest.mark.parametrize("facts", [{"carries": "land"}, {"main": True}, {"extent": "whole"}])
def test_a_succession_altered_is_found(in_effect, facts):
    handed = Succession.objects.filter(predecessor__key="DM", successor__key="TM-new")
    assert handed.update(**facts) == 1

    assert broken() == [("plan.enacted", "rows")]


def test_a_row_taken_out_is_found(world):
    Code.objects.filter(unit__key="DM").delete()

    assert broken() == [("registry.loaded", "rows")]


def test_a_row_put_in_is_found(world, corrected):
    at = Version.objects.get(unit__key="MT", recorded_to=None).recorded_from
    Code.objects.create(unit=Unit.objects.create(id=99, key="X"), code="99999", recorded_from=at)

    assert broken() == [("registry.corrected", "rows")]


def test_a_corrected_row_altered_is_found(world, corrected):
    Version.objects.filter(unit__key="MT", recorded_to=None).update(name="Mễ Trì")

    assert broken() == [("registry.corrected", "rows")]
