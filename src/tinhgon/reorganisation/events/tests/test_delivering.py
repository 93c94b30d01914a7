"""Messages to other systems: put down with the act, signed, tried again, sent once."""

import hashlib
import hmac
import json
import socket
import threading
from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from tinhgon.conftest import DAY
from tinhgon.reorganisation import actions
from tinhgon.reorganisation.events import outside
from tinhgon.reorganisation.events.actions import subscribe, unsubscribe
from tinhgon.reorganisation.events.announcing import announce
from tinhgon.reorganisation.events.conftest import BASE
from tinhgon.reorganisation.events.delivering import (
    MOST_TRIES,
    Tally,
    _claim,
    deliver,
    due,
    pause,
)
from tinhgon.reorganisation.events.outside import FAILURES, BadAddress, check_address, post
from tinhgon.reorganisation.models import Delivery

SECRET = "bí-mật-đủ-dài-để-ký"
NOW = timezone.now() + timedelta(hours=1)


@pytest.fixture
def told(subscriber, world, operator):
    """The subscription of the system that listens."""
    return subscribe(subscriber.url, by=operator, secret=SECRET)


@pytest.fixture
def message(told, in_effect):
    """One message to it."""
    Delivery.objects.all().delete()
    announce(in_effect, "plan.took-effect", timezone.now())
    return Delivery.objects.get()


# --- Put down -------------------------------------------------------------------------------------


def test_each_act_puts_one_message_a_subscriber_down(told, package, operator):
    actions.enact(package, by=operator, on=DAY)

    assert [*Delivery.objects.values_list("event", flat=True)] == [
        "plan.enacted",
        "plan.took-effect",
    ]


def test_withdrawing_what_was_enacted_is_announced(told, enacted, operator):
    actions.withdraw(enacted, by=operator, on=date(2025, 6, 20), reason="Chưa đủ điều kiện")

    assert Delivery.objects.latest("at").event == "plan.withdrawn"


def test_of_a_draft_that_is_withdrawn_nobody_hears(told, package, operator):
    actions.withdraw(package, by=operator, on=date(2025, 6, 20), reason="Chưa đủ điều kiện")

    assert not Delivery.objects.exists()


def test_whoever_is_told_no_more_is_not_announced_to(told, in_effect, operator):
    Delivery.objects.all().delete()
    unsubscribe(told, by=operator)

    assert announce(in_effect, "plan.took-effect", timezone.now()) == 0


def test_announcing_is_one_statement(told, in_effect, django_assert_num_queries):
    with django_assert_num_queries(1):
        announce(in_effect, "plan.took-effect", timezone.now())


# --- Sent -----------------------------------------------------------------------------------------


def test_a_message_says_what_happened_and_where_to_read_more(subscriber, message):
    assert deliver(now=NOW) == Tally(delivered=1)

    headers, body = subscriber.received[0]
    assert headers["Tinhgon-Event"] == "plan.took-effect"
    assert json.loads(body) == {
        "delivery": message.pk,
        "event": "plan.took-effect",
        "at": message.at.isoformat(),
        "package": "reform",
        "title": {"vi": "Sắp xếp 2025"},
        "day": "2025-07-01",
        "plan": f"{BASE}/plans/reform/",
        "events": f"{BASE}/plans/reform/events/",
    }


def test_whoever_knows_the_secret_can_verify_the_signature(subscriber, message):
    deliver(now=NOW)

    headers, body = subscriber.received[0]
    signed = headers["Tinhgon-Timestamp"].encode() + b"." + body
    expected = hmac.new(SECRET.encode(), signed, hashlib.sha256).hexdigest()
    assert headers["Tinhgon-Signature"] == f"sha256={expected}"
    assert int(headers["Tinhgon-Timestamp"]) == int(NOW.timestamp())


def test_what_was_delivered_is_not_sent_again(subscriber, message):
    deliver(now=NOW)

    assert deliver(now=NOW + timedelta(days=30)) == Tally()
    assert len(subscriber.received) == 1


def test_a_failure_is_tried_again_after_a_minute_and_not_before(subscriber, message):
    subscriber.answers = [500]

    assert deliver(now=NOW) == Tally(waiting=1)
    assert deliver(now=NOW + timedelta(seconds=59)) == Tally()
    assert deliver(now=NOW + timedelta(seconds=60)) == Tally(delivered=1)
    message.refresh_from_db()
    assert (message.tries, message.answer) == (2, "204")
    assert message.delivered == NOW + timedelta(seconds=60)


def test_a_redirect_is_not_followed(subscriber, message):
    subscriber.answers = [307]

    assert deliver(now=NOW) == Tally(waiting=1)
    assert len(subscriber.received) == 1
    message.refresh_from_db()
    assert (message.answer, message.delivered) == ("307", None)


@pytest.mark.parametrize(
    ("tries", "minutes"), [(1, 1), (2, 5), (3, 30), (4, 120), (5, 720), (7, 720)]
)
def test_pauses_grow(tries, minutes):
    assert pause(tries) == timedelta(minutes=minutes)


def test_after_so_many_tries_a_message_is_given_up(subscriber, message):
    subscriber.answers = [500]
    Delivery.objects.update(tries=MOST_TRIES - 1)

    assert deliver(now=NOW) == Tally(given_up=1)
    assert deliver(now=NOW + timedelta(days=30)) == Tally()


