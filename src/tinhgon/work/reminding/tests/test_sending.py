"""E-mails of reminders: to whom, when, once; what failed is tried again; how many queries."""

from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tinhgon.accounts import actions as accounts
from tinhgon.accounts.models import Grant
from tinhgon.work import actions
from tinhgon.work.conftest import JUNE, at
from tinhgon.work.models import Letter
from tinhgon.work.reminding.rounds import rounds
from tinhgon.work.reminding.sending import MOST_TRIES, pause, remind


class Down(EmailBackend):
    """A server of e-mail that hangs up."""

    def send_messages(self, messages):
        raise SMTPServerDisconnected("hung up")


@pytest.fixture
def down(settings):
    """Make the server of e-mail hang up, or work again."""

    def made(is_down):
        works = "django.core.mail.backends.locmem.EmailBackend"
        settings.EMAIL_BACKEND = f"{Down.__module__}.Down" if is_down else works

    return made


def recipients(mailoutbox):
    return sorted(one.to[0] for one in mailoutbox)


def test_what_is_wanted_at_once_is_sent_at_once_and_once(begun, works, mailoutbox):
    begun.choose(begun.lan, came="at-once", language="en")
    work = works.issue(title="Rà soát nhà văn hóa", when=at(2, 9))

    first, second = remind(at(2, 10)), remind(at(2, 10) + timedelta(minutes=5))

    assert (first.sent, second.sent) == (1, 0)
    (email,) = mailoutbox
    assert email.to == ["lan@example.vn"]
    assert "Rà soát nhà văn hóa" in email.subject
    assert f"/en/work/{work.key}/" in email.body
    assert "10 June 2025" in email.body
    assert "Đại Mỗ" in email.body


def test_an_email_speaks_the_language_that_was_chosen(begun, works, mailoutbox):
    begun.choose(begun.lan, came="at-once", language="vi")
    works.issue(when=at(2, 9))

    remind(at(2, 10))

    assert "10/06/2025" in mailoutbox[0].body
    assert "Hạn" in mailoutbox[0].body


def test_what_is_wanted_daily_is_sent_once_a_day_in_the_morning(begun, works, mailoutbox):
    works.issue(title="first", when=at(2, 9))
    remind(at(2, 10))
    works.issue(title="second", when=at(2, 11))

    assert remind(at(3, 6)).sent == 0
    assert remind(at(3, 7)).sent == 1
    assert remind(at(3, 9)).sent == 0
    assert "first" in mailoutbox[0].body
    assert "second" in mailoutbox[0].body


def test_at_the_weekend_no_daily_email_is_sent_and_on_monday_nothing_is_missing(
    begun, works, mailoutbox
):
    remind(at(6, 7))
    works.issue(title="Friday's", when=at(6, 15), due=JUNE[30])

    assert remind(at(7, 8)).sent == 0
    assert remind(at(8, 8)).sent == 0
    assert remind(at(9, 8)).sent == 1
    assert "Friday's" in mailoutbox[0].subject


def test_a_letter_that_failed_is_sent_later_and_only_once(begun, works, mailoutbox, down):
    begun.choose(begun.lan, came="at-once")
    works.issue(when=at(2, 9))
    down(True)
    assert remind(at(2, 10)).waiting == 1
    assert Letter.objects.get().answer == "SMTPServerDisconnected"

    down(False)
    assert remind(at(2, 10) + timedelta(minutes=1)).sent == 0
    assert remind(at(2, 10) + pause(1)).sent == 1
    assert remind(at(2, 12)).sent == 0
    assert recipients(mailoutbox) == ["lan@example.vn"]


def test_a_letter_is_given_up_after_many_tries(begun, works, down):
    begun.choose(begun.lan, came="at-once", due="none", late="none")
    works.issue(when=at(2, 9))
    remind(at(2, 10))
    Letter.objects.update(sent=None, tries=MOST_TRIES - 1, due=at(2, 11))
    down(True)

    assert remind(at(2, 11)).given_up == 1
    assert remind(at(3, 6)).given_up == 0


def test_what_a_killed_worker_took_is_not_sent_again(begun, works, mailoutbox):
    begun.choose(begun.lan, came="at-once")
    works.issue(when=at(2, 9))
    remind(at(2, 10))
    Letter.objects.update(sent=None, due=None)

    assert remind(at(2, 23)).sent == 0


