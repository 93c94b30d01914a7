"""What acts on packages do to the register and to what hangs on it, and what they refuse."""

from datetime import date

import pytest
from django.utils import timezone

from tinhgon.accounts import actions as accounts
from tinhgon.accounts.models import Grant
from tinhgon.audit.record import verify
from tinhgon.conftest import reloaded
from tinhgon.documents.models import Instrument
from tinhgon.domain.periods import Period
from tinhgon.domain.structure.claims import Source
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.consolidate import Consolidate
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.operations.transfer_part import TransferPart
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.units import Unit
from tinhgon.registry import actions as registry
from tinhgon.registry.models import Contact, Register, Succession
from tinhgon.registry.queries import counts, structure
from tinhgon.registry.rearranging import Moved
from tinhgon.reorganisation import actions, workflow
from tinhgon.reorganisation.continuity.counting import hanging
from tinhgon.reorganisation.continuity.moving import Undecided
from tinhgon.reorganisation.models import Package, State
from tinhgon.reorganisation.queries import compose

BEFORE = {"province": 1, "district": 2, "commune": 5}
AFTER = {"province": 1, "district": 0, "commune": 4}
LATER = date(2026, 1, 1)
SPRING = date(2025, 4, 1)


@pytest.fixture
def draft_of(world, operator):
    """Draft operations of the day, or of another, as a package."""

    def drafted(code, *operations, on=world.day):
        return draft(code, *operations, by=operator, on=on)

    return drafted


def draft(code, *operations, by, on):
    number = Instrument.objects.get_or_create(number="01/NQ-HĐND", issued=None)[0].number
    plan = Plan(code="plan", day=on, operations=operations, instrument=number)
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


@pytest.fixture
def shared(draft_of):
    """Đại Mỗ is shared between two, and neither is the main successor."""
    halves = [
        Form(successor=key, sources=(Source(unit="DM", extent="part"),)) for key in ("TM", "MT")
    ]
    return draft_of("shared", *halves, Conclude(unit="DM"))


@pytest.mark.parametrize("on", [date(2025, 6, 16), date(2025, 7, 1)])
def test_without_an_heir_for_what_hangs_a_package_is_not_enacted(world, shared, operator, on):
    with pytest.raises(Undecided) as undecided:
        actions.enact(shared, by=operator, on=on)

    assert undecided.value.hanging == {"accounts.Grant.unit": ["DM"]}
    assert counts(world.day) == BEFORE
    assert reloaded(shared).state is State.DRAFT


def test_what_has_come_to_hang_without_an_heir_refuses_effect_and_changes_nothing(
    world, shared, operator
):
    world.lan.grants.update(valid_to=SPRING)
    actions.enact(shared, by=operator, on=date(2025, 6, 16))
    accounts.grant(world.an, by=operator, role="registrar", on=SPRING, unit=world.unit("DM"))

    with pytest.raises(Undecided) as undecided:
        actions.take_effect(shared, by=operator, on=world.day)

    assert undecided.value.hanging == {"accounts.Grant.unit": ["DM"]}
    assert reloaded(shared).state is State.ENACTED


def test_the_record_of_acts_holds_and_names_who_acted(world, in_effect):
    assert list(verify()) == []


def test_the_record_of_acts_notices_a_row_changed_by_hand(world, in_effect):
    from tinhgon.registry.models import Version

    Version.objects.filter(name="Tây Mỗ", unit__key="TM-new").update(name="Tay Mo")

    assert [(broken.entry.act, broken.why) for broken in verify()] == [("plan.enacted", "rows")]


# --- Withdrawing ----------------------------------------------------------------------------------


def test_withdrawn_the_register_says_of_every_day_what_it_said_before(world, package, operator):
    before = {day: structure(day) for day in (date(2020, 1, 1), world.eve, world.day, LATER)}
    actions.enact(package, by=operator, on=date(2025, 6, 16))

    actions.withdraw(package, by=operator, on=date(2025, 6, 20), reason="Sai căn cứ")

    assert {day: structure(day) for day in before} == before
    assert not Succession.objects.known_at().exists()


