"""Norms on the command line."""

import json

import pytest
from django.utils.timezone import localdate

from tinhgon.norms.models import Finding, Run, Waiver

TODAY = localdate().isoformat()


def test_a_run_is_told_as_one_document_alike_run_after_run(city, tinhgon):
    first, second = (tinhgon("norms", "run", "--on", "2025-07-01", "--json") for _ in range(2))

    assert first.output == second.output
    told = json.loads(first.output)
    assert told["kept"] is True
    assert "division-too-small" in {one["rule"] for one in told["findings"]}


def test_a_look_keeps_nothing(city, tinhgon):
    told = json.loads(tinhgon("norms", "run", "--on", "2025-07-01", "--look", "--json").output)

    assert told["kept"] is False
    assert told["findings"]
    assert Finding.objects.count() == Run.objects.count() == 0


def test_what_a_look_finds_is_what_a_run_keeps(city, tinhgon):
    looked = json.loads(tinhgon("norms", "run", "--on", "2025-07-01", "--look", "--json").output)
    kept = json.loads(tinhgon("norms", "run", "--on", "2025-07-01", "--json").output)

    by_identifier = {one["identifier"]: one for one in kept["findings"]}
    assert {one["identifier"]: one for one in looked["findings"]} == by_identifier
    assert (looked["digest"], looked["counts"]) == (kept["digest"], kept["counts"])


def test_a_day_to_come_is_only_looked_at(city, tinhgon):
    told = json.loads(tinhgon("norms", "run", "--on", "2099-01-01", "--json").output)

    assert told["kept"] is False


def test_an_earlier_day_is_refused_in_words(city, tinhgon):
    tinhgon("norms", "run", "--on", "2025-08-01")

    refused = tinhgon("norms", "run", "--on", "2025-07-01")

    assert refused.exit_code == 2
    assert "1 August 2025" in refused.output


def test_findings_are_listed_and_one_is_shown(city, tinhgon):
    tinhgon("norms", "run")
    found = Finding.objects.get(rule="division-too-small")

    listed = tinhgon("norms", "list", "--rule", "division-too-small", "--unit", "snv")
    shown = tinhgon("norms", "show", found.identifier)

    assert f"{found.identifier}  [To be put right] Phòng Tổ chức has 6 posts" in listed.output
    assert "150/2025/NĐ-CP" in shown.output
    assert tinhgon("norms", "show", "nothing").exit_code == 2


def test_the_rules_are_listed(tinhgon, db):
    assert "division-too-small" in tinhgon("norms", "rules").output


def test_a_finding_is_waived_and_the_waiver_taken_back(city, tinhgon):
    tinhgon("norms", "run")
    said = ["--authority", "ubnd", "--number", "1/QĐ", "--reason", "thử", "--until", "2099-12-31"]

    tinhgon("norms", "waive", "division-too-small", "tccc", *said)
    waived = tinhgon("norms", "list", "--state", "waived")
    listed = tinhgon("norms", "waivers")
    waiver = Waiver.objects.get()
    taken_back = tinhgon("norms", "revoke", waiver.pk, "--reason", "hết")

    assert "[Waived]" in waived.output
    assert "Phòng Tổ chức" in listed.output
    assert taken_back.exit_code == 0
    assert "[Waived]" not in tinhgon("norms", "list").output


def test_whoever_does_not_stand_above_cannot(city, tinhgon, person):
    said = ["--authority", "ubnd", "--number", "1/QĐ", "--reason", "thử", "--until", "2099-12-31"]

    told = tinhgon(
        "norms", "waive", "division-too-small", "tccc", *said, by=person("mai", "chair", "snv")
    )

    assert told.exit_code == 2
    assert "norms.waive" in told.output


@pytest.mark.parametrize(
    "words",
    [
        ("adopt", "snv", "--number", "2/QĐ-SNV", "--on", "2025-07-01"),
        ("classify", "P01", "province_class", "class_1", "--reason", "thử", "--on", "2025-07-01"),
    ],
)
def test_what_rules_ask_of_a_unit_is_recorded(city, tinhgon, words):
    assert "It is recorded." in tinhgon("norms", *words).output


def test_regulations_end(city, tinhgon):
    tinhgon("norms", "adopt", "snv", "--number", "2/QĐ-SNV", "--on", "2025-07-01")

    assert tinhgon("norms", "end", "snv", "--reason", "bãi bỏ", "--on", "2025-08-01").exit_code == 0
    assert tinhgon("norms", "end", "snv", "--reason", "nữa", "--on", "2025-08-01").exit_code == 2