def test_a_daily_letter_that_failed_goes_into_that_of_the_next_day(begun, works, mailoutbox, down):
    works.issue(title="first", when=at(2, 9))
    down(True)
    remind(at(3, 8))
    works.issue(title="second", when=at(3, 9))
    Letter.objects.update(due=at(4, 8))
    down(False)

    assert remind(at(4, 8)).sent == 1
    assert "first" in mailoutbox[0].body
    assert "second" in mailoutbox[0].body


def test_a_letter_tells_nothing_that_may_not_be_seen_when_it_is_sent(
    begun, works, mailoutbox, operator, down
):
    begun.choose(begun.lan, came="at-once")
    works.issue(when=at(2, 9))
    down(True)
    remind(at(2, 23))
    down(False)
    given = Grant.objects.get(user=begun.lan, role="unit-head")
    accounts.end_grant(given, by=operator, on=JUNE[3], reason="điều động")

    done = remind(at(3, 5))

    assert (done.sent, done.nothing) == (0, 1)
    assert not Letter.objects.exists()


def test_a_closed_account_and_an_invented_person_get_no_email(begun, works, mailoutbox, operator):
    begun.choose(begun.lan, came="at-once")
    begun.choose(begun.thu, came="at-once")
    works.issue(when=at(2, 9), officer=works.bodies.thu)
    accounts.close_account(begun.lan, by=operator, reason="nghỉ hưu")
    type(begun.thu).objects.filter(pk=begun.thu.pk).update(invented=True)

    assert remind(at(2, 10)).sent == 0


def test_more_time_is_told_at_once_to_whoever_decides(begun, works, mailoutbox):
    work = works.issue(when=at(2, 9))
    actions.ask_extension(work, by=works.by, on=JUNE[2], until=JUNE[20], reason="Chờ số liệu")

    remind(at(2, 10))

    assert recipients(mailoutbox) == ["huong@example.vn"]


def test_a_break_in_a_title_makes_no_header(begun, works, mailoutbox):
    begun.choose(begun.lan, came="at-once")
    works.issue(title="Rà soát\r\nBcc: an@example.vn", when=at(2, 9))

    remind(at(2, 10))

    assert mailoutbox[0].recipients() == ["lan@example.vn"]
    assert "\n" not in mailoutbox[0].subject


def test_whatever_stops_a_round_before_its_end_it_begins_again(begun, works, mailoutbox, mocker_of):
    begun.choose(begun.lan, came="at-once")
    works.issue(when=at(2, 9))
    mocker_of(Letter.objects, "bulk_create")
    with pytest.raises(RuntimeError):
        remind(at(2, 10))
    mocker_of.undo()

    assert remind(at(2, 10)).sent == 1


@pytest.fixture
def mocker_of(monkeypatch):
    """Let a function fail, until it is undone."""

    def failing(*_given, **_more):
        raise RuntimeError("killed")

    def put(owner, name):
        monkeypatch.setattr(owner, name, failing)

    put.undo = monkeypatch.undo
    return put


def test_twenty_people_with_many_works_take_as_many_queries_as_two(
    begun, works, operator, mailoutbox
):
    def heads(many, prefix):
        for number in range(many):
            person = accounts.open_account(
                f"{prefix}{number}@example.vn", by=operator, name=f"{prefix} {number}"
            )
            accounts.grant(person, by=operator, role="unit-head", on=JUNE[1], unit=works.dai_mo)
            begun.choose(person, came="at-once")

    def queries(hour):
        with CaptureQueriesContext(
            connection,
        ) as seen:
            remind(at(2, hour))
        return len(seen)

    heads(2, "a")
    works.issue(when=at(2, 9))
    few = queries(10)
    heads(18, "b")
    for minute in range(15):
        works.issue(when=at(2, 11) + timedelta(minutes=minute))
    many = queries(12)

    assert len(mailoutbox) == 2 + 20
    assert many <= few


def test_a_round_that_was_written_is_due_no_more(begun, works):
    works.issue(when=at(2, 9))

    assert [one.stream.value for one in rounds(at(2, 10))] == ["at-once"]
    remind(at(2, 10))
    assert [*rounds(at(2, 10))] == []
