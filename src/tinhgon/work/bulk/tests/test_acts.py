"""One act with many works: checked as if done singly, done together, one entry each."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.timezone import localdate

from tinhgon.accounts import actions as accounts
from tinhgon.audit.models import Entry
from tinhgon.audit.record import verify
from tinhgon.work import actions
from tinhgon.work.bulk.actions import MOST, act_on
from tinhgon.work.bulk.acts import CHANGES
from tinhgon.work.bulk.words import code, reasons
from tinhgon.work.carrying_out import ACTS, Given, carry_out
from tinhgon.work.conftest import CLEAR
from tinhgon.work.exchange.actions import bring
from tinhgon.work.exchange.reading import read
from tinhgon.work.exchange.tests import world as tables
from tinhgon.work.models import Contributor, Custody, Event, Extension
from tinhgon.work.refusals import Refused

TODAY = localdate()
DUE = TODAY + timedelta(days=20)


@pytest.fixture
def given(works):
    """Three works that Đại Mỗ was given an hour ago."""
    return [issue(works, f"NV{place}") for place in range(3)]


def issue(works, key, **more):
    when = timezone.now() - timedelta(hours=1)
    return works.issue(when=when, key=key, due=DUE, clarities=CLEAR, **more)


@pytest.fixture
def do(works):
    """Do an act with works by their keys, by the operator unless somebody else is named."""

    def done(act, keys, by=None, whole=False, **more):
        given = Given(**more)
        alike = {"by": by or works.by, "at": timezone.now(), "whole": whole}
        return act_on(keys, act=act, given=given, **alike)

    return done


def keys(outcome):
    return [work.key for work in outcome.done]


def why(outcome):
    return {one.key: code(one) for one, words in reasons(outcome.not_done) if words}


def test_what_can_be_done_is_done_and_the_rest_is_told_with_why(works, given, do):
    works.accept(given[1], when=timezone.now() - timedelta(minutes=5))

    outcome = do("accept", ["NV2", "NV1", "NV0", "NV-none", "NV2"])

    assert keys(outcome) == ["NV2", "NV0"]
    assert why(outcome) == {"NV1": "not-now", "NV-none": "not-here"}
    assert Event.objects.filter(what="accepted").count() == 3
    assert Entry.objects.filter(act="work.accepted", target="work:NV2").count() == 1
    assert [*verify()] == []


def test_all_or_nothing_does_nothing_when_one_cannot_be_done(works, given, do):
    works.accept(given[1], when=timezone.now() - timedelta(minutes=5))

    outcome = do("accept", ["NV0", "NV1", "NV2"], whole=True)

    assert (outcome.done, outcome.kept_back, why(outcome)) == ([], 2, {"NV1": "not-now"})
    assert Event.objects.filter(what="accepted").count() == 1


def test_all_or_nothing_does_all_when_all_can_be_done(given, do):
    assert keys(do("accept", ["NV0", "NV1", "NV2"], whole=True)) == ["NV0", "NV1", "NV2"]


def test_somebody_else_does_it_and_another_unit_has_it(works, given, do, standing):
    son, thu = works.bodies.son, works.bodies.thu

    named = do("assign", ["NV0", "NV1"], officer=son, words="Phân công")
    again = do("assign", ["NV0", "NV2"], officer=son, words="Phân công")
    moved = do("hand-over", ["NV0", "NV1"], unit=works.tay_mo, words="Đúng địa bàn")
    stranger = do("assign", ["NV0"], officer=thu, words="Phân công")

    assert keys(named) == ["NV0", "NV1"]
    assert (keys(again), why(again)) == (["NV2"], {"NV0": "has-it-already"})
    assert keys(moved) == ["NV0", "NV1"]
    assert why(stranger) == {"NV0": "not-of-unit"}
    assert standing(given[0]).held.unit == works.tay_mo
    assert standing(given[2]).held.officer == son


def test_a_unit_contributes_to_many_but_to_none_twice(works, given, do):
    first = do("ask-to-contribute", ["NV0"], unit=works.tay_mo)
    outcome = do("ask-to-contribute", ["NV0", "NV1"], unit=works.tay_mo)
    leads = do("ask-to-contribute", ["NV2"], unit=works.dai_mo)

    assert keys(first) == ["NV0"]
    assert (keys(outcome), why(outcome)) == (["NV1"], {"NV0": "contributes-already"})
    assert why(leads) == {"NV2": "leads-it"}
    assert Contributor.objects.count() == 2


def test_more_time_is_asked_and_decided_for_many(works, given, do, standing):
    later = DUE + timedelta(days=5)

    asked = do("ask-extension", ["NV0", "NV1"], until=later, words="Chờ số liệu")
    earlier = do("ask-extension", ["NV2"], until=DUE, words="Chờ số liệu")
    decided = do("decide-extension", ["NV0", "NV1", "NV2"], granted=True, words="Đồng ý")

    assert keys(asked) == keys(decided) == ["NV0", "NV1"]
    assert (why(earlier), why(decided)) == ({"NV2": "not-later"}, {"NV2": "decided-already"})
    assert {standing(one).due for one in given[:2]} == {later}
    assert {one.answer for one in Extension.objects.all()} == {"Đồng ý"}


def test_reports_are_confirmed_and_works_withdrawn(works, given, do, standing):
    do("ask-to-contribute", ["NV0", "NV1"], unit=works.tay_mo)
    works.report(given[0], when=timezone.now())

    confirmed = do("confirm", ["NV0", "NV1"])
    withdrawn = do("withdraw", ["NV0", "NV1"], words="Không còn cần")
    silent = do("withdraw", ["NV2"], words=" ")

    assert (keys(confirmed), why(confirmed)) == (["NV0"], {"NV1": "not-now"})
    assert (keys(withdrawn), why(withdrawn)) == (["NV1"], {"NV0": "not-now"})
    assert why(silent) == {"NV2": "no-reason"}
    assert [standing(one).state for one in given] == ["confirmed", "withdrawn", "issued"]
    assert not Contributor.objects.on(TODAY + timedelta(days=1)).exists()
    assert [one.unit for one in standing(given[0]).contributors] == [works.tay_mo]


def test_a_whole_is_withdrawn_with_its_parts_but_not_before_them(works, given, do):
    order = works.order(title="Phần", key="PART", due=DUE)
    works.split(given[0], order, when=timezone.now())

    alone = do("withdraw", ["NV0"], words="Không còn cần")
    both = do("withdraw", ["NV0", "PART"], words="Không còn cần")

    assert why(alone) == {"NV0": "parts-open"}
    assert keys(both) == ["NV0", "PART"]


def test_each_is_asked_for_the_right_and_what_one_may_not_see_is_not_there(
    works, given, do, world, operator
):
    works.hand_over(given[1], when=timezone.now(), unit=works.tay_mo)
    over = {"on": TODAY - timedelta(days=9), "unit": works.dai_mo}
    accounts.grant(world.lan, by=operator, role="unit-head", **over)

    accepted = do("accept", ["NV0", "NV1", "NV2"], by=world.lan)
    confirmed = do("withdraw", ["NV0"], by=world.lan, words="Không còn cần")
    stranger = do("accept", ["NV0"], by=world.an)

    assert keys(accepted) == ["NV0", "NV2"]
    assert why(accepted)["NV1"] in ("not-allowed", "not-here")
    assert why(confirmed) == {"NV0": "not-allowed"}
    assert why(stranger) == {"NV0": "not-here"}


def test_more_than_five_hundred_are_refused(works, do):
    with pytest.raises(Refused) as refused:
        do("accept", [f"NV{place}" for place in range(MOST + 1)])

    assert refused.value.code == "too-many-works"
    assert do("accept", [f"NV{place}" for place in range(MOST)]).done == []


def test_two_hundred_are_accepted_with_as_many_queries_as_ten(works, do):
    many = given_at_once(works, 210)

    with CaptureQueriesContext(connection) as few:
        do("accept", many[:10])
    with CaptureQueriesContext(connection) as all_of_them:
        do("accept", many[10:])

    assert reads(few) == reads(all_of_them) < 25
    assert Event.objects.filter(what="accepted").count() == 210


def test_two_hundred_change_hands_with_as_many_queries_as_ten(works, do, world, operator):
    accounts.grant(world.lan, by=operator, role="unit-head", on=TODAY, unit=works.dai_mo)
    many = given_at_once(works, 210)

    with CaptureQueriesContext(connection) as few:
        do("assign", many[:10], by=world.lan, officer=works.bodies.son, words="Phân công")
    with CaptureQueriesContext(connection) as all_of_them:
        do("assign", many[10:], by=world.lan, officer=works.bodies.son, words="Phân công")

    assert reads(few) == reads(all_of_them) < 40
    assert Custody.objects.filter(officer=works.bodies.son).count() == 210


def given_at_once(works, many):
    """The keys of so many works of Đại Mỗ."""
    said = read(tables.csv(tables.rows(many)), TODAY)
    brought = bring(said, by=works.by, at=timezone.now(), giver=works.district)
    return [work.key for work in brought.works]


def reads(found):
    return len([one for one in found if not one["sql"].startswith("INSERT")])


@pytest.mark.parametrize("act", CHANGES)
def test_an_act_with_many_makes_of_one_what_it_makes_singly(works, do, standing, act):
    later = DUE + timedelta(days=5)
    told = {"unit": works.tay_mo, "until": later, "words": "Lý do", "granted": True}
    told["officer"] = works.bodies.son if act == "assign" else None
    singly, among = ready(works, "SINGLY", act), ready(works, "AMONG", act)

    carry_out(act, standing(singly), by=works.by, at=timezone.now(), given=Given(**told))
    outcome = do(act, ["AMONG"], **told)

    assert keys(outcome) == ["AMONG"]
    assert act in ACTS
    assert likeness(standing(singly)) == likeness(standing(among))
    last = [Entry.objects.filter(target=f"work:{key}").latest("pk") for key in ("SINGLY", "AMONG")]
    assert (last[0].act, last[0].facts) == (last[1].act, last[1].facts)


def ready(works, key, act):
    """A work with which an act can be done."""
    work = issue(works, key)
    if act == "confirm":
        works.report(work, when=timezone.now())
    if act == "decide-extension":
        asked = {"on": TODAY, "until": DUE + timedelta(days=5), "reason": "Chờ"}
        actions.ask_extension(work, by=works.by, **asked)
    return work


def likeness(standing):
    """All of a work but for its key and instants."""
    return (
        standing.state,
        standing.due,
        [(one.unit.key, one.officer_id, one.because, one.reason) for one in standing.custody],
        [(one.what, one.on, one.unit.key, one.words) for one in standing.events],
        [(one.until, one.reason, one.granted, one.answer) for one in standing.extensions],
        [(one.unit.key, one.reason, one.valid_from, one.valid_to) for one in standing.contributors],
    )
