"""A folder read as values, and what it would have said before a day."""

from datetime import date

from tinhgon.conftest import DAY, SMALL_WORLD
from tinhgon.domain.periods import Period
from tinhgon.domain.structure.claims import Extent
from tinhgon.registry.generic_form.folder import read_folder


def read(path):
    return read_folder(path, "VN", 1)


def ends(folder):
    return [(change.predecessor, change.successor) for change in folder.changes]


def test_the_small_world_is_read_without_a_problem():
    folder = read(SMALL_WORLD)

    assert folder.problems == []
    assert folder.problems.unread == []
    assert (len(folder.units), len(folder.changes), len(folder.instruments)) == (12, 9, 2)


def test_units_at_the_top_have_no_parent():
    city, district, *_ = read(SMALL_WORLD).units

    assert (city.parent, district.parent) == (None, "P01")


def test_before_a_day_nothing_is_said_of_it(folder):
    folder.put(
        "ties.csv",
        "entity_id,hierarchy,parent_id,valid_from,valid_to",
        "XP,party,P01,,2025-07-01",
        "XP,guidance,P01,2025-07-01,",
    )
    folder.put(
        "contacts.csv",
        "entity_id,telephone,valid_from,valid_to",
        "XP,024 1,,2025-07-01",
        "XP,024 2,2025-07-01,",
    )

    before = read(folder.path).before(DAY)

    assert {unit.period for unit in before.units} == {Period()}
    assert (len(before.units), before.changes) == (8, [])
    assert [(tie.hierarchy, tie.period) for tie in before.ties] == [("party", Period())]
    assert [contact.facts["telephone"] for contact in before.contacts] == ["024 1"]


def test_what_ended_earlier_has_ended_before_a_day(folder):
    folder.edit("units.csv", "P01,2025-07-01,,21.03430", "P01,2025-07-01,2025-07-02,21.03430")

    before = read(folder.path).before(date(2025, 7, 3))

    (ward,) = (unit for unit in before.units if unit.version == "XP2")
    assert ward.period == Period(DAY, date(2025, 7, 2))


def test_instruments_need_not_be_listed_where_none_is_named(folder):
    (folder.path / "instruments.csv").unlink()

    assert read(folder.path).instruments == []


def test_a_change_may_name_units_in_place_of_their_versions(folder):
    folder.edit("changes.csv", ",XP,XP2,", ",XP,XP,")

    assert ends(read(folder.path))[6] == ("XP", "XP2")


def test_versions_need_no_name_of_their_own(folder):
    units = (folder.path / "units.csv").read_text()
    (folder.path / "units.csv").write_text(
        "\n".join(line.partition(",")[2] for line in units.splitlines())
    )
    folder.edit("changes.csv", ",XP,XP2,", ",XP,XP,")

    read_again = read(folder.path)

    assert read_again.units[0].version == "P01@"
    assert ends(read_again)[6] == ("XP@", "XP@2025-07-01")


def test_what_is_neither_unit_nor_version_stays_for_the_checks(folder):
    folder.edit("changes.csv", ",MT,DM-new,", ",XX,DM-new,")

    assert ends(read(folder.path))[3] == ("XX", "DM-new")


def test_without_a_word_a_unit_goes_whole_to_one_and_in_part_to_several(folder):
    folder.edit("changes.csv", ",part,", ",,")
    folder.edit("changes.csv", ",whole,", ",,")

    extents = [change.extent for change in read(folder.path).changes]

    of_dai_mo, of_others = (
        [extents[0], extents[2], extents[4]],
        [extents[1], extents[3], *extents[5:]],
    )
    assert {*of_dai_mo} == {Extent.PART}
    assert {*of_others} == {Extent.WHOLE}


def test_changes_without_a_name_of_the_event_belong_to_their_successor(folder):
    folder.edit("changes.csv", "change_id", "note")

    events = [change.event for change in read(folder.path).changes]

    assert events[0] == events[1] == "TM-new@2025-07-01"
    assert events[7] == "D019@2025-07-01"
