"""Ms Hà drafts a conclusion of the district: its tasks are made clear one by one, then issued."""

from datetime import date

import pytest

from tinhgon.audit.models import Entry
from tinhgon.directives.drafting import actions, proposing
from tinhgon.directives.drafting.actions import Heading, Wanted
from tinhgon.directives.drafting.gate import looked_at
from tinhgon.directives.models import Directive, Session, Task
from tinhgon.directives.refusals import Refused
from tinhgon.domain.documents.directions import Known
from tinhgon.domain.worktime.terms import Measure, Term
from tinhgon.work.conftest import CLEAR, at
from tinhgon.work.models import Work

TEXT = """KẾT LUẬN
1. Giao UBND phường Đại Mỗ rà soát nhà văn hóa, báo cáo trước ngày 10/6/2025.
2. Giao UBND phường Đại Mỗ, UBND phường Tây Mỗ chủ trì kiểm kê thiết bị, xong trước 20/6/2025.
3. Giao UBND phường Tây Mỗ lập danh sách hộ nghèo.
"""
WARDS = [("DM", "phường Đại Mỗ"), ("TM", "phường Tây Mỗ")]
HEADING = Heading(title="Kết luận giao ban", day=date(2025, 6, 2), template="six", clarities=CLEAR)


@pytest.fixture
def draft(works, monkeypatch):
    """A directive of the district with the tasks that can be read in a text."""
    monkeypatch.setattr(proposing, "register_on", lambda day, unit: named)

    def drafted(text=TEXT, **more):
        heading = Heading(**{**vars(HEADING), **more})
        return actions.draft(works.district, heading=heading, by=works.by, at=at(2), text=text)

    return drafted


@pytest.fixture
def clear(works):
    """A directive all of whose tasks are clear."""

    def cleared(directive):
        for task in directive.tasks.all():
            actions.change(task, wanted=wanted(works), by=works.by)
        return directive

    return cleared


def named(name):
    """The wards that texts name."""
    return tuple(Known(key, ward) for key, ward in WARDS if name == f"Ủy ban nhân dân {ward}")


def wanted(works, **more):
    """A task that lacks nothing."""
    said = {"title": "Rà soát nhà văn hóa", "product": "Báo cáo", "leads": [works.dai_mo]}
    return Wanted(**{**said, "due": date(2025, 6, 10), **more})


def codes(directive, when=None):
    """What each task still wants, in short."""
    return [
        [*map(str, one.doubts), *(refused.code for refused in one.refused)]
        for one in looked_at(directive, when or at(2))
    ]


def test_the_tasks_read_in_the_text_are_kept_with_where_they_stand(draft, works):
    first, second, third = draft().tasks.all()

    assert (first.leads, first.due) == ([works.dai_mo.key], date(2025, 6, 9))
    assert TEXT[first.start : first.end].startswith("Giao UBND phường Đại Mỗ")
    assert second.leads == [works.dai_mo.key, works.tay_mo.key]
    assert (third.leads, third.due) == ([works.tay_mo.key], None)


def test_nothing_is_a_work_before_it_is_issued(draft):
    draft()

    assert not Work.objects.exists()


def test_each_task_says_all_that_it_still_wants(draft):
    first, second, third = codes(draft())

    assert first == ["unclear"]
    assert second == ["several-leads", "unclear"]
    assert third == ["unclear"]


def test_what_is_said_for_all_tasks_need_not_be_said_for_each(draft, works):
    directive = draft(clarities={})
    task = directive.tasks.first()
    actions.change(task, wanted=wanted(works), by=works.by)
    before = codes(directive)[0]

    held = actions.set_heading(directive, heading=HEADING, by=works.by, at=at(2))

    assert (before, codes(held)[0]) == (["unclear"], [])


def test_a_task_may_say_something_else_than_what_holds_for_all(draft, clear, works):
    directive = draft()
    other = {"authority": "Phó Chủ tịch quyết định"}
    clear(directive)
    actions.change(directive.tasks.first(), wanted=wanted(works, clarities=other), by=works.by)

    actions.issue(directive, by=works.by, at=at(3))

    said = [work.clarities["authority"] for work in Work.objects.order_by("pk")]
    assert said == [other["authority"], CLEAR["authority"], CLEAR["authority"]]


def test_a_task_with_several_that_lead_is_split_into_one_for_each(draft, works):
    directive = draft()
    _first, second, _third = directive.tasks.all()

    actions.split(second, by=works.by)

    assert [task.leads for task in directive.tasks.all()] == [
        [works.dai_mo.key],
        [works.dai_mo.key],
        [works.tay_mo.key],
        [works.tay_mo.key],
    ]
    assert {task.start for task in directive.tasks.all()[1:3]} == {second.start}


def test_a_task_of_one_unit_is_split_into_two_alike(draft, works):
    directive = draft()

    actions.split(directive.tasks.first(), by=works.by)

    first, second = directive.tasks.all()[:2]
    assert first.pk != second.pk
    assert (first.title, first.leads) == (second.title, second.leads)


def test_whoever_says_a_task_anew_decides_what_the_text_left_open(draft, works):
    directive = draft("Giao UBND phường Đại Mỗ khảo sát trước ngày 10/6.")
    (task,) = directive.tasks.all()
    doubted = task.doubts

    actions.change(task, wanted=wanted(works), by=works.by)

    assert "year-assumed" in doubted
    assert Task.objects.get().doubts == []


