"""Hà Nội with its departments and a few wards, for which 400 officers are invented."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from django.db import transaction

from tinhgon.audit.record import verify
from tinhgon.domain.norms.judging import judge
from tinhgon.domain.structure.operations.consolidate import Consolidate
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.units import Unit as Value
from tinhgon.invented import actions
from tinhgon.invented.reading import catalogue
from tinhgon.invented.refusals import Refused
from tinhgon.norms.reading import world_on
from tinhgon.registry.models import MADE_UP, Unit, Version
from tinhgon.reorganisation import actions as plans
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.staff.ledger import actions as ledger
from tinhgon.staff.ledger.balances import left_behind, totals
from tinhgon.staff.models import Assignment, Movement, Officer, Particulars, Placement, Target
from tinhgon.staff.officers import actions as officers
from tinhgon.staff.targets.progress import Outlook, progress

DAY, LATER = date(2025, 7, 1), date(2026, 11, 1)
SEVERE = ("block", "over")


@pytest.fixture
def city(bodies):
    return Unit.objects.get(key="P01")


@pytest.fixture
def invented(city, operator):
    """How many of each were invented for the city."""
    return actions.invent(city, by=operator, on=DAY, officers=400)


def rows(city):
    """What stands of people and posts, without ids."""
    return [
        *Particulars.objects.order_by("officer__key").values_list("officer__key", "name", "born"),
        *Placement.objects.order_by("post__key").values_list("post__key", "unit__key", "titles"),
        *Assignment.objects.order_by("post__key", "officer__key").values_list(
            "post__key", "officer__key", "basis", "valid_to"
        ),
        *Movement.objects.order_by("pk").values_list("act", "posts", "day", "target_unit__key"),
    ]


def test_as_many_as_were_asked_for_are_written(invented):
    assert Officer.objects.count() == invented["officers"] == 400
    assert Placement.objects.count() == invented["posts"] > 400
    assert Assignment.objects.count() == invented["assignments"]
    assert Movement.objects.count() == invented["movements"]
    assert Version.objects.filter(source=MADE_UP).count() == invented["divisions"] > 20


def test_everything_is_marked_as_invented(invented):
    assert not Officer.objects.filter(invented=False).exists()
    assert all(one.is_invented for one in Placement.objects.all())
    assert {*Movement.objects.values_list("reason", flat=True)} == {actions.INVENTED}
    assert {*Target.objects.values_list("reason", flat=True)} == {actions.INVENTED}


def test_a_commune_alone_is_invented(city, operator):
    ward = Unit.objects.get(key="XP")

    counts = actions.invent(ward, by=operator, on=DAY, officers=50)

    assert (counts["officers"], counts["divisions"]) == (50, 0)
    assert {*Placement.objects.values_list("unit__key", flat=True)} > {
        "XP.people-committee",
        "XP.office",
    }


def test_the_same_seed_gives_the_same_rows_wherever_it_is_run(city, operator):
    before = transaction.savepoint()
    actions.invent(city, by=operator, on=DAY, officers=300, seed="x")
    first = rows(city)
    transaction.savepoint_rollback(before)
    assert not Officer.objects.exists()

    actions.invent(city, by=operator, on=DAY, officers=300, seed="x")

    assert rows(city) == first


def test_the_rules_find_nothing_that_is_over_the_law(invented):
    found = judge(world_on(DAY))

    assert [one for one in found if one.severity in SEVERE and one.rule != "several-heads"] == []


def test_the_books_hold_and_nothing_is_left_with_units_that_ended(invented):
    held = totals(LATER)

    assert all(posts >= 0 for posts in held.values())
    assert sum(held.values()) < sum(totals(DAY).values())
    assert left_behind(LATER) == {}


def test_a_target_of_a_tenth_is_set_and_paid_in_part(invented):
    found = progress(Target.objects.get(), LATER)

    assert 0 < found.reckoning.done < found.reckoning.cut
    assert found.outlook is not Outlook.MET


def test_the_record_can_be_proved(invented):
    assert [*verify()] == []


def test_names_of_people_stand_in_no_record(invented):
    from tinhgon.audit.models import Entry

    told = " ".join(str(facts) for facts in Entry.objects.values_list("facts", flat=True))
    names = Particulars.objects.values_list("name", flat=True)

    assert names
    assert [name for name in names if name in told] == []


# --- Refused --------------------------------------------------------------------------------------


def refused(city, operator, **given):
    with pytest.raises(Refused) as wrong:
        actions.invent(given.pop("unit", city), by=operator, **{"on": DAY, "officers": 300} | given)
    return wrong.value


def test_beside_a_real_officer_nothing_is_invented(city, operator):
    officers.enter("CB01", by=operator, name="Đinh Thị Mai")

    assert refused(city, operator).facts["officers"] == 1
    assert Officer.objects.count() == 1


def test_beside_real_posts_nothing_is_invented(city, operator):
    given = {"kind": "civil-servant", "source": None, "target": city, "reason": "giao đầu năm"}
    ledger.allocate(5, by=operator, on=DAY, **given)

    assert refused(city, operator).code == "something-real"
    assert not Officer.objects.exists()


def test_twice_for_one_unit_is_refused(invented, city, operator):
    assert refused(city, operator, seed="2").code == "invented-already"
    assert Officer.objects.count() == 400


def test_too_few_are_refused_with_how_many_would_do(city, operator):
    wrong = refused(city, operator, officers=20)

    assert wrong.code == "too-few"
    assert actions.invent(city, by=operator, on=DAY, officers=wrong.facts["least"])


@pytest.mark.parametrize("officers", [0, actions.MOST_OFFICERS + 1])
def test_no_officers_and_too_many_are_refused(city, operator, officers):
    assert refused(city, operator, officers=officers).code == "too-many"


def test_a_body_is_no_area(city, operator):
    culture = Unit.objects.get(key="P01.culture")

    assert refused(city, operator, unit=culture).code == "not-an-area"


def test_where_no_body_stands_nobody_is_invented(in_effect, operator):
    city = Unit.objects.get(key="P01")

    assert refused(city, operator).code == "no-bodies"


def test_of_an_unknown_country_nothing_is_known():
    assert catalogue("XX") is None


# --- Two departments that become one --------------------------------------------------------------


@pytest.fixture
def merged(invented, operator):
    """What is found of a plan by which Sở Văn hóa và Thể thao and Sở Du lịch are one.

    Their legal teams become a division.
    """
    new = Value(
        key="P01.culture-2026",
        level="agency",
        kind="sở",
        name="Văn hóa, Thể thao và Du lịch",
        parent="P01.people-committee",
    )
    team = replace(new, key=f"{new.key}.phap-che", level="division", kind="phòng", name="Pháp chế")
    operations = (
        Consolidate(sources=("P01.culture", "P01.tourism"), successor=new),
        Consolidate(
            sources=("P01.culture.phap-che", "P01.tourism.phap-che"),
            successor=replace(team, parent=new.key),
        ),
    )
    plan = Plan(code="plan", day=LATER, operations=operations)
    titles = {"vi": "Hợp nhất hai sở", "en": "Two departments become one"}
    package = plans.draft("departments", by=operator, on=LATER, plans=[plan], titles=titles)
    return {one.rule: one for one in rearrangement(package).findings}


JUDGED = ("division-too-small", "division-deputies", "deputy-directors-total", "several-heads")


def test_their_legal_team_has_too_few_posts_for_a_division(merged):
    found = merged["division-too-small"]

    assert found.units == ("P01.culture-2026.phap-che",)
    assert (found.facts["verdict"]["found"], found.facts["verdict"]["limit"]) == (5, 7)


@pytest.mark.parametrize("rule", ["division-deputies", "deputy-directors-total"])
def test_their_deputies_are_one_too_many_and_the_law_gives_time(merged, rule):
    verdict = merged[rule].facts["verdict"]

    assert verdict["found"] == verdict["limit"] + 1
    assert verdict["severity"] == "warn"
    assert verdict["until"] > LATER.isoformat()


def test_before_it_none_of_that_is_found(invented):
    found = Counter(one.rule for one in judge(world_on(LATER)))

    assert [found[rule] for rule in JUDGED] == [0, 0, 0, 0]


# --- On the pages ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "/en/units/P01.culture/",  # who leads it, how many posts it has
        "/en/units/P01.culture.phap-che/",
        "/en/units/P01/posts/",
        "/en/units/P01.culture.phap-che/posts/",
        "/en/units/P01/posts/ledger/",
        "/en/targets/",
    ],
)
def test_a_page_says_that_what_it_shows_is_invented(invented, client, address):
    page = client.get(address, {"on": "2025-07-01"}).content.decode()

    assert "invented data" in page.casefold()


def test_where_nothing_was_invented_no_page_says_so(bodies, client):
    page = client.get("/en/units/P01.culture/posts/", {"on": "2025-07-01"}).content.decode()

    assert "invented data" not in page.casefold()