def test_what_waits_for_whoever_is_told_no_more_is_not_sent(subscriber, told, message, operator):
    unsubscribe(told, by=operator)

    assert deliver(now=NOW) == Tally()
    assert subscriber.received == []


def test_a_system_that_is_not_there_leaves_the_message_waiting(subscriber, message):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        message.subscription.url = f"http://127.0.0.1:{unused.getsockname()[1]}/"
        message.subscription.save()

        assert deliver(now=NOW) == Tally(waiting=1)
    message.refresh_from_db()
    assert message.answer == "ConnectionRefusedError"


def test_what_one_worker_has_claimed_another_does_not_take(message):
    assert _claim(NOW) == [message]
    assert _claim(NOW) == []


def test_what_a_killed_worker_had_claimed_is_due_again(subscriber, message):
    _claim(NOW)

    assert deliver(now=NOW + timedelta(minutes=15)) == Tally(delivered=1)


def test_no_transaction_is_held_while_a_message_is_on_its_way(subscriber, message, monkeypatch):
    depth = len(connection.savepoint_ids)
    seen = []
    monkeypatch.setattr(
        "tinhgon.reorganisation.events.delivering._sent",
        lambda lot, now: seen.append(len(connection.savepoint_ids)) or [],
    )

    deliver(now=NOW)

    assert seen == [depth]


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has one writer anyway")
def test_two_workers_send_each_message_once(committed, subscriber, register, operator, vietnam):
    from tinhgon.reorganisation.models import Package

    subscribe(subscriber.url, by=operator, secret=SECRET)
    package = Package.objects.create(code="thu", titles={"vi": "Thử"}, day=DAY)
    told = package.deliveries.model.objects
    subscription = told.model.subscription.field.related_model.objects.get()
    now = timezone.now()
    told.bulk_create(
        told.model(
            subscription=subscription, package=package, event="plan.enacted", at=now, due=now
        )
        for _ in range(60)
    )

    def work():
        try:
            deliver(now=NOW)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    workers[0].start()
    workers[1].start()
    workers[0].join()
    workers[1].join()

    sent = [headers["Tinhgon-Delivery"] for headers, _body in subscriber.received]
    assert len(sent) == len(set(sent)) == 60
    assert not due(NOW + timedelta(days=30)).exists()


# --- Where nothing is sent ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://example.vn/plans", "insecure"),
        ("ftp://example.vn/plans", "shape"),
        ("https://lan:mat-khau@example.vn/", "shape"),
        ("https:///plans", "shape"),
        ("https://example.vn:x/", "shape"),
        ("https://example.vn/\r\nX-Evil: 1", "shape"),
        ("https://127.0.0.1/", "inside"),
        ("https://10.1.2.3/", "inside"),
        ("https://169.254.169.254/latest/meta-data", "inside"),
        ("https://[::1]/", "inside"),
        ("https://[fd00::1]/", "inside"),
        ("https://[::ffff:10.1.2.3]/", "inside"),
        ("https://[64:ff9b::10.1.2.3]/", "inside"),
        ("https://[2002:a01:203::1]/", "inside"),
        ("https://0.0.0.0/", "inside"),
        ("https://224.0.0.1/", "inside"),
    ],
)
def test_an_address_to_which_nothing_is_sent(url, why):
    with pytest.raises(BadAddress) as refused:
        check_address(url)

    assert refused.value.why == why


@pytest.mark.parametrize("inside", ["127.0.0.1", "10.0.0.5", "::1", "fe80::1%eth0"])
def test_a_name_that_leads_inside_is_refused_when_it_is_used(monkeypatch, inside):
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 443)) for one in ("8.8.8.8", inside)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *asked, **options: found)
    monkeypatch.setattr(
        socket, "create_connection", lambda *to, **options: pytest.fail("connected")
    )

    with pytest.raises(BadAddress) as refused:
        post("https://friendly.example/", b"", {})

    assert refused.value.why == "inside"


def test_an_address_of_ipv6_outside_is_allowed():
    assert check_address("https://[2606:4700::1111]/").hostname == "2606:4700::1111"
    assert check_address("https://[64:ff9b::8.8.8.8]/").hostname == "64:ff9b::8.8.8.8"


def test_whoever_answers_letter_by_letter_is_not_waited_for(settings, monkeypatch):
    settings.WEBHOOKS_INSIDE = True
    monkeypatch.setattr(outside, "MOST_SECONDS", 0.3)
    done = threading.Event()

    def answer(listening):
        with listening.accept()[0] as caller:
            while not done.wait(0.02):
                caller.send(b"H")

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=answer, args=[listening], daemon=True).start()
        with pytest.raises(FAILURES):
            post(f"http://127.0.0.1:{listening.getsockname()[1]}/", b"{}", {})
        done.set()


def test_what_was_looked_at_is_what_is_connected_to(monkeypatch):
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("8.8.8.8", 443))]
    connected = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *asked, **options: found)

    def connect(address, timeout):
        connected.append((address, timeout))
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)

    with pytest.raises(ConnectionRefusedError):
        post("https://friendly.example/", b"", {})
    assert connected == [(("8.8.8.8", 443), 10)]


def test_plain_http_is_for_developers_alone(settings):
    settings.DEBUG = True

    assert check_address("http://example.vn/plans").hostname == "example.vn"
