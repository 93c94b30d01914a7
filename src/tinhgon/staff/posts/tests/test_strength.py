"""How many posts are set up and how many people are in them, on any day, of a whole part."""

from datetime import date

from tinhgon.staff.conftest import KIND, MAY, SPRING
from tinhgon.staff.models import Basis
from tinhgon.staff.posts.strength import strengths, together


def test_posts_and_people_are_counted_by_unit(staffed, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = strengths(SPRING, "P01")

    assert (found["DM"].posts[KIND], found["DM"].present[KIND]) == (3, 3)
    assert (found["TM"].posts[KIND], found["TM"].present[KIND]) == (1, 0)
    assert together(found).posts[KIND] == 4


def test_nobody_is_present_before_their_day(staffed):
    assert strengths(date(2025, 2, 28), "P01")["DM"].present[KIND] == 2


def test_whoever_holds_a_post_concurrently_fills_it_and_is_counted_at_home(staffed):
    staffed.assign(staffed.mai, "tm-chair", MAY, basis=Basis.CONCURRENT)

    found = strengths(MAY, "P01")

    assert (found["TM"].filled[KIND], found["TM"].present[KIND]) == (1, 0)


def test_whoever_acts_fills_no_post(staffed):
    staffed.assign(staffed.son, "tm-chair", MAY, basis=Basis.ACTING)

    assert strengths(MAY, "P01")["TM"].filled[KIND] == 0
