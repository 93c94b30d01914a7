"""Boundaries on the command line, and what is kept of them."""

import json
from datetime import date

import pytest

from tinhgon.audit.models import Entry
from tinhgon.registry.boundary.queries import grounds
from tinhgon.registry.models import Boundary

RING = [[105.75, 20.99], [105.78, 20.99], [105.78, 21.01], [105.75, 20.99]]


@pytest.fixture
def file(tmp_path):
    """A GeoJSON file with the boundary of a unit by its code."""

    def written(code="00634", ring=RING):
        geometry = {"type": "Polygon", "coordinates": [ring]}
        feature = {"type": "Feature", "properties": {"ma": code}, "geometry": geometry}
        path = tmp_path / "units.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
        return path

    return written


def test_boundaries_are_kept_from_a_day_on(world, run, file):
    said = run("boundaries", file(), "--key-property", "ma", "--on", "2025-06-30", "--json")

    assert (said.code, said.document) == (0, {"boundaries": 1, "on": "2025-06-30"})
    assert [*grounds(["DM"], date(2025, 6, 30))] == ["DM"]
    assert grounds(["DM"], date(2025, 6, 29)) == {}


def test_a_code_means_the_unit_that_bears_it_on_the_day(in_effect, run, file):
    run("boundaries", file(), "--key-property", "ma", "--on", "2025-07-01")

    assert Boundary.objects.get().unit.key == "TM-new"


def test_a_later_boundary_holds_from_its_day_and_the_same_day_gives_way(world, run, file):
    other = [[105, 20], [106, 20], [106, 21], [105, 20]]
    run("boundaries", file(), "--key-property", "ma", "--on", "2025-01-01")
    run("boundaries", file(ring=other), "--key-property", "ma", "--on", "2025-06-01")
    run("boundaries", file(ring=RING), "--key-property", "ma", "--on", "2025-06-01")

    assert Boundary.objects.count() == 2
    assert grounds(["DM"], date(2025, 6, 2))["DM"][0][0] == (20.99, 105.75)


def test_it_stands_in_the_record(world, run, file):
    run("boundaries", file(), "--key-property", "ma", "--on", "2025-06-30", "--source", "GSO")

    entry = Entry.objects.get(act="registry.boundaries-kept")
    assert (entry.facts["units"], entry.facts["source"]) == (1, "GSO")


def test_what_is_wrong_is_told_and_nothing_is_kept(world, run, file):
    said = run("boundaries", file(code="99999"), "--key-property", "ma", "--on", "2025-06-30")

    assert said.code == 2
    assert "Feature 1: no unit has the code or key “99999” on that day." in said.err
    assert not Boundary.objects.exists()


def test_programs_are_told_what_is_wrong_too(world, run, file):
    said = run("boundaries", file(), "--key-property", "code", "--on", "2025-06-30", "--json")

    assert (said.code, said.document["problems"][0]["why"]) == (2, "no-key")


def test_only_who_may_load_keeps_boundaries(world, tinhgon, file):
    told = tinhgon("registry", "boundaries", file(), "--key-property", "ma", by=world.an)

    assert told.exit_code == 2
    assert not Boundary.objects.exists()