def test_what_was_known_in_between_stays_known(world, package, operator):
    before = timezone.now()
    actions.enact(package, by=operator, on=date(2025, 6, 16))
    between = timezone.now()

    actions.withdraw(package, by=operator, on=date(2025, 6, 20), reason="Sai căn cứ")

    known = {
        at: counts(world.day, known_at) for at, known_at in (("then", between), ("before", before))
    }
    assert known == {"then": AFTER, "before": BEFORE}
    assert counts(world.day) == BEFORE


def test_what_has_been_corrected_since_cannot_be_withdrawn(world, enacted, operator):
    registry.correct(
        world.unit("TM-new"),
        by=world.hung,
        reason="Sai chính tả",
        period=Period(world.day),
        facts={"name": "Tây Mổ"},
    )

    with pytest.raises(Moved) as moved:
        actions.withdraw(enacted, by=operator, on=world.eve, reason="Sai căn cứ")

    assert (moved.value.code, moved.value.units) == ("changed-since", ["TM-new"])
    assert counts(world.day) == AFTER


def test_a_withdrawn_draft_leaves_the_register_alone(world, package, operator):
    revision = Register.objects.get().revision

    outcome = actions.withdraw(package, by=operator, on=world.eve, reason="Sai căn cứ")

    assert outcome.state is State.WITHDRAWN
    assert Register.objects.get().revision == revision


# --- Between enactment and effect -----------------------------------------------------------------


def test_what_was_created_after_the_enactment_moves_too(world, enacted, operator):
    registry.set_contact(
        world.unit("MT"), by=world.hung, on=world.eve, contact={"address": "Số 1 Mễ Trì"}
    )
    accounts.grant(
        world.an, by=operator, role="registrar", on=date(2025, 6, 20), unit=world.unit("MT")
    )

    actions.take_effect(enacted, by=operator, on=world.day)

    assert [(str(g.unit), g.valid_from) for g in world.an.grants.order_by("valid_from")] == [
        *(("MT", date(2025, 6, 20)), ("DM-new", world.day))
    ]
    assert Contact.objects.get().valid_to == world.day
    assert sum(hanging(world.day).values()) == 0


def test_enacted_on_a_later_day_it_takes_effect_at_once(world, package, operator):
    outcome = actions.enact(package, by=operator, on=LATER)

    held = reloaded(package)
    assert outcome.state is State.IN_EFFECT
    assert (held.enactment.on, held.effect.on) == (LATER, LATER)
    assert counts(world.eve) == BEFORE
    assert counts(world.day) == AFTER


def test_enacted_on_the_eve_it_does_not_take_effect_yet(world, package, operator):
    assert actions.enact(package, by=operator, on=world.eve).state is State.ENACTED


def test_the_effect_of_a_later_day_moves_as_of_the_day_of_the_package(world, enacted, operator):
    actions.take_effect(enacted, by=operator, on=LATER)

    assert world.lan.grants.get(unit__key="DM-new").valid_from == world.day


# --- Two at once ----------------------------------------------------------------------------------


def test_whoever_enacts_second_changes_nothing_and_is_told(world, package, operator):
    seen_by_another = Package.objects.get(pk=package.pk)
    first = actions.enact(package, by=operator, on=date(2025, 6, 16))
    before = structure(world.day)

    second = actions.enact(seen_by_another, by=world.hung, on=date(2025, 6, 17))

    assert (first.anew, second.anew, second.counts) == (True, False, {})
    assert structure(world.day) == before
    assert reloaded(package).enactment.on == date(2025, 6, 16)


def test_whoever_withdraws_what_another_put_into_effect_is_refused(world, enacted, operator):
    seen_by_another = Package.objects.get(pk=enacted.pk)
    actions.take_effect(enacted, by=operator, on=world.day)

    with pytest.raises(workflow.Refused) as refused:
        actions.withdraw(seen_by_another, by=world.hung, on=world.day, reason="Quá muộn")

    assert refused.value.state is State.IN_EFFECT


def test_the_second_of_two_packages_about_one_unit_is_refused(world, draft_of, enacted, operator):
    other = draft_of("other", Rename(unit="DM", name="Đại Mỗ 2"))

    with pytest.raises(actions.Blocked) as blocked:
        actions.enact(other, by=operator, on=world.day)

    assert {finding.rule for finding in blocked.value.findings} == {"unknown-unit"}


