"""Boundaries from a file, and what is wrong with one."""

import json

import pytest
from django.utils.translation import override

from tinhgon.registry.boundary.reading import Problem, read_boundaries
from tinhgon.registry.boundary.words import PROBLEMS, problem_words

UNITS = {"00637": "DM-new", "DM-new": "DM-new", "634": "TM-new"}
RING = [[105.7, 21.0], [105.8, 21.0], [105.8, 21.1], [105.7, 21.0]]


def feature(code="00637", kind="Polygon", coordinates=None):
    geometry = {"type": kind, "coordinates": [RING] if coordinates is None else coordinates}
    return {"type": "Feature", "properties": {"code": code}, "geometry": geometry}


@pytest.fixture
def read(tmp_path):
    """Read a file of these features, or of this text."""

    def found(*features, text=None, limit=1):
        path = tmp_path / "units.geojson"
        document = {"type": "FeatureCollection", "features": [*features]}
        path.write_text(text if text is not None else json.dumps(document), encoding="utf-8")
        return read_boundaries(path, "code", UNITS, limit)

    return found


def test_a_polygon_is_read_latitude_first(read):
    found = read(feature())

    assert found.problems == []
    assert found.rings == {"DM-new": [[(21.0, 105.7), (21.0, 105.8), (21.1, 105.8), (21.0, 105.7)]]}


def test_several_polygons_with_holes_are_all_their_rings(read):
    found = read(feature(kind="MultiPolygon", coordinates=[[RING, RING], [RING]]))

    assert len(found.rings["DM-new"]) == 3


def test_a_code_may_be_a_number_and_heights_are_left_out(read):
    found = read(feature(code=634, coordinates=[[[*position, 12.5] for position in RING]]))

    assert [*found.rings] == ["TM-new"]


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (feature(code="99999"), "no-unit"),
        (feature(code=None), "no-key"),
        (feature(code="  "), "no-key"),
        ({"type": "Feature"}, "no-key"),
        ("nonsense", "no-key"),
        (feature(kind="Point", coordinates=[105, 21]), "geometry"),
        (feature() | {"geometry": None}, "geometry"),
        (feature(coordinates=[]), "geometry"),
        (feature(coordinates=[RING[:3]]), "geometry"),
        (feature(coordinates=[[*RING[:3], [105.9, 21.0]]]), "geometry"),
        (feature(coordinates=[[["105", "21"]] * 4]), "geometry"),
        (feature(coordinates=[[[True, 21]] * 4]), "geometry"),
        (feature(coordinates=[[[105]] * 4]), "geometry"),
        (feature(kind="MultiPolygon", coordinates=[RING[0]]), "geometry"),
        (feature(coordinates=[[[10**400, 21]] * 4]), "geometry"),
        (feature(coordinates=[[[583000.5, 2325000.1]] * 4]), "outside"),
        (feature(coordinates=[[[21.0, 105.7]] * 4]), "outside"),
    ],
)
def test_what_is_wrong_is_told_with_the_number_of_its_feature(read, wrong, why):
    found = read(feature(code="634"), wrong)

    assert [(one.feature, one.why) for one in found.problems] == [(2, why)]


def test_two_boundaries_of_one_unit_are_refused(read):
    assert read(feature(), feature(code="DM-new")).problems == [Problem("twice", 2, value="DM-new")]


def test_everything_that_is_wrong_is_told(read):
    found = read(feature(code="1"), feature(), feature(code="2"))

    assert [one.feature for one in found.problems] == [1, 3]


def test_what_is_no_json_is_told_with_its_line(read):
    assert read(text='{\n"type": \n').problems == [Problem("not-json", line=3)]


@pytest.mark.parametrize("text", ["1" * 5_000, "[" * 5_000])
def test_what_no_program_reads_is_no_json(read, text):
    assert read(text=text).problems == [Problem("not-json")]


def test_what_is_no_collection_is_refused(read):
    assert read(text="[]").problems == [Problem("not-features")]
    assert read().problems == [Problem("not-features")]


def test_what_is_too_large_is_not_read(read):
    assert read(feature(), limit=0).problems == [Problem("too-large", value="0")]


def test_every_reason_has_a_sentence():
    with override("en"):
        said = [problem_words(Problem(why, 3, value="x")) for why in PROBLEMS]

    assert all(one.startswith("Feature 3: ") for one in said)
