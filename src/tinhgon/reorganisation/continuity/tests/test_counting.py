"""How much hangs on units."""

from datetime import date

from tinhgon.registry import actions as registry
from tinhgon.reorganisation.continuity.counting import hanging, resting, undecided
from tinhgon.reorganisation.continuity.table import moving

SPRING = date(2025, 4, 1)
GRANTS = "accounts.Grant.unit"


def test_what_rests_on_units_is_counted_before_it_moves(world, grant, contact, operator):
    contact("DM", SPRING)
    grant("MT", until=SPRING)
    registry.serve_place(world.unit("D019"), by=operator)

    found = resting(["DM", "MT", "D019"], world.day)
    assert {name: count for name, count in found.items() if count} == {
        "registry.Register.place": 1,
        "registry.Contact.unit": 1,
        GRANTS: 1,
    }
    assert resting(["XP"], world.day) == dict.fromkeys(resting([], world.day), 0)


def test_what_is_counted_is_what_moves(world, in_effect, package, operator):
    assert in_effect.effect.counts == {GRANTS: 1}


def test_what_still_answers_for_a_unit_that_ended_is_found(world, enacted):
    assert hanging(world.eve)[GRANTS] == 0
    assert hanging(world.day)[GRANTS] == 1


def test_counting_writes_nothing_and_takes_a_query_a_relation(world, django_assert_num_queries):
    with django_assert_num_queries(len(moving())) as asked:
        resting(["DM", "MT"], world.day)

    assert {query["sql"].split()[0] for query in asked} == {"SELECT"}


def test_what_hangs_on_units_that_nobody_answers_for_is_told(world, grant, operator):
    grant("MT", until=SPRING)
    registry.serve_place(world.unit("DM"), by=operator)
    heir_of = {"DM": None, "MT": None, "TM": None, "DN": "DN-new"}

    assert undecided(heir_of, world.day) == {"registry.Register.place": ["DM"], GRANTS: ["DM"]}


def test_where_everybody_has_an_heir_nothing_is_asked(world, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert undecided({"DM": "DM-new"}, world.day) == {}