# --- Two packages of one day ----------------------------------------------------------------------


@pytest.fixture
def halved(draft_of, operator):
    """Tây Mỗ is to end on the day and Mới to begin, enacted on the eve."""
    new = Unit("N", "commune", "phường", "Mới", "00700", "D019")
    package = draft_of("a", Consolidate(sources=("TM", "MT"), successor=new))
    actions.enact(package, by=operator, on=date(2025, 6, 30))
    return reloaded(package)


@pytest.mark.parametrize(
    "operation",
    [
        Absorb(into="DN", absorbed=("N",)),
        Rename(unit="N", name="Mới 2"),
        TransferPart(source="N", to="DN"),
    ],
)
def test_what_another_package_of_the_day_begins_is_not_ended_changed_or_shared(
    world, draft_of, halved, operator, operation
):
    before = structure(world.day)

    with pytest.raises(Moved) as moved:
        actions.enact(draft_of("b", operation), by=operator, on=world.day)

    assert (moved.value.code, moved.value.units) == ("same-day", ["N"])
    assert structure(world.day) == before


def test_another_package_of_the_day_may_put_others_beside_what_it_begins(
    world, draft_of, halved, operator
):
    other = Unit("N2", "commune", "phường", "Mới nữa", "00701", "D019")

    actions.enact(draft_of("b", Establish(unit=other)), by=operator, on=world.day)

    assert {"N", "N2"} <= {unit.key for unit in structure(world.day)}


def test_both_packages_of_a_day_take_effect_as_they_were_enacted(world, draft_of, halved, operator):
    accounts.grant(world.an, by=operator, role="registrar", on=SPRING, unit=world.unit("TM"))
    actions.enact(draft_of("b", Absorb(into="DN", absorbed=("DM",))), by=operator, on=world.day)

    actions.take_effect(halved, by=operator, on=world.day)

    assert {str(grant.unit) for grant in Grant.objects.on(world.day).exclude(unit=None)} == {
        *("N", "DN")
    }
    assert hanging(world.day) == dict.fromkeys(hanging(world.day), 0)


def test_a_correction_between_the_acts_does_not_change_what_moves(world, enacted, operator):
    accounts.grant(world.an, by=operator, role="registrar", on=SPRING, unit=world.unit("D019"))
    registry.correct(
        world.unit("D019"),
        by=world.hung,
        reason="sót",
        period=Period(None, world.day),
        facts={"parent": None},
    )

    actions.take_effect(enacted, by=operator, on=world.day)

    assert str(world.an.grants.get(valid_from=world.day).unit) == "P01"
    assert reloaded(enacted).effect.hanging == 0


# --- The register has moved -----------------------------------------------------------------------


def test_a_unit_that_began_meanwhile_below_one_that_ends_is_not_left_hanging(
    world, draft_of, package, operator
):
    below = Unit("N", "commune", "phường", "Mới", "00700", "D019")
    actions.enact(draft_of("newer", Establish(unit=below), on=LATER), by=operator, on=world.eve)

    with pytest.raises(Moved) as moved:
        actions.enact(package, by=operator, on=world.day)

    assert (moved.value.code, moved.value.units) == ("left-under-ended", ["N"])
    assert counts(world.day) == BEFORE


def test_a_key_is_not_used_again(world, draft_of, operator):
    unit = Unit("N", "commune", "phường", "Mới", "00700", "D019")
    actions.enact(draft_of("later", Establish(unit=unit), on=LATER), by=operator, on=world.eve)

    with pytest.raises(Moved) as moved:
        actions.enact(draft_of("earlier", Establish(unit=unit)), by=operator, on=world.day)

    assert (moved.value.code, moved.value.units) == ("key-used", ["N"])


def test_a_package_composed_before_a_correction_meets_the_register_as_it_is(
    world, package, operator
):
    registry.correct(
        world.unit("XP"), by=world.hung, reason="sót", period=Period(), facts={"code": "00623"}
    )

    actions.enact(package, by=operator, on=world.day)

    assert structure(world.day)["XP"].code == "00623"
