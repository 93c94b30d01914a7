"""What the register takes in as an instrument: a decision of Hà Nội of 20 January 2026."""

from datetime import date
from unicodedata import normalize

import pytest
from django.db import IntegrityError

from tinhgon.audit.models import Entry
from tinhgon.documents.models import Instrument, Mark
from tinhgon.registry.instrument import actions
from tinhgon.registry.instrument.actions import Unregistrable, register_instrument
from tinhgon.registry.instrument.refusals import REFUSALS, refusal_words
from tinhgon.registry.queries import instrument_numbered, revision

ISSUED, EVE, NEXT, TODAY = (
    date(2026, 1, 20),
    date(2026, 1, 19),
    date(2026, 1, 21),
    date(2026, 2, 1),
)
NUMBER = "245/QĐ-UBND"
GIVEN = {"titles": {"vi": "Về việc giao biên chế"}, "issued": ISSUED}


@pytest.fixture
def enter(register, operator):
    def given(number=NUMBER, **facts):
        return register_instrument(number, by=operator, **{"on": TODAY, **GIVEN, **facts})

    return given


def refused(call, *given, **named):
    with pytest.raises(Unregistrable) as wrong:
        call(*given, **named)
    return wrong.value.fact, wrong.value.code


def test_it_is_known_by_its_number_afterwards_and_not_checked(enter):
    made = enter(in_force=ISSUED, operative=NEXT, source="Công báo số 9")

    kept = instrument_numbered(NUMBER)
    assert kept == made
    assert (kept.issued, kept.in_force, kept.operative) == (ISSUED, ISSUED, NEXT)
    assert (kept.title, kept.mark, kept.source) == (
        "Về việc giao biên chế",
        Mark.KNOWLEDGE,
        "Công báo số 9",
    )


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (normalize("NFD", " Số: 245 / QĐ–UBND "), NUMBER),
        ("245/qÐ-UBND", NUMBER),
        (normalize("NFD", "Hiến pháp \x00  2013"), "Hiến pháp 2013"),
    ],
)
def test_a_number_is_kept_as_the_law_writes_it_and_other_names_composed(enter, written, kept):
    assert enter(written, source=" a\n b ").number == kept
    assert instrument_numbered(kept).source == "a b"


def test_titles_of_nothing_are_not_kept(enter):
    assert enter(titles={"vi": " Về  biên chế ", "en": "  "}).titles == {"vi": "Về biên chế"}


def test_the_same_number_of_another_day_is_another_instrument(enter):
    enter()

    enter(issued=EVE)

    assert Instrument.objects.filter(number=NUMBER).count() == 2


@pytest.mark.parametrize("number", [NUMBER, "245/qđ-ubnd", "0245/QĐ-UBND", "245/QĐ-UBnd"])
def test_the_same_number_of_the_same_day_is_taken_however_it_is_written(enter, number):
    held = enter()

    with pytest.raises(Unregistrable) as wrong:
        enter(number)

    assert (wrong.value.fact, wrong.value.code) == ("number", "taken")
    assert wrong.value.facts["id"] == held.pk
    assert Instrument.objects.filter(issued=ISSUED).count() == 1


@pytest.mark.parametrize("issued", [ISSUED, None])
def test_without_a_day_the_number_must_be_free_altogether(enter, issued):
    enter(issued=issued)

    assert refused(enter, issued=None) == ("number", "taken-undated")


def test_an_undated_one_does_not_bar_one_with_a_day(enter):
    enter(issued=None)

    assert enter().issued == ISSUED


def test_whoever_is_second_by_a_moment_is_refused_as_well(enter, monkeypatch):
    def too_late(_made):
        raise IntegrityError

    monkeypatch.setattr(actions.Instrument, "save", too_late)

    assert refused(enter) == ("number", "taken")


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"number": " \x07\t"}, ("number", "blank-number")),
        ({"number": "1" * 61}, ("number", "too-long")),
        ({"source": "x" * 201}, ("source", "too-long")),
        ({"titles": {"vi": "x" * 1_001}}, ("titles", "too-long")),
        ({"titles": {}}, ("titles", "untitled")),
        ({"titles": {"vi": " "}}, ("titles", "untitled")),
        ({"titles": {"Tiếng Việt": "a"}}, ("titles", "unknown-language")),
        ({"mark": "X"}, ("mark", "unknown-mark")),
        ({"on": EVE}, ("issued", "issued-later")),
        ({"in_force": EVE}, ("in_force", "before-issue")),
        ({"operative": EVE}, ("operative", "before-issue")),
        ({"in_force": NEXT, "operative": ISSUED}, ("operative", "before-in-force")),
        ({"issued": None, "in_force": NEXT, "operative": EVE}, ("operative", "before-in-force")),
    ],
)
def test_what_cannot_be_is_refused_with_its_box_and_nothing_is_kept(enter, given, refusal):
    before = Instrument.objects.count()

    assert refused(enter, **given) == refusal
    assert Instrument.objects.count() == before


@pytest.mark.parametrize(
    "given",
    [
        {"on": ISSUED},
        {"in_force": ISSUED, "operative": ISSUED},
        {"issued": None, "operative": EVE},
        {"number": "1" * 60},
        {"titles": {"zh-hant": "x" * 1_000}, "source": "x" * 200},
    ],
)
def test_what_just_can_be_is_taken(enter, given):
    assert enter(**given).pk


def test_the_act_stands_in_the_record_with_what_was_said(enter, operator):
    made = enter(mark=Mark.PRIMARY)

    (entry,) = Entry.objects.filter(chain=f"instrument:{made.pk}")
    assert (entry.act, entry.actor) == ("registry.instrument-registered", operator.audit_name)
    assert entry.facts == {
        "on": "2026-02-01",
        "number": NUMBER,
        "titles": GIVEN["titles"],
        "mark": "P",
        "source": "",
        "issued": "2026-01-20",
    }


def test_whoever_keeps_an_answer_hears_that_the_register_is_another(enter):
    before = revision()

    enter()

    assert revision() > before


@pytest.mark.parametrize("code", REFUSALS)
def test_every_refusal_has_words(code):
    facts = {"given": "a", "known": "b", "most": 9, "number": NUMBER, "day": ISSUED}

    assert "%" not in refusal_words(Unregistrable("number", code, **facts))
