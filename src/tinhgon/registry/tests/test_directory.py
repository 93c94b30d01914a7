"""The register in memory says what the database says, for as long as it is of its revision."""

import gc
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from time import sleep
from weakref import ref

import pytest
from django.utils import timezone

from tinhgon.conftest import BEFORE, DAY
from tinhgon.domain.periods import Period
from tinhgon.registry import actions
from tinhgon.registry import directory as module
from tinhgon.registry.directory import Directory, directory, structure_on
from tinhgon.registry.models import Register
from tinhgon.registry.name_search import names
from tinhgon.registry.queries import structure
from tinhgon.registry.tests.meanwhile import found_after_the_first_table

FACTS = ("level", "kind", "name", "code", "parent")
SPRING = date(2020, 4, 1)


def standing(register: Directory, day: date):
    """Every unit with its facts on a day, from memory."""
    entries = (register.on(key, day) for key in register.entries)
    return {e.unit: tuple(getattr(e, fact) for fact in FACTS) for e in entries if e}


def of_database(day: date, known_at=None):
    return {
        unit.key: tuple(getattr(unit, fact) for fact in FACTS) for unit in structure(day, known_at)
    }


def correct(world, key, period=None, **facts):
    actions.correct(
        world.unit(key), by=world.hung, reason="sót", period=period or Period(), facts=facts
    )


@pytest.mark.parametrize("day", [date.min, SPRING, BEFORE, DAY, date.max])
def test_memory_and_database_say_the_same_of_every_day(world, in_effect, day):
    correct(world, "XP", Period(SPRING, BEFORE), name="Xuân Phương Hạ", code="00621")

    assert standing(directory(), day) == of_database(day)


def test_as_known_before_memory_and_database_say_the_same(world):
    before = timezone.now()
    correct(world, "MT", name="Mễ Trì Hạ")

    assert standing(directory(before), BEFORE) == of_database(BEFORE, before)
    assert directory(before).on("MT", BEFORE).name == "Mễ Trì"
    assert directory().on("MT", BEFORE).name == "Mễ Trì Hạ"


def test_it_is_read_once_a_revision(world, django_assert_num_queries):
    directory()

    with django_assert_num_queries(1):
        directory()


def test_a_change_makes_it_be_read_anew(world):
    before = directory()

    correct(world, "MT", name="Mễ Trì Hạ")

    assert directory() is not before
    assert directory().revision == Register.objects.get().revision


def test_those_who_come_at_once_wait_for_one_reading(monkeypatch):
    read = []

    def reading(known_at):
        sleep(0.05)
        read.append(Directory.__new__(Directory))
        read[-1].revision = 7
        return read[-1]

    monkeypatch.setattr(module, "_kept", {})
    monkeypatch.setattr(module, "revision", lambda: 7)
    monkeypatch.setattr(module, "_read", reading)
    with ThreadPoolExecutor(4) as pool:
        found = {*pool.map(lambda _: directory(), range(4))}

    assert found == {*read}
    assert len(read) == 1


def test_all_instants_between_two_changes_are_answered_from_one(world):
    before = timezone.now()
    correct(world, "MT", name="Mễ Trì Hạ")
    between = timezone.now()
    correct(world, "MT", name="Mễ Trì Thượng")

    assert directory(before) is directory(before - timedelta(microseconds=1))
    assert directory(between) is not directory(before)
    assert directory(between).on("MT", BEFORE).name == "Mễ Trì Hạ"
    assert directory(timezone.now()) is directory(timezone.now() + timedelta(days=1)) is directory()


def test_before_anything_was_recorded_nobody_is_known(world):
    assert directory(timezone.now() - timedelta(days=1)).entries == {}


def test_what_others_write_while_it_is_read_is_read_too(world, monkeypatch):
    with found_after_the_first_table(monkeypatch, module, "X1", "P01"):
        found = directory()

    assert found.on("X1", DAY).parent == "P01"
    assert found.revision == Register.objects.get().revision


def test_what_is_no_longer_asked_leaves_no_names_behind(world):
    gone = ref(directory())
    names(directory()).contains("Mễ Trì", "me tri")

    correct(world, "MT", name="Mễ Trì Hạ")
    names(directory())
    gc.collect()

    assert gone() is None


def test_a_structure_is_kept_for_its_revision(world, django_assert_num_queries):
    first = structure_on(BEFORE)
    with django_assert_num_queries(1):
        again = structure_on(BEFORE)
    correct(world, "MT", name="Mễ Trì Hạ")

    assert again is first
    assert structure_on(BEFORE)["MT"].name == "Mễ Trì Hạ"


def test_a_unit_is_found_on_its_days_only(in_effect):
    register = directory()

    assert register.stands("DM", BEFORE)
    assert not register.stands("DM", DAY)
    assert not register.stands("TM-new", BEFORE)
    assert register.stands("TM-new", DAY)
    assert register.on("XX", DAY) is None


def test_a_path_is_that_of_the_day(in_effect):
    register = directory()
    before, after = register.on("XP", BEFORE), register.on("XP", DAY)

    assert [entry.unit for entry in register.path(before)] == ["XP", "D019", "P01"]
    assert [entry.unit for entry in register.path(after)] == ["XP", "P01"]
    assert register.address(register.path(before)) == (
        "Phường Xuân Phương, Quận Nam Từ Liêm, Thành phố Hà Nội"
    )


def test_children_are_those_of_the_day(in_effect):
    register = directory()

    assert {entry.unit for entry in register.children("D019", BEFORE)} == {"DM", "TM", "MT", "XP"}
    assert register.children("D019", DAY) == []
    assert {entry.unit for entry in register.children("P01", BEFORE)} == {"D019", "D268"}
    assert [entry.unit for entry in register.children(None, DAY)] == ["P01"]


def test_what_an_abolished_unit_held_is_where_its_units_went(in_effect):
    reached = [reach.unit for reach in directory().reach("D019", BEFORE, DAY)]

    assert reached == ["DM-new", "DN-new", "TM-new", "XP"]


def test_what_a_unit_holds_is_reached_backwards_too(in_effect):
    reached = [reach.unit for reach in directory().reach("TM-new", DAY, BEFORE)]

    assert reached == ["DM", "TM"]


def test_nobody_reaches_nothing(in_effect):
    assert directory().reach("XX", BEFORE, DAY) == []


def test_days_of_change_are_those_on_which_something_begins_or_ends(world, in_effect):
    correct(world, "XP", Period(SPRING, BEFORE), code="00621")

    assert directory().days_of_change == [SPRING, BEFORE, DAY]
