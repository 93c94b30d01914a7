"""Registering an instrument on the command line."""

import pytest

from tinhgon.documents.models import Instrument

WORDS = ("add-instrument", "245/QĐ-UBND", "--title", "Về việc giao biên chế")
DAYS = ("--issued", "2026-01-20", "--in-force", "2026-01-20", "--operative", "01/02/2026")


def test_an_instrument_is_registered_with_its_days(register, run):
    said = run(*WORDS, *DAYS, "--title-en", "Posts", "--mark", "P", "--source", "Công báo")

    made = Instrument.objects.get(number="245/QĐ-UBND")
    assert said.out == f"Registered: 245/QĐ-UBND, id {made.pk}.\n"
    assert made.titles == {"vi": "Về việc giao biên chế", "en": "Posts"}
    days = (str(made.issued), str(made.in_force), str(made.operative))
    assert days == ("2026-01-20", "2026-01-20", "2026-02-01")
    assert (made.mark, made.source) == ("P", "Công báo")


def test_for_programs_it_is_told_as_the_api_tells_it(register, run):
    said = run(*WORDS, "--json").document

    made = Instrument.objects.get(number="245/QĐ-UBND")
    assert said == {
        "id": made.pk,
        "number": "245/QĐ-UBND",
        "issued": None,
        "in_force": None,
        "operative": None,
        "titles": {"vi": "Về việc giao biên chế"},
        "mark": "K",
        "source": "",
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add-instrument", "1/QĐ"), "titles: Say what the instrument is about"),
        (("add-instrument", " ", "--title", "A"), "number: An instrument has a number."),
        ((*WORDS, "--issued", "31/12/2999"), "issued: The day of issue lies after"),
        ((*WORDS, "--issued", "20/01/2026", "--in-force", "19/01/2026"), "in_force: This day"),
        (
            ("add-instrument", "203/2025/QH15", "--title", "A", "--issued", "16/06/2025"),
            "number: The register already has 203/2025/QH15, issued 16 June 2025.",
        ),
        ((*WORDS, "--mark", "X"), "'X' is not one of"),
    ],
)
def test_what_cannot_be_is_refused_in_words(register, run, words, said):
    before = Instrument.objects.count()

    ran = run(*words)

    assert (ran.code, said in ran.err) == (2, True)
    assert Instrument.objects.count() == before


def test_it_speaks_vietnamese(register, run):
    said = run("add-instrument", "1/QĐ", language="vi")

    assert "Hãy ghi tóm tắt nội dung văn bản" in said.err


def test_a_stranger_is_refused(world, run):
    said = run(*WORDS, by=world.an.email)

    assert said.code == 2
    assert "registry.instrument" in said.err
    assert not Instrument.objects.filter(number="245/QĐ-UBND").exists()
