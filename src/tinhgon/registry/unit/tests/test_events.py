"""What a unit came from and what became of it, in sentences, rows and pictures."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.utils.timezone import get_current_timezone
from django.utils.translation import override

from tinhgon.domain.structure.levels import Aspect
from tinhgon.registry.directory import Edge, directory
from tinhgon.registry.unit.event_picture import draw, drawn, label
from tinhgon.registry.unit.events import Event, events_in, events_out, extent_words
from tinhgon.ui.asked import Asked

DAY = date(2025, 7, 1)
EDGE = Edge(DAY, "A", "B", "part", None, True, "form", None, "")


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def came_in(key):
    (event,) = events_in(directory(), key, Asked(DAY))
    return event


def went_out(key):
    (event,) = events_out(directory(), key, Asked(DAY))
    return event


def rows(event):
    return [(row.name, row.extent, row.names_elsewhere) for row in event.rows]


def test_what_was_formed_from_several_says_so(in_effect):
    event = came_in("DM-new")

    assert event.heading == "2 wards became one"
    assert event.sentence == "Formed from Phường Mễ Trì (all of it), Phường Đại Mỗ (a part)."


def test_rows_say_how_much_and_where_the_rest_went_wholes_first(in_effect):
    assert rows(came_in("DM-new")) == [
        ("Phường Mễ Trì", "all of it", ""),
        ("Phường Đại Mỗ", "a part", "Phường Tây Mỗ, Phường Dương Nội"),
    ]


def test_what_went_into_several_says_what_else_each_took_in(in_effect):
    event = went_out("DM")

    assert event.heading == "It went into 3 wards"
    assert rows(event) == [
        ("Phường Tây Mỗ", "a part", "Phường Tây Mỗ"),
        ("Phường Đại Mỗ", "a part", "Phường Mễ Trì"),
        ("Phường Dương Nội", "a part, only the land", "Phường Dương Nội"),
    ]


def test_what_went_whole_into_one_is_named(in_effect):
    assert went_out("MT").heading == "It went into Phường Đại Mỗ"


def test_a_level_that_ended_is_followed_by_those_below(in_effect):
    event = went_out("D019")

    assert event.heading == "Its 4 wards went into 4 wards"
    assert ("Phường Xuân Phương", "all of it", "Phường Xuân Phương") in rows(event)
    assert (
        "Phường Đại Mỗ",
        "a part",
        "Phường Tây Mỗ, Phường Đại Mỗ, Phường Dương Nội",
    ) in rows(event)


def test_each_unit_below_has_one_row_however_many_ways_it_went(in_effect):
    names = [row.name for row in went_out("D019").rows]

    assert sorted(names) == sorted(set(names))


def test_a_unit_that_goes_on_and_has_no_successions_has_no_events(in_effect):
    assert events_in(directory(), "XP", Asked(DAY)) == []
    assert events_out(directory(), "XP", Asked(DAY)) == []


@pytest.mark.parametrize(
    ("carries", "words"),
    [
        (None, "a part"),
        ({Aspect.LAND, Aspect.PEOPLE}, "a part"),
        ({Aspect.LAND}, "a part, only the land"),
        ({Aspect.PEOPLE}, "a part, only the people"),
    ],
)
def test_land_and_people_are_named_where_they_part(carries, words):
    assert extent_words(replace(EDGE, carries=carries and frozenset(carries))) == words


def test_the_picture_has_the_old_at_the_left_and_the_new_at_the_right(in_effect):
    flow = draw(came_in("DM-new"))

    assert [bar.node.label for bar in flow.left] == ["Phường Mễ Trì", "Phường Đại Mỗ"]
    assert [bar.node.label for bar in flow.right] == ["Phường Đại Mỗ"]
    assert flow.left[1].node.note == "00634, a part, the rest to Tây Mỗ, Dương Nội"


def test_the_unit_of_the_page_is_no_link_in_its_picture(in_effect):
    flow = draw(came_in("DM-new"))

    assert [bar.node.url for bar in flow.right] == [""]
    assert flow.left[0].node.url == "/en/units/MT/?on=2025-07-01"


def test_the_picture_says_in_words_what_it_shows(in_effect):
    assert label(went_out("DM")) == "It went into 3 wards, 1 July 2025. The table has the same."


def test_more_than_sixty_units_are_not_drawn_and_the_rest_is_counted(in_effect):
    register, ward = directory(), directory().entries["DM"][0]
    edges = [replace(EDGE, predecessor=f"X{n}", successor="DM-new") for n in range(100)]
    register.entries.update({f"X{n}": [replace(ward, unit=f"X{n}")] for n in range(100)})

    event = Event(register, "DM-new", "in", DAY, tuple(edges), Asked(DAY))

    assert len(drawn(event)) == 59


def test_the_way_to_all_that_changed_keeps_what_was_known_when(in_effect):
    at = datetime(2026, 1, 2, 8, 30, tzinfo=get_current_timezone())
    (event,) = events_in(directory(), "DM-new", Asked(DAY, at))

    assert event.comparison_url.endswith(
        "?on=2025-07-01&vs=2025-06-30&under=DM-new"
        "&known_at=2026-01-02T08%3A30%3A00&vs_known_at=2026-01-02T08%3A30%3A00"
    )
