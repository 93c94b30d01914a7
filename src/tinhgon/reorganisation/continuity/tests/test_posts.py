"""What becomes of posts: the heirs have them from the day on, and restored units have them back."""

from datetime import date, timedelta

import pytest

from tinhgon.audit.models import Entry
from tinhgon.audit.record import verify
from tinhgon.conftest import approved, reloaded
from tinhgon.domain.structure.claims import Source
from tinhgon.domain.structure.operations.consolidate import Consolidate
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.units import Unit
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.allotting.actions import NotItsRows, allot
from tinhgon.reorganisation.compensating.actions import compensate
from tinhgon.reorganisation.continuity.counting import hanging, resting, undecided
from tinhgon.reorganisation.continuity.impact import By, Line, impact
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.sealing.contents import contents
from tinhgon.staff.conftest import books, empty_books  # noqa: F401 - fixtures
from tinhgon.staff.ledger.balances import left_behind
from tinhgon.staff.models import Act, Handover, Movement
from tinhgon.temporal.constraints import guards_of

POSTS = "staff.Movement.target_unit"
SEPTEMBER, EVE_OF_SEPTEMBER = date(2025, 9, 1), date(2025, 8, 31)
LATER = date(2026, 1, 1)
NEW = Unit("DMTM", "commune", "phường", "Đại Tây", "00640", "D019")


@pytest.fixture
def merged(books, draft, operator):  # noqa: F811
    """Đại Mỗ (12) and Tây Mỗ (8) become one ward."""
    package = draft("merged", Consolidate(sources=("DM", "TM"), successor=NEW))

    def in_effect():
        actions.enact(package, by=operator, on=package.day)
        return reloaded(package)

    return in_effect


def take_back(package, by, on=LATER):
    made = compensate(package, by=by, on=on, code="back", titles={"vi": "Khắc phục"})
    actions.enact(approved(made, by), by=by, on=on)
    return reloaded(made)


def held(on):
    """What each unit holds on a day, by key: open posts, or open and frozen ones."""
    found = {}
    for row in Movement.objects.filter(day__lte=on).select_related("source_unit", "target_unit"):
        for unit, purse, sign in (
            (row.source_unit, row.source_purse, -1),
            (row.target_unit, row.target_purse, 1),
        ):
            if unit:
                place = (unit.key, purse) if purse == "frozen" else unit.key
                found[place] = found.get(place, 0) + sign * row.posts
    return {place: posts for place, posts in found.items() if posts}


# --- At the day of effect -------------------------------------------------------------------------


def test_the_heir_has_from_the_day_on_what_those_that_ended_had(world, merged):
    merged()

    assert held(world.eve) == {"P01": 60, "D019": 20, "DM": 12, "TM": 8}
    assert held(world.day) == {"P01": 60, "D019": 20, "DMTM": 20}
    assert left_behind(world.day) == {}


def test_each_entry_names_the_instrument_the_package_and_who_did_it(world, merged):
    package = merged()

    row = Movement.objects.get(act=Act.SUCCESSION, source_unit__key="DM")

    assert (row.posts, row.day, row.target_unit.key) == (12, world.day, "DMTM")
    assert row.instrument == package.plans.get().instrument
    assert (row.reason, row.recorded_by) == ("Gói merged (merged)", "operator:test")
    assert row.recorded_at == package.effect.at


def test_frozen_posts_stay_frozen(world, merged, books):  # noqa: F811
    books.freeze(5, books.dai_mo, date(2025, 5, 1))

    merged()

    assert held(world.day) == {"P01": 60, "D019": 20, "DMTM": 15, ("DMTM", "frozen"): 5}


def test_what_comes_or_goes_later_comes_to_the_heir_and_goes_from_it(world, merged, books):  # noqa: F811
    books.transfer(3, books.dai_mo, books.district, SEPTEMBER)
    books.allocate(2, books.district, books.tay_mo, SEPTEMBER)

    merged()

    assert held(EVE_OF_SEPTEMBER) == {"P01": 60, "D019": 20, "DMTM": 20}
    assert held(SEPTEMBER) == {"P01": 60, "D019": 21, "DMTM": 19}


def test_of_what_is_dissolved_the_unit_above_has_the_posts(world, books, in_effect):  # noqa: F811
    assert held(world.eve) == {"P01": 60, "D019": 20, "DM": 12, "TM": 8}
    assert held(world.day) == {"P01": 80, "DM-new": 12, "TM-new": 8}


