"""Acts upon the ledger: where posts may go, that no account is overdrawn, that all is recorded."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils.translation import override

from tinhgon.audit.models import Entry
from tinhgon.staff.conftest import JUNE, KIND, MAY, NEW_YEAR, SPRING
from tinhgon.staff.ledger.balances import balances
from tinhgon.staff.ledger.refusals import Refused, refusal_words
from tinhgon.staff.models import Act, Movement, Purse

DAY, EVE = date(2025, 7, 1), date(2025, 6, 30)


def held(books, unit, on, purse="open"):
    """The civil servants' posts of a unit on a day."""
    return balances(on, books.city.key)[unit.key].own[KIND, purse]


def refusal(act, *given, **named):
    """What an act upon the ledger is refused with."""
    with pytest.raises(Refused) as refused:
        act(*given, **named)
    with override("en"):
        return refused.value.code, refusal_words(refused.value)


# --- What each does -------------------------------------------------------------------------------


def test_what_is_allotted_is_with_the_receiver_from_its_day_on(books):
    assert held(books, books.tay_mo, date(2025, 2, 28)) == 0
    assert held(books, books.tay_mo, SPRING) == 8
    assert held(books, books.district, SPRING) == 40 - 12 - 8


def test_posts_are_given_back_to_a_unit_above(books):
    books.give_back(2, books.dai_mo, books.district, MAY)

    assert held(books, books.dai_mo, MAY) == 10
    assert held(books, books.district, MAY) == 22


def test_what_lapses_nobody_has(books):
    books.lapse(12, books.dai_mo, MAY)

    assert held(books, books.dai_mo, MAY) == 0
    assert sum(balances(MAY, "P01")["P01"].whole.values()) == 88


def test_posts_are_transferred_between_units_of_which_none_is_above_the_other(books):
    books.transfer(5, books.dai_mo, books.tay_mo, MAY)

    assert held(books, books.dai_mo, MAY) == 7
    assert held(books, books.tay_mo, MAY) == 13


def test_what_is_frozen_may_not_be_moved_until_it_is_released(books):
    books.freeze(10, books.dai_mo, MAY)

    assert held(books, books.dai_mo, MAY, "frozen") == 10
    assert refusal(books.transfer, 3, books.dai_mo, books.tay_mo, MAY)[0] == "overdrawn"
    books.thaw(1, books.dai_mo, MAY)
    assert books.transfer(3, books.dai_mo, books.tay_mo, MAY).posts == 3


def test_frozen_posts_may_lapse(books):
    books.freeze(10, books.dai_mo, MAY)
    books.lapse(10, books.dai_mo, JUNE, purse=Purse.FROZEN)

    assert held(books, books.dai_mo, JUNE, "frozen") == 0
    assert held(books, books.dai_mo, JUNE) == 2


# --- No account below zero ------------------------------------------------------------------------


def test_nobody_gives_what_they_have_not(books):
    code, words = refusal(books.transfer, 13, books.dai_mo, books.tay_mo, SPRING)

    assert code == "overdrawn"
    assert words.startswith(
        "Phường Đại Mỗ lacks 1 posts (civil servants, open posts) on 1 March 2025."
    )
    assert held(books, books.dai_mo, SPRING) == 12


def test_the_last_post_may_go(books):
    assert books.transfer(12, books.dai_mo, books.tay_mo, SPRING).posts == 12


def test_what_comes_later_does_not_pay_for_what_went_before(books):
    assert refusal(books.transfer, 8, books.tay_mo, books.dai_mo, date(2025, 2, 28))[0] == (
        "overdrawn"
    )
    assert books.transfer(8, books.tay_mo, books.dai_mo, SPRING).posts == 8


def test_an_act_of_a_day_long_past_must_leave_what_was_done_since_possible(books):
    books.transfer(10, books.dai_mo, books.tay_mo, MAY)

    code, words = refusal(books.give_back, 3, books.dai_mo, books.district, SPRING)

    assert code == "overdrawn"
    assert "lacks 1 posts" in words
    assert "on 1 May 2025" in words
    assert books.give_back(2, books.dai_mo, books.district, SPRING).posts == 2


def test_one_kind_of_staff_does_not_pay_for_another(books):
    assert refusal(books.lapse, 1, books.dai_mo, MAY, kind="official")[0] == "overdrawn"


def test_a_refused_act_leaves_nothing_behind(books):
    rows, entries = Movement.objects.count(), Entry.objects.count()

    refusal(books.lapse, 13, books.dai_mo, MAY)

    assert (Movement.objects.count(), Entry.objects.count()) == (rows, entries)


# --- Where posts may go ---------------------------------------------------------------------------


def test_posts_are_allotted_downwards_only(books):
    assert refusal(books.allocate, 1, books.dai_mo, books.city)[0] == "not-above"
    assert refusal(books.allocate, 1, books.dai_mo, books.tay_mo)[0] == "not-above"
    assert refusal(books.give_back, 1, books.district, books.dai_mo, MAY)[0] == "not-above"


