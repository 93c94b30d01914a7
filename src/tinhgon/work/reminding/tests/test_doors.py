"""Pages, programs and commands of reminders and feeds: each for whoever it is about."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tinhgon.accounts import actions as accounts
from tinhgon.registry.tests.pages import soup
from tinhgon.work.models import FeedAddress, Reminders

DUE = timezone.localdate() + timedelta(days=20)
CHOSEN = {
    "came": "program",
    "due": "daily",
    "late": "daily",
    "report": "none",
    "extension": "at-once",
    "answered": "none",
    "own": True,
    "of_unit": False,
    "language": "en",
}


@pytest.fixture
def work(people, works):
    """A work that was given to Đại Mỗ just now."""
    return works.issue(when=timezone.now(), due=DUE, title="Lập danh mục")


@pytest.fixture
def show(client):
    """A page in English for somebody."""

    def shown(address, by, status=200, data=None):
        client.force_login(by)
        send = client.get if data is None else client.post
        response = send(f"/en{address}", data or {})
        assert response.status_code == status
        return soup(response)

    return shown


@pytest.fixture
def call(client, operator):
    """What an operation answers to a token of somebody's."""

    def called(method, address, by, sent=None, scopes=("work.see",)):
        token = accounts.hand_out_token(by, by=operator, name="máy", scopes=[*scopes])
        answer = client.generic(
            method,
            f"/api/v1{address}",
            json.dumps(sent or {}),
            content_type="application/json",
            headers={"authorization": f"Bearer {token}"},
        )
        return answer.status_code, json.loads(answer.content or "{}")

    return called


def test_the_desk_counts_new_notices_until_they_are_read(people, work, show):
    assert "1 new notice" in show("/work/", people.lan).text

    page = show("/work/notices/", people.lan)
    assert "Lập danh mục" in page.text
    sent = {one["name"]: one["value"] for one in page.main.select("form input[type=hidden]")}
    show("/work/notices/", people.lan, data=sent, status=302)

    assert "new notice" not in show("/work/", people.lan).text
    assert "Lập danh mục" in show("/work/notices/", people.lan).text


def test_what_came_after_the_page_was_opened_stays_new(people, works, work, show):
    page = show("/work/notices/", people.lan)
    sent = {one["name"]: one["value"] for one in page.main.select("form input[type=hidden]")}
    works.issue(when=timezone.now(), due=DUE, title="Việc mới")

    show("/work/notices/", people.lan, data=sent, status=302)

    assert "1 new notice" in show("/work/", people.lan).text


def test_a_stranger_finds_no_notice(people, work, show):
    page = show("/work/notices/", people.an)

    assert "There is no notice for you" in page.text
    assert "Lập danh mục" not in page.text


def test_numbers_that_nobody_sent_mark_no_more_than_there_is(people, works, work, show):
    sent = {"event": "9" * 18, "custody": "9" * 40, "extension": "x"}
    show("/work/notices/", people.lan, data=sent, status=302)

    works.issue(when=timezone.now(), due=DUE)

    assert "1 new notice" in show("/work/", people.lan).text


def test_reminders_are_chosen_on_their_page(people, show):
    page = show("/work/reminders/", people.lan)
    assert page.find("input", id="id_days")["value"] == "3, 1"

    sent = {**CHOSEN, "days": "5; 2", "of_unit": ""}
    show("/work/reminders/", people.lan, data=sent, status=302)

    kept = Reminders.objects.get(user=people.lan)
    assert (kept.days, kept.came, kept.own, kept.of_unit) == ([5, 2], "program", True, False)
    assert not Reminders.objects.filter(user=people.an).exists()


@pytest.mark.parametrize("days", ["3, three", "61", "1 2 3 4 5 6", "-1"])
def test_days_that_are_no_days_are_refused_and_stay_in_the_box(people, show, days):
    page = show("/work/reminders/", people.lan, data={**CHOSEN, "days": days}, status=422)

    assert page.find("input", id="id_days")["value"] == days
    assert "whole numbers from 0 to 60" in page.text
    assert not Reminders.objects.exists()