def test_who_took_over_is_kept_even_of_units_without_posts(books, in_effect):  # noqa: F811
    assert dict(Handover.objects.values_list("unit__key", "heir__key")) == {
        "DM": "DM-new",
        "TM": "TM-new",
        "MT": "DM-new",
        "DN": "DN-new",
        "D019": "P01",
        "D268": "P01",
    }


def test_all_posts_go_on_in_one_statement(world, merged, django_assert_max_num_queries):
    with django_assert_max_num_queries(500) as asked:
        merged()

    entered = [one for one in asked if "INSERT INTO staff_movement" in one["sql"]]
    assert len(entered) == 1


# --- Before: what is counted, what must be decided ------------------------------------------------


def test_what_is_counted_are_the_posts_held_on_the_day(world, merged, books):  # noqa: F811
    books.freeze(5, books.dai_mo, date(2025, 5, 1))

    assert resting(["DM", "TM"], world.day)[POSTS] == 20
    assert merged().effect.counts[POSTS] == 20
    assert resting(["DM", "TM"], world.day)[POSTS] == 0


def test_what_comes_only_later_hangs_too(world, books):  # noqa: F811
    books.lapse(12, books.dai_mo, date(2025, 5, 1))
    books.allocate(2, books.district, books.dai_mo, SEPTEMBER)

    assert resting(["DM"], world.day)[POSTS] == 2
    assert undecided({"DM": None}, world.day)[POSTS] == ["DM"]


def test_where_no_posts_are_nobody_has_to_decide(world, books):  # noqa: F811
    books.lapse(12, books.dai_mo, date(2025, 5, 1))

    assert POSTS not in undecided({"DM": None}, world.day)


def test_posts_left_behind_are_found(world, books, enacted):  # noqa: F811
    assert hanging(world.eve)[POSTS] == 0
    assert hanging(world.day)[POSTS] == 40


def test_after_the_effect_none_is_left_behind(world, books, in_effect):  # noqa: F811
    assert hanging(world.day)[POSTS] == 0


def test_the_impact_tells_how_many_posts_go_to_whom(world, books, package):  # noqa: F811
    lines = [one for one in impact(package, rearrangement(package)) if one.relation == POSTS]

    assert lines == [
        Line(POSTS, "D019", 20, By.ABOVE, "P01"),
        Line(POSTS, "DM", 12, By.MAIN, "DM-new"),
        Line(POSTS, "TM", 8, By.MAIN, "TM-new"),
    ]


# --- Where somebody must decide -------------------------------------------------------------------


def decide(package, by, **more):
    said = {"relation": POSTS, "unit": "DM", "heir": "MT", "reason": "Theo địa bàn", **more}
    return allot(package, by=by, on=date(2025, 6, 1), **said)


def test_all_posts_of_a_unit_go_where_somebody_decided(world, books, shared, operator):  # noqa: F811
    decide(shared, operator)
    decide(shared, operator, relation="accounts.Grant.unit", heir="TM")
    actions.enact(approved(shared, operator), by=operator, on=world.day)

    assert held(world.day) == {"P01": 60, "D019": 20, "TM": 8, "MT": 12}
    assert Handover.objects.get().heir.key == "MT"


def test_posts_are_not_given_away_one_by_one(books, shared, operator):  # noqa: F811
    row = Movement.objects.get(target_unit__key="DM").pk

    with pytest.raises(NotItsRows):
        decide(shared, operator, named={"TM": [row]})


def test_the_page_asks_for_one_heir_of_all_posts(books, shared, world, client, show):  # noqa: F811
    client.force_login(world.huong)

    page = show(f"/plans/shared/allotments/{POSTS}/DM/")

    assert "Posts of the ledger" in page.get_text(" ", strip=True)
    assert {one["value"] for one in page.select("input[name=heir]")} == {"TM", "MT", "D019", "P01"}
    assert page.select("[name^=row-]") == []


def test_undecided_posts_stop_the_effect(world, books, shared, operator):  # noqa: F811
    decide(shared, operator, relation="accounts.Grant.unit")

    with pytest.raises(actions.Undecided) as stopped:
        approved(shared, operator)

    assert stopped.value.hanging == {POSTS: ["DM"]}


# --- Taken back by another plan -------------------------------------------------------------------


def test_what_went_to_the_heir_goes_back(world, merged, operator):
    package = merged()

    back = take_back(package, operator)

    assert held(LATER - timedelta(1)) == {"P01": 60, "D019": 20, "DMTM": 20}
    assert held(LATER) == {
        "P01": 60,
        "D019": 20,
        f"DM~{package.pk}": 12,
        f"TM~{package.pk}": 8,
    }
    assert (back.effect.counts[POSTS], back.effect.counts.get("posts-kept")) == (20, None)


