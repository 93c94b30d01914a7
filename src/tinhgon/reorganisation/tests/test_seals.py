"""What an act on a package wrote is proved by the record, and a change by hand is noticed."""

import pytest

from tinhgon.accounts.models import Grant
from tinhgon.audit.record import verify
from tinhgon.registry.models import Code, Succession, Tie, Version
from tinhgon.reorganisation import actions


def broken():
    return [(one.entry.act, one.why) for one in verify()]


def test_untouched_everything_holds(in_effect):
    assert broken() == []


@pytest.mark.parametrize(
    ("model", "which", "change"),
    [
        (Version, {"unit__key": "TM-new"}, {"name": "Tay Mo"}),
        (Code, {"unit__key": "TM-new"}, {"code": "00999"}),
        (Tie, {"unit__key": "XP", "recorded_to": None, "valid_to": None}, {"hierarchy": "party"}),
        (Succession, {"successor__key": "TM-new"}, {"carries": "land"}),
    ],
)
def test_what_was_enacted_cannot_be_rewritten(in_effect, model, which, change):
    model.objects.filter(**which).update(**change)

    assert broken() == [("plan.enacted", "rows")]


def test_what_was_enacted_cannot_be_taken_away(in_effect):
    Succession.objects.filter(successor__key="TM-new").delete()

    assert broken() == [("plan.enacted", "rows")]


def test_what_was_moved_cannot_be_moved_elsewhere(in_effect, world):
    Grant.objects.filter(unit__key="DM-new").update(unit=world.unit("TM-new"))

    assert broken() == [("plan.took-effect", "rows")]


def test_what_a_withdrawal_wrote_cannot_be_rewritten(enacted, world, operator):
    actions.withdraw(enacted, by=operator, on=world.eve, reason="Sai căn cứ")
    Version.objects.filter(unit__key="TM", recorded_to=None).update(name="Tay Mo")

    assert broken() == [("plan.withdrawn", "rows")]
