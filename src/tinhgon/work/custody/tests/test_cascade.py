"""A work goes down: a part for each unit or for none, all that is wrong at once, few queries."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tinhgon.accounts import actions as accounts
from tinhgon.audit.models import Entry
from tinhgon.audit.record import verify
from tinhgon.domain.work.life import NotNow, State
from tinhgon.registry.models import Unit
from tinhgon.work.carrying_out import Given, carry_out, possible
from tinhgon.work.cascade.words import fault_words
from tinhgon.work.conftest import CLEAR
from tinhgon.work.custody.actions import cascade
from tinhgon.work.custody.planning import MOST, NotAll, Part
from tinhgon.work.custody.tests.world import DUE, NEW_YEAR, TODAY, headed
from tinhgon.work.entitlement import NotEntitled
from tinhgon.work.models import Custody, Work

HOUR = timedelta(hours=1)


def faults(act):
    """What is wrong by unit, in short; nothing was given."""
    with pytest.raises(NotAll) as wrong:
        act()
    assert not Work.objects.filter(parent__isnull=False).exists()
    return [(one.unit, one.refused.code) for one in wrong.value.faults]


def test_each_ward_has_a_part_and_the_district_the_whole(whole, wards, down, works, standing):
    parts = down(whole, wards)

    assert [(one.parent, one.giver) for one in parts] == [(whole, works.district)] * 4
    assert [one.unit for one in Custody.objects.filter(work__in=parts).order_by("pk")] == wards
    assert {one.title for one in parts} == {whole.title}
    assert {one.clarities["authority"] for one in parts} == {CLEAR["authority"]}
    assert {one.term.promised for one in parts} == {DUE}
    assert standing(whole).held.unit == works.district
    assert standing(whole).state is State.ISSUED


def test_what_is_said_of_the_parts_is_said_of_each(whole, wards, down):
    said = {"title": "Lập danh sách", "product": "Danh sách", "due": TODAY + timedelta(days=5)}

    one, *_others = down(whole, wards, clarities={"authority": "Chủ tịch phường"}, **said)

    assert (one.title, one.product, one.term.promised) == (*said.values(),)
    assert (one.clarities["authority"], one.origin) == ("Chủ tịch phường", whole.title)


def test_the_record_has_one_entry_of_the_whole_and_one_of_each_part(whole, wards, down):
    parts = down(whole, wards)

    (entry,) = Entry.objects.filter(act="work.cascaded")
    given = Entry.objects.filter(act="work.issued", target__in=[f"work:{p.key}" for p in parts])
    assert (entry.target, entry.facts["parts"]) == ("work:NV", 4)
    assert {one.facts["parent"] for one in given} == {"NV"}
    assert given.count() == 4
    assert [*verify()] == []


def test_the_whole_is_reported_once_no_part_is_open(whole, wards, down, works, standing):
    parts = down(whole, wards)

    assert standing(whole).open_parts == {one.pk for one in parts}


def test_nobody_chosen_is_told(whole, down):
    assert faults(lambda: down(whole, [])) == [("", "nobody-chosen")]


def test_all_that_is_wrong_is_told_by_unit_and_nothing_is_given(whole, wards, down, works):
    hanoi = works.bodies.books.city
    other = Unit.objects.get(key="DN")

    told = faults(lambda: down(whole, [*wards, hanoi, other, works.district]))

    assert ("P01", "not-answering") in told
    assert ("DN", "not-answering") in told
    assert ("D019", "not-below") in told
    assert {unit for unit, _code in told} == {"P01", "DN", "D019"}


def test_a_ward_without_a_head_is_told_by_name_and_the_others_are_not(works, wards, whole, down):
    works.bodies.mai.assignments.update(valid_to=NEW_YEAR + timedelta(days=400))

    with pytest.raises(NotAll) as wrong:
        down(whole, wards)

    ((said, units),) = fault_words(wrong.value.faults, wrong.value.every)
    assert "rõ người" in said
    assert units == ["Phường Đại Mỗ"]


def test_a_unit_that_has_ended_is_given_nothing(works, in_effect, down):
    headed(["P01"])
    city = works.bodies.books.city
    whole = works.issue(timezone.now() - HOUR, giver=city, leads=[city], due=DUE)
    ended, new = works.dai_mo, Unit.objects.get(key="DM-new")

    told = faults(lambda: down(whole, [ended, new]))

    assert ("DM", "not-standing") in told
    assert {unit for unit, _code in told} == {"DM"}


def test_a_part_is_not_due_after_the_whole(whole, wards, down):
    late = DUE + timedelta(days=1)

    assert faults(lambda: down(whole, wards, due=late)) == [("", "part-after-whole")]


def test_what_is_wrong_with_all_is_said_once(whole, wards, down):
    with pytest.raises(NotAll) as wrong:
        down(whole, wards, due=TODAY - timedelta(days=1))

    ((said, units),) = fault_words(wrong.value.faults, wrong.value.every)
    assert {one.refused.code for one in wrong.value.faults} == {"due-before"}
    assert (bool(said), units) == (True, [])


def test_who_has_the_part_already_is_not_given_it_twice(whole, wards, down):
    down(whole, wards[:2])

    with pytest.raises(NotAll) as wrong:
        down(whole, wards)

    told = [(one.unit, one.refused.code) for one in wrong.value.faults]
    assert told == [(ward.key, "part-already") for ward in wards[:2]]
    assert len(down(whole, wards[2:])) == 2
    assert len(down(whole, wards, title="Việc khác")) == 4


def test_what_is_closed_goes_nowhere(whole, wards, down, works):
    works.withdraw(whole, timezone.now())

    with pytest.raises(NotNow):
        down(whole, wards)


def test_more_than_may_be_at_once_are_refused(whole, wards, down, monkeypatch):
    monkeypatch.setattr("tinhgon.work.custody.planning.MOST", 3)

    assert faults(lambda: down(whole, wards)) == [("", "too-many-units")]
    assert MOST == 2_000


def test_whoever_answers_for_the_unit_that_has_it_may_and_nobody_else(
    whole, wards, world, operator, standing
):
    over = {"on": TODAY - timedelta(days=9)}
    district, ward = Unit.objects.get(key="D019"), wards[0]
    accounts.grant(world.huong, by=operator, role="unit-head", unit=district, **over)
    accounts.grant(world.lan, by=operator, role="unit-head", unit=ward, **over)
    given = {"at": timezone.now(), "given": Given(units=wards)}

    with pytest.raises(NotEntitled):
        carry_out("cascade", standing(whole), by=world.an, **given)
    with pytest.raises(NotEntitled):
        carry_out("cascade", standing(whole), by=world.lan, **given)
    carry_out("cascade", standing(whole), by=world.huong, **given)

    assert Work.objects.filter(parent=whole).count() == 4
    assert "cascade" in possible(standing(whole), world.huong, on=TODAY)


def test_it_is_not_offered_where_nobody_is_below(wards, works, whole, down, standing):
    (part, *_others) = down(whole, wards)

    assert "cascade" in possible(standing(whole), works.by, on=TODAY)
    assert "split" in possible(standing(part), works.by, on=TODAY)
    assert "cascade" not in possible(standing(part), works.by, on=TODAY)


def test_a_thousand_take_as_many_queries_as_a_hundred(whole, wards, many, works):
    units = many(1126)

    def given(few):
        cascade(whole, by=works.by, at=timezone.now(), units=few, part=Part())

    given(wards)
    with CaptureQueriesContext(connection) as first:
        given(units[:126])
    with CaptureQueriesContext(connection) as second:
        given(units[126:])

    assert reads(first) == reads(second) < 30
    assert Work.objects.filter(parent=whole).count() == 1130


def reads(found):
    return len([one for one in found if not one["sql"].startswith("INSERT")])
