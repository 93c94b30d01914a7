"""Long papers of what is in effect are made once; nobody waits for several at a time."""

import pytest

from tinhgon.documents.models import Instrument
from tinhgon.reorganisation.papers import keeping, making
from tinhgon.reorganisation.papers.keeping import one_at_a_time
from tinhgon.reorganisation.papers.making import NotMadeYet, NotNow, TooLong, asked_for, written
from tinhgon.reorganisation.papers.matter import Manner
from tinhgon.reorganisation.queries import packages

SITE = "https://tinhgon.example"


@pytest.fixture
def ask(monkeypatch):
    """Ask for a paper of the reform as a reader; says how often one was made."""
    made = []
    monkeypatch.setitem(making.FILES, "docx", lambda paper: made.append(paper) or b"docx")
    monkeypatch.setitem(making.FILES, "pdf", lambda paper: made.append(paper) or b"pdf")

    def asked(name="annexes", kind="docx", may_make=True, site=SITE):
        package = packages().get(code="reform")
        asked_for(package, name, kind, Manner(site=site), may_make)
        return len(made)

    return asked


def test_what_is_in_effect_is_made_once_and_then_given_to_everybody(in_effect, long, ask):
    assert ask() == 1
    assert ask(may_make=False) == 1
    assert ask(may_make=False) == 1


def test_under_another_address_it_is_made_again(in_effect, long, ask):
    assert (ask(), ask(site="https://other.example")) == (1, 2)


def test_a_corrected_instrument_makes_another_paper(in_effect, long, ask):
    ask()

    Instrument.objects.update(titles={"vi": "Đính chính"})

    assert ask() == 2


def test_what_may_still_change_is_not_kept(enacted, long, ask):
    assert (ask(), ask()) == (1, 2)
    assert not [file for file in long.iterdir() if file.suffix != ".lock"]


def test_what_is_short_is_made_for_everybody_and_not_kept(in_effect, long, ask):
    assert (ask("scheme", may_make=False), ask("scheme", may_make=False)) == (1, 2)


def test_what_is_long_is_made_for_those_alone_for_whom_it_may_be(in_effect, long, ask):
    with pytest.raises(NotMadeYet):
        ask(may_make=False)


def test_a_long_pdf_is_given_once_an_operator_has_had_it_made(in_effect, long, ask):
    with pytest.raises(TooLong):
        ask(kind="pdf")

    written(packages().get(code="reform"), "annexes", "pdf", Manner(site=f"{SITE}/"))

    assert ask(kind="pdf", may_make=False) == 1


def test_while_one_is_made_nobody_waits_for_another(in_effect, long, ask):
    with one_at_a_time(), pytest.raises(NotNow):
        ask()

    assert ask() == 1


def test_what_was_asked_for_longest_ago_is_deleted(in_effect, long, ask, monkeypatch):
    monkeypatch.setattr(keeping, "MOST_KEPT", 1)

    ask()
    ask(site="https://other.example")

    assert len([*long.glob("*.docx")]) == 1
