"""What is drawn of a package, where, and with which names."""

import pytest

from tinhgon.conftest import DAY
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.directory import Edge
from tinhgon.registry.models import Version
from tinhgon.reorganisation.flow.view import Strand, View
from tinhgon.reorganisation.map import drawing as drawings
from tinhgon.reorganisation.map.drawing import draw
from tinhgon.reorganisation.map.labels import labels
from tinhgon.reorganisation.map.places import Places, places
from tinhgon.reorganisation.map.ways import ways
from tinhgon.reorganisation.rearrangement.reading import rearrangement


def ward(key, location=None):
    return Unit(key, "commune", "phường", f"Phường {key}", location=location)


def strand(old, new, extent="whole"):
    edge = Edge(DAY, old, new, extent, None, True, "form", None, "")
    return Strand(ward(old), ward(old), ward(new), edge)


FAR = strand("A", "N")
NEAR = strand("B", "N", "part")
GONE = strand("C", "N")
KNOWN = Places(old={"A": (21.0, 105.0), "B": (21.1, 105.2)}, new={"N": (21.1, 105.3)})


def nothing(strand):
    return False


def test_old_units_are_drawn_first_and_new_ones_over_them_once():
    drawn = draw([FAR, NEAR], KNOWN, nothing)

    assert [(dot.unit.key, dot.is_new) for dot in drawn.dots] == [
        *(("A", False), ("B", False), ("N", True))
    ]


def test_wholes_and_parts_are_lines_of_their_own_look():
    drawn = draw([FAR, NEAR], KNOWN, nothing)

    assert {look: path.count("M") for look, path in drawn.lines.items()} == {
        "is-part": 1,
        "is-whole": 1,
    }


def test_a_line_goes_from_the_old_unit_to_the_new_one():
    drawn = draw([FAR], KNOWN, nothing)
    old, new = drawn.dots

    assert drawn.lines["is-whole"] == f"M{old.x} {old.y}L{new.x} {new.y}"


def test_what_is_followed_is_gold_and_drawn_last():
    drawn = draw([FAR, NEAR], KNOWN, lambda strand: strand is FAR)

    assert list(drawn.lines) == ["is-part", "is-whole is-gold"]
    assert [dot.unit.key for dot in drawn.dots if dot.gold] == ["A", "N"]
    assert drawn.dots[0].unit.key == "B"


def test_a_unit_of_which_no_place_is_known_is_not_drawn_nor_its_lines():
    drawn = draw([FAR, GONE], KNOWN, nothing)

    assert [dot.unit.key for dot in drawn.dots] == ["A", "N"]
    assert drawn.lines["is-whole"].count("M") == 1


def test_without_any_place_there_is_no_map():
    assert draw([FAR], Places({}, {}), nothing) is None


def test_what_does_not_fit_is_counted(monkeypatch):
    monkeypatch.setattr(drawings, "MOST_DOTS", 2)

    drawn = draw([FAR, NEAR], KNOWN, nothing)

    assert [dot.unit.key for dot in drawn.dots] == ["A", "N"]
    assert drawn.undrawn == 1


def test_names_do_not_cover_one_another():
    many = [strand(f"O{number}", f"N{number}") for number in range(20)]
    spread = Places({}, {f"N{n}": (21 + n * 0.0001, 105 + n * 0.0001) for n in range(20)})

    named = labels(draw(many, spread, nothing), lambda dot: dot.unit.name)

    boxes = [label.box for label in named]
    assert 1 <= len(named) < 20
    assert not any(
        one != other
        and one[0] < other[2]
        and other[0] < one[2]
        and one[1] < other[3]
        and other[1] < one[3]
        for one in boxes
        for other in boxes
    )


def test_the_one_that_is_followed_is_named_before_its_counterparts():
    drawn = draw([FAR, NEAR], KNOWN, lambda strand: True)

    assert labels(drawn, lambda dot: dot.unit.key)[0].words == "N"


def test_where_there_are_very_many_only_the_followed_are_named():
    many = [strand(f"O{number}", f"N{number}") for number in range(50)]
    spread = Places({}, {f"N{n}": (20 + n, 105 + n) for n in range(50)})

    named = labels(draw(many, spread, lambda strand: strand is many[7]), lambda dot: dot.unit.key)

    assert [label.words for label in named] == ["N7"]


def test_the_longest_way_comes_first_and_unknown_ones_last():
    found = ways([GONE, NEAR, FAR], KNOWN)

    assert [way.strand.old.key for way in found] == ["A", "B", "C"]
    assert [way.km and round(way.km) for way in found] == [33, 10, None]


def test_what_only_goes_on_has_no_way():
    assert ways([Strand(ward("A"), ward("A"), ward("A"))], KNOWN) == []


# --- Where units lie ------------------------------------------------------------------------------


def strands(package):
    return View(rearrangement(package)).strands


def test_old_units_lie_where_they_lay_on_the_eve_and_new_ones_on_the_day(
    in_effect, django_assert_num_queries
):
    done, held = rearrangement(in_effect), strands(in_effect)

    with django_assert_num_queries(3):
        found = places(done, held)

    assert found.old["DM"] == (20.9961, 105.7586)
    assert found.new["DM-new"] == (20.9988, 105.7652)
    assert not found.estimated


def test_a_place_that_a_draft_names_is_taken(package):
    found = places(rearrangement(package), strands(package))

    assert found.new["DM-new"] == (20.9988, 105.7652)
    assert not found.estimated


def test_without_one_the_middle_of_what_is_taken_whole_stands_for_it(draft):
    from tinhgon.domain.structure.operations.consolidate import Consolidate

    new = Unit("TMT", "commune", "phường", "Tây Mễ", "00637", "D019")
    package = draft("merged", Consolidate(sources=("TM", "MT"), successor=new))

    found = places(rearrangement(package), strands(package))

    assert found.estimated == {"TMT"}
    latitude, longitude = found.new["TMT"]
    assert latitude == pytest.approx((21.0055 * 6.03 + 21.0087 * 4.67) / (6.03 + 4.67))
    assert 105.7439 < longitude < (105.7439 + 105.778) / 2


def test_units_without_coordinates_have_no_place(in_effect):
    Version.objects.filter(unit__key="DM").update(latitude=None, longitude=None)

    assert "DM" not in places(rearrangement(in_effect), strands(in_effect)).old


def test_half_a_coordinate_is_none(in_effect):
    Version.objects.filter(unit__key="DM-new").update(longitude=None)
    Version.objects.filter(unit__key__in=("DM", "MT")).update(longitude=None)

    found = places(rearrangement(in_effect), strands(in_effect))

    assert "DM-new" not in found.new
    assert "MT" not in found.old
