"""The people of the demonstration: all of them with a password that is kept, or nobody."""

import pytest

from tinhgon import demo
from tinhgon.accounts import actions as accounts
from tinhgon.accounts.models import Grant, User


@pytest.fixture
def home(db, settings, tmp_path, monkeypatch):
    """Where passwords are kept; what is invented are roles over everything, as no unit is here."""
    settings.HOME = tmp_path
    people = tuple(demo.Invented(p.email, p.name, p.roles, None) for p in demo.PEOPLE)
    monkeypatch.setattr(demo, "PEOPLE", people)
    return tmp_path


def kept(home):
    """The e-mail address and the password of each person, as the file has them."""
    lines = (home / "demo-accounts.txt").read_text(encoding="utf-8").splitlines()
    return {line.split("  ")[0]: line.split("  ")[1] for line in lines}


def test_everybody_signs_in_with_the_password_that_is_kept(home):
    demo._people()

    signing_in = {user.email for user in User.objects.filter(invented=True)}
    assert signing_in == {person.email for person in demo.PEOPLE} == {*kept(home)}
    minh = User.objects.get(email="minh@tinhgon.example")
    assert minh.check_password(kept(home)["minh@tinhgon.example"])


def test_stopped_in_between_it_leaves_nobody_and_goes_on_the_next_time(home, monkeypatch):
    grant = accounts.grant

    def stopped_at_the_last(user, **given):
        if given["role"] == "administrator":
            raise KeyboardInterrupt
        return grant(user, **given)

    monkeypatch.setattr(accounts, "grant", stopped_at_the_last)
    with pytest.raises(KeyboardInterrupt):
        demo._people()
    assert not User.objects.filter(invented=True).exists()

    monkeypatch.setattr(accounts, "grant", grant)
    demo._people()

    granted = sum(len(person.roles) for person in demo.PEOPLE)
    assert Grant.objects.filter(user__invented=True).count() == granted
    an = User.objects.get(email="an@tinhgon.example")
    assert an.check_password(kept(home)["an@tinhgon.example"])


def test_run_again_it_leaves_passwords_as_they_are(home):
    demo._people()
    before = kept(home)

    demo._people()

    assert kept(home) == before