def test_an_address_is_shown_once_and_can_be_revoked(people, show, client):
    made = show("/work/feed/", people.lan, data={"do": "make"})
    address = re.search(r"/en/work/feed/\S+\.ics", made.text).group()
    assert client.get(address).status_code == 200
    assert ".ics" not in show("/work/feed/", people.lan).text

    show("/work/feed/", people.an, data={"do": "revoke"}, status=302)
    assert client.get(address).status_code == 200
    show("/work/feed/", people.lan, data={"do": "revoke"}, status=302)
    assert client.get(address).status_code == 404


def test_programs_choose_for_whoever_they_act_for_and_for_nobody_else(people, call):
    _status, before = call("GET", "/reminders", people.lan)
    status, after = call("PUT", "/reminders", people.lan, {**CHOSEN, "days": [2]})
    refused, why = call("PUT", "/reminders", people.lan, {**CHOSEN, "days": [99]})

    assert (before["came"], before["days"]) == ("daily", [3, 1])
    assert (status, after["came"], after["days"]) == (200, "program", [2])
    assert (refused, why["type"]) == (422, "urn:tinhgon:problem:impossible")
    assert call("GET", "/reminders", people.an)[1]["came"] == "daily"


def test_programs_read_the_notices_of_whoever_they_act_for(people, work, call):
    _status, lan = call("GET", "/notices", people.lan)
    _status, an = call("GET", "/notices", people.an)

    assert [(one["occasion"], one["work"], one["new"]) for one in lan["items"]] == [
        ("came", work.key, True)
    ]
    assert an == {"items": [], "total": 0}


def test_programs_make_and_revoke_the_address_of_whoever_they_act_for(people, call, client):
    status, made = call("POST", "/feed", people.lan)
    path = made["address"].partition("8000")[2]
    assert (status, client.get(path).status_code) == (201, 200)

    assert call("DELETE", "/feed", people.an)[0] == 204
    assert client.get(path).status_code == 200
    assert call("DELETE", "/feed", people.lan)[0] == 204
    assert not FeedAddress.objects.exists()


@pytest.mark.parametrize(
    ("method", "address"),
    [
        ("GET", "/reminders"),
        ("PUT", "/reminders"),
        ("GET", "/notices"),
        ("POST", "/feed"),
        ("DELETE", "/feed"),
    ],
)
def test_a_token_without_the_scope_opens_nothing(people, call, method, address):
    sent = {**CHOSEN, "days": [2]}
    status, why = call(method, address, people.lan, sent, scopes=["plan.draft"])

    assert (status, why["type"]) == (403, "urn:tinhgon:problem:not-allowed")


def test_a_command_sends_and_says_so(people, works, tinhgon, mailoutbox):
    tinhgon("work", "remind", "--at", "2025-06-02T08:00")
    people.choose(people.lan, came="at-once")
    work = works.issue()

    foreseen = tinhgon("work", "remind", "--at", "2025-06-02T12:00", "--dry-run", "--json")
    assert len(mailoutbox) == 0
    done = tinhgon("work", "remind", "--at", "2025-06-02T12:00", "--json")
    words = tinhgon("work", "remind", "--at", "2025-06-02T12:00")

    (letter,) = json.loads(foreseen.stdout)["letters"]
    assert (letter["stream"], letter["to"]) == ("at-once", people.lan.audit_name)
    assert letter["notices"] == [{"occasion": "came", "work": work.key}]
    assert json.loads(done.stdout)["sent"] == 1
    assert "0 e-mails written" in words.stdout
    assert len(mailoutbox) == 1


def test_a_command_of_somebody_without_the_right_sends_nothing(people, works, tinhgon, mailoutbox):
    assert tinhgon("work", "remind", by=people.lan).exit_code == 2
    assert mailoutbox == []
