"""The rules run over the register: what they find is kept, let be and closed."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tinhgon.audit.models import Entry
from tinhgon.audit.record import verify
from tinhgon.domain.norms.judging import judge
from tinhgon.norms import actions
from tinhgon.norms.conftest import DAY
from tinhgon.norms.keeping import Found
from tinhgon.norms.models import Finding, Run, Waiver
from tinhgon.norms.queries import findings
from tinhgon.norms.reading import world_on
from tinhgon.norms.refusals import Refused

LATER, NEW_YEAR = date(2025, 8, 1), date(2026, 1, 1)
LAST = date(2025, 12, 31)


def small():
    return findings(DAY).get(rule="division-too-small")


def refusal(act, *given, **named):
    with pytest.raises(Refused) as refused:
        act(*given, **named)
    return refused.value.code


def test_a_division_with_six_posts_is_found(city):
    city.run()

    found = small()
    assert (found.severity, found.found, found.limit) == ("warn", 6, 7)
    assert (found.unit.key, found.answers.key, found.bloc) == ("tccc", "snv", "state")
    assert (found.first_seen, found.last_seen, found.closed) == (DAY, DAY, None)


def test_the_same_world_is_told_alike_run_after_run(city):
    first = city.run()
    rows = list(Finding.objects.order_by("pk").values("pk", "identifier", "facts"))

    second = city.run()

    assert first.digest == second.digest
    assert list(Finding.objects.order_by("pk").values("pk", "identifier", "facts")) == rows


def test_what_two_rules_say_alike_is_kept_once(city):
    world = world_on(DAY)
    verdicts = judge(world)

    kept = Found([*verdicts, verdicts[0]], world).keep()

    assert kept["open"] == Finding.objects.count() == len(verdicts)


def test_many_new_findings_take_as_many_queries_as_none(city):
    with CaptureQueriesContext(connection) as writing:
        city.run()
    with CaptureQueriesContext(connection) as again:
        city.run()

    assert Finding.objects.count() > 10
    assert len(again) <= len(writing) <= len(again) + 3  # the file and the law are read once


def test_what_is_put_right_is_closed_on_the_day_it_is_no_longer_found(city):
    city.run()
    city.allot(1, "tccc", on=LATER)

    city.run(LATER)

    assert small().closed == LATER
    assert small().last_seen == DAY


def test_what_comes_back_is_the_same_finding_open_again(city):
    city.run()
    identifier = small().identifier
    city.allot(1, "tccc", on=LATER)
    city.run(LATER)
    Finding.objects.filter(closed=None).delete()
    from tinhgon.staff.ledger.actions import lapse

    lapse(1, by=city.by, kind="civil-servant", source=city["tccc"], on=LAST, reason="cắt giảm")

    city.run(LAST)

    assert (small().identifier, small().closed) == (identifier, None)
    assert (small().first_seen, small().last_seen) == (DAY, LAST)


def test_a_day_before_the_last_that_is_kept_is_refused(city):
    city.run(LATER)

    assert refusal(actions.run_norms, by=city.by, on=DAY) == "earlier-day"
    assert Run.objects.count() == 1


def test_a_run_is_recorded_with_its_digest(city):
    done = city.run()

    entry = Entry.objects.get(act="norms.run")
    assert entry.facts["digest"] == done.digest
    assert list(verify()) == []


def test_what_is_waived_is_shown_as_waived_to_its_last_day(city):
    city.run()
    city.waive()

    assert findings(LAST).get(rule="division-too-small").waived
    assert not findings(NEW_YEAR).get(rule="division-too-small").waived


def test_a_waiver_is_of_one_unit_and_one_rule(city):
    city.run()
    city.waive(unit=city["snv"])

    assert not small().waived


def test_a_waiver_that_is_revoked_stands_open_from_that_day(city):
    city.run()
    waiver = city.waive()

    actions.revoke(waiver, by=city.by, on=LATER, reason="hết lý do")

    assert findings(date(2025, 7, 31)).get(rule="division-too-small").waived
    assert not findings(LATER).get(rule="division-too-small").waived
    assert refusal(actions.revoke, waiver, by=city.by, on=LATER, reason="nữa") == "revoked-already"


def test_a_waiver_that_is_over_is_not_revoked(city):
    waiver = city.waive()

    assert refusal(actions.revoke, waiver, by=city.by, on=NEW_YEAR, reason="hết") == "over-already"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"rule": "no-such-rule"}, "unknown-rule"),
        ({"reason": " "}, "no-reason"),
        ({"number": " "}, "no-number"),
        ({"until": DAY}, "no-end"),
    ],
)
def test_what_a_waiver_lacks_is_said(city, said, code):
    assert refusal(city.waive, **said) == code
    assert Waiver.objects.count() == 0


def test_no_unit_waives_for_itself_nor_one_beside_it(city):
    assert refusal(city.waive, authority=city["tccc"]) == "authority-not-above"
    assert refusal(city.waive, authority=city["syt"]) == "authority-not-above"


def test_a_waiver_is_recorded_with_its_authority(city):
    city.waive()

    entry = Entry.objects.get(act="norms.waived")
    assert entry.facts["authority"] == "ubnd"
    assert entry.target == "unit:tccc"
