"""What hangs on units that end: it moves, ends with them, or stays as it was."""

import random
from datetime import date, timedelta

import pytest

from tinhgon.accounts.models import Grant
from tinhgon.registry import actions as registry
from tinhgon.registry.models import Contact, Register, Succession
from tinhgon.reorganisation.continuity.counting import hanging
from tinhgon.reorganisation.continuity.moving import Undecided, move_dependants
from tinhgon.reorganisation.continuity.tests.conftest import GROUND

SPRING = date(2025, 4, 1)
GRANTS = "accounts.Grant.unit"


def held(person):
    """What somebody holds: unit, role, from, to."""
    rows = person.grants.order_by("valid_from", "unit__key", "role")
    return [(str(g.unit), g.role, g.valid_from, g.valid_to) for g in rows]


def roles(person, role):
    """Where somebody holds one role: unit, from, to."""
    return [(unit, start, end) for unit, name, start, end in held(person) if name == role]


def move(heir_of, day):
    return move_dependants(heir_of, day, GROUND)


# --- Responsibilities -----------------------------------------------------------------------------


def test_a_role_is_closed_on_the_day_and_goes_on_under_the_heir(world):
    assert move({"DM": "TM"}, world.day) == {GRANTS: 1}

    assert held(world.lan) == [
        ("DM", "contact-editor", date(2025, 1, 1), world.day),
        ("TM", "contact-editor", world.day, None),
    ]


def test_what_goes_on_names_what_it_comes_from(world):
    move({"DM": "TM"}, world.day)

    assert str(Grant.objects.get(unit__key="TM").moved_from.unit) == "DM"


def test_a_role_with_an_end_keeps_it(world, grant):
    grant("MT", until=date(2025, 12, 1))

    move({"MT": "TM"}, world.day)

    assert ("TM", "contact-editor", world.day, date(2025, 12, 1)) in held(world.lan)


def test_a_role_that_had_ended_before_stays_where_it_was(world, grant):
    grant("MT", until=SPRING)

    assert move({"MT": "TM"}, world.day) == {}
    assert ("MT", "contact-editor", date(2025, 1, 1), SPRING) in held(world.lan)


def test_a_role_that_ends_on_the_day_does_not_move(world, grant):
    grant("MT", until=world.day)

    assert move({"MT": "TM"}, world.day) == {}


def test_a_role_that_begins_later_begins_later_under_the_heir_alone(world, grant):
    grant("MT", on=date(2025, 9, 1), role="registrar")

    move({"MT": "TM"}, world.day)

    assert roles(world.lan, "registrar") == [("TM", date(2025, 9, 1), None)]
    assert hanging(world.day)[GRANTS] == 0


def test_roles_that_follow_one_another_go_on_one_after_the_other(world, grant):
    grant("MT", role="registrar", until=date(2025, 12, 1))
    grant("MT", role="registrar", on=date(2025, 12, 1))

    move({"MT": "TM"}, world.day)

    assert roles(world.lan, "registrar") == [
        ("MT", date(2025, 1, 1), world.day),
        ("TM", world.day, date(2025, 12, 1)),
        ("TM", date(2025, 12, 1), None),
    ]


def test_where_the_heirs_own_begins_later_the_role_goes_on_until_then(world, grant):
    grant("MT", role="registrar")
    grant("TM", role="registrar", on=date(2025, 10, 1), until=date(2025, 11, 1))

    move({"MT": "TM"}, world.day)

    assert roles(world.lan, "registrar") == [
        ("MT", date(2025, 1, 1), world.day),
        ("TM", world.day, date(2025, 10, 1)),
        ("TM", date(2025, 10, 1), date(2025, 11, 1)),
        ("TM", date(2025, 11, 1), None),
    ]


def test_roles_that_overlap_under_one_heir_cover_their_days_once(world, grant):
    grant("MT", role="registrar", until=date(2025, 10, 1))
    grant("DM", role="registrar", on=date(2025, 9, 1), until=date(2025, 12, 1))

    move({"DM": "TM", "MT": "TM"}, world.day)

    assert roles(world.lan, "registrar") == [
        ("MT", date(2025, 1, 1), world.day),
        ("TM", world.day, date(2025, 10, 1)),
        ("TM", date(2025, 10, 1), date(2025, 12, 1)),
    ]


