"""What is recorded of a unit: instruments, and what was corrected when and why."""

from datetime import date

from tinhgon.domain.periods import Period
from tinhgon.registry import actions
from tinhgon.registry.directory import directory
from tinhgon.registry.facts.recorded import corrections, differences, facts_of, known, value_on

ALWAYS = Period()


def correct(world, facts, reason="Theo văn bản gốc", period=ALWAYS, unit="DM"):
    return actions.correct(
        world.unit(unit), by=world.hung, reason=reason, period=period, facts=facts
    )


def test_facts_name_the_instrument_they_rest_on(in_effect):
    facts = known(facts_of(["DM-new"]), None)

    assert {fact.about for fact in facts if fact.instrument} >= {"name", "kind", "code", "parent"}


def test_a_unit_that_ended_names_the_instrument_that_ended_it(in_effect):
    (name,) = [fact for fact in known(facts_of(["DM"]), None) if fact.about == "name"]

    assert name.ended_under is not None
    assert name.period == Period(None, date(2025, 7, 1))


def test_facts_are_read_with_three_queries_for_one_unit_or_for_many(
    in_effect, django_assert_num_queries
):
    with django_assert_num_queries(3):
        facts_of(["DM"])
    with django_assert_num_queries(3):
        facts_of(["DM", "TM", "MT", "DN", "XP", "P01"])


def test_what_is_said_on_a_day_follows_the_period(in_effect):
    facts = known(facts_of(["XP"]), None)

    assert value_on(facts, "parent", date(2025, 6, 30)) == "D019"
    assert value_on(facts, "parent", date(2025, 7, 1)) == "P01"


def test_a_correction_says_when_why_and_what(world):
    correct(world, {"name": "Đại Mễ", "code": "00635"})

    (made,) = corrections("DM", facts_of(["DM"]))

    assert made.reason == "Theo văn bản gốc"
    assert {(d.about, d.before, d.after) for d in made.differences} == {
        ("name", "Đại Mỗ", "Đại Mễ"),
        ("code", "00634", "00635"),
    }


def test_a_fact_that_was_taken_away_is_a_correction_too(world):
    correct(world, {"code": None})

    (made,) = corrections("DM", facts_of(["DM"]))

    assert [(d.about, d.before, d.after) for d in made.differences] == [("code", "00634", None)]


def test_the_instant_before_a_correction_still_knows_the_old(world):
    correct(world, {"name": "Đại Mễ"})
    (made,) = corrections("DM", facts_of(["DM"]))

    before = known(facts_of(["DM"]), made.before)
    at = known(facts_of(["DM"]), made.at)

    assert value_on(before, "name", world.eve) == "Đại Mỗ"
    assert value_on(at, "name", world.eve) == "Đại Mễ"
    assert directory(made.before).on("DM", world.eve).name == "Đại Mỗ"
    assert directory(made.at).on("DM", world.eve).name == "Đại Mễ"


def test_two_corrections_of_different_periods_are_told_apart(world):
    correct(world, {"name": "Đại Mễ"}, reason="Thứ nhất", period=Period(None, date(2025, 1, 1)))
    correct(world, {"name": "Đại Mô"}, reason="Thứ hai", period=Period(date(2025, 1, 1), None))

    later, earlier = corrections("DM", facts_of(["DM"]))

    assert [d.period for d in earlier.differences] == [Period(None, date(2025, 1, 1))]
    assert [d.period for d in later.differences] == [Period(date(2025, 1, 1), None)]


def test_a_reorganisation_is_no_correction(in_effect):
    assert corrections("DM", facts_of(["DM"])) == []


def test_corrections_known_at_an_instant_are_those_made_until_then(world):
    correct(world, {"name": "Đại Mễ"}, reason="Thứ nhất")
    correct(world, {"name": "Đại Mô"}, reason="Thứ hai")
    second, first = corrections("DM", facts_of(["DM"]))

    then = corrections("DM", facts_of(["DM"]), known_at=second.before)
    since = corrections("DM", facts_of(["DM"]), since=first.at)

    assert [made.reason for made in then] == ["Thứ nhất"]
    assert [made.reason for made in since] == ["Thứ hai"]


def test_what_is_said_alike_is_no_difference(register):
    facts = known(facts_of(["DM"]), None)

    assert differences(facts, facts) == []


def test_a_difference_reaches_as_far_as_the_same_was_said(world):
    whole = known(facts_of(["DM"]), None)

    (gone,) = [d for d in differences(whole, []) if d.about == "name"]

    assert (gone.before, gone.after, gone.period) == ("Đại Mỗ", None, ALWAYS)
