"""What machines read of the house: the helper that finds PostgreSQL, the run of CI, the units."""

import configparser
import os
import re
import subprocess
import sys

import pytest

from tests.docs.reading import ROOT, text
from tinhgon.config.cli import COMMANDS

NOWHERE = "postgresql://127.0.0.1:1/nowhere"


def postgresql(*words, **environment):
    return subprocess.run(
        [sys.executable, "-m", "tools.postgresql", *words],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_where_no_server_answers_one_sentence_says_so():
    done = postgresql(TEST_DATABASE_URL=NOWHERE)

    assert done.returncode == 77
    assert done.stdout.strip().endswith("the suite ran on SQLite only.")
    assert len(done.stdout.splitlines()) == 1


def test_where_no_server_answers_no_url_is_given():
    done = postgresql("--url", TEST_DATABASE_URL=NOWHERE)

    assert done.returncode == 77
    assert done.stdout == ""


def test_a_server_that_answers_is_given_by_its_url():
    given = os.environ.get("TEST_DATABASE_URL")
    if not given:
        pytest.skip("the suite runs on SQLite")

    assert postgresql("--url", TEST_DATABASE_URL=given).stdout == f"{given}\n"


def test_ci_runs_what_people_run():
    wanted = ["make test", "make journeys", "make check", "make demo SERVE=0", "make demo SERVE=0"]

    assert re.findall("^step (.*)$", text(".ci/run"), re.MULTILINE) == wanted
    assert os.access(ROOT / ".ci/run", os.X_OK)


@pytest.mark.parametrize("unit", ["tinhgon.service", "tinhgon-backup.service"])
def test_units_run_commands_that_exist(unit):
    read = configparser.RawConfigParser(strict=False, delimiters=("=",))
    read.optionxform = str
    read.read_string(text(f"deploy/{unit}"))

    named = re.findall(r"tinhgon ([a-z]+)", read["Service"]["ExecStart"])

    assert named
    assert set(named) <= set(COMMANDS)


def test_the_image_serves():
    assert '".venv/bin/tinhgon", "serve"' in text("deploy/Containerfile")
