"""Correcting keeps what was known: the right answer from today, the old one as known before."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from threading import Thread
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from tinhgon.conftest import BEFORE, DAY
from tinhgon.documents.models import Instrument
from tinhgon.domain.periods import Period
from tinhgon.registry import actions
from tinhgon.registry.correction.correcting import Uncorrectable
from tinhgon.registry.models import Code, Tie, Version
from tinhgon.registry.queries import structure
from tinhgon.registry.seen import facts_seen, seen_until
from tinhgon.temporal.gate import Busy

SPRING, SUMMER = date(2020, 4, 1), date(2020, 7, 1)
ALWAYS = Period()


@pytest.fixture
def correct(world):
    """Mr Hùng corrects a unit of the small world."""

    def act(key: str, period: Period = ALWAYS, reason: str = "Sai sót", **facts: Any):
        options = {name: facts.pop(name) for name in ("under", "seen") if name in facts}
        unit = world.unit(key)
        return actions.correct(
            unit, by=world.hung, reason=reason, period=period, facts=facts, **options
        )

    return act


def names(key: str):
    return [
        (version.name, version.valid_from, version.valid_to)
        for version in Version.objects.known_at().filter(unit__key=key).in_order()
    ]


# --- In force on a day ----------------------------------------------------------------------------


def test_a_name_is_corrected_for_as_long_as_the_unit_stands(correct):
    written = correct("MT", name="Mễ Trì Hạ")

    assert written == {"version": 1, "code": 0, "tie": 0}
    assert names("MT") == [("Mễ Trì Hạ", None, None)]


def test_a_correction_over_a_period_leaves_the_days_around_it(correct):
    correct("MT", Period(SPRING, SUMMER), name="Mễ Trì Hạ")

    assert names("MT") == [
        ("Mễ Trì", None, SPRING),
        ("Mễ Trì Hạ", SPRING, SUMMER),
        ("Mễ Trì", SUMMER, None),
    ]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (SPRING - timedelta(days=1), "Mễ Trì"),
        (SPRING, "Mễ Trì Hạ"),
        (SUMMER - timedelta(days=1), "Mễ Trì Hạ"),
        (SUMMER, "Mễ Trì"),
    ],
)
def test_the_period_holds_its_first_day_and_not_its_end(correct, day, name):
    correct("MT", Period(SPRING, SUMMER), name="Mễ Trì Hạ")

    assert structure(day)["MT"].name == name


def test_a_correction_may_reach_over_several_rows(correct):
    correct("MT", Period(SPRING, SUMMER), name="Mễ Trì Hạ")

    correct("MT", Period(date(2020, 5, 1)), kind="xã")

    kinds = Version.objects.known_at().filter(unit__key="MT").in_order()
    assert [(v.kind, v.name, v.valid_from) for v in kinds] == [
        ("phường", "Mễ Trì", None),
        ("phường", "Mễ Trì Hạ", SPRING),
        ("xã", "Mễ Trì Hạ", date(2020, 5, 1)),
        ("xã", "Mễ Trì", SUMMER),
    ]


def test_a_code_is_corrected_and_the_unit_keeps_the_old_one_around(correct):
    correct("MT", Period(SPRING, SUMMER), code="00633")

    codes = Code.objects.known_at().filter(unit__key="MT").in_order()
    assert [(code.code, code.valid_from) for code in codes] == [
        ("00632", None),
        ("00633", SPRING),
        ("00632", SUMMER),
    ]


def test_a_unit_may_turn_out_to_have_had_no_code(correct):
    correct("MT", Period(None, SPRING), code=None)

    assert structure(SPRING - timedelta(days=1))["MT"].code is None
    assert structure(SPRING)["MT"].code == "00632"


def test_a_unit_may_turn_out_to_have_stood_elsewhere(correct):
    correct("MT", Period(None, SPRING), parent="D268")

    assert structure(SPRING - timedelta(days=1))["MT"].parent == "D268"
    assert structure(SPRING)["MT"].parent == "D019"


def test_a_unit_may_turn_out_to_have_stood_at_the_top(correct):
    correct("D019", parent=None)

    assert structure(BEFORE)["D019"].parent is None
    assert not Tie.objects.known_at().filter(unit__key="D019").exists()


def test_where_a_unit_lies_is_corrected(correct):
    correct("MT", latitude=Decimal("21.1"), area_km2="4.7")

    ward = Version.objects.known_at().get(unit__key="MT")
    assert (ward.latitude, ward.longitude, ward.area_km2) == (
        Decimal("21.10000"),
        Decimal("105.77800"),
        Decimal("4.70"),
    )


def test_a_name_that_no_instrument_gives_rests_on_none(correct, in_effect):
    correct("TM-new", Period(DAY), name="Tây Mỗ Hạ")

    assert Version.objects.known_at().get(unit__key="TM-new").instrument is None


def test_an_area_that_is_corrected_leaves_the_ground_of_the_name(correct, in_effect):
    correct("TM-new", Period(DAY), area_km2="7.5")

    version = Version.objects.known_at().get(unit__key="TM-new")
    assert version.instrument.number == "1656/NQ-UBTVQH15"


def test_a_corrected_row_bears_its_reason_and_instrument(correct):
    resolution = Instrument.objects.get(number="203/2025/QH15")

    correct("MT", Period(SPRING), "Theo nghị quyết", name="Mễ Trì Hạ", under=resolution)

    before, after = Version.objects.known_at().filter(unit__key="MT").in_order()
    assert (before.reason, before.instrument) == ("", None)
    assert (after.reason, after.instrument.number) == ("Theo nghị quyết", "203/2025/QH15")


def test_what_is_given_is_kept_composed_with_single_spaces(correct):
    correct("MT", name=" Me\u0302\u0303  Tri\u0300 Ha\u0323 ")

    assert names("MT") == [("Mễ Trì Hạ", None, None)]


# --- Known at an instant --------------------------------------------------------------------------


def test_what_was_known_before_stays_known(correct):
    before = timezone.now()

    correct("MT", Period(SPRING, SUMMER), name="Mễ Trì Hạ")

    assert structure(SPRING, known_at=before)["MT"].name == "Mễ Trì"
    assert structure(SPRING, known_at=timezone.now())["MT"].name == "Mễ Trì Hạ"


def test_two_corrections_are_three_states_of_knowledge(correct):
    first = timezone.now()
    correct("MT", name="Mễ Trì Hạ")
    second = timezone.now()

    correct("MT", name="Mễ Trì Thượng")

    assert [structure(SPRING, at)["MT"].name for at in (first, second, None)] == [
        "Mễ Trì",
        "Mễ Trì Hạ",
        "Mễ Trì Thượng",
    ]


# --- Refusals -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Refusal:
    """A correction of Mễ Trì that cannot be, and the fact and code by which it is refused."""

    given: dict[str, Any]
    fact: str
    code: str

    def __str__(self) -> str:
        return f"{self.code}-{self.given!s:.30}"


REFUSALS = [
    Refusal({}, "facts", "nothing-to-correct"),
    Refusal({"name": "X", "reason": " "}, "reason", "empty-cell"),
    Refusal({"name": "X", "reason": "x" * 501}, "reason", "too-long"),
    Refusal({"name": " "}, "name", "empty-cell"),
    Refusal({"name": None}, "name", "empty-cell"),
    Refusal({"name": "x" * 201}, "name", "too-long"),
    Refusal({"name": "M\0"}, "name", "bad-character"),
    Refusal({"name": "=A1"}, "name", "formula"),
    Refusal({"kind": "quận"}, "kind", "unknown-kind"),
    Refusal({"kind": ""}, "kind", "empty-cell"),
    Refusal({"code": "632"}, "code", "code-shape"),
    Refusal({"code": "00634"}, "code", "code-taken"),
    Refusal({"parent": "XX"}, "parent", "unknown-unit"),
    Refusal({"parent": "MT"}, "parent", "level-order"),
    Refusal({"parent": "DM"}, "parent", "level-order"),
    Refusal({"latitude": "91"}, "latitude", "not-between"),
    Refusal({"longitude": "x"}, "longitude", "bad-number"),
    Refusal({"area_km2": Decimal("1e30")}, "area_km2", "not-between"),
]


@pytest.mark.parametrize("refusal", REFUSALS, ids=str)
def test_a_correction_that_cannot_be_says_what_is_wrong(correct, refusal):
    with pytest.raises(Uncorrectable) as refused:
        correct("MT", **refusal.given)

    assert (refused.value.fact, refused.value.code) == (refusal.fact, refusal.code)
    assert names("MT") == [("Mễ Trì", None, None)]


def test_a_unit_cannot_stand_below_what_is_below_it(correct):
    with pytest.raises(Uncorrectable, match="parent: level-order"):
        correct("D019", Period(SPRING), parent="DM")


@pytest.fixture
def became_a_district(world):
    """Mễ Trì, which is a district from the spring on."""
    own = Version.objects.get(unit__key="MT")
    Version.objects.filter(pk=own.pk).update(valid_to=SPRING)
    own.pk, own.level, own.kind, own.valid_from = None, "district", "quận", SPRING
    own.save()


@pytest.mark.parametrize(
    ("fact", "given", "code"),
    [
        ("kind", "xã", "unknown-kind"),
        ("code", "00699", "code-shape"),
        ("parent", "D268", "level-order"),
    ],
)
def test_what_is_right_must_be_right_of_every_day(correct, became_a_district, fact, given, code):
    assert correct("MT", Period(None, SPRING), **{fact: given})

    with pytest.raises(Uncorrectable, match=f"{fact}: {code}"):
        correct("MT", **{fact: given})


def test_a_parent_of_higher_level_for_a_time_alone_will_not_do(correct, became_a_district):
    assert correct("TM", Period(SPRING), parent="MT")["tie"] == 2

    with pytest.raises(Uncorrectable, match="parent: level-order"):
        correct("TM", parent="MT")


@pytest.mark.parametrize(
    ("key", "period", "fact", "day"),
    [
        ("DM", Period(), "valid_to", "2025-07-01"),
        ("DM", Period(DAY), "valid_from", "2025-07-01"),
        ("TM-new", Period(), "valid_from", "2025-06-30"),
        ("TM-new", Period(BEFORE), "valid_from", "2025-06-30"),
    ],
)
def test_a_unit_is_corrected_only_while_it_stands(correct, in_effect, key, period, fact, day):
    with pytest.raises(Uncorrectable) as refused:
        correct(key, period, name="X")

    assert (refused.value.fact, refused.value.code) == (fact, "not-standing")
    assert refused.value.facts == {"day": day}


@pytest.mark.parametrize(("key", "period"), [("DM", Period(None, DAY)), ("TM-new", Period(DAY))])
def test_on_every_day_of_its_life_it_may_be(correct, in_effect, key, period):
    assert correct(key, period, name="X")["version"] == 1


@pytest.mark.parametrize("period", [Period(), Period(DAY), Period(BEFORE)])
def test_a_parent_must_stand_throughout(correct, in_effect, period):
    with pytest.raises(Uncorrectable, match="parent: parent-gone"):
        correct("XP", period, parent="D019")


def test_a_parent_may_end_with_the_period(correct, in_effect):
    assert correct("XP", Period(None, DAY), parent="D268")["tie"] == 1


def test_a_code_that_another_bears_at_other_times_is_free(correct, in_effect):
    with pytest.raises(Uncorrectable, match="code: code-taken"):
        correct("XP", Period(BEFORE), code="00632")

    assert correct("XP", Period(DAY), code="00632")["code"] == 2


# --- Two people at once ---------------------------------------------------------------------------


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(correct):
    looked = timezone.now()
    correct("MT", code="00633")

    with pytest.raises(Uncorrectable, match="unit: changed-since"):
        correct("MT", name="Mễ Trì Hạ", seen=looked)


def test_whoever_looked_after_the_last_change_may_correct(correct):
    correct("MT", code="00633")

    assert correct("MT", name="Mễ Trì Hạ", seen=timezone.now())["version"] == 1


def test_whoever_saw_other_rows_may_not_correct_whatever_the_clock_says(correct):
    seen = facts_seen("MT")
    correct("MT", code="00633")
    Code.objects.update(recorded_from=timezone.now() - timedelta(days=1))

    with pytest.raises(Uncorrectable, match="unit: changed-since"):
        correct("MT", name="Mễ Trì Hạ", seen=seen)
    assert correct("MT", name="Mễ Trì Hạ", seen=facts_seen("MT"))["version"] == 1


def test_a_fact_that_was_taken_away_has_changed_too(correct):
    seen = facts_seen("MT")
    correct("MT", code="")

    with pytest.raises(Uncorrectable, match="unit: changed-since"):
        correct("MT", name="Mễ Trì Hạ", seen=seen)


def test_at_the_very_instant_of_a_change_nobody_has_seen_it(correct):
    correct("MT", code="00633")
    at = Code.objects.known_at().get(unit__key="MT").recorded_from

    with pytest.raises(Uncorrectable, match="unit: changed-since"):
        correct("MT", name="Mễ Trì Hạ", seen=at)


def test_what_was_seen_was_recorded_until_its_latest_row(correct):
    correct("MT", code="00633")

    at = Code.objects.known_at().get(unit__key="MT").recorded_from
    assert seen_until(facts_seen("MT")) == at
    assert seen_until("version0 tie99999999999999999999 x") is None


def test_a_change_of_another_unit_is_no_hindrance(correct):
    looked = timezone.now()
    correct("TM", name="Tây Mỗ Hạ")

    assert correct("MT", name="Mễ Trì Hạ", seen=looked)["version"] == 1


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has one writer anyway")
@pytest.mark.usefixtures("committed")
def test_a_unit_that_somebody_is_correcting_makes_others_wait(correct, world, settings):
    settings.GATE_SECONDS = 1
    outcome: list[Any] = []

    def elsewhere():
        try:
            correct("MT", name="Mễ Trì Hạ")
        except Busy as busy:
            outcome.append(busy)
        finally:
            connection.close()

    with actions.transaction.atomic():
        actions._hold(world.unit("MT"))
        other = Thread(target=elsewhere)
        other.start()
        other.join()

    assert [type(one) for one in outcome] == [Busy]
