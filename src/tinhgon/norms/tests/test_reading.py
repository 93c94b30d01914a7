"""The world of a day: posts, people, classes and rearrangements as they are recorded."""

from datetime import date

from tinhgon.domain.norms.world import Leader
from tinhgon.norms.classes.actions import classify
from tinhgon.norms.conftest import DAY, START
from tinhgon.norms.reading import world_on
from tinhgon.norms.regulations.actions import adopt
from tinhgon.registry.models import Succession
from tinhgon.staff.ledger.actions import freeze
from tinhgon.staff.models import Basis

LATER = date(2025, 8, 1)


def test_posts_are_those_of_the_day(city):
    city.allot(2, "tccc", on=LATER)

    assert world_on(date(2025, 7, 31)).posts["tccc"] == {"civil-servant": 6}
    assert world_on(LATER).posts["tccc"] == {"civil-servant": 8}


def test_frozen_posts_are_posts_that_may_not_be_filled(city):
    freeze(2, by=city.by, kind="civil-servant", unit=city["tccc"], on=LATER, reason="tạm dừng")

    world = world_on(LATER)

    assert (world.posts["tccc"], world.frozen["tccc"]) == (
        {"civil-servant": 6},
        {"civil-servant": 2},
    )


def test_whoever_holds_a_leaders_post_leads_from_the_day(city):
    city.lead("tccc", "deputy", "lan", on=LATER)

    assert world_on(date(2025, 7, 31)).leaders == ()
    assert world_on(LATER).leaders == (Leader("lan-tccc", "tccc", "deputy"),)
    assert world_on(LATER).filled["tccc"] == {"civil-servant": 1}


def test_whoever_acts_leads_and_uses_no_post(city):
    city.lead("tccc", "deputy", "lan", basis=Basis.ACTING)

    world = world_on(DAY)

    assert world.leading("tccc", "deputy") == 1
    assert "tccc" not in world.filled


def test_the_last_rearrangement_up_to_the_day_counts(city):
    known = {"predecessor": city["syt"], "successor": city["snv"], "extent": "part", "verb": "form"}
    for day in (date(2025, 3, 1), LATER):
        Succession.objects.create(day=day, recorded_from="2025-01-01T00:00Z", **known)

    assert world_on(date(2025, 7, 31)).rearranged["snv"] == date(2025, 3, 1)
    assert world_on(LATER).rearranged["snv"] == LATER


def test_regulations_and_classes_are_those_in_force(city):
    adopt(city["snv"], by=city.by, number="2/QĐ-SNV", on=LATER)
    classify(
        city["P01"], by=city.by, aspect="province_class", value="class_1", on=LATER, reason="thử"
    )

    before, after = world_on(DAY), world_on(LATER)

    assert (before.regulated, after.regulated) == (frozenset(), {"snv"})
    assert before.known("P01", "province_class") == "special"
    assert after.known("P01", "province_class") == "class_1"


def test_who_takes_over_has_the_posts_and_people_of_who_ends(city):
    city.lead("tccc", "head", "lan")
    stands = world_on(DAY).structure.without(["tccc"])

    world = world_on(DAY, stands, heirs={"tccc": "syt"})

    assert world.posts["syt"] == {"civil-servant": 6}
    assert world.leading("syt", "head") == 1
    assert world.rearranged["syt"] == DAY


def test_it_takes_few_queries_however_many_units(city, django_assert_max_num_queries):
    world_on(START)

    with django_assert_max_num_queries(22):
        world_on(DAY)
