"""What somebody is told in the program: on which occasions, of whose works; how many are new."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localdate

from tinhgon.accounts import actions as accounts
from tinhgon.accounts.models import Grant
from tinhgon.domain.standards import body_key
from tinhgon.registry.models import Unit
from tinhgon.staff.posts import actions as posts
from tinhgon.work import actions
from tinhgon.work.conftest import JUNE, at
from tinhgon.work.custody import actions as custody
from tinhgon.work.custody.tests.world import headed
from tinhgon.work.listing.desks import Reader
from tinhgon.work.models import Reading, Reminders
from tinhgon.work.reminding.unread import mark_read, unread
from tinhgon.work.reminding.watching import watcher_of, watchers
from tinhgon.work.reminding.windows import cut_now


@pytest.fixture
def read():
    """Somebody has read everything that there is on a day."""
    return lambda user, on: mark_read(user, cut_now(on))


def test_a_work_that_came_is_told_to_the_unit_and_to_whoever_does_it(people, works):
    works.issue(title="ours")
    works.issue(title="hers", officer=works.bodies.thu)

    assert people.told(people.lan, JUNE[2]) == [("came", "hers"), ("came", "ours")]
    assert people.told(people.thu, JUNE[2]) == [("came", "hers")]
    assert people.told(people.an, JUNE[2]) == []


def test_what_went_on_to_another_unit_is_told_there_and_no_longer_here(people, works):
    works.hand_over(works.issue(title="gone"), unit=works.tay_mo)

    assert people.told(people.lan, JUNE[2]) == []


@pytest.mark.parametrize(
    ("on", "told"),
    [(4, False), (5, True), (8, True), (10, True)],
)
def test_so_many_working_days_before_it_is_due_one_is_told(people, works, on, told):
    people.choose(people.lan, came="none", days=[3])
    works.issue(title="Tuesday the 10th")

    assert bool(people.told(people.lan, JUNE[on])) is told


@pytest.mark.parametrize(("on", "told"), [(11, False), (12, True)])
def test_due_on_a_sunday_the_days_are_counted_back_from_friday(people, works, on, told):
    people.choose(people.lan, came="none", days=[1])
    works.issue(title="Sunday the 15th", due=JUNE[15])

    assert bool(people.told(people.lan, JUNE[on])) is told


def test_of_several_reminders_of_one_work_the_latest_stands(people, works):
    people.choose(people.lan, came="none", days=[3, 1])
    works.issue(title="Tuesday the 10th")

    assert people.told(people.lan, JUNE[9]) == [("due", "Tuesday the 10th")]


def test_it_is_late_on_the_day_after_it_was_due_unless_it_was_reported(people, works):
    people.choose(people.lan, came="none")
    works.issue(title="late")
    works.report(works.issue(title="reported"), at(9))

    assert ("late", "late") not in people.told(people.lan, JUNE[10])
    assert people.told(people.lan, JUNE[11]) == [("late", "late")]


def test_a_report_waits_for_whoever_gave_it_until_it_is_answered(people, works):
    work = works.issue(title="done")
    works.report(work, at(3))

    assert people.told(people.huong, JUNE[3]) == [("report", "done")]
    assert ("report", "done") not in people.told(people.lan, JUNE[3])

    works.send_back(work, at(4))

    assert people.told(people.lan, JUNE[4])[0] == ("answered", "done")
    assert people.told(people.huong, JUNE[4]) == [("answered", "done")]


def test_more_time_waits_for_a_decision_until_it_is_made(people, works):
    work = works.issue(title="longer")
    asked = actions.ask_extension(
        work, by=works.by, on=JUNE[3], until=JUNE[20], reason="Chờ số liệu"
    )

    assert people.told(people.huong, JUNE[3]) == [("extension", "longer")]

    actions.decide_extension(asked, by=works.by, on=JUNE[4], granted=False)

    assert people.told(people.huong, JUNE[4]) == []


@pytest.fixture
def of_the_city(people, works, bodies, operator):
    """An directs all of the city; its committee gave a work that was reported and is to last on."""
    committee, department = (
        Unit.objects.get(key=body_key("P01", one)) for one in ("people-committee", "home-affairs")
    )
    headed([department.key])
    accounts.grant(
        people.an, by=operator, role="chair", on=date(2025, 1, 1), unit=works.bodies.books.city
    )
    now = timezone.now()
    given = {"giver": committee, "leads": [department], "due": now.date() + timedelta(days=20)}
    longer, done = (
        works.issue(now - timedelta(hours=hours), title=title, **given)
        for title, hours in (("longer", 5), ("done", 4))
    )
    asked = {"until": now.date() + timedelta(days=30), "reason": "Chờ số liệu"}
    actions.ask_extension(longer, by=works.by, on=localdate(), **asked)
    works.report(done, now - timedelta(hours=3))
    return committee


def test_whoever_directs_an_area_is_told_of_what_its_committee_gave(people, of_the_city):
    told = people.told(people.an, localdate())

    assert {("report", "done"), ("extension", "longer")} <= {*told}
    assert not {("report", "done"), ("extension", "longer")} & {
        *people.told(people.lan, localdate())
    }
    assert of_the_city.pk in watchers(localdate())[people.an.pk].directed


def test_a_council_directs_no_area_so_that_its_works_are_not_those_of_the_area(
    people, of_the_city, django_assert_num_queries
):
    council = Unit.objects.get(key=body_key("P01", "council"))
    reader = Reader(people.an, localdate())
    assert unread(reader)

    with django_assert_num_queries(5):  # the same as for whoever directs one unit
        unread(reader)

    assert council.pk not in watcher_of(reader).directed
    assert of_the_city.pk in watcher_of(reader).directed


def test_whoever_did_something_is_not_told_of_it(people, works):
    work = works.issue()
    actions.comment(work, by=people.lan, at=at(3), words="Đang làm")

    assert people.told(people.huong, JUNE[3]) == [("answered", work.title)]
    assert people.told(people.lan, JUNE[3]) == [("came", work.title)]


def test_only_what_was_chosen_is_told(people, works):
    works.issue(title="ours")
    works.issue(title="hers", officer=works.bodies.thu)

    people.choose(people.lan, came="none")
    people.choose(people.thu, own=False)

    assert people.told(people.lan, JUNE[2]) == []
    assert people.told(people.thu, JUNE[2]) == []


def test_nothing_is_told_once_a_role_has_ended(people, works, operator):
    works.issue()
    given = Grant.objects.get(user=people.lan, role="unit-head")
    accounts.end_grant(given, by=operator, on=JUNE[5], reason="điều động")

    assert people.told(people.lan, JUNE[4]) != []
    assert people.told(people.lan, JUNE[5]) == []


def test_whoever_was_transferred_is_told_nothing_of_the_old_unit(people, works, operator):
    works.bodies.mai.user = people.an
    works.bodies.mai.save()
    people.choose(people.an, due="none")
    works.issue(title="of Đại Mỗ")
    works.hand_over(works.issue(title="of Tây Mỗ"), unit=works.tay_mo)
    posts.transfer(works.bodies.mai, by=operator, to=works.bodies.posts["tm-chair"], on=JUNE[5])

    assert people.told(people.an, JUNE[4]) == [("came", "of Đại Mỗ")]
    assert people.told(people.an, JUNE[5]) == [("came", "of Tây Mỗ")]


def test_a_deputy_is_told_while_somebody_is_away(people, works, operator):
    works.issue(title="his", officer=works.bodies.son)
    away = {"deputy": works.bodies.thu, "on": JUNE[4], "until": JUNE[6], "reason": "Nghỉ phép"}
    custody.delegate(works.bodies.son, by=operator, **away)

    assert people.told(people.thu, JUNE[3]) == []
    assert people.told(people.thu, JUNE[4]) == [("came", "his")]
    assert people.told(people.thu, JUNE[6]) == []


def test_what_was_read_is_new_no_more_and_what_comes_after_is(people, works, read):
    work = works.issue()
    reader = Reader(people.lan, JUNE[2])
    assert unread(reader) == 1

    read(people.lan, JUNE[2])
    assert unread(reader) == 0

    actions.comment(work, by=works.by, at=at(3), words="Khi nào xong?")
    assert unread(Reader(people.lan, JUNE[3])) == 1
    assert unread(Reader(people.lan, JUNE[5])) == 2  # three working days before it is due


def test_nothing_is_kept_of_whoever_chose_nothing_and_read_nothing(people, works):
    works.issue()

    assert people.told(people.lan, JUNE[2]) != []
    assert not Reminders.objects.exists()
    assert not Reading.objects.exists()


def test_new_notices_are_counted_in_one_query(people, works, django_assert_num_queries):
    for _ in range(12):
        works.issue()
    reader = Reader(people.lan, JUNE[2])
    assert unread(reader) == 12

    # the person, the register, their units, the day from which, the count
    with django_assert_num_queries(5):
        unread(reader)
