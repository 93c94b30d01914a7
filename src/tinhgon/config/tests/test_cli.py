"""The command line as a whole: its commands, who acts, the language of its messages."""

import subprocess
import sys

import pytest
from click.testing import CliRunner
from django.db import connection
from django.utils import translation

from tinhgon.config.cli import COMMANDS, main


@pytest.fixture
def spoken(monkeypatch):
    """What a command says where the machine speaks a language, and its options another."""

    def said(*options, **machine):
        monkeypatch.delenv("TINHGON_LANGUAGE", raising=False)
        monkeypatch.delenv("LANG", raising=False)
        for name, value in machine.items():
            monkeypatch.setenv(name, value)
        with translation.override(translation.get_language()):
            return CliRunner().invoke(main, [*options, "audit", "verify"]).output

    return said


def test_every_command_is_listed_with_what_it_is_for(tinhgon):
    listed = tinhgon("--help").output

    assert [name for name in COMMANDS if f"  {name} " not in listed] == []


@pytest.mark.parametrize("module", ["tinhgon", "tinhgon.config.cli"])
def test_python_carries_it_out_as_well(module):
    run = [sys.executable, "-m", module, "--version"]

    done = subprocess.run(run, capture_output=True, text=True, check=True)

    assert done.stdout == "tinhgon, version 0.1.0\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there_and_says_so_itself(tinhgon, name):
    done = tinhgon(name, "--help")

    assert done.exit_code == 0
    assert done.output.startswith(f"Usage: main {name} ")


def test_a_command_that_is_not_there_is_named(tinhgon):
    done = tinhgon("registri")

    assert done.exit_code == 2
    assert "No such command 'registri'" in done.stderr


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "No such command 'registri'."), ("vi", "Không có lệnh 'registri'.")],
)
def test_what_was_typed_wrong_is_told_in_the_language_asked_for(tinhgon, language, told):
    assert told in tinhgon("registri", language=language).stderr


def test_the_version_is_that_of_the_package(tinhgon):
    assert tinhgon("--version").output.endswith("0.1.0\n")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Nobody signs in with nobody@example.vn.\n"),
        ("vi", "Không có tài khoản nào dùng nobody@example.vn.\n"),
    ],
)
def test_somebody_unknown_cannot_act(tinhgon, language, told):
    words = ("--as", "nobody@example.vn", "audit", "verify")

    done = tinhgon(*words, language=language)

    assert (done.exit_code, done.stdout, done.stderr) == (2, "", told)


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="looks for a file")
def test_where_there_is_no_database_nobody_can_act(tinhgon, monkeypatch, tmp_path):
    monkeypatch.setitem(connection.settings_dict, "NAME", tmp_path / "none.sqlite3")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE accounts_user RENAME TO gone")

    done = tinhgon("--as", "lan@example.vn", "audit", "verify")

    assert done.exit_code == 1
    assert done.stderr.startswith("There is no database yet")


def test_somebody_acts_with_their_own_rights_and_whatever_letters(tinhgon, world):
    done = tinhgon("--as", "LAN@example.vn", "audit", "verify")

    assert done.exit_code == 2
    assert "audit.read" in done.stderr


def test_a_closed_account_may_nothing(tinhgon, world):
    world.hung.is_active = False
    world.hung.save()

    assert tinhgon("plan", "enact", "reform", by=world.hung).exit_code == 2


@pytest.mark.django_db
def test_vietnamese_is_spoken_unless_something_else_is_asked_for(spoken):
    assert spoken() == "Nhật ký toàn vẹn: 0 mục.\n"
    assert spoken(LANG="de_DE.UTF-8") == "Nhật ký toàn vẹn: 0 mục.\n"


@pytest.mark.django_db
def test_english_is_spoken_where_the_machine_does(spoken):
    assert spoken(LANG="en_GB.UTF-8") == "The record holds: 0 entries.\n"


@pytest.mark.django_db
def test_our_own_setting_goes_before_the_machines(spoken):
    assert spoken(LANG="en_GB.UTF-8", TINHGON_LANGUAGE="vi") == "Nhật ký toàn vẹn: 0 mục.\n"


@pytest.mark.django_db
def test_the_option_goes_before_all(spoken):
    asked = ("--language", "en")

    assert spoken(*asked, TINHGON_LANGUAGE="vi") == "The record holds: 0 entries.\n"


def test_another_language_is_refused(tinhgon):
    assert tinhgon("--language", "fr", "audit", "verify").exit_code == 2
