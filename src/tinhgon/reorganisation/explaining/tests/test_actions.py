"""What asks for an explanation gets one before the seal, and the seal is over it."""

from datetime import date

import pytest

from tinhgon.audit.models import Entry
from tinhgon.conftest import approved, reloaded
from tinhgon.domain.structure.findings import Finding
from tinhgon.reorganisation.explaining.actions import NothingToExplain, explain
from tinhgon.reorganisation.explaining.explained import explained, wanting
from tinhgon.reorganisation.models import Explanation
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.sealing.contents import moved_since
from tinhgon.reorganisation.workflow import Refused

TODAY = date(2025, 6, 10)


@pytest.fixture
def asked(shared):
    """The finding of a package that asks why it is as it is."""
    (finding,) = wanting(rearrangement(shared).findings)
    return finding


def say(package, world, finding, text="Hai phường cùng tiếp nhận theo Điều 1."):
    return explain(package, by=world.huong, on=TODAY, finding=finding, text=text)


def test_what_is_said_stands_beside_the_finding(shared, asked, world):
    say(shared, world, asked, "  Hai phường cùng tiếp nhận.  ")

    ((finding, said),) = explained(shared, rearrangement(shared).findings)
    assert (finding, said.text, said.who) == (asked, "Hai phường cùng tiếp nhận.", "Phạm Thu Hương")
    assert Entry.objects.get(act="plan.explained").facts["rule"] == asked.rule


def test_a_later_explanation_takes_the_place_of_an_earlier_one(shared, asked, world):
    say(shared, world, asked, "Lần một.")
    say(shared, world, asked, "Lần hai.")

    assert Explanation.objects.get().text == "Lần hai."


def test_what_asks_for_none_gets_none(shared, world):
    other = Finding(rule="empty", units=("DM",))

    with pytest.raises(NothingToExplain):
        say(shared, world, other)


def test_what_is_sealed_is_explained_no_more(package, shared, asked, operator, world):
    approved(package, operator)

    with pytest.raises(Refused):
        say(reloaded(package), world, asked)


def test_the_seal_is_over_what_was_said(package, operator):
    approved(package, operator)
    sealed = reloaded(package)

    sealed.explanations.create(
        rule="split",
        about="0" * 64,
        text="Sau niêm phong.",
        by_name="?",
        at=sealed.sealing.at,
        on=TODAY,
    )

    assert [one.kind for one in moved_since(sealed)] == ["explanations"]
