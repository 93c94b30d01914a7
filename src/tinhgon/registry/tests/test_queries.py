"""What the register answers for a day, as known at an instant, in a constant number of queries."""

from datetime import date, timedelta

import pytest
from django.utils import timezone, translation

from tinhgon.conftest import BEFORE, DAY
from tinhgon.domain.periods import Period
from tinhgon.registry import actions, queries
from tinhgon.registry.models import Register, Tie
from tinhgon.registry.queries import NoRegister, NoSuchUnit
from tinhgon.registry.tests.meanwhile import found_after_the_first_table
from tinhgon.ui.asked import Asked

AFTER = {"province": 1, "district": 0, "commune": 4}
NONE = dict.fromkeys(AFTER, 0)
FIRST, LAST = date.min, date.max


# --- The structure of a day -----------------------------------------------------------------------


def test_both_sides_of_the_day_have_their_own_structure(in_effect):
    before, after = queries.structure(BEFORE), queries.structure(DAY)

    assert sorted(unit.key for unit in before) == [
        *("D019", "D268", "DM", "DN", "MT", "P01", "TM", "XP"),
    ]
    assert sorted(unit.key for unit in after) == ["DM-new", "DN-new", "P01", "TM-new", "XP"]


def test_a_unit_that_goes_on_has_another_place(in_effect):
    assert queries.structure(BEFORE)["XP"].parent == "D019"
    assert queries.structure(DAY)["XP"].parent == "P01"


def test_what_has_no_beginning_stands_on_every_earlier_day(in_effect):
    assert queries.counts(FIRST) == queries.counts(BEFORE)
    assert queries.counts(LAST) == queries.counts(DAY) == AFTER


def test_other_hierarchies_are_ties_beside_the_principal_one(world):
    Tie.objects.create(
        unit=world.unit("XP"),
        parent=world.unit("P01"),
        hierarchy="party",
        valid_to=DAY,
        recorded_from=timezone.now(),
    )

    assert queries.structure(BEFORE)["XP"].ties == (("party", "P01"),)
    assert queries.structure(DAY)["XP"].ties == ()


def test_the_structure_is_known_as_of_an_instant(world):
    before = timezone.now()
    actions.correct(
        world.unit("MT"), by=world.hung, reason="sót", period=Period(), facts={"name": "Mễ Trì Hạ"}
    )

    assert queries.structure(BEFORE, before)["MT"].name == "Mễ Trì"
    assert queries.structure(BEFORE, timezone.now())["MT"].name == "Mễ Trì Hạ"
    assert queries.structure(BEFORE)["MT"].name == "Mễ Trì Hạ"


def test_before_the_register_was_loaded_nothing_was_known(world):
    assert len(queries.structure(BEFORE, timezone.now() - timedelta(days=1))) == 0


def test_a_reform_of_tomorrow_was_not_known_before_it_was_enacted(world, package, operator):
    from tinhgon.reorganisation import actions as plans

    before = timezone.now()
    plans.enact(package, by=operator, on=DAY)

    assert queries.counts(DAY, before)["district"] == 2
    assert queries.counts(DAY)["district"] == 0


def test_a_unit_that_others_register_meanwhile_stands_whole(world, monkeypatch):
    with found_after_the_first_table(monkeypatch, queries, "X1", "P01"):
        found = queries.structure(DAY)

    assert (found["X1"].name, found["X1"].parent) == ("Mới", "P01")


def test_one_unit_is_as_it_stands_among_all(in_effect, django_assert_num_queries):
    with django_assert_num_queries(3):
        before = queries.unit_on("XP", BEFORE)

    assert before == queries.structure(BEFORE)["XP"]
    assert queries.unit_on("XP", DAY) == queries.structure(DAY)["XP"]
    assert queries.unit_on("DM", DAY) is queries.unit_on("X\0", DAY) is None


def test_a_structure_takes_four_queries_whatever_its_size(in_effect, django_assert_num_queries):
    with django_assert_num_queries(4):
        queries.structure(DAY)


# --- Counts ---------------------------------------------------------------------------------------


def test_units_are_counted_by_level_highest_first(world):
    counted = queries.counts(BEFORE)

    assert [*counted.items()] == [("province", 1), ("district", 2), ("commune", 5)]


@pytest.mark.parametrize(
    ("under", "day", "communes"),
    [("D019", BEFORE, 4), ("D268", BEFORE, 1), ("P01", BEFORE, 5), ("P01", DAY, 4), ("DM", DAY, 0)],
)
def test_units_below_one_are_counted_without_itself(in_effect, under, day, communes):
    assert queries.counts(day, under=under)["commune"] == communes
    assert queries.counts(day, under=under)["province"] == 0


