"""Who is the head: exactly one name, or who acts, or that it is vacant."""

from datetime import date

from tinhgon.staff.conftest import JUNE, MAY, NEW_YEAR
from tinhgon.staff.models import Assignment, Basis
from tinhgon.staff.posts import actions
from tinhgon.staff.posts.heads import Headed, heads


def head(unit, on):
    found = heads([unit], on)[unit]
    return found.state, found.name


def test_a_unit_is_headed_by_whoever_holds_the_post(staffed):
    assert head("DM", MAY) == (Headed.BY_HEAD, "Đinh Thị Mai")


def test_before_its_post_was_set_up_a_unit_has_none(staffed):
    assert head("DM", date(2024, 12, 31)) == (Headed.NO_POST, "")
    assert head("DM", NEW_YEAR) == (Headed.BY_HEAD, "Đinh Thị Mai")


def test_a_post_that_nobody_holds_is_vacant(staffed):
    assert head("TM", MAY) == (Headed.VACANT, "")


def test_where_nobody_holds_the_post_whoever_acts_is_named(staffed):
    staffed.assign(staffed.son, "tm-chair", MAY, basis=Basis.ACTING)

    assert head("TM", date(2025, 4, 30)) == (Headed.VACANT, "")
    assert head("TM", MAY) == (Headed.BY_ACTING, "Hồ Văn Sơn")


def test_the_holder_is_the_head_even_while_somebody_acts(staffed):
    staffed.assign(staffed.son, "dm-chair", MAY, basis=Basis.ACTING)

    assert head("DM", MAY) == (Headed.BY_HEAD, "Đinh Thị Mai")


def test_a_unit_formed_of_two_has_no_head_until_one_is_left(staffed):
    actions.transfer(staffed.son, by=staffed.by, to=staffed.posts["tm-chair"], on=NEW_YEAR)
    placed = staffed.posts["tm-chair"].placements.get()
    placed.unit = staffed.books.dai_mo  # as a reorganisation moves it
    placed.save()

    assert head("DM", MAY) == (Headed.SEVERAL, "")
    assert heads(["DM"], MAY)["DM"].names == ("Đinh Thị Mai", "Hồ Văn Sơn")
    held = Assignment.objects.get(post=staffed.posts["dm-chair"])
    actions.relieve(held, by=staffed.by, on=JUNE, reason="sắp xếp")
    assert head("DM", JUNE) == (Headed.BY_HEAD, "Hồ Văn Sơn")


def test_many_units_are_asked_at_once(staffed, django_assert_num_queries):
    with django_assert_num_queries(3):
        assert len(heads(["P01", "D019", "DM", "TM"], MAY)) == 4
