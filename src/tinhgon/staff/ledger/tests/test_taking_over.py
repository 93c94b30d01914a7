"""Acts of days before a unit's end, done after it: what they change goes on to the heirs."""

from datetime import date

import pytest
from django.utils.translation import override

from tinhgon.audit.models import Entry
from tinhgon.conftest import SMALL_WORLD
from tinhgon.registry import actions as registry
from tinhgon.registry.models import Succession, Unit
from tinhgon.staff.conftest import KIND, MAY, Books
from tinhgon.staff.ledger.balances import balances, left_behind
from tinhgon.staff.ledger.entitlement import NotEntitled, ask_to_move, ask_to_reverse
from tinhgon.staff.ledger.refusals import Refused, refusal_words
from tinhgon.staff.ledger.taking_over import taken_over
from tinhgon.staff.models import Act, Handover, Movement

EVE, DAY = date(2025, 6, 30), date(2025, 7, 1)
SEPTEMBER = date(2025, 9, 1)


@pytest.fixture
def after(in_effect, books):
    """What was allotted in spring was entered after the reform: Đại Mỗ mới has 12, Tây Mỗ mới 8."""
    books.new = Unit.objects.get(key="DM-new")
    return books


def held(on, key, purse="open"):
    """The civil servants' posts of a unit on a day."""
    return balances(on, key)[key].own[KIND, purse]


def refusal(act, *given, **named):
    """What an act upon the ledger is refused with."""
    with pytest.raises(Refused) as refused:
        act(*given, **named)
    with override("en"):
        return refused.value.code, refusal_words(refused.value)


# --- What goes on ---------------------------------------------------------------------------------


def test_what_is_allotted_before_the_end_is_the_heirs_from_the_end_on(after):
    assert (held(EVE, "DM"), held(EVE, "DM-new")) == (12, 0)
    assert (held(DAY, "DM"), held(DAY, "DM-new")) == (0, 12)
    assert left_behind(DAY) == {}


def test_what_goes_on_is_an_entry_of_the_same_act(after):
    made = after.allocate(3, after.district, after.dai_mo, MAY, reason="bổ sung")

    row = Movement.objects.get(act=Act.SUCCESSION, posts=3, source_unit=after.dai_mo)

    assert (row.day, row.target_unit, row.reason) == (DAY, after.new, "bổ sung")
    assert (row.recorded_at, row.recorded_by) == (made.recorded_at, made.recorded_by)
    assert Entry.objects.filter(act="posts.succession", target="unit:DM-new").count() == 2


def test_what_lapses_before_the_end_the_heir_has_less(after):
    after.lapse(5, after.dai_mo, MAY)

    assert (held(EVE, "DM"), held(DAY, "DM-new"), held(DAY, "DM")) == (7, 7, 0)


def test_what_the_heir_moved_on_since_cannot_lapse_before_the_end(after):
    after.transfer(10, after.new, after.city, SEPTEMBER)

    code, words = refusal(after.lapse, 3, after.dai_mo, MAY)

    assert code == "overdrawn"
    assert "lacks 1 posts" in words
    assert after.lapse(2, after.dai_mo, MAY).posts == 2


def test_what_is_frozen_before_the_end_is_frozen_with_the_heir(after):
    after.freeze(4, after.dai_mo, MAY)

    assert (held(EVE, "DM"), held(EVE, "DM", "frozen")) == (8, 4)
    assert (held(DAY, "DM-new"), held(DAY, "DM-new", "frozen")) == (8, 4)


def test_between_two_that_ended_each_goes_on_to_its_own_heir(after):
    after.transfer(2, after.dai_mo, after.tay_mo, MAY)

    assert (held(DAY, "DM-new"), held(DAY, "TM-new")) == (10, 10)


def test_a_reversal_of_the_own_day_goes_on(after):
    moved = after.transfer(2, after.dai_mo, after.tay_mo, MAY)

    after.reverse(moved)

    assert (held(EVE, "DM"), held(DAY, "DM-new"), held(DAY, "TM-new")) == (12, 12, 8)
    assert left_behind(DAY) == {}


def test_a_reversal_of_a_day_after_the_end_is_between_the_heirs(after):
    moved = after.transfer(2, after.dai_mo, after.tay_mo, MAY)

    after.reverse(moved, on=SEPTEMBER)

    assert (held(EVE, "DM"), held(DAY, "DM-new"), held(SEPTEMBER, "DM-new")) == (10, 10, 12)
    assert left_behind(SEPTEMBER) == {}


def test_through_heirs_that_ended_themselves_it_goes_on_to_who_stands(in_effect, empty_books):
    xp = Unit.objects.get(key="XP")
    Handover.objects.create(unit=Unit.objects.get(key="DM-new"), heir=xp, day=SEPTEMBER)
    empty_books.grant(9)

    empty_books.allocate(9, empty_books.city, empty_books.dai_mo)

    assert (held(DAY, "DM-new"), held(SEPTEMBER, "DM-new"), held(SEPTEMBER, "XP")) == (9, 0, 9)


