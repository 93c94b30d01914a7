"""The heads of units that become one: both hold their posts until one is left, and it is said."""

import pytest

from tinhgon.domain.norms.rules import posts_of_ended_unit, several_heads
from tinhgon.domain.structure.operations.consolidate import Consolidate
from tinhgon.domain.structure.units import Unit
from tinhgon.norms.reading import world_on
from tinhgon.reorganisation import actions
from tinhgon.staff.conftest import books, empty_books, staffed  # noqa: F401 - fixtures
from tinhgon.staff.models import Assignment
from tinhgon.staff.posts import actions as posts
from tinhgon.staff.posts.heads import Headed, heads

NEW = Unit("DMTM", "commune", "phường", "Đại Tây", "00640", "D019")


@pytest.fixture
def merged(world, staffed, draft, operator):  # noqa: F811
    """Ms Mai heads Đại Mỗ and Mr Sơn Tây Mỗ until the two become one ward."""
    posts.transfer(staffed.son, by=operator, to=staffed.posts["tm-chair"], on=world.eve)
    package = draft("merged", Consolidate(sources=("DM", "TM"), successor=NEW))
    actions.enact(package, by=operator, on=world.day)
    return staffed


def test_both_are_named_as_heads_of_the_merged_unit(world, merged):
    assert heads(["DM"], world.eve)["DM"].name == "Đinh Thị Mai"

    head = heads(["DMTM"], world.day)["DMTM"]

    assert (head.state, head.name) == (Headed.SEVERAL, "")
    assert {*head.names} == {"Đinh Thị Mai", "Hồ Văn Sơn"}


def test_the_page_of_the_merged_unit_names_both_to_everybody(world, merged, show):
    page = show("/units/DMTM/posts/", on=world.day).get_text(" ", strip=True)

    assert "Several hold the post of the head: Đinh Thị Mai, Hồ Văn Sơn" in page


def test_of_those_who_do_not_lead_nobody_is_named_to_everybody(world, merged, show):
    page = show("/units/DMTM/posts/", on=world.day).get_text(" ", strip=True)

    assert "Vũ Thị Thu" not in page


def test_the_norm_finds_one_head_too_many(world, merged):
    assert [*several_heads.check(world_on(world.eve))] == []

    (found,) = several_heads.check(world_on(world.day))

    assert (found.units, found.found, found.limit) == (("DMTM",), 2, 1)


def test_once_one_is_relieved_the_other_is_the_head(world, merged, operator):
    held = Assignment.objects.get(post=merged.posts["dm-chair"])
    posts.relieve(held, by=operator, on=world.day, reason="sắp xếp")

    assert heads(["DMTM"], world.day)["DMTM"].name == "Hồ Văn Sơn"
    assert [*several_heads.check(world_on(world.day))] == []


def test_the_norm_finds_no_posts_of_ended_units_after_a_reorganisation(world, merged):
    assert [*posts_of_ended_unit.check(world_on(world.day))] == []


def test_it_finds_those_of_units_whose_end_is_enacted_and_not_in_effect(world, books, enacted):  # noqa: F811
    found = [*posts_of_ended_unit.check(world_on(world.day))]

    assert {(one.units, one.found) for one in found} == {
        (("D019",), 20),
        (("DM",), 12),
        (("TM",), 8),
    }
