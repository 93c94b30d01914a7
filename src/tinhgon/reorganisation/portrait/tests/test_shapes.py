"""From how many to how many."""

from datetime import date

from django.utils.translation import override

from tinhgon.registry.directory import directory
from tinhgon.registry.tests.pages import words
from tinhgon.reorganisation.portrait.shapes import shapes
from tinhgon.reorganisation.rearrangement.reading import rearrangement

DAY = date(2025, 7, 1)


def told(done, jurisdiction):
    with override("en"):
        return [
            (shape.is_old, [(bar.words, bar.count) for bar in shape.bars])
            for shape in shapes(done, jurisdiction)
        ]


def test_sources_of_new_units_and_successors_of_old_ones_are_counted(in_effect):
    found = told(rearrangement(in_effect), directory().jurisdiction)

    assert found == [
        (False, [("1 old unit", 0), ("2 old units", 3)]),
        (True, [("1 new unit", 3), ("2 new units", 0), ("3 new units", 1)]),
    ]


def test_a_unit_that_goes_on_counts_itself(vietnam_units):
    done = vietnam_units(["A", "B"], ["A"], [("B", "A")])

    assert told(done, directory().jurisdiction) == [
        (False, [("1 old unit", 0), ("2 old units", 1)]),
        (True, [("1 new unit", 1)]),
    ]


def test_very_many_are_counted_together(vietnam_units):
    old = [f"O{number}" for number in range(11)]
    done = vietnam_units(old, ["N"], [(key, "N") for key in old])

    (_new, bars), _old = told(done, directory().jurisdiction)

    assert bars[-1] == ("8 old units and more", 1)
    assert len(bars) == 8


def test_the_longest_bar_is_full_and_the_others_in_proportion(in_effect):
    _new, old = shapes(rearrangement(in_effect), directory().jurisdiction)

    assert [bar.length for bar in old.bars] == [200, 0, 66.7]


def test_the_page_of_a_package_shows_both(in_effect, show):
    page = show("/plans/reform/").select_one("section[aria-labelledby=shapes-title]")

    assert words(page, "tbody tr")[-1] == "3 new units 1"
    assert words(page, "caption") == [
        "New units, by how many old ones they come from: Communes",
        "Old units, by how many new ones they went to: Communes",
    ]


def test_the_same_in_vietnamese(in_effect, show):
    page = show("/plans/reform/", language="vi")

    assert words(page, "section[aria-labelledby=shapes-title] tbody tr")[-1] == "3 đơn vị mới 1"


def test_where_nothing_passed_it_is_not_there(draft, operator, world, show):
    from tinhgon.domain.structure.operations.rename import Rename
    from tinhgon.reorganisation import actions

    package = draft("renamed", Rename(unit="TM", name="Tây Mới"))
    actions.enact(package, by=operator, on=world.day)

    assert show("/plans/renamed/").select("#shapes-title") == []