# --- What is refused ------------------------------------------------------------------------------


def test_what_was_handed_on_is_moved_from_the_heir(after):
    code, words = refusal(after.transfer, 1, after.dai_mo, after.city, DAY)

    assert code == "handed-on"
    assert words.startswith("Phường Đại Mỗ ended on 1 July 2025, and its posts went to Phường Đại")


def test_what_went_to_an_heir_is_not_reversed(after):
    row = Movement.objects.filter(act=Act.SUCCESSION).first()

    assert refusal(after.reverse, row)[0] == "is-succession"


def test_before_the_effect_nothing_goes_on_yet(enacted, books):
    assert taken_over(books.dai_mo) is None
    assert not Movement.objects.filter(act=Act.SUCCESSION).exists()


# --- Where no reorganisation says who took over ---------------------------------------------------


@pytest.fixture
def loaded(db, vietnam, operator):
    """A register that was loaded with the reform in it, and empty books."""
    registry.load(SMALL_WORLD, by=operator, file=vietnam)
    units = {unit.key: unit for unit in Unit.objects.all()}
    return Books(units["P01"], units["D019"], units["DM"], units["TM"], operator)


def test_the_main_successor_of_the_register_has_it(loaded):
    loaded.grant(9)
    loaded.allocate(9, loaded.city, loaded.dai_mo)

    assert (held(EVE, "DM"), held(DAY, "DM"), held(DAY, "DM-new")) == (9, 0, 9)


def test_the_only_successor_has_it(loaded):
    loaded.grant(9)
    loaded.allocate(9, loaded.city, loaded.tay_mo)

    assert held(DAY, "TM-new") == 9


def test_where_nobody_took_anything_the_unit_above_has_it(loaded):
    Succession.objects.filter(predecessor=loaded.district).delete()
    loaded.grant(9)
    loaded.allocate(9, loaded.city, loaded.district)

    assert (held(EVE, "D019"), held(DAY, "D019"), held(DAY, "P01")) == (9, 0, 9)


def test_where_nobody_is_known_it_is_refused(loaded):
    Succession.objects.update(main=False)
    loaded.grant(9)

    code, words = refusal(loaded.allocate, 9, loaded.city, loaded.dai_mo)

    assert code == "nobody-took-over"
    assert words.startswith("Phường Đại Mỗ ended on 1 July 2025, and nobody is known")
    assert held(EVE, "DM") == 0


def test_nothing_goes_back_to_a_unit_that_ended_meanwhile(loaded):
    loaded.grant(9)
    loaded.allocate(9, loaded.city, loaded.dai_mo)
    moved = loaded.give_back(2, loaded.dai_mo, loaded.city, MAY)

    assert refusal(loaded.reverse, moved, on=DAY)[0] == "not-standing"
    assert held(SEPTEMBER, "DM") == 0


def test_it_goes_back_to_the_last_day_on_which_the_unit_stands(loaded):
    loaded.grant(9)
    loaded.allocate(9, loaded.city, loaded.dai_mo)
    moved = loaded.give_back(2, loaded.dai_mo, loaded.city, MAY)

    loaded.reverse(moved, on=EVE)

    assert (held(EVE, "DM"), held(DAY, "DM"), held(DAY, "DM-new")) == (9, 0, 9)


# --- Who may --------------------------------------------------------------------------------------


class Over:
    """Somebody who may do everything with some units."""

    def __init__(self, *units):
        self.units = units

    def may(self, permission, *, on, unit):
        return unit in self.units


def test_whoever_has_the_heir_is_asked_too(after):
    with pytest.raises(NotEntitled) as asked:
        ask_to_move(Over("DM"), Act.LAPSE, after.dai_mo, None, on=DAY)

    assert asked.value.unit == "DM-new"
    assert ask_to_move(Over("DM", "DM-new"), Act.LAPSE, after.dai_mo, None, on=DAY) is None


def test_who_is_above_the_heir_is_asked_for_what_is_frozen(after):
    with pytest.raises(NotEntitled) as asked:
        ask_to_move(Over("D019"), Act.FREEZE, after.dai_mo, after.dai_mo, on=DAY)

    assert asked.value.unit == "P01"


def test_for_a_reversal_the_heirs_of_both_sides_are_asked(after):
    moved = after.transfer(2, after.dai_mo, after.tay_mo, MAY)

    with pytest.raises(NotEntitled) as asked:
        ask_to_reverse(Over("DM", "TM", "DM-new"), moved, on=DAY)

    assert asked.value.unit == "TM-new"