def test_posts_may_skip_a_level(books):
    assert books.allocate(1, books.city, books.dai_mo).posts == 1


def test_nobody_allots_to_itself(books):
    assert refusal(books.allocate, 1, books.city, books.city)[0] == "not-above"
    assert refusal(books.transfer, 1, books.city, books.city, MAY)[0] == "same-unit"


def test_a_unit_that_has_ended_receives_nothing_and_may_hand_on_what_it_has(enacted, books):
    assert refusal(books.transfer, 1, books.city, books.dai_mo, DAY)[0] == "not-standing"
    assert books.transfer(1, books.city, books.dai_mo, EVE).posts == 1
    assert books.transfer(13, books.dai_mo, books.city, DAY).posts == 13


@pytest.mark.parametrize("posts", [0, -1, 10_000_001])
def test_some_posts_are_moved(books, posts):
    assert refusal(books.grant, posts)[0] == "not-some-posts"


def test_a_kind_of_staff_must_be_known_on_the_day(books):
    assert refusal(books.grant, 1, kind="knight")[0] == "unknown-kind"
    assert refusal(books.grant, 1, kind="contract-235", on=date(2026, 6, 30))[0] == "unknown-kind"
    assert books.grant(1, kind="contract-235", on=date(2026, 7, 1)).posts == 1


def test_an_instrument_or_a_reason_must_be_named(books, decision):
    assert refusal(books.grant, 1, reason=" ")[0] == "no-grounds"
    assert books.grant(1, reason="", under=decision).instrument == decision


# --- Reversals ------------------------------------------------------------------------------------


def test_a_reversal_takes_a_movement_back_as_of_its_own_day(books):
    wrong = books.transfer(5, books.dai_mo, books.tay_mo, MAY)

    made = books.reverse(wrong)

    assert (made.act, made.posts, made.reverses) == (Act.REVERSAL, 5, wrong)
    assert (made.source_unit, made.target_unit) == (books.tay_mo, books.dai_mo)
    assert held(books, books.dai_mo, MAY) == 12


def test_a_reversal_may_be_of_a_later_day_and_not_of_an_earlier(books):
    wrong = books.transfer(5, books.dai_mo, books.tay_mo, MAY)

    assert refusal(books.reverse, wrong, on=date(2025, 4, 30))[0] == "before-original"
    books.reverse(wrong, on=JUNE)
    assert held(books, books.dai_mo, date(2025, 5, 31)) == 7
    assert held(books, books.dai_mo, JUNE) == 12


def test_a_movement_is_reversed_once_and_a_reversal_never(books):
    wrong = books.transfer(5, books.dai_mo, books.tay_mo, MAY)
    made = books.reverse(wrong)

    assert refusal(books.reverse, wrong)[0] == "reversed-already"
    assert refusal(books.reverse, made)[0] == "is-reversal"


def test_what_was_moved_on_since_cannot_be_reversed(books):
    moved = books.transfer(5, books.dai_mo, books.tay_mo, MAY)
    books.give_back(10, books.tay_mo, books.district, JUNE)

    code, words = refusal(books.reverse, moved)

    assert code == "overdrawn"
    assert "Phường Tây Mỗ lacks 2 posts" in words


def test_a_reversal_wants_a_reason(books):
    moved = books.grant(5)

    from tinhgon.staff.ledger import actions

    assert refusal(actions.reverse, moved, by=books.by, reason="")[0] == "no-grounds"


# --- What the database refuses --------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        {"posts": 0},
        {"target_unit": None},
        {"target_unit": None, "target_purse": None},
        {"source_unit": None, "target_unit": None, "source_purse": None, "target_purse": None},
        {"act": "freeze"},
        {"act": "lapse"},
        {"act": "reversal"},
        {"reason": ""},
        {"act": "freeze", "source_unit": None, "source_purse": None, "target_purse": "frozen"},
    ],
)
def test_the_database_refuses_what_no_movement_is(books, change):
    given = Movement.objects.filter(act="allocate", source_unit=books.district).values().first()
    given.pop("id")
    named = {name.removesuffix("_id"): value for name, value in given.items()}
    made = Movement(
        **{
            f"{n}_id" if n in ("source_unit", "target_unit") else n: v
            for n, v in {**named, **change}.items()
            if n not in ("instrument", "reverses")
        }
    )

    with pytest.raises(IntegrityError), transaction.atomic():
        made.save(force_insert=True)


def test_no_movement_is_changed_or_taken_out(books):
    with pytest.raises(IntegrityError), transaction.atomic():
        Movement.objects.update(posts=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Movement.objects.all().delete()


# --- The record -----------------------------------------------------------------------------------


def test_an_act_stands_in_the_chain_of_the_unit_that_receives(books):
    books.transfer(5, books.dai_mo, books.tay_mo, MAY)

    entry = Entry.objects.get(act="posts.transfer")

    assert (entry.chain, entry.actor) == ("unit:TM", "operator:test")
    assert entry.facts["posts"] == 5
    assert entry.facts["on"] == "2025-05-01"
    assert NEW_YEAR.isoformat() not in str(entry.facts)