@pytest.mark.parametrize("under", [None, "P01", "D019", "DM", "XP"])
@pytest.mark.parametrize("day", [BEFORE, DAY])
def test_the_database_counts_as_the_structure_does(in_effect, under, day):
    counted = queries.structure(day).counts(under)

    assert queries.counts(day, under=under) == {**NONE, **counted}


def test_counts_take_two_queries(in_effect, django_assert_num_queries):
    with django_assert_num_queries(2):
        queries.counts(DAY, under="P01")


def test_figures_without_sources_are_said_to_have_none(world):
    Register.objects.update(coverage=[{"unit": "D019", "from": "2024-12-31"}])

    assert not queries.counted(BEFORE).is_covered
    assert queries.counted(BEFORE, under="DM").is_covered
    assert not queries.counted(date(2024, 12, 30), under="DM").is_covered


def test_sources_of_another_hierarchy_or_another_time_cover_nothing(world):
    Register.objects.update(coverage=[{"unit": "D268", "from": "2024-12-31"}])
    Tie.objects.create(
        unit=world.unit("XP"),
        parent=world.unit("D268"),
        hierarchy="party",
        recorded_from=timezone.now(),
    )
    before = timezone.now()
    actions.correct(
        world.unit("MT"), by=world.hung, reason="sót", period=Period(), facts={"parent": "D268"}
    )

    assert not queries.counted(BEFORE, under="XP").is_covered
    assert queries.counted(BEFORE, under="MT").is_covered
    assert not queries.counted(BEFORE, before, under="MT").is_covered


# --- Which unit is meant --------------------------------------------------------------------------


def test_a_code_names_another_unit_on_another_day(in_effect):
    assert queries.unit_key("00634", BEFORE) == "DM"
    assert queries.unit_key("00634", DAY) == "TM-new"


def test_a_key_names_its_unit_on_every_day(in_effect):
    assert queries.unit_key("DM", BEFORE) == queries.unit_key("DM", DAY) == "DM"


@pytest.mark.parametrize("given", [None, "", "VN"])
def test_the_root_and_nothing_mean_the_whole(world, given):
    assert queries.unit_key(given, DAY) is None


@pytest.mark.parametrize("given", ["00001", "634", "dm", "D\0M", "Đại Mỗ", "x" * 5_000])
def test_what_names_no_unit_is_said_to_name_none(world, given):
    with pytest.raises(NoSuchUnit):
        queries.unit_key(given, DAY)


def test_the_sentence_says_what_to_do(world):
    with translation.override("en"), pytest.raises(NoSuchUnit) as missing:
        queries.unit_key("00001", DAY)

    assert missing.value.sentence == (
        "There is no unit 00001 on 1 July 2025: give its key, or its code on that day."
    )


def test_a_code_that_was_known_otherwise_is_found_as_it_was_known(world):
    before = timezone.now()
    actions.correct(
        world.unit("MT"), by=world.hung, reason="sót", period=Period(), facts={"code": "00633"}
    )

    assert queries.unit_key("00632", BEFORE, before) == "MT"
    with pytest.raises(NoSuchUnit):
        queries.unit_key("00632", BEFORE)


def test_a_code_of_another_day_is_told_with_whose_it_is(in_effect):
    with translation.override("en"), pytest.raises(NoSuchUnit) as missing:
        queries.unit_key("019", DAY)

    assert missing.value.sentence == (
        "On 1 July 2025 no unit bears the code 019. It belongs to Quận Nam Từ Liêm until "
        "30 June 2025."
    )
    assert [title for _url, title, _fact in missing.value.instead] == ["Quận Nam Từ Liêm"]


def test_a_code_may_be_that_of_either_of_two_days(in_effect):
    assert queries.unit_key("019", DAY, or_as=Asked(BEFORE)) == "D019"
    assert queries.unit_key("00634", DAY, or_as=Asked(BEFORE)) == "TM-new"


def test_a_unit_is_needed_where_the_whole_will_not_do(world):
    assert queries.unit("00634", BEFORE).key == "DM"
    with pytest.raises(NoSuchUnit):
        queries.unit("VN", BEFORE)


# --- Above ----------------------------------------------------------------------------------------


def test_above_a_unit_are_those_of_the_day(in_effect):
    assert sorted(queries.keys_above("XP", BEFORE)) == ["D019", "P01", "XP"]
    assert sorted(queries.keys_above("XP", DAY)) == ["P01", "XP"]


# --- No register ----------------------------------------------------------------------------------


def test_without_a_register_the_reader_is_told_what_to_do(db):
    with pytest.raises(NoRegister) as missing:
        queries.register()

    assert "tinhgon demo" in missing.value.sentence