def test_what_the_heir_holds_no_more_is_shared_out_and_told(world, merged, operator, books):  # noqa: F811
    package = merged()
    books.lapse(9, world.unit("DMTM"), SEPTEMBER)

    back = take_back(package, operator)

    assert held(LATER) == {"P01": 60, "D019": 20, f"DM~{package.pk}": 7, f"TM~{package.pk}": 4}
    assert back.effect.counts["posts-kept"] == 10


def test_posts_that_come_later_are_not_given_back_before(world, merged, operator, books):  # noqa: F811
    package, spring = merged(), date(2026, 3, 1)
    books.lapse(20, world.unit("DMTM"), SEPTEMBER)
    books.allocate(5, books.district, world.unit("DMTM"), spring)

    take_back(package, operator)

    assert held(LATER) == {"P01": 60, "D019": 20}
    assert held(spring) == {"P01": 60, "D019": 15, f"DM~{package.pk}": 5}


def test_what_could_not_be_given_back_stands_on_the_page(world, merged, operator, books, show):  # noqa: F811
    package = merged()
    books.lapse(9, world.unit("DMTM"), SEPTEMBER)
    take_back(package, operator)

    page = show("/plans/back/impact/").get_text(" ", strip=True)

    assert "10 posts could not be given back" in page


def test_what_came_to_the_heir_since_goes_where_everything_else_of_it_goes(
    world,
    merged,
    operator,
    books,  # noqa: F811
):
    package = merged()
    books.allocate(5, books.district, world.unit("DMTM"), SEPTEMBER)

    take_back(package, operator)

    assert held(LATER) == {"P01": 60, "D019": 15, f"DM~{package.pk}": 17, f"TM~{package.pk}": 8}


def test_an_heir_that_stands_keeps_what_it_had_of_its_own(world, books, draft, operator):  # noqa: F811
    package = draft("joined", Form(successor="TM", sources=(Source(unit="DM"),)))
    actions.enact(package, by=operator, on=world.day)
    books.lapse(3, books.tay_mo, SEPTEMBER)

    take_back(reloaded(package), operator)

    assert held(EVE_OF_SEPTEMBER) == {"P01": 60, "D019": 20, "TM": 20}
    assert held(LATER) == {"P01": 60, "D019": 20, "TM": 5, f"DM~{package.pk}": 12}


def test_what_changes_in_a_unit_that_was_restored_changes_there_and_not_with_the_heir(
    world,
    draft,
    operator,
    books,  # noqa: F811
):
    package = draft("joined", Form(successor="TM", sources=(Source(unit="DM"),)))
    actions.enact(package, by=operator, on=world.day)
    take_back(reloaded(package), operator)

    books.lapse(5, books.dai_mo, date(2025, 5, 1))

    assert held(world.day) == {"P01": 60, "D019": 20, "TM": 15}
    assert held(LATER) == {"P01": 60, "D019": 20, "TM": 8, f"DM~{package.pk}": 7}


def test_each_of_several_restored_units_has_what_changes_in_its_own(merged, operator, books):  # noqa: F811
    package = merged()
    take_back(package, operator)

    books.lapse(5, books.tay_mo, date(2025, 5, 1))

    assert held(LATER) == {"P01": 60, "D019": 20, f"DM~{package.pk}": 12, f"TM~{package.pk}": 3}


# --- Sealed, and proved by the record -------------------------------------------------------------


def test_the_rule_for_posts_is_sealed(shared):
    assert contents(shared)["rules"][POSTS] == "Account()"


@pytest.mark.parametrize(
    "change",
    [
        "posts = posts + 1",
        "day = '2025-07-02'",
        "target_unit_id = (SELECT id FROM registry_unit WHERE key = 'MT')",
    ],
)
def test_an_entry_changed_by_hand_is_found(merged, change):
    merged()
    assert [*verify()] == []

    unguarded(f"UPDATE staff_movement SET {change} WHERE act = 'succession'")

    assert [(one.entry.act, one.why) for one in verify()] == [("plan.took-effect", "rows")]


def test_the_record_says_how_many_posts_went_on(merged):
    merged()

    assert Entry.objects.get(act="plan.took-effect").facts["counts"][POSTS] == 20


def unguarded(statement):
    """Do by hand what the database refuses."""
    from django.db import connection

    with connection.cursor() as cursor:
        for guard in guards_of(Movement):
            for drop in guard.drop("staff_movement", connection.vendor):
                cursor.execute(drop)
        cursor.execute(statement)
