"""The write gate: while one rearranges the register, the others wait, and are told so in time."""

import os
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from threading import Event, Thread

import pytest
from django.db import OperationalError, connection

from tinhgon.temporal.gate import Busy, behind_gate

on_postgresql = pytest.mark.skipif(
    "connection.vendor != 'postgresql'", reason="SQLite has one writer anyway"
)
on_sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="about a file of SQLite's")


@pytest.fixture
def impatient(settings):
    """Nobody waits longer than this."""
    settings.GATE_SECONDS = 0.3


@contextmanager
def somebody_inside(*, alone):
    """Meanwhile another connection is behind the gate."""
    is_in, leave = Event(), Event()

    def elsewhere():
        with behind_gate(alone):
            is_in.set()
            leave.wait(10)
        connection.close()

    other = Thread(target=elsewhere)
    other.start()
    assert is_in.wait(10)
    try:
        yield leave
    finally:
        leave.set()
        other.join()


@on_postgresql
def test_others_do_not_get_in_while_one_is_alone(committed, impatient):
    with somebody_inside(alone=True), pytest.raises(Busy), behind_gate(alone=False):
        raise AssertionError("got in")


@on_postgresql
def test_nobody_is_alone_while_others_are_in(committed, impatient):
    with somebody_inside(alone=False), pytest.raises(Busy), behind_gate(alone=True):
        raise AssertionError("got in")


@on_postgresql
def test_ordinary_writers_go_on_side_by_side(committed, impatient):
    with somebody_inside(alone=False), behind_gate(alone=False):
        assert connection.in_atomic_block


@on_postgresql
def test_whoever_waits_gets_in_as_soon_as_the_other_is_out(committed, settings):
    settings.GATE_SECONDS = 10
    got_in = Event()

    def wait():
        with behind_gate(alone=False):
            got_in.set()
        connection.close()

    waiting = Thread(target=wait)
    with somebody_inside(alone=True):
        waiting.start()
        was_in = got_in.wait(0.3)
    waiting.join()

    assert not was_in
    assert got_in.is_set()


@pytest.mark.django_db
def test_another_fault_of_the_database_is_not_taken_for_waiting():
    with pytest.raises(OperationalError, match="disk"), behind_gate(alone=False):
        raise OperationalError("disk I/O error")


@pytest.mark.django_db
def test_a_lock_that_is_not_given_in_time_is_waiting():
    with pytest.raises(Busy), behind_gate(alone=False):
        raise OperationalError("database is locked")


@on_sqlite
def test_two_processes_on_one_file_take_turns(tmp_path):
    first = open_account(tmp_path, "lan@example.vn")  # makes no database: there is none yet
    migrated = tinhgon(tmp_path, "migrate")
    with sqlite3.connect(tmp_path / "tinhgon.sqlite3") as writer:
        writer.execute("BEGIN IMMEDIATE")
        meanwhile = open_account(tmp_path, "lan@example.vn")
        writer.rollback()
    afterwards = open_account(tmp_path, "lan@example.vn")

    assert (first.returncode, migrated.returncode) == (1, 0)
    assert meanwhile.returncode == 1
    assert meanwhile.stderr == "The register is being changed by somebody else. Try again soon.\n"
    assert afterwards.returncode == 0, afterwards.stderr


def open_account(home, email):
    return tinhgon(home, "accounts", "open", email, "--name", "Lan", "--password", "một-mật-khẩu")


def tinhgon(home, *words):
    """The program in a process of its own, with an embedded database that it does not wait for."""
    environment = os.environ | {
        "TINHGON_HOME": str(home),
        "DATABASE_URL": f"sqlite:///{home}/tinhgon.sqlite3",
        "TINHGON_GATE_SECONDS": "0",
        "DJANGO_SETTINGS_MODULE": "tinhgon.config.settings",
    }
    command = "from tinhgon.config.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", command, "--language", "en", *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