def test_nothing_is_issued_while_one_task_is_unclear(draft, clear, works):
    directive = clear(draft())
    last = directive.tasks.last()
    actions.change(last, wanted=wanted(works, leads=[works.dai_mo, works.tay_mo]), by=works.by)

    with pytest.raises(Refused) as refused:
        actions.issue(directive, by=works.by, at=at(3))

    assert (refused.value.code, refused.value.facts) == ("unclear", {"unclear": 1, "tasks": 3})
    assert not Work.objects.exists()


def test_a_group_that_takes_part_is_not_left_out_in_silence(draft, clear, works):
    directive = draft(
        "Giao UBND phường Đại Mỗ phối hợp với UBND các xã, phường rà soát, xong trước 10/6/2025."
    )

    assert codes(directive)[0][0] == "group-takes-part"
    with pytest.raises(Refused, match="unclear"):
        actions.issue(directive, by=works.by, at=at(2))
    assert actions.issue(clear(directive), by=works.by, at=at(2)).is_issued


def test_issued_each_task_is_a_work_under_its_title(draft, clear, works):
    directive = clear(draft())
    term = Term(5, Measure.WORKING_DAYS)
    last = wanted(works, due=None, term=term, contributors=[works.tay_mo])
    actions.change(directive.tasks.last(), wanted=last, by=works.by)

    actions.issue(directive, by=works.by, at=at(3))

    made = [task.work for task in directive.tasks.select_related("work__term")]
    assert [work.origin for work in made] == [HEADING.title] * 3
    assert [work.term.promised for work in made] == [date(2025, 6, 10)] * 3
    assert [one.unit for one in made[2].contributors.all()] == [works.tay_mo]
    assert Directive.objects.get().is_issued


@pytest.mark.parametrize(
    "act",
    [
        lambda directive, task, works: actions.issue(directive, by=works.by, at=at(4)),
        lambda directive, task, works: actions.change(task, wanted=wanted(works), by=works.by),
        lambda directive, task, works: actions.split(task, by=works.by),
        lambda directive, task, works: actions.remove(task, by=works.by),
        lambda directive, task, works: actions.add(directive, wanted=wanted(works), by=works.by),
        lambda directive, task, works: actions.set_heading(
            directive, heading=HEADING, by=works.by, at=at(2)
        ),
        lambda directive, task, works: actions.discard(directive, by=works.by),
    ],
)
def test_what_was_issued_is_not_drafted_any_more(draft, clear, works, act):
    directive = clear(draft())
    task = directive.tasks.first()
    actions.issue(directive, by=works.by, at=at(3))

    with pytest.raises(Refused, match="issued"):
        act(directive, task, works)


def test_without_a_task_nothing_is_issued(draft, works):
    directive = draft("Trời hôm nay đẹp.")

    with pytest.raises(Refused, match="no-tasks"):
        actions.issue(directive, by=works.by, at=at(3))


def test_a_task_that_nobody_read_is_added_behind_the_others(draft, works):
    directive = draft()

    actions.add(directive, wanted=wanted(works, title="Báo cáo chung"), by=works.by)

    assert [*directive.tasks.all()][-1].title == "Báo cáo chung"


def test_what_is_no_task_is_left_out(draft, works):
    directive = draft()

    actions.remove(directive.tasks.first(), by=works.by)

    assert directive.tasks.count() == 2


def test_the_same_task_for_somebody_else_is_seen(draft, clear, works):
    directive = clear(draft())
    actions.change(directive.tasks.last(), wanted=wanted(works, leads=[works.tay_mo]), by=works.by)

    first, _second, last = looked_at(directive, at(3))

    assert [one.pk for one in first.alike] == [last.task.pk]


def test_a_directive_of_a_day_to_come_is_refused(draft):
    with pytest.raises(Refused, match="not-yet"):
        draft(day=date(2099, 1, 1))


def test_a_draft_that_is_thrown_away_leaves_its_entry_in_the_record(draft, works):
    directive = draft()

    actions.discard(directive, by=works.by)

    assert not Task.objects.exists()
    (entry,) = Entry.objects.filter(act="directives.discarded")
    assert entry.facts["title"] == HEADING.title


@pytest.mark.parametrize(
    "act",
    [
        lambda task, works: actions.change(task, wanted=wanted(works), by=works.by),
        lambda task, works: actions.split(task, by=works.by),
        lambda task, works: actions.remove(task, by=works.by),
    ],
)
def test_a_task_that_somebody_left_out_meanwhile_does_not_come_back(draft, works, act):
    directive = draft()
    task = directive.tasks.first()
    actions.remove(directive.tasks.get(pk=task.pk), by=works.by)

    with pytest.raises(Refused, match="no-such-task"):
        act(task, works)

    assert directive.tasks.count() == 2


def test_a_session_that_was_cancelled_has_no_conclusion(works):
    given = {"by": works.by, "at": at(2), "session": Session(held=False)}

    with pytest.raises(Refused, match="session-cancelled"):
        actions.draft(works.district, heading=HEADING, **given)
