"""Targets: exact shares rounded up, what is done, and when retirements will have paid the rest."""

from datetime import date

import pytest

from tinhgon.staff.conftest import KIND, MAY, NEW_YEAR
from tinhgon.staff.targets import actions
from tinhgon.staff.targets.progress import Books, Outlook, least_cut, progress
from tinhgon.staff.targets.retirements import retirements


@pytest.fixture
def target(books):
    """Set a target for the district, in few words."""

    def set_target(percent=10, key="district-2030", **more):
        given = {
            "titles": {"vi": "Giảm 10%"},
            "counts": "officials",
            "base_day": NEW_YEAR,
            "due_day": date(2030, 1, 1),
            "reason": "thử",
            "unit": books.district,
            **more,
        }
        return actions.set_target(key, by=books.by, percent=percent, **given)

    return set_target


@pytest.mark.parametrize(
    ("base", "percent", "cut"),
    [(131, 10, 14), (130, 10, 13), (125, 10, 13), (112, 5, 6), (200, 10, 20), (0, 10, 0)],
)
def test_a_share_is_exact_and_rounded_up(base, percent, cut):
    assert least_cut(base, percent) == cut


def test_a_target_is_reckoned_from_what_was_held_on_its_base_day(books, target):
    made = target(base_day=NEW_YEAR)

    found = progress(made, MAY).reckoning

    assert (found.base, found.cut, found.cap, found.held) == (40, 4, 36, 40)
    assert (found.done, found.left) == (0, 4)


def test_what_lapsed_and_what_was_given_back_is_done_from_its_day_on(books, target):
    made = target()
    books.lapse(3, books.dai_mo, MAY)
    books.give_back(1, books.district, books.city, MAY)

    assert progress(made, date(2025, 4, 30)).reckoning.left == 4
    assert progress(made, MAY).reckoning.left == 0
    assert progress(made, MAY).outlook is Outlook.MET


def test_the_base_that_the_instrument_states_goes_before_the_ledger(books, target):
    found = progress(target(base=131), MAY).reckoning

    assert (found.base, found.cut, found.cap) == (131, 14, 117)


def test_teachers_are_not_in_the_base_of_2025(books, target):
    books._do(_allocate(), 250, NEW_YEAR, source=None, target=books.city, kind="official")
    books._do(
        _allocate(), 400, NEW_YEAR, source=None, target=books.city,
        kind="teaching-or-health-employee",
    )  # fmt: skip

    found = progress(target(20, unit=books.city, counts="budget-paid"), MAY).reckoning

    assert found.base == 350  # the hundred civil servants, and the officials; no teacher
    assert found.cut == 70


def test_one_kind_counts_in_one_base_and_not_in_another(books, target):
    assert progress(target(counts="state-paid-employees"), MAY).reckoning.base == 0


def test_vacancies_pay_before_anybody_retires(staffed, target):
    found = progress(target(), MAY)

    assert (found.present, found.vacant) == (3, 37)
    assert found.outlook is Outlook.BY_VACANCIES


def test_retirements_pay_what_vacancies_do_not(staffed, target):
    made = target(95)  # 38 of 40 must go: 37 posts are vacant

    found = progress(made, MAY)

    assert found.to_retire == 1
    assert found.paid_on == date(2026, 5, 1)  # Mr Sơn, born on 1 October 1964
    assert found.outlook is Outlook.IN_TIME


def test_retirements_may_come_too_late_or_not_suffice(staffed, target):
    late = progress(target(100, key="all", due_day=date(2030, 1, 1)), MAY)
    early = progress(target(95, key="early", due_day=date(2026, 4, 30)), MAY)

    assert late.outlook is Outlook.LATE
    assert early.outlook is Outlook.LATE
    assert late.paid_on == date(2050, 6, 1)  # Ms Thu, the last of the three


def test_where_days_of_birth_are_not_known_so_many_are_missing(staffed, target):
    staffed.son.particulars.delete()
    staffed.mai.particulars.delete()
    staffed.thu.particulars.delete()

    found = progress(target(100), MAY)

    assert (found.outlook, found.short) == (Outlook.SHORT, 3)
    assert found.retirements.unknown == 3


def test_forecasts_bear_the_mark_of_the_ages(staffed):
    found = retirements(MAY, {"DM"}, {KIND})

    assert found.mark == "K"
    assert found.by_year == {2026: 1, 2028: 1, 2050: 1}


def test_whoever_is_of_age_already_counts_as_of_the_day(staffed):
    assert retirements(date(2027, 1, 1), {"DM"}, {KIND}).days[0] == date(2027, 1, 1)


def test_each_unit_directly_below_owes_its_own_share(staffed, target):
    shares = {one.unit: one.reckoning for one in Books(MAY).shares(target())}

    assert (shares["DM"].base, shares["DM"].cut) == (12, 2)
    assert "MT" not in shares


def test_a_bloc_without_bodies_owes_nothing(books, target):
    assert progress(target(unit=None, bloc="party"), MAY).reckoning.base == 0


def test_targets_looked_at_together_read_the_books_once(
    staffed, target, django_assert_max_num_queries
):
    made = [target(key=f"t{place}") for place in range(5)]
    progress(made[0], MAY)

    with django_assert_max_num_queries(40):
        books = Books(MAY)
        assert [books.progress(one).reckoning.left for one in made] == [4] * 5


def _allocate():
    from tinhgon.staff.ledger.actions import allocate

    return allocate