def test_of_two_alike_under_one_heir_the_one_that_lasts_longer_goes_on(world, grant):
    grant("MT", until=date(2025, 12, 1))

    assert move({"DM": "TM", "MT": "TM"}, world.day) == {GRANTS: 1}

    assert [row for row in held(world.lan) if row[0] == "TM"] == [
        ("TM", "contact-editor", world.day, None)
    ]


def test_other_roles_of_the_same_person_go_on_beside_it(world, grant):
    grant("MT", role="registrar")

    assert move({"DM": "TM", "MT": "TM"}, world.day) == {GRANTS: 2}


def test_where_the_heir_has_one_alike_that_one_stands(world, grant):
    grant("TM")

    assert move({"DM": "TM"}, world.day) == {}

    assert held(world.lan) == [
        ("DM", "contact-editor", date(2025, 1, 1), world.day),
        ("TM", "contact-editor", date(2025, 1, 1), None),
    ]


def test_an_undated_responsibility_points_to_the_heir(world, operator):
    registry.serve_place(world.unit("D019"), by=operator)

    assert move({"D019": "P01"}, world.day) == {"registry.Register.place": 1}

    assert Register.objects.get().place.key == "P01"


def test_without_an_heir_nothing_moves_and_what_hangs_is_told(world, operator):
    registry.serve_place(world.unit("DM"), by=operator)

    with pytest.raises(Undecided) as undecided:
        move({"DM": None, "TM": "MT"}, world.day)

    assert undecided.value.hanging == {"registry.Register.place": ["DM"], GRANTS: ["DM"]}
    assert held(world.lan) == [("DM", "contact-editor", date(2025, 1, 1), None)]


def test_a_unit_on_which_nothing_hangs_needs_no_heir(world):
    assert move({"TM": None}, world.day) == {}


@pytest.mark.parametrize("seed", range(25))
def test_on_every_day_there_is_one_where_there_was_one(world, seed):
    chance = random.Random(seed)
    for key in ("DM", "MT", "TM"):
        given_by_chance(world, key, chance)
    before = {day for key in ("DM", "MT", "TM") for day in days_held(world.lan, key)}

    move({"DM": "TM", "MT": "TM"}, world.day)

    after = days_held(world.lan, "TM")
    assert len(after) == len({*after})
    assert {day for day in after if day >= 0} == {day for day in before if day >= 0}
    assert [day for key in ("DM", "MT") for day in days_held(world.lan, key) if day >= 0] == []


def given_by_chance(world, key, chance):
    """Up to three stretches, not overlapping, in the twenty days around the day."""
    bounds = sorted(chance.sample(range(-10, 10), 2 * chance.randint(0, 3)))
    Grant.objects.bulk_create(
        Grant(
            user=world.lan,
            role="registrar",
            unit=world.unit(key),
            valid_from=world.day + timedelta(start),
            valid_to=chance.choice([None, world.day + timedelta(end)])
            if end == bounds[-1]
            else world.day + timedelta(end),
        )
        for start, end in zip(bounds[::2], bounds[1::2], strict=True)
    )


def days_held(person, key):
    """The days around 1 July 2025 on which somebody is registrar of a unit, once for each row."""
    day = date(2025, 7, 1)
    rows = person.grants.filter(unit__key=key, role="registrar")
    return [
        number
        for row in rows
        for number in range(-15, 15)
        if row.valid_from <= day + timedelta(number) < (row.valid_to or date.max)
    ]


# --- Identity and history -------------------------------------------------------------------------


def test_a_contact_ends_with_its_unit_and_does_not_move(world, contact):
    contact("TM", SPRING)

    assert move({"TM": "MT"}, world.day) == {"registry.Contact.unit": 1}

    assert [(str(c.unit), c.valid_from, c.valid_to) for c in Contact.objects.all()] == [
        ("TM", SPRING, world.day)
    ]


def test_a_contact_that_was_yet_to_begin_never_does(world, contact):
    contact("TM", date(2025, 9, 1))

    assert move({"TM": "MT"}, world.day) == {"registry.Contact.unit": 1}

    assert not Contact.objects.exists()


def test_what_says_what_was_the_case_stays(world, in_effect):
    before = [*Succession.objects.values_list()]

    move({"TM-new": "DM-new"}, world.day)

    assert [*Succession.objects.values_list()] == before
