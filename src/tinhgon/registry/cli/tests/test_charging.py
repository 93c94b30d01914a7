"""Mandates on the command line."""

from datetime import date

from tinhgon.registry.mandate.held import mandates
from tinhgon.registry.models import Mandate

SPRING = "2025-03-01"


def test_who_leads_what_is_told_with_what_is_left(bodies, run):
    lines = run("mandates", "--under", "P01", "--on", SPRING).out.splitlines()

    assert any(line.split() == ["transport", "Sở", "Xây", "dựng"] for line in lines)
    assert any("foreign-affairs" in line and "[no lead]" in line for line in lines)


def test_only_gaps_for_programs(bodies, run):
    said = run("mandates", "--under", "P01", "--on", SPRING, "--gaps", "--json").document

    assert said["states"] == {"foreign-affairs": "gap", "press-and-publishing": "gap"}


def test_a_function_is_assigned_and_withdrawn(bodies, run):
    words = ("assign-mandate", "P01.justice", "foreign-affairs", "--area", "P01")
    made = run(*words, "--on", "2026-01-01", "--json").document
    (held,) = mandates(date(2026, 1, 1), function="foreign-affairs")

    run("withdraw-mandate", made["id"], "--on", "2026-02-01")

    assert held.unit == "P01.justice"
    assert mandates(date(2026, 2, 1), function="foreign-affairs") == []


def test_a_second_lead_is_refused_in_words(bodies, run):
    said = run("assign-mandate", "P01.justice", "health", "--area", "P01", "--on", "2026-01-01")

    assert said.code == 2
    assert "Sở Y tế leads this function" in said.err


def test_a_stranger_is_refused(bodies, run, world):
    words = ("assign-mandate", "P01.justice", "foreign-affairs", "--area", "P01")
    said = run(*words, by=world.an.email)

    assert said.code != 0
    assert not Mandate.objects.filter(leads="foreign-affairs", valid_to=None).exists()


def test_standard_bodies_are_entered_by_command(in_effect, run):
    said = run("standard-bodies", "--under", "DM-new", "--dry-run", "--json")

    assert said.document["loaded"]["units"] == 8
