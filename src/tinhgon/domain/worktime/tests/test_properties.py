"""Whatever the day, the number and the pauses: counts and sums agree."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tinhgon.domain.hours import read_hours
from tinhgon.domain.periods import Period
from tinhgon.domain.worktime.calendars import ONE_DAY, Calendar, differing
from tinhgon.domain.worktime.derivation import What, derive
from tinhgon.domain.worktime.office_time import OfficeTime
from tinhgon.domain.worktime.reckoning import Reckoning, due_day
from tinhgon.domain.worktime.terms import Measure, Pause, Term
from tinhgon.domain.worktime.tests.vietnam import ALL_KNOWN, ALMANAC

OFFICE = OfficeTime(ALL_KNOWN, read_hours("Mo-Fr 08:00-11:30,13:30-17:00; Sa 08:00-11:30"))
SECOND = timedelta(seconds=1)

days = st.dates(date(2019, 1, 1), date(2025, 12, 31))
calendars = st.sampled_from(
    [
        ALMANAC.known_at(known_at)
        for known_at in (date(2018, 1, 1), date(2024, 1, 1), date(2025, 12, 24), None)
    ]
)
numbers = st.integers(1, 120)
moments = st.datetimes(datetime(2019, 1, 1), datetime(2025, 12, 31)).map(
    lambda moment: moment.replace(microsecond=0)
)


@st.composite
def pauses(draw: st.DrawFn) -> Period:
    start = draw(st.dates(date(2019, 1, 1), date(2026, 3, 31)))
    return Period(start, start + timedelta(days=draw(st.integers(1, 40))))


@given(calendars, days, numbers)
def test_what_is_added_is_counted_and_taken_away_again(
    calendar: Calendar, day: date, number: int
) -> None:
    due = calendar.add(day, number)

    assert calendar.is_working(due)
    assert calendar.elapsed(day, due) == number
    assert calendar.subtract(due, number) == calendar.on_or_before(day)


@given(days, days)
def test_days_elapsed_are_the_working_days_one_by_one(one: date, other: date) -> None:
    first, last = sorted((one, other))
    single = [entry for entry in ALL_KNOWN.days(first + ONE_DAY, last + ONE_DAY) if entry.works]

    assert ALL_KNOWN.elapsed(first, last) == len(single)
    assert ALL_KNOWN.elapsed(last, first) == -len(single)


@given(days, days, numbers, numbers)
def test_what_comes_later_or_lasts_longer_is_not_due_earlier(
    one: date, other: date, fewer: int, more: int
) -> None:
    first, last = sorted((one, other))
    fewer, more = sorted((fewer, more))

    assert ALL_KNOWN.add(first, fewer) <= ALL_KNOWN.add(last, fewer)
    assert ALL_KNOWN.add(first, fewer) <= ALL_KNOWN.add(first, more)


@given(days, numbers, st.lists(pauses(), max_size=4))
def test_pauses_add_exactly_their_working_days(day: date, number: int, still: list[Period]) -> None:
    due = due_day(ALL_KNOWN, day, number, still)

    assert due is not None
    counted = [
        entry.day
        for entry in ALL_KNOWN.days(day + ONE_DAY, due + ONE_DAY)
        if entry.works and not any(entry.day in pause for pause in still)
    ]
    assert len(counted) == number
    assert counted[-1] == due


@given(days, numbers, calendars, calendars)
def test_only_a_day_that_differs_moves_a_due_date(
    day: date, number: int, before: Calendar, after: Calendar
) -> None:
    dues = sorted((before.add(day, number), after.add(day, number)))
    between = [d for d in differing(before, after) if day < d <= dues[1]]

    assert dues[0] == dues[1] or between


@given(days, numbers, st.sampled_from(["working-days", "days"]), st.lists(pauses(), max_size=3))
def test_what_is_told_is_what_is_due(
    day: date, number: int, measure: str, still: list[Period]
) -> None:
    reckoning = Reckoning(
        term=Term(number, Measure(measure)),
        received=datetime.combine(day, datetime.min.time()),
        calendar=ALL_KNOWN,
        pauses=tuple(
            Pause(
                datetime.combine(one.start or day, datetime.min.time()),
                datetime.combine(one.end or day, datetime.min.time()),
            )
            for one in still
        ),
    )
    derivation = derive(reckoning)
    told = [step.number for step in derivation.steps if step.what is What.COUNTED]

    assert told == [*range(1, number + 1)]
    assert derivation.steps[-1].day == derivation.due


@given(moments, st.integers(1, 200 * 3600))
def test_office_seconds_are_added_and_counted(moment: datetime, seconds: int) -> None:
    start = OFFICE.position(moment)
    end = OFFICE.at(start + seconds)

    assert OFFICE.position(end) == start + seconds
    assert OFFICE.position(end - SECOND) == start + seconds - 1


@given(moments, st.integers(1, 100), moments, st.integers(0, 300 * 3600))
def test_what_is_told_of_hours_is_the_term(
    received: datetime, hours: int, paused: datetime, seconds: int
) -> None:
    reckoning = Reckoning(
        term=Term(hours, Measure.WORKING_HOURS),
        received=received,
        calendar=ALL_KNOWN,
        pauses=(Pause(paused, paused + timedelta(seconds=seconds)),),
        office=OFFICE,
    )
    derivation = derive(reckoning)

    assert sum(step.number or 0 for step in derivation.steps) == hours * 3600
    assert derivation.due == derivation.steps[-1].day
