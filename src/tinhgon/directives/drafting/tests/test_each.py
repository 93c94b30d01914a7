"""One task becomes one for each of many units, chosen anew as often as wanted, none by itself."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tinhgon.accounts import actions as accounts
from tinhgon.audit.models import Entry
from tinhgon.directives.drafting import actions
from tinhgon.directives.drafting.actions import Heading, Wanted
from tinhgon.directives.drafting.each import leads_of, meant_by
from tinhgon.directives.drafting.gate import looked_at
from tinhgon.directives.drafting.twice import given_already
from tinhgon.directives.models import Directive, Task
from tinhgon.directives.refusals import Refused
from tinhgon.domain.standards import body_key
from tinhgon.registry.api.tests.conftest import ask, send  # noqa: F401 - fixtures
from tinhgon.registry.models import Unit
from tinhgon.work.conftest import CLEAR
from tinhgon.work.custody.tests.world import DUE, TODAY, headed, many  # noqa: F401 - fixtures
from tinhgon.work.models import Work

TEXT = """KẾT LUẬN
1. Giao UBND các xã, phường rà soát nhà văn hóa.
2. Giao UBND các phường Đại Mỗ, Tây Mỗ lập danh sách hộ nghèo.
3. Giao các sở, ban, ngành báo cáo biên chế.
4. Giao Sở Nội vụ tổng hợp.
"""
HEADING = Heading(title="Kết luận", day=TODAY, template="six", clarities=CLEAR)
COMMITTEE = body_key("P01", "people-committee")


def reads(found):
    return len([one for one in found if not one["sql"].startswith("INSERT")])


def of(ward):
    return body_key(ward, "people-committee")


@pytest.fixture
def city(bodies, operator):
    """A conclusion of the people's committee of the city, kept as a draft."""
    unit = Unit.objects.get(key=COMMITTEE)
    return actions.draft(unit, heading=HEADING, by=operator, at=timezone.now(), text=TEXT)


@pytest.fixture
def directive(works):
    """A draft of the district with one task that is clear but for who leads."""
    made = actions.draft(works.district, heading=HEADING, by=works.by, at=timezone.now())
    said = {"title": "Rà soát nhà văn hóa", "product": "Báo cáo", "due": DUE}
    actions.add(made, wanted=Wanted(**said), by=works.by)
    return made


def leads(directive):
    return [task.leads for task in directive.tasks.all()]


def test_the_committees_of_all_wards_are_meant_but_nobody_is_charged(city):
    task = city.tasks.first()

    meant = meant_by(task, city, TODAY)

    assert meant.words == "UBND các xã, phường"
    assert {*meant.keys} == {of("DM-new"), of("DN-new"), of("TM-new"), of("XP")}
    assert (task.leads, task.doubts) == ([], ["group-leads"])
    assert not Work.objects.exists()


def test_of_wards_that_are_named_only_those_are_meant(city):
    assert {*meant_by(city.tasks.all()[1], city, TODAY).keys} == {of("DM-new"), of("TM-new")}


def test_all_departments_are_meant_by_their_set_phrase(city):
    keys = meant_by(city.tasks.all()[2], city, TODAY).keys

    assert {body_key("P01", "home-affairs"), body_key("P01", "inspectorate")} <= {*keys}
    assert of("DM-new") not in keys


def test_of_a_single_body_and_of_what_nobody_read_no_group_is_meant(city, operator):
    written = actions.add(city, wanted=Wanted(title="Báo cáo chung"), by=operator)

    assert meant_by(city.tasks.all()[3], city, TODAY).keys == ()
    assert meant_by(written, city, TODAY).keys == ()


def test_one_task_becomes_one_for_each_and_the_others_stay(directive, works):
    other = actions.add(directive, wanted=Wanted(title="Báo cáo chung"), by=works.by)

    made = actions.each(
        directive.tasks.first(), by=works.by, units=[works.dai_mo, works.tay_mo, works.dai_mo]
    )

    assert leads(directive) == [["DM"], ["TM"], []]
    assert {(one.title, one.product, one.due) for one in made} == {
        ("Rà soát nhà văn hóa", "Báo cáo", DUE)
    }
    assert directive.tasks.last().pk == other.pk
    (entry,) = Entry.objects.filter(act="directives.task-for-each")
    assert entry.facts["units"] == 2


def test_that_a_group_leads_is_decided_by_it_and_nothing_else(city, operator):
    task = city.tasks.first()
    Task.objects.filter(pk=task.pk).update(doubts=["group-leads", "year-assumed"])

    actions.each(task, by=operator, units=[Unit.objects.get(key=of("DM-new"))])

    assert city.tasks.first().doubts == ["year-assumed"]


def test_who_chooses_again_corrects_what_was_chosen(directive, works):
    first, second = works.dai_mo, works.tay_mo
    actions.each(directive.tasks.first(), by=works.by, units=[first, second])
    kept = directive.tasks.get(leads=["TM"])
    third = Unit.objects.get(key="MT")

    actions.each(kept, by=works.by, units=[second, third])

    assert leads(directive) == [["TM"], ["MT"]]
    assert directive.tasks.filter(pk=kept.pk).exists()
    assert leads_of(kept) == {"TM", "MT"}


