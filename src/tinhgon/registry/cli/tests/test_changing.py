"""Corrections and contacts on the command line, by people with and without the right to."""

from datetime import date

import pytest

from tinhgon.accounts import actions as accounts
from tinhgon.audit.models import Entry
from tinhgon.conftest import BEFORE, DAY
from tinhgon.registry.models import Contact, Version
from tinhgon.registry.queries import structure

HUNG, LAN, AN = "hung@example.vn", "lan@example.vn", "an@example.vn"
REASON = ["--reason", "Sai chính tả"]


def names(key):
    held = Version.objects.known_at().filter(unit__key=key).in_order()
    return [(version.name, version.valid_from, version.valid_to) for version in held]


# --- Correct --------------------------------------------------------------------------------------


def test_a_registrar_corrects_for_as_long_as_the_unit_stands(world, in_effect, run):
    said = run("correct", "DM", "--name", "Đại Mỗ Hạ", *REASON, by=HUNG)

    assert (said.code, said.out) == (0, "Corrected: DM. What was known before stays known.\n")
    assert names("DM") == [("Đại Mỗ Hạ", None, DAY)]
    assert Entry.objects.filter(act="registry.corrected").get().actor == world.hung.audit_name


def test_a_correction_of_a_period_is_told_to_programs(world, run):
    said = run(
        *("correct", "00632", "--name", "Mễ Trì Hạ", "--from", "2020-04-01"),
        *("--until", "2020-07-01", *REASON, "--json"),
    )

    assert said.document == {"unit": "MT", "written": {"version": 3, "code": 0, "tie": 0}}
    assert names("MT")[1] == ("Mễ Trì Hạ", date(2020, 4, 1), date(2020, 7, 1))


def test_several_facts_are_corrected_at_once_under_an_instrument(world, run):
    run(
        *("correct", "MT", "--kind", "xã", "--code", "00633", "--parent", "268"),
        *("--under", "203/2025/QH15", *REASON),
    )

    ward = structure(BEFORE)["MT"]
    assert (ward.kind, ward.code, ward.parent) == ("xã", "00633", "D268")
    assert Version.objects.known_at().get(unit__key="MT").instrument.number == "203/2025/QH15"


def test_a_unit_may_turn_out_to_have_no_code_and_nobody_above(world, run):
    run("correct", "D019", "--code", "", "--parent", "VN", *REASON)

    district = structure(BEFORE)["D019"]
    assert (district.code, district.parent) == (None, None)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["--code", "632"], "code: “632” is not a code of this level (5 digits)."),
        (["--kind", "quận"], "kind: The jurisdiction file has no kind “quận” at this level."),
        (["--name", " "], "name: The cell is empty and must not be."),
        ([], "facts: Nothing was given: say what is right, and give a reason."),
        (["--name", "X", "--under", "9/QĐ"], "No instrument has the number 9/QĐ."),
        (["--name", "X", "--parent", "999"], "There is no unit 999 on "),
        (
            ["--name", "X", "--from", "2020-02-01", "--until", "2020-01-01"],
            "The period must end after it starts",
        ),
    ],
)
def test_a_correction_that_cannot_be_is_told_and_nothing_changes(world, run, given, told):
    said = run("correct", "MT", *given, *REASON, by=HUNG)

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(told)
    assert names("MT") == [("Mễ Trì", None, None)]


@pytest.mark.parametrize("person", [AN, LAN])
def test_whoever_is_no_registrar_may_not_correct(world, run, person):
    said = run("correct", "DM", "--name", "X", *REASON, by=person)

    assert (said.code, said.err) == (
        2,
        "You may not do this: it needs the permission registry.correct.\n",
    )
    assert names("DM") == [("Đại Mỗ", None, None)]


def test_a_registrar_of_one_district_corrects_below_it_only(world, run, operator):
    accounts.grant(
        world.an, by=operator, role="registrar", on=date(2025, 1, 1), unit=world.unit("D019")
    )

    elsewhere = run("correct", "DN", "--name", "X", *REASON, by=AN)
    below = run("correct", "DM", "--name", "X", *REASON, by=AN)

    assert elsewhere.err.endswith("it needs the permission registry.correct for DN.\n")
    assert (elsewhere.code, below.code) == (2, 0)


# --- Contact --------------------------------------------------------------------------------------


def contacts(key):
    return [
        (held.address, held.telephone, held.valid_from)
        for held in Contact.objects.filter(unit__key=key).in_order()
    ]


def test_ms_lan_keeps_the_contact_of_her_ward(world, run):
    said = run("contact", "DM", "--on", "2025-01-01", "--telephone", "024 1", by=LAN)

    assert (said.code, said.out) == (0, "Contact of DM kept.\n")
    assert contacts("DM") == [("", "024 1", date(2025, 1, 1))]


def test_ms_lan_may_only_keep_hers(world, run):
    said = run("contact", "TM", "--on", "2025-01-01", "--telephone", "024 1", by=LAN)

    assert (said.code, said.err) == (
        2,
        "You may not do this: it needs the permission registry.contact for TM.\n",
    )
    assert contacts("TM") == []


def test_a_stranger_keeps_none(world, run):
    assert run("contact", "DM", "--telephone", "024 1", by=AN).code == 2
    assert contacts("DM") == []


def test_what_is_not_given_stays_as_it_was(world, run):
    run("contact", "DM", "--on", "2025-01-01", "--telephone", "024 1", "--address", "1 phố X")
    run("contact", "DM", "--on", "2025-02-01", "--telephone", "024 2")

    assert contacts("DM")[1] == ("1 phố X", "024 2", date(2025, 2, 1))


def test_a_member_is_emptied_by_an_empty_text(world, run):
    run("contact", "DM", "--on", "2025-01-01", "--telephone", "024 1", "--address", "1 phố X")

    said = run("contact", "DM", "--on", "2025-02-01", "--address", "", "--json")

    assert said.document["contact"]["address"] == ""
    assert contacts("DM")[1] == ("", "024 1", date(2025, 2, 1))


def test_a_contact_ends_when_it_is_cleared(world, run):
    run("contact", "DM", "--on", "2025-01-01", "--telephone", "024 1")

    said = run("contact", "DM", "--on", "2025-02-01", "--clear", "--json")

    assert said.document == {"unit": "DM", "on": "2025-02-01", "contact": None}
    assert Contact.objects.get().valid_to == date(2025, 2, 1)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["--hours", "8h-17h"], "hours: “8h-17h” cannot be read: write Mo-Fr"),
        (["--email", "dai-mo"], "email: "),
        ([], "Say what has changed, or --clear."),
        (["--clear", "--telephone", "024 1"], "Say what has changed, or --clear."),
    ],
)
def test_a_contact_that_cannot_be_is_told(world, run, given, told):
    said = run("contact", "DM", "--on", "2025-01-01", *given)

    assert said.code == 2
    assert said.err.startswith(told)
    assert contacts("DM") == []
