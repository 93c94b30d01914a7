"""All that is known of one unit, on the command line."""

from django.utils import timezone

from tinhgon.conftest import BEFORE
from tinhgon.domain.periods import Period
from tinhgon.registry import actions

EVE, DAY = "2025-06-30", "2025-07-01"


def test_a_unit_is_shown_to_people(world, in_effect, run):
    actions.set_contact(
        world.unit("DM-new"), by=world.hung, on=world.day, contact={"telephone": "024 3838"}
    )

    said = run("show", "DM-new", "--on", DAY).out
    lines = [" ".join(line.split()) for line in said.splitlines()]

    assert lines[0] == "Phường Đại Mỗ, Thành phố Hà Nội (DM-new)"
    assert "Kind phường from 1 July 2025 1656/NQ-UBTVQH15" in lines
    assert "1 July 2025 Phường Mễ Trì (MT): all of it 1656/NQ-UBTVQH15 Điều 1 khoản 2" in lines
    assert "Telephone 024 3838" in lines
    assert lines[-1].startswith("[R] 1656/NQ-UBTVQH15")


def test_a_unit_that_ended_is_shown_with_where_it_went(in_effect, run):
    said = run("show", "00634", "--on", EVE).out

    assert said.startswith("Phường Đại Mỗ, Quận Nam Từ Liêm, Thành phố Hà Nội (DM)\n")
    assert "Went into:\n  1 July 2025  Phường Đại Mỗ (DM-new): a part" in said
    assert "Phường Dương Nội (DN-new): a part, only the land" in said
    assert "Contact:\n  no source yet" in said


def test_on_a_day_without_it_a_unit_is_shown_all_the_same(in_effect, run):
    assert run("show", "DM", "--on", DAY).out.startswith("Does not stand on 1 July 2025.\n")


def test_a_unit_is_shown_to_programs(in_effect, run):
    shown = run("show", "00634", "--on", EVE, "--json").document

    assert (shown["key"], shown["unit"]["full_name"]) == ("DM", "Phường Đại Mỗ")
    assert {"fact": "code", "value": "00634", "start": None, "end": "2025-07-01",
            "instrument": None} in shown["facts"]  # fmt: skip
    assert {edge["successor"] for edge in shown["successors"]} == {"TM-new", "DM-new", "DN-new"}
    assert (shown["predecessors"], shown["contact"]) == ([], None)
    assert [one["mark"] for one in shown["instruments"]] == ["R"]


def test_a_code_shows_whoever_bore_it_on_the_day(in_effect, run):
    assert run("show", "00634", "--on", DAY, "--json").document["key"] == "TM-new"


def test_a_unit_is_shown_as_it_was_known(world, run):
    before = timezone.now().isoformat()
    actions.correct(
        world.unit("MT"),
        by=world.hung,
        reason="sót",
        period=Period(None, BEFORE),
        facts={"name": "Mễ Trì Hạ"},
    )

    now = run("show", "MT", "--on", EVE).out
    then = run("show", "MT", "--on", EVE, "--known-at", before).out

    assert ("Mễ Trì Hạ" in now, "Mễ Trì Hạ" in then) == (True, False)
