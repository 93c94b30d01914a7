"""The calendar feed: which works stand in it for whom, as another program than ours reads it."""

from datetime import timedelta

import pytest
import vobject
from django.utils import timezone

from tinhgon.accounts import actions as accounts
from tinhgon.accounts.models import Grant
from tinhgon.work.conftest import JUNE, at
from tinhgon.work.feed import actions
from tinhgon.work.feed import works as feed_works
from tinhgon.work.feed.works import entries
from tinhgon.work.listing.desks import Reader
from tinhgon.work.models import FeedAddress

DUE = timezone.localdate() + timedelta(days=20)


def test_a_work_stands_all_day_on_the_day_on_which_it_is_due(lan, works, events):
    work = works.issue(title="Rà soát; nhà văn hóa, nhà thi đấu")

    (event,) = events(lan, JUNE[3]).values()

    assert event.summary.value == "Rà soát; nhà văn hóa, nhà thi đấu"
    assert (event.dtstart.value, event.dtend.value) == (JUNE[10], JUNE[11])
    assert event.transp.value == "TRANSPARENT"
    assert event.status.value == "TENTATIVE"
    assert event.uid.value.startswith(f"{work.key}@")
    assert event.url.value.endswith(f"/work/{work.key}/")
    assert "Đại Mỗ" in event.description.value


def test_who_has_to_do_it_and_whose_unit_has_it_see_it_and_nobody_else(
    lan, thu, world, works, events
):
    works.issue(title="hers", officer=works.bodies.thu)
    works.issue(title="the unit's")
    works.hand_over(works.issue(title="gone"), unit=works.tay_mo)

    assert {*events(lan, JUNE[3])} == {"hers", "the unit's"}
    assert {*events(thu, JUNE[3])} == {"hers"}
    assert events(world.an, JUNE[3]) == {}


def test_an_extension_moves_the_day_under_the_same_uid(lan, works, events):
    work = works.issue(title="longer")
    before = events(lan, JUNE[9])["longer"]

    works.extend(work, JUNE[20])
    after = events(lan, JUNE[9])["longer"]

    assert before.uid.value == after.uid.value
    assert (before.dtstart.value, after.dtstart.value) == (JUNE[10], JUNE[20])
    assert (before.sequence.value, after.sequence.value) == ("0", "1")


def test_a_refused_extension_changes_nothing(lan, works, events):
    works.extend(works.issue(title="no longer"), JUNE[20], granted=False)

    event = events(lan, JUNE[9])["no longer"]

    assert (event.dtstart.value, event.sequence.value) == (JUNE[10], "0")


def test_a_work_whose_clock_stands_still_goes_and_comes_back_with_a_higher_sequence(
    lan, works, events
):
    work = works.issue(title="suspended")
    works.suspend(work, at(4))
    assert events(lan, JUNE[5]) == {}

    works.resume(work, at(6), until=JUNE[20])
    event = events(lan, JUNE[6])["suspended"]

    assert (event.dtstart.value, event.sequence.value) == (JUNE[20], "1")
    assert event.last_modified.value == at(6)


def test_a_closed_work_disappears(lan, works, events):
    works.withdraw(works.issue(title="withdrawn"))

    assert events(lan, JUNE[3]) == {}


def test_with_the_role_goes_what_the_feed_has(lan, works, events, operator):
    works.issue(title="the unit's")
    given = Grant.objects.get(user=lan, role="unit-head")
    accounts.end_grant(given, by=operator, on=JUNE[5], reason="điều động")

    assert {*events(lan, JUNE[4])} == {"the unit's"}
    assert events(lan, JUNE[5]) == {}


def test_a_long_feed_has_those_due_next_and_says_that_there_are_more(
    lan, works, events, monkeypatch
):
    monkeypatch.setattr(feed_works, "MOST", 2)
    for title, day in (("late", 4), ("next", 10), ("then", 11), ("far", 30)):
        works.issue(title=title, due=JUNE[day])

    assert [*events(lan, JUNE[5])] == ["next", "then"]
    assert entries(Reader(lan, JUNE[5]))[1] is True
    assert [*events(lan, JUNE[20])] == ["far", "then"]


def test_a_long_feed_takes_no_more_queries(lan, works, django_assert_num_queries):
    works.issue()
    reader = Reader(lan, JUNE[3])
    entries(reader)
    with django_assert_num_queries(6):
        entries(reader)
    for _ in range(15):
        works.issue()

    with django_assert_num_queries(6):
        assert len(entries(reader)[0]) == 16


# --- Its address ----------------------------------------------------------------------------------


def test_the_address_opens_the_feed_without_signing_in(works, secret, ask):
    works.issue(when=timezone.now(), due=DUE, title="Lập danh mục")

    answer = ask(secret)

    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "private" in answer["Cache-Control"]
    calendar = vobject.readOne(answer.content.decode())
    assert [one.summary.value for one in calendar.vevent_list] == ["Lập danh mục"]


def test_what_has_not_changed_is_not_sent_again(works, secret, ask):
    works.issue(when=timezone.now(), due=DUE)
    tag = ask(secret)["ETag"]

    assert ask(secret, if_none_match=tag).status_code == 304

    works.issue(due=DUE, when=timezone.now())
    assert ask(secret, if_none_match=tag).status_code == 200


@pytest.mark.parametrize("made_up", ["x", "a" * 43, "%00", "../feed"])
def test_an_address_that_nobody_made_opens_nothing(secret, ask, made_up):
    assert ask(made_up).status_code == 404


def test_made_anew_or_revoked_the_old_address_opens_nothing(lan, secret, ask):
    anew = actions.make_address(lan, by=lan)
    assert (ask(secret).status_code, ask(anew).status_code) == (404, 200)

    actions.revoke_address(lan, by=lan)
    assert ask(anew).status_code == 404


def test_the_address_of_a_closed_account_opens_nothing(lan, secret, ask, operator):
    accounts.close_account(lan, by=operator, reason="nghỉ hưu")

    assert ask(secret).status_code == 404


def test_of_the_secret_only_its_hash_is_kept(lan, secret):
    assert secret not in FeedAddress.objects.get(user=lan).digest


def test_no_log_has_the_address(secret, ask, caplog):
    caplog.set_level("INFO")
    ask(secret)

    assert "/work/feed/" in caplog.text
    assert secret not in caplog.text


def test_the_address_is_that_of_the_site_that_was_asked(lan, client, settings):
    settings.SITE_URL = "https://elsewhere.example"
    client.force_login(lan)

    page = client.post("/en/work/feed/", headers={"host": "localhost:8123"})

    assert page.context["made"].startswith("http://localhost:8123/en/work/feed/")
