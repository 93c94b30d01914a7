"""What is planned for a year stays readable, whatever becomes of it; states are derived."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tinhgon.audit.record import verify
from tinhgon.directives.committees.conftest import at
from tinhgon.directives.committees.planning import actions
from tinhgon.directives.committees.planning.lines import answered_by, lines
from tinhgon.directives.committees.planning.proposal import proposed
from tinhgon.directives.models import ItemUnit, PlanEvent, PlanItem

JUNE_30, JULY_1 = date(2025, 6, 30), date(2025, 7, 1)


@pytest.fixture
def states(planned):
    """How the items of a year stand on a day, by what was planned."""
    return lambda on, year=2025: {
        line.item.what: line.state.value for line in lines(planned.fresh(), year, on)
    }


@pytest.fixture
def do(planned):
    """An act upon the review."""

    def done(act, when=None, **given):
        review = PlanItem.objects.get(pk=planned.review.pk)
        return getattr(actions, act)(review, by=planned.by, at=when or at(6, 10), **given)

    return done


def test_an_item_is_late_on_the_day_after_its_month(planned, states):
    assert states(JUNE_30)["Sơ kết"] == "planned"
    assert states(JULY_1)["Sơ kết"] == "late"


def test_nothing_of_a_plan_counts_before_it_is_adopted(planned, states):
    assert states(date(2025, 1, 9))["Sơ kết"] == "draft"
    assert states(date(2025, 1, 10))["Sơ kết"] == "planned"


def test_an_item_is_done_on_the_day_that_is_noted(do, states):
    do("note_done", on=date(2025, 6, 9), words="Đã sơ kết tại hội trường")

    assert states(date(2025, 6, 8))["Sơ kết"] == "planned"
    assert states(date(2025, 6, 9))["Sơ kết"] == "done"
    assert states(date(2026, 1, 1))["Sơ kết"] == "done"


def test_nothing_is_done_on_a_day_that_has_not_come(do):
    with pytest.raises(ValidationError, match="11/06/2025"):
        do("note_done", on=date(2025, 6, 11), words="Sẽ xong")
    do("note_done", on=date(2025, 6, 10), words="Đã xong")


def test_a_moved_item_keeps_where_it_stood(planned, do, states):
    do("move", month=8, reason="chờ hướng dẫn")

    (line,) = [one for one in lines(planned.fresh(), 2025, JULY_1) if one.moves]

    assert (line.item.month, line.month) == (6, 8)
    assert states(JULY_1)["Sơ kết"] == "moved"
    assert states(date(2025, 9, 1))["Sơ kết"] == "late"
    assert [one.words for one in line.moves] == ["chờ hướng dẫn"]


@pytest.mark.parametrize(
    "given",
    [
        {"month": 8, "reason": " "},
        {"reason": "chờ"},
        {"month": 8, "day": date(2025, 8, 1), "reason": "chờ"},
        {"day": date(2026, 1, 1), "reason": "chờ"},
        {"month": 13, "reason": "chờ"},
    ],
)
def test_an_item_is_moved_with_a_reason_to_one_day_or_month_of_its_year(do, given):
    with pytest.raises(ValidationError):
        do("move", **given)

    assert not PlanEvent.objects.exists()


def test_what_happened_to_an_item_is_written_once(do):
    event = do("move", month=8, reason="chờ hướng dẫn")

    with pytest.raises(IntegrityError), transaction.atomic():
        PlanEvent.objects.filter(pk=event.pk).update(month=9)


def test_what_is_dropped_is_neither_late_nor_done_afterwards(do, states):
    do("drop", reason="không còn phù hợp")

    assert states(date(2025, 12, 1))["Sơ kết"] == "dropped"
    with pytest.raises(ValidationError):
        do("note_done", on=date(2025, 6, 10), words="Đã xong")


def test_the_unit_prepares_an_item_until_it_is_done(planned, do):
    do("note_done", on=date(2025, 6, 9), words="Đã xong")

    assert ItemUnit.objects.on(date(2025, 6, 9)).filter(item=planned.review).exists()
    assert not ItemUnit.objects.on(date(2025, 6, 10)).filter(item=planned.review).exists()
    (line, _report) = lines(planned.fresh(), 2025, JULY_1)
    assert line.unit.key == "DM"


def test_an_item_is_entrusted_to_another_member(planned, do):
    do("entrust", member=planned.mai, reason="phân công lại")

    before = [line.item.what for line in answered_by([planned.bodies.son.pk], date(2025, 6, 9))]
    after = [line.item.what for line in answered_by([planned.bodies.son.pk], JUNE_30)]
    hers = [line.item.what for line in answered_by([planned.bodies.mai.pk], JUNE_30)]

    assert (before, after, hers) == (["Sơ kết"], [], ["Sơ kết", "Báo cáo năm"])


def test_an_item_is_entrusted_to_no_stranger(planned, do):
    planned.relieve(planned.mai, on=date(2025, 6, 1))
    planned.mai.refresh_from_db()

    with pytest.raises(ValidationError):
        do("entrust", member=planned.mai, reason="phân công lại")


def test_what_was_written_stays_once_the_plan_is_adopted(do, planned):
    with pytest.raises(ValidationError):
        do("rewrite", what="Khác", month=7)
    with pytest.raises(ValidationError):
        actions.take_out(planned.review, by=planned.by, at=at(1, 11))


def test_an_item_of_a_draft_is_rewritten_and_taken_out(headed):
    item = headed.plan(unit=headed.dai_mo)
    actions.rewrite(item, by=headed.by, at=at(1, 6), what="Khác", day=date(2025, 7, 2))

    assert (item.what, item.month, item.units.count()) == ("Khác", None, 0)
    actions.take_out(item, by=headed.by, at=at(1, 6))
    assert not PlanItem.objects.exists()
    with pytest.raises(ValidationError):
        headed.adopt()


def test_a_plan_is_not_adopted_twice(planned):
    with pytest.raises(ValidationError):
        planned.adopt()


def test_what_is_open_when_the_committee_is_dissolved_lapses(planned, states):
    planned.dissolve(on=JULY_1)

    assert states(JUNE_30)["Báo cáo năm"] == "planned"
    assert states(JULY_1)["Báo cáo năm"] == "lapsed"


# --- Carrying over --------------------------------------------------------------------------------


def test_what_is_not_done_and_what_recurs_is_proposed(planned, do):
    done = planned.plan("Tập huấn", 3)
    end = at(12, 31)
    actions.note_done(done, by=planned.by, at=end, on=date(2025, 3, 9), words="Xong")
    actions.note_done(planned.report, by=planned.by, at=end, on=date(2025, 12, 20), words="Xong")

    found = proposed(planned.fresh(), 2025, date(2025, 12, 31))

    told = [(one.line.item.what, one.month, one.is_left_over, one.member.pk) for one in found]
    assert told == [
        ("Sơ kết", 1, True, planned.son.pk),
        ("Báo cáo năm", 12, False, planned.mai.pk),
    ]


def test_the_next_year_is_drafted_from_what_was_chosen_and_nothing_is_adopted(planned):
    end = {"by": planned.by, "at": at(12, 31), "year": 2025}
    plan = actions.carry_over(planned.committee, items=[planned.review.pk], **end)
    left = proposed(planned.committee, 2025, date(2025, 12, 31))

    (line,) = lines(planned.fresh(), 2026, date(2026, 1, 5))

    assert (plan.year, plan.adopted_on) == (2026, None)
    assert (line.item.carried_from, line.state, line.month) == (planned.review, "draft", 1)
    assert (line.member, line.unit.key) == (planned.son, "DM")
    assert [one.line.item.what for one in left] == ["Báo cáo năm"]
    with pytest.raises(ValidationError):
        actions.carry_over(planned.committee, items=[planned.review.pk], **end)
    assert not [*verify()]


def test_nothing_is_carried_over_into_an_adopted_plan(planned):
    planned.plan("Kế hoạch quý I", 3, year=2026, when=at(12, 1))
    planned.adopt(2026, on=date(2026, 1, 10))

    with pytest.raises(ValidationError, match="2026"):
        actions.carry_over(
            planned.committee,
            by=planned.by,
            at=at(1, 20, year=2026),
            year=2025,
            items=[planned.review.pk],
        )


def test_who_is_no_member_any_more_answers_for_nothing_in_the_next_year(planned):
    planned.relieve(planned.son, on=date(2025, 12, 1))

    found = proposed(planned.fresh(), 2025, date(2025, 12, 1) - timedelta(days=1))
    later = proposed(planned.fresh(), 2025, date(2025, 12, 1))

    assert (found[0].member, later[0].member) == (planned.son, None)


def test_the_last_of_february_recurs_on_the_last_of_february(headed):
    headed.plan("Giao ban", None, day=date(2028, 2, 29), year=2028, recurring=True)
    plan = headed.adopt(2028, on=date(2025, 1, 10))

    (found,) = proposed(headed.committee, plan.year, date(2028, 3, 1))

    assert found.day == date(2029, 2, 28)


def test_all_that_was_chosen_is_carried_over_or_nothing(planned):
    chosen = [planned.review.pk, planned.report.pk + 1]

    with pytest.raises(ValidationError) as refused:
        actions.carry_over(planned.committee, by=planned.by, at=at(12, 20), year=2025, items=chosen)

    assert [*refused.value.error_dict] == ["items"]
    assert not PlanItem.objects.filter(plan__year=2026).exists()


@pytest.mark.parametrize("act", ["rewrite", "take_out"])
def test_the_draft_of_a_dissolved_committee_stays_as_it_is(headed, act):
    item = headed.plan()
    headed.dissolve(on=date(2025, 6, 9))
    given = {"rewrite": {"what": "Khác", "month": 7}, "take_out": {}}[act]

    with pytest.raises(ValidationError, match="10/06/2025"):
        getattr(actions, act)(item, by=headed.by, at=at(6, 10), **given)

    assert PlanItem.objects.get().what == "Sơ kết"


def test_who_is_no_member_any_more_is_written_into_no_item(headed):
    item = headed.plan()
    headed.relieve(headed.son, on=date(2025, 5, 1))
    given = {"what": "Sơ kết", "month": 6, "member": headed.son}

    with pytest.raises(ValidationError) as refused:
        actions.rewrite(item, by=headed.by, at=at(5, 1), **given)

    assert [*refused.value.error_dict] == ["member"]


def test_who_is_no_member_any_more_finds_nothing_of_the_committee(planned):
    son = planned.bodies.son.pk
    planned.relieve(planned.son, on=date(2025, 5, 1))

    assert [line.item.what for line in answered_by([son], date(2025, 4, 30))] == ["Sơ kết"]
    assert answered_by([son], date(2025, 5, 1)) == []