def test_what_was_changed_since_is_left_alone(directive, works):
    actions.each(directive.tasks.first(), by=works.by, units=[works.dai_mo, works.tay_mo])
    changed = directive.tasks.get(leads=["DM"])
    actions.change(changed, wanted=Wanted(title="Việc riêng", leads=[works.dai_mo]), by=works.by)

    actions.each(directive.tasks.get(leads=["TM"]), by=works.by, units=[works.tay_mo])

    assert directive.tasks.filter(title="Việc riêng").exists()


def test_a_unit_that_leads_does_not_take_part_in_its_own_task(directive, works):
    both = Wanted(title="Rà soát nhà văn hóa", contributors=[works.dai_mo, works.tay_mo])
    task = actions.change(directive.tasks.first(), wanted=both, by=works.by)

    actions.each(task, by=works.by, units=[works.dai_mo])

    assert directive.tasks.get().contributors == ["TM"]


def test_nobody_chosen_is_refused_and_the_task_stays(directive, works):
    with pytest.raises(Refused, match="nobody-chosen"):
        actions.each(directive.tasks.first(), by=works.by, units=[])

    assert directive.tasks.count() == 1


def test_more_tasks_than_a_directive_has_are_refused(directive, works, monkeypatch):
    monkeypatch.setattr(actions, "MOST_TASKS", 1)

    with pytest.raises(Refused, match="too-many"):
        actions.each(directive.tasks.first(), by=works.by, units=[works.dai_mo, works.tay_mo])

    assert leads(directive) == [[]]


def test_the_gate_tells_who_is_not_below_and_who_has_ended(directive, works, in_effect):
    units = [Unit.objects.get(key=key) for key in ("P01", "DM")]
    actions.each(directive.tasks.first(), by=works.by, units=units)

    city, ward = looked_at(directive, timezone.now())

    assert "not-answering" in [one.code for one in city.refused]
    assert "not-standing" in [one.code for one in ward.refused]


def test_what_was_made_of_one_is_not_given_twice(directive, works):
    actions.each(directive.tasks.first(), by=works.by, units=[works.dai_mo, works.tay_mo])

    assert [one.alike for one in looked_at(directive, timezone.now())] == [(), ()]


def test_a_hundred_and_twenty_six_take_as_many_queries_as_ten(directive, works, many):  # noqa: F811
    units = many(126)

    def done(few):
        task = directive.tasks.first()
        with CaptureQueriesContext(connection) as made:
            actions.each(task, by=works.by, units=few)
        with CaptureQueriesContext(connection) as looked:
            found = looked_at(directive, timezone.now())
            given_already([one.task for one in found], directive.unit, works.by, on=TODAY)
        assert all(one.is_clear for one in found)
        return reads(made), len(looked)

    done(units[:2])
    few = done(units[:10])

    assert done(units) == few
    assert sum(few) < 40
    assert directive.tasks.count() == 126


def test_issued_each_has_its_work_in_few_queries(directive, works, many):  # noqa: F811
    actions.each(directive.tasks.first(), by=works.by, units=many(126))

    with CaptureQueriesContext(connection) as made:
        actions.issue(Directive.objects.get(), by=works.by, at=timezone.now())

    assert reads(made) < 50
    assert Work.objects.count() == 126
    assert {work.title for work in Work.objects.all()} == {"Rà soát nhà văn hóa"}


def test_programs_make_one_for_each(directive, works, world, operator, send):  # noqa: F811
    role = {"role": "standing-office", "on": date(2025, 1, 1), "unit": works.district}
    accounts.grant(world.huong, by=operator, **role)
    scopes = ["directives.draft", "work.see"]
    token = accounts.hand_out_token(world.huong, by=operator, name="máy", scopes=scopes)
    stranger = accounts.hand_out_token(world.an, by=operator, name="lạ", scopes=scopes)
    address = f"/directives/{directive.key}/tasks/{directive.tasks.get().pk}/each"

    none, why = send(address, {}, token=token)
    hidden, _told = send(address, {"kind": "phường"}, token=stranger)
    status, told = send(address, {"kind": "phường", "without": ["XP"]}, token=token)

    assert (none, why["type"]) == (409, "urn:tinhgon:problem:nobody-chosen")
    assert hidden in (403, 404)
    assert status == 200
    assert [task["leads"] for task in told["drafts"]] == [["DM"], ["MT"], ["TM"]]


def test_the_command_takes_whom_the_text_means(city, tinhgon, world):
    first = city.tasks.first()

    stranger = tinhgon("directives", "each", city.key, str(first.pk), by=world.an)
    done = tinhgon("directives", "each", city.key, str(first.pk), "--without", of("XP"), "--json")

    assert stranger.exit_code == 2
    led = [task["leads"] for task in json.loads(done.stdout)["drafts"]]
    assert sorted(led[:3]) == [[of("DM-new")], [of("DN-new")], [of("TM-new")]]
    assert len(led) == 6
