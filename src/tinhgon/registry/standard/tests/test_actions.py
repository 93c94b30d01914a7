"""Standard bodies in the small world: Đại Mỗ until the reform, Tây Mỗ and others after it."""

from datetime import date

import pytest

from tinhgon.audit.models import Entry
from tinhgon.audit.record import verify
from tinhgon.conftest import BEFORE, DAY
from tinhgon.registry.directory import directory
from tinhgon.registry.models import Succession, Tie, Unit, Version
from tinhgon.registry.queries import counts, structure, unit_on
from tinhgon.registry.standard.actions import add_standard_bodies

SPRING_2021, PILOT = date(2021, 6, 30), date(2021, 7, 1)


def test_areas_are_counted_as_before(bodies):
    assert counts(BEFORE) == {"province": 1, "district": 2, "commune": 5}
    assert counts(DAY) == {"province": 1, "district": 0, "commune": 4}


def test_a_ward_that_ended_had_its_bodies_until_the_eve(bodies):
    assert unit_on("DM.people-committee", BEFORE).name == "phường Đại Mỗ"
    assert unit_on("DM.people-committee", DAY) is None


def test_the_new_ward_has_its_bodies_from_the_day(bodies):
    assert unit_on("DM-new.culture-and-society", BEFORE) is None
    division = unit_on("DM-new.culture-and-society", DAY)
    assert (division.kind, division.name, division.parent) == (
        "phòng",
        "Văn hóa - Xã hội",
        "DM-new.people-committee",
    )


def test_a_ward_has_no_council_during_the_pilot(bodies):
    assert unit_on("DM.council", SPRING_2021) is not None
    assert unit_on("DM.council", PILOT) is None


def test_the_party_stands_under_the_district_until_it_ends(bodies):
    assert unit_on("XP.party-committee", BEFORE).ties == (("party", "D019.party-committee"),)
    assert unit_on("XP.party-committee", DAY).ties == (("party", "P01.party-committee"),)


def test_what_goes_on_unchanged_is_one_tie(bodies):
    rows = Tie.objects.filter(unit__key="DN-new.party-committee", hierarchy="party")

    assert rows.count() == 1


def test_a_body_is_followed_by_that_of_its_role_where_its_area_went(bodies):
    rows = Succession.objects.filter(predecessor__key="DM.people-committee")

    assert dict(rows.values_list("successor__key", "extent")) == {
        "TM-new.people-committee": "part",
        "DM-new.people-committee": "part",
        "DN-new.people-committee": "part",
    }
    assert {row.carries for row in rows} == {"functions"}


def test_a_division_that_the_law_names_rests_on_it_and_others_on_nothing(bodies):
    division = Version.objects.get(unit__key="DM-new.economy")
    committee = Version.objects.get(unit__key="DM-new.people-committee")

    assert (division.instrument.number, division.source) == ("150/2025/NĐ-CP", "standards")
    assert committee.instrument is None


def test_what_hanoi_has_by_name_is_not_made_again(bodies):
    assert unit_on("P01.culture", DAY).name == "Văn hóa và Thể thao"
    assert Unit.objects.filter(key="P01.people-committee").count() == 1


def test_again_nothing_is_new(bodies, operator):
    before = Version.objects.count()

    assert add_standard_bodies(by=operator).counts == {"units": 0}
    assert Version.objects.count() == before


def test_a_rehearsal_writes_nothing(in_effect, operator):
    rehearsed = add_standard_bodies(Unit.objects.get(key="DM-new"), by=operator, dry_run=True)

    assert rehearsed.counts["units"] == 8
    assert not Version.objects.filter(level="authority").exists()


def test_below_one_area_only_its_bodies_are_entered(in_effect, operator):
    add_standard_bodies(Unit.objects.get(key="DM-new"), by=operator)

    parents = {unit.key.split(".")[0] for unit in structure(DAY) if unit.level == "authority"}
    assert parents == {"DM-new"}
    assert unit_on("DM-new.party-committee", DAY).ties == ()


def test_it_is_one_act_proved_with_all_its_rows(bodies):
    entry = Entry.objects.get(act="registry.standard-bodies-added")

    counted = entry.facts["counts"]
    assert entry.rows == counted["versions"] + counted["ties"] + counted["successions"]
    assert list(verify()) == []


@pytest.mark.parametrize("query", ["Đại Mỗ", "phường Đại Mỗ", "Hà Nội"])
def test_look_ups_go_on_meaning_areas(bodies, query):
    match = directory().index.understand(query, DAY)

    assert all(not directory().is_body(found.unit) for found in match.units)
    assert len(match.units) == 1
