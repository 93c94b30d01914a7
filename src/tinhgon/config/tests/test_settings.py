"""Without settings the program runs on one computer; in public it refuses to start unsafely."""

import os
import subprocess
import sys

import pytest
from django.db import connection  # noqa: F401 - for skipif

pytestmark = pytest.mark.skipif(
    "connection.vendor != 'sqlite'", reason="asks no database: once will do"
)

SECRET = "0123456789" * 5
READ = "from tinhgon.config import settings; print(settings.SECRET_KEY, settings.DATABASES)"
START = "from tinhgon.config.cli import main; main()"


@pytest.fixture
def run(tmp_path):
    """A program of ours in a fresh process, with nothing set but what is given."""

    def started(program, *words, **given):
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        return subprocess.run(
            [sys.executable, "-c", program, *words],
            env=kept | {"TINHGON_HOME": str(tmp_path / "home")} | given,
            capture_output=True,
            text=True,
            check=False,
        )

    return started


@pytest.fixture
def public(run):
    """The settings of a public site, as far as they are given."""

    def started(*words, **given):
        return run(READ, *words, TINHGON_PUBLIC="1", **given)

    return started


def test_without_settings_a_secret_is_made_that_nobody_else_reads(run, tmp_path):
    first, second = run(READ), run(READ)

    kept = tmp_path / "home" / "secret-key"
    assert first.returncode == 0, first.stderr
    assert first.stdout == second.stdout
    assert len(kept.read_text()) >= 50
    assert kept.stat().st_mode & 0o777 == 0o600


def test_without_settings_the_database_is_a_file_at_home(run, tmp_path):
    assert f"{tmp_path}/home/tinhgon.sqlite3" in run(READ).stdout


@pytest.mark.parametrize("secret", ["", "short", "x" * 49])
def test_a_public_site_needs_a_long_secret_of_its_own(public, secret):
    done = public(SECRET_KEY=secret)

    assert done.returncode == 1
    assert "A public site needs a SECRET_KEY of 50 characters or more." in done.stderr


@pytest.mark.parametrize("given", [{"TINHGON_DEBUG": "1"}, {"ALLOWED_HOSTS": "tinhgon.vn,*"}])
def test_a_public_site_shows_no_details_and_answers_to_its_own_names_alone(public, given):
    done = public(SECRET_KEY=SECRET, **given)

    assert done.returncode == 1
    assert "A public site needs TINHGON_DEBUG off and real ALLOWED_HOSTS." in done.stderr


def test_a_public_site_with_all_it_needs_starts(public):
    done = public(SECRET_KEY=SECRET, ALLOWED_HOSTS="tinhgon.vn")

    assert done.returncode == 0, done.stderr


def test_a_public_site_passes_the_checks_for_deployment(run):
    checked = ("django", "check", "--deploy", "--fail-level", "WARNING")
    secret = "".join(chr(letter) for letter in range(48, 110))

    done = run(START, *checked, TINHGON_PUBLIC="1", SECRET_KEY=secret, ALLOWED_HOSTS="tinhgon.vn")

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "given",
    [{"TINHGON_PUBLIC": "perhaps"}, {"TINHGON_GATE_SECONDS": "long"}, {"DATABASE_URL": "mysql"}],
    ids=lambda given: next(iter(given)),
)
def test_a_setting_that_cannot_be_read_is_named_and_no_trace_is_shown(run, given):
    done = run(START, "audit", "verify", **given)

    assert done.returncode == 2
    assert done.stderr.startswith("Cài đặt, settings: ")
    assert next(iter(given)) in done.stderr
    assert "Traceback" not in done.stderr
