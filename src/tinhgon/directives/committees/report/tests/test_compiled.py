"""A committee's year is told from the record: plan, members, sessions, works, the next plan."""

from datetime import date

import pytest

from tinhgon.directives.committees.conftest import at
from tinhgon.directives.committees.planning import actions as planning
from tinhgon.directives.committees.planning.outcomes import Outcome
from tinhgon.directives.models import PlanItem
from tinhgon.directives.report.compiled import NoSuchYear

NEW_YEAR_AFTER = at(1, 15, year=2026)


def counts(report, *outcomes):
    return [report.tally[one] for one in outcomes]


def test_each_item_became_of_one_thing_and_those_that_moved_are_among_them(planned, told):
    planning.move(planned.report, by=planned.by, at=at(2, 1), month=11, reason="sớm hơn")

    found = told(when=at(7, 1))

    assert counts(found, Outcome.ALL, Outcome.LATE, Outcome.OPEN, Outcome.MOVED) == [2, 1, 1, 1]
    parts = [many for one, many in found.tally.items() if one not in (Outcome.ALL, Outcome.MOVED)]
    assert sum(parts) == found.tally[Outcome.ALL]


def test_a_plan_that_is_not_adopted_is_all_draft(headed, operator, told):
    headed.plan("Hội nghị", 8, year=2026)

    found = told(2026, when=at(3, 1, year=2026))

    assert counts(found, Outcome.ALL, Outcome.DRAFT, Outcome.LATE) == [1, 1, 0]


def test_the_members_of_the_year_are_those_who_were_one_on_a_day_of_it(planned, told):
    planned.relieve(planned.son, on=date(2025, 5, 1))

    found, after = told(), told(2026, when=NEW_YEAR_AFTER)

    assert [one.member.pk for one in found.seats] == [planned.mai.pk, planned.son.pk]
    assert [one.member.pk for one in after.seats] == [planned.mai.pk]


def test_a_session_tells_who_came_what_it_dealt_with_and_its_conclusion(concluded, told):
    (sitting,) = told().sittings

    assert (sitting.came, sitting.invited) == (1, 2)
    assert [item.pk for item in sitting.dealt_with] == [concluded.review.pk]
    assert [one.pk for one in sitting.conclusions] == [concluded.conclusion.pk]


def test_a_conclusion_counts_from_the_day_of_its_issue(concluded, conclude, told):
    conclude(concluded.session, key="kl-02", issued=at(6, 12))
    conclude(concluded.session, key="kl-03", issued=None)

    eve, day = told(when=at(6, 11)), told(when=at(6, 12, 17))

    assert [len(one.conclusions) for one in eve.sittings] == [1]
    assert [len(one.conclusions) for one in day.sittings] == [2]


def test_only_works_under_its_conclusions_are_counted(concluded, told):
    found = told()

    assert found.figures.all == 6
    assert [row.work.title for row in found.late.rows] == ["late"]
    assert sum(many for _month, many in found.carried.months) == found.figures.open
    assert [part.key for part in found.progress.units.parts] == ["DM"]


def test_what_somebody_may_not_see_is_not_counted_for_them(elsewhere, ward, told):
    for_all, for_mai = told(), told(by=ward)

    assert (for_all.figures.all, for_mai.figures.all) == (7, 6)
    assert [len(one.conclusions) for one in for_all.sittings] == [2]
    assert [len(one.conclusions) for one in for_mai.sittings] == [0]


def test_what_is_left_over_and_what_recurs_is_proposed_for_the_next_year(planned, told):
    found = told(when=at(7, 1))

    assert [(one.line.item.pk, one.is_left_over, one.month) for one in found.proposals] == [
        (planned.review.pk, True, 1),
        (planned.report.pk, True, 12),
    ]
    assert (found.next_plan, found.next_lines) == (None, [])


def test_what_was_carried_over_stands_in_the_next_plan_and_is_proposed_no_more(planned, told):
    chosen = {"year": 2025, "items": [planned.review.pk]}
    planning.carry_over(planned.committee, by=planned.by, at=at(7, 1), **chosen)

    found = told(when=at(7, 2))

    assert [one.item.carried_from for one in found.next_lines] == [planned.review]
    assert [one.line.item.pk for one in found.proposals] == [planned.report.pk]


def test_a_committee_that_ended_in_the_year_has_its_report_and_no_next_plan(planned, told):
    planned.dissolve(on=date(2025, 12, 1))

    found = told(when=NEW_YEAR_AFTER)

    assert found.ends == date(2025, 12, 1)
    assert counts(found, Outcome.LAPSED, Outcome.ALL) == [2, 2]
    assert len(found.seats) == 2
    with pytest.raises(NoSuchYear):
        told(2026, when=NEW_YEAR_AFTER)


def test_a_committee_that_ends_with_the_year_proposes_nothing(planned, told):
    planned.dissolve(on=date(2026, 1, 1))

    assert told(when=NEW_YEAR_AFTER).ends == date(2026, 1, 1)


def test_a_committee_that_ends_a_day_later_has_a_report_of_that_year_too(planned, told):
    planned.dissolve(on=date(2026, 1, 2))

    assert told(when=NEW_YEAR_AFTER).ends is None
    assert told(2026, when=NEW_YEAR_AFTER).ends == date(2026, 1, 2)


@pytest.mark.parametrize("year", [2017, 2024, 2026])
def test_there_is_no_report_of_a_year_in_which_it_was_not_or_that_is_to_come(planned, told, year):
    with pytest.raises(NoSuchYear):
        told(year)


def test_three_hundred_items_and_works_take_no_more_queries(
    concluded, conclude, works, told, django_assert_max_num_queries
):
    with django_assert_max_num_queries(70) as few:
        told()
    PlanItem.objects.bulk_create(
        PlanItem(
            plan=concluded.review.plan,
            month=1 + number % 12,
            what=f"Việc {number}",
            member=concluded.son,
            added_on=date(2025, 1, 5),
            added_by="user:1",
        )
        for number in range(300)
    )
    conclude(concluded.session, *_issued(works, 30), key="kl-02")

    with django_assert_max_num_queries(len(few)):
        found = told()

    assert (found.tally[Outcome.ALL], found.figures.all) == (302, 36)


def _issued(works, many):
    return [works.issue(at(6, 3), title=f"more {number}") for number in range(many)]
