"""An act is one transaction: all of it and its entry in the record, or nothing."""

import pytest

from tinhgon.accounts import actions
from tinhgon.accounts.models import User
from tinhgon.audit.acts import act, act_alone
from tinhgon.audit.models import Entry
from tinhgon.registry.models import Unit

pytestmark = pytest.mark.django_db


@act
def found(key, *, by):
    """Write a unit down (ghi nhận)."""
    return Unit.objects.create(id=1, key=key)


@act_alone
def found_and_fail(key, *, by):
    found(key, by=by)
    raise KeyError(key)


def test_an_act_gives_what_its_function_gives(operator):
    assert found("DM", by=operator).key == "DM"


def test_an_act_that_fails_changes_nothing(operator):
    with pytest.raises(KeyError):
        found_and_fail("DM", by=operator)

    assert not Unit.objects.exists()


def test_an_act_whose_entry_cannot_be_written_changes_nothing(operator, monkeypatch):
    def fail(*_words, **_facts):
        raise OSError("no room")

    monkeypatch.setattr(actions, "record", fail)

    with pytest.raises(OSError, match="no room"):
        actions.open_account("lan@example.vn", by=operator, name="Nguyễn Thị Lan")

    assert not User.objects.exists()


def test_an_act_that_is_refused_leaves_no_entry(operator):
    actions.open_account("lan@example.vn", by=operator, name="Nguyễn Thị Lan")

    with pytest.raises(actions.EmailTaken):
        actions.open_account("LAN@example.vn", by=operator, name="Another")

    assert [entry.act for entry in Entry.objects.all()] == ["account.opened"]


def test_an_act_is_known_as_one_and_keeps_its_name_and_words():
    assert found.is_act
    assert found_and_fail.is_act
    assert (found.__name__, found.__doc__) == ("found", "Write a unit down (ghi nhận).")
