"""The life of a work: what is done with it, what is refused, and how it stands on each side."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tinhgon.audit.models import Entry
from tinhgon.domain.work.life import NotNow, State
from tinhgon.domain.work.status import Standing as Quadrant
from tinhgon.domain.worktime.terms import Measure, Term
from tinhgon.work.actions import decide_extension
from tinhgon.work.calendar import actions as calendar
from tinhgon.work.conftest import JUNE, at
from tinhgon.work.custody.actions import ask_to_contribute
from tinhgon.work.models import Custody, Event, Work
from tinhgon.work.refusals import Refused, refusal_words
from tinhgon.work.words import passed_over


@pytest.fixture
def due_on_the_tenth(works):
    return works.issue()


def refused(code):
    return pytest.raises(Refused, check=lambda wrong: wrong.code == code and refusal_words(wrong))


def test_the_example_of_the_reference_is_done_one_day_late(works, due_on_the_tenth, standing):
    works.extend(due_on_the_tenth, JUNE[15])
    works.report(due_on_the_tenth, at(16))
    works.confirm(due_on_the_tenth, at(20))

    found = standing(due_on_the_tenth).status(JUNE[30])

    assert (found.standing, found.days_late) == (Quadrant.DONE_LATE, 1)
    assert due_on_the_tenth.term.promised == JUNE[10]


def test_two_units_cannot_both_lead(works):
    with refused("several-leads"):
        works.issue(leads=[works.dai_mo, works.tay_mo])

    assert not Work.objects.exists()


def test_what_is_not_clear_is_named(works):
    with refused("unclear") as wrong:
        works.issue(clarities={"authority": "Chủ tịch"}, product="", leads=[works.tay_mo])

    assert [one.key for one in wrong.value.facts["missing"]] == [
        "person",
        "responsibility",
        "product",
    ]


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("no-title", {"title": " "}),
        ("no-origin", {"origin": ""}),
        ("unknown-kind", {"kind": "x"}),
        ("unknown-template", {"template": "x"}),
        ("due-before", {"due": JUNE[1]}),
        ("due-twice", {"term": Term(5, Measure.DAYS)}),
        ("outside-calendar", {"due": date(2099, 1, 1)}),
        ("no-lead", {"leads": []}),
        ("not-yet", {"when": at(2).replace(year=2999)}),
    ],
)
def test_an_order_that_cannot_be_is_refused(works, code, given):
    with refused(code):
        works.issue(**given)


def test_a_unit_gives_no_works_to_those_beside_it_or_above(works):
    with refused("not-answering"):
        works.issue(giver=works.tay_mo)


def test_a_unit_hands_no_works_over_to_those_beside_it_or_above(works, due_on_the_tenth, standing):
    with refused("not-answering"):
        works.hand_over(due_on_the_tenth, unit=works.bodies.books.city)

    assert standing(due_on_the_tenth).held.unit == works.dai_mo


def test_a_unit_that_takes_a_work_over_contributes_to_it_no_more(works, standing):
    work = works.issue(contributors=[works.tay_mo])
    works.hand_over(work, at(4), unit=works.tay_mo)

    ended = [(one.unit, one.valid_to) for one in standing(work).contributors]

    assert ended == [(works.tay_mo, JUNE[4])]


@pytest.mark.parametrize(("closed", "until"), [(2, 3), (5, 5)])
def test_whoever_contributed_until_it_was_closed_stays_known(works, standing, closed, until):
    work = works.issue(contributors=[works.tay_mo])
    works.withdraw(work, at(closed, 15))

    stayed = [(one.unit, one.valid_from, one.valid_to) for one in standing(work).contributors]

    assert stayed == [(works.tay_mo, JUNE[2], JUNE[until])]


def test_who_does_it_has_a_post_there(works):
    with refused("not-of-unit"):
        works.issue(leads=[works.tay_mo], officer=works.bodies.mai)


def test_an_extension_is_granted_before_the_deadline_or_not_at_all(works, due_on_the_tenth):
    with refused("too-late"):
        works.extend(due_on_the_tenth, JUNE[15], decided=JUNE[11])


def test_an_extension_is_asked_for_and_granted_on_the_day_itself(works, due_on_the_tenth, standing):
    works.extend(due_on_the_tenth, JUNE[15], asked=JUNE[10], decided=JUNE[10])

    assert standing(due_on_the_tenth).due == JUNE[15]


def test_an_extension_is_asked_for_on_the_day_after_no_more(works, due_on_the_tenth):
    with refused("too-late"):
        works.extend(due_on_the_tenth, JUNE[15], asked=JUNE[11], decided=JUNE[11])


def test_an_extension_is_decided_once(works, due_on_the_tenth, standing):
    granted = works.extend(due_on_the_tenth, JUNE[15])

    with refused("decided-already"):
        decide_extension(granted, by=works.by, on=JUNE[9], granted=False)

    assert standing(due_on_the_tenth).due == JUNE[15]


@pytest.mark.parametrize("later", [timedelta(0), timedelta(microseconds=-1)])
def test_nothing_is_done_at_the_instant_of_what_happened_last_or_before(
    works, due_on_the_tenth, standing, later
):
    last = works.hand_over(due_on_the_tenth, at(3), unit=works.tay_mo)

    with refused("before-last"):
        works.hand_over(due_on_the_tenth, last.start + later, unit=works.dai_mo)

    assert standing(due_on_the_tenth).held.unit == works.tay_mo


def test_a_refused_extension_leaves_the_deadline_as_it_was(works, due_on_the_tenth, standing):
    works.extend(due_on_the_tenth, JUNE[15], decided=JUNE[11], granted=False)

    assert standing(due_on_the_tenth).due == JUNE[10]


def test_a_report_that_was_sent_back_does_not_stop_the_clock(works, due_on_the_tenth, standing):
    works.report(due_on_the_tenth, at(9))
    waiting = standing(due_on_the_tenth).status(JUNE[12])
    works.send_back(due_on_the_tenth, at(12))

    assert not waiting.is_late
    assert standing(due_on_the_tenth).status(JUNE[12]).days_late == 2


def test_a_term_does_not_run_while_the_work_is_suspended(works, standing):
    work = works.issue(due=None, term=Term(5, Measure.WORKING_DAYS))
    works.suspend(work, at(4))
    still = standing(work).due
    works.resume(work, at(6))

    assert (work.term.promised, still, standing(work).due) == (JUNE[9], None, JUNE[11])


def test_a_day_that_was_named_is_named_anew_after_a_suspension(works, due_on_the_tenth, standing):
    works.suspend(due_on_the_tenth, at(4))

    with refused("needs-a-day"):
        works.resume(due_on_the_tenth, at(20))

    works.resume(due_on_the_tenth, at(20), until=JUNE[24])
    assert standing(due_on_the_tenth).due == JUNE[24]


def test_the_day_is_named_anew_from_today_on(works, due_on_the_tenth, standing):
    works.suspend(due_on_the_tenth, at(4))

    with refused("day-past"):
        works.resume(due_on_the_tenth, at(20), until=JUNE[19])

    works.resume(due_on_the_tenth, at(20), until=JUNE[20])
    assert standing(due_on_the_tenth).due == JUNE[20]


def test_what_was_late_before_it_was_suspended_is_not_given_another_day(
    works, due_on_the_tenth, standing
):
    works.suspend(due_on_the_tenth, at(11))

    with refused("no-day-wanted"):
        works.resume(due_on_the_tenth, at(12), until=JUNE[24])

    works.resume(due_on_the_tenth, at(12))
    assert standing(due_on_the_tenth).due == JUNE[10]


def test_a_term_that_is_counted_is_not_given_a_day_when_it_goes_on(works):
    work = works.issue(due=None, term=Term(5, Measure.WORKING_DAYS))
    works.suspend(work, at(4))

    with refused("no-day-wanted"):
        works.resume(work, at(6), until=JUNE[24])


def test_the_record_tells_the_day_that_was_named_anew(works, due_on_the_tenth):
    works.suspend(due_on_the_tenth, at(4))
    works.resume(due_on_the_tenth, at(20), until=JUNE[24])

    told = Entry.objects.get(act="work.resumed", target=f"work:{due_on_the_tenth.key}")

    assert told.facts["until"] == "2025-06-24"


def test_what_was_withdrawn_is_judged_no_more(works, due_on_the_tenth, standing):
    works.withdraw(due_on_the_tenth, at(3))

    told = [standing(due_on_the_tenth).status(day) for day in (JUNE[9], JUNE[30])]

    assert [(one.days_late, one.at_risk) for one in told] == [(0, False), (0, False)]


def test_days_passed_over_are_told_of_a_term_that_still_decides(works, standing):
    work = works.issue(due=None, term=Term(5, Measure.WORKING_DAYS))
    before = passed_over(standing(work))
    works.extend(work, JUNE[20])

    assert [day for day, _why in before] == [JUNE[7], JUNE[8]]
    assert passed_over(standing(work)) == []


def test_words_longer_than_can_be_kept_are_refused(works, due_on_the_tenth):
    with refused("too-long"):
        works.report(due_on_the_tenth, words="x" * 2001)

    assert not due_on_the_tenth.events.filter(what="reported").exists()


def test_somebody_is_asked_to_contribute(works, due_on_the_tenth):
    with refused("no-contributor"):
        ask_to_contribute(due_on_the_tenth, by=works.by, on=JUNE[3], units=[])

    assert not Entry.objects.filter(act="work.contributors").exists()


def test_parts_are_given_in_as_many_queries_as_one(works, django_assert_num_queries):
    whole = works.issue()
    with CaptureQueriesContext(connection) as one:
        works.split(whole, works.order())

    with django_assert_num_queries(len(one)):
        works.split(whole, *(works.order() for _ in range(5)))


def test_the_whole_is_reported_once_its_parts_are_closed(works, due_on_the_tenth, standing):
    (part,) = works.split(due_on_the_tenth, works.order(title="Phần của tổ dân phố"))

    with refused("parts-open"):
        works.report(due_on_the_tenth)

    works.withdraw(part)
    works.report(due_on_the_tenth)
    assert standing(due_on_the_tenth).state is State.REPORTED
    assert part.parent == due_on_the_tenth
    assert part.giver == works.dai_mo


def test_a_part_is_not_due_after_the_whole(works, due_on_the_tenth):
    with refused("part-after-whole"):
        works.split(due_on_the_tenth, works.order(due=JUNE[11]))


def test_what_is_closed_stays_so(works, due_on_the_tenth):
    works.withdraw(due_on_the_tenth)

    with pytest.raises(NotNow):
        works.report(due_on_the_tenth)
    assert Entry.objects.filter(chain=f"work:{due_on_the_tenth.key}").count() == 2


def test_the_database_refuses_what_can_never_be(works, due_on_the_tenth):
    held = due_on_the_tenth.custody.get()
    again = {"work": due_on_the_tenth, "unit": works.tay_mo, "by": "operator:test"}

    with pytest.raises(IntegrityError), transaction.atomic():
        Custody.objects.create(start=held.start, came_from=works.dai_mo, because="x", **again)
    with pytest.raises(IntegrityError), transaction.atomic():
        Custody.objects.create(start=at(3), because="issued", **again)
    with pytest.raises(IntegrityError), transaction.atomic():
        Custody.objects.filter(pk=held.pk).update(unit=works.tay_mo)
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.create(what="confirmed", at=at(3), on=JUNE[3], **again)


def test_a_late_notice_moves_what_is_due_and_writes_no_work(
    works, standing, operator, django_assert_max_num_queries
):
    work = works.issue(due=None, term=Term(5, Measure.WORKING_DAYS))
    off = {"works": False, "on": JUNE[5], "number": "1/TB-BNV", "reason": "Nghỉ bù"}

    with django_assert_max_num_queries(25) as queries:
        changed = calendar.announce([JUNE[6]], by=operator, **off)

    written = [one["sql"] for one in queries if one["sql"].startswith(("INSERT", "UPDATE", "DEL"))]
    assert changed == ["2025-06-06"]
    assert (work.term.promised, standing(work).due) == (JUNE[9], JUNE[10])
    tables = {one.split(chr(34))[1] if chr(34) in one else one.split()[2] for one in written}
    assert tables - {"calendar_day"} == {
        "work_notice",
        "work_workday",
        "audit_entry",
    }
