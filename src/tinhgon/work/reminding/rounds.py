"""A round of reminders: who is written to about what came since the round before, at most once.

Where the round begins and ends is kept with its letters in one transaction; so whatever stops it,
nothing is passed over and nobody is written to twice.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError
from django.utils.timezone import localdate, localtime

from tinhgon.domain.worktime.calendars import OutsideCalendar
from tinhgon.temporal.gate import behind_gate
from tinhgon.work.calendar.keeping import now as calendar
from tinhgon.work.models import Channel, Letter, Told
from tinhgon.work.reminding.happenings import Notice, addressed, days_of, notices, watched
from tinhgon.work.reminding.watching import Watcher, watchers
from tinhgon.work.reminding.windows import MADE_UP_FOR, Cut, Window, cut_now

STREAMS = (Channel.AT_ONCE, Channel.DAILY)
DAILY_HOUR = 7
"""From this hour of a working day on the daily e-mail is sent."""

IN_A_LETTER = 50
"""So many notices stand in one e-mail; it says how many more there are."""

KEPT_FOR = timedelta(days=90)
"""So long it is known which letters were sent."""

Said = dict[int, tuple[list[Notice], int]]


@dataclass(frozen=True)
class Round:
    """A stream and the window that is next in it; `before` is the row that says where it begins."""

    stream: Channel
    window: Window
    before: Told | None = None


def rounds(at: datetime) -> Iterator[Round]:
    """The rounds that are due at an instant: there is something new, or a day began.

    For the cut nobody is in the middle of writing: what is written later has higher numbers.
    """
    with behind_gate(alone=True):
        last = cut_now(localdate(at))
    for stream in STREAMS:
        before = Told.objects.filter(stream=stream.value).order_by("-day").first()
        after = Cut.of(before) if before else Cut(last.day - timedelta(days=1), **last.rows)
        may_begin = stream is Channel.AT_ONCE or (after.day < last.day and _is_morning(at))
        if after < last and may_begin:
            begins = max(after.day, last.day - MADE_UP_FOR)
            yield Round(stream, Window(Cut(begins, **after.rows), last), before)


def write(one: Round, at: datetime) -> int:
    """Write the letters of a round, to be sent from now on; how many.

    None where another round was quicker.
    """
    known = watchers(one.window.last.day)
    watches = [watch for person in known.values() for watch in person.watches([one.stream])]
    with watched(watches):
        users = addressed(one.window, days_of(watches))
    try:
        with behind_gate(alone=False):
            return _write(one, users, at) if _is_first(one) else 0
    except IntegrityError:  # the other wrote the row of the day first
        return 0


def said(one: Round, people: Collection[Watcher]) -> Said:
    """What a letter of a round says to each of these people; one query."""
    watches = [watch for person in people for watch in person.watches([one.stream])]
    with watched(watches):
        return notices("", one.window, days_of(watches), IN_A_LETTER)


def round_of(letter: Letter) -> Round:
    """The stream and window that a letter tells of."""
    numbers = {name: getattr(letter, f"after_{name}") for name in ("event", "custody", "extension")}
    window = Window(Cut(letter.after_day, **numbers), Cut.of(letter))
    return Round(Channel(letter.stream), window)


def _is_first(one: Round) -> bool:
    """Move the place up to which a stream was told; False where that was moved meanwhile."""
    last, after = one.window.last, one.window.after
    if one.before and one.before.day == last.day:
        same = Told.objects.filter(pk=one.before.pk, **after.rows)
        return same.update(**last.rows) == 1
    Told.objects.create(stream=one.stream.value, day=last.day, **last.rows)
    return True


def _write(one: Round, users: Sequence[int], at: datetime) -> int:
    afters = dict.fromkeys(users, one.window.after)
    if one.stream is Channel.DAILY:
        afters |= _taken_along(users)
        _forget(one.window.last.day)
    last = one.window.last
    made = [
        Letter(
            user_id=user,
            stream=one.stream.value,
            due=at,
            day=last.day,
            after_day=after.day,
            **last.rows,
            **{f"after_{name}": number for name, number in after.rows.items()},
        )
        for user, after in afters.items()
    ]
    return len(Letter.objects.bulk_create(made, batch_size=1000))


def _taken_along(users: Sequence[int]) -> dict[int, Cut]:
    """Daily letters that could not be sent yet go into those of today; where each began."""
    waiting = Letter.objects.filter(
        stream=Channel.DAILY.value, due__isnull=False, user__in=users
    ).order_by("-day")
    found = {one.user_id: round_of(one).window.after for one in waiting}
    waiting.delete()
    return found


def _forget(on: date) -> None:
    Letter.objects.filter(due=None, day__lt=on - KEPT_FOR).delete()


def _is_morning(at: datetime) -> bool:
    """Whether the daily e-mail is sent now: on a working day, once it has begun."""
    here = localtime(at)
    try:
        works = calendar()[1].is_working(here.date())
    except OutsideCalendar:
        works = True
    return works and here.hour >= DAILY_HOUR
