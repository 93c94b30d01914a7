"""Database and files go into one file and come back, on both engines, by the same two commands."""

import json
import os
import subprocess
import sys
import tarfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

pytestmark = pytest.mark.xdist_group("backup")  # what they share is made by one process

REGISTER = Path(__file__).resolve().parents[4] / "tests" / "small_world"
JURISDICTION = Path(__file__).resolve().parents[2] / "statutes" / "jurisdictions" / "vn.yaml"


@pytest.fixture(scope="module")
def databases(tmp_path_factory):
    """The addresses of three databases, all empty, of the engine that the suite runs on."""
    if connection.vendor == "sqlite":
        folder = tmp_path_factory.mktemp("databases")
        yield [f"sqlite:///{folder}/{name}.sqlite3" for name in ("one", "other", "none", "bare")]
        return
    names = [f"tinhgon_{name}_{os.getpid()}" for name in ("one", "other", "none", "bare")]
    server = os.environ["TEST_DATABASE_URL"].rpartition("/")[0]
    _on_server(server, *(f'CREATE DATABASE "{name}"' for name in names))
    yield [f"{server}/{name}" for name in names]
    _on_server(server, *(f'DROP DATABASE "{name}" WITH (FORCE)' for name in names))


def _on_server(server, *statements):
    import psycopg

    with psycopg.connect(f"{server}/postgres", autocommit=True) as connected:
        for statement in statements:
            connected.execute(statement)


@pytest.fixture(scope="module")
def tinhgon(tmp_path_factory):
    """The program, in a process of its own, with this database; on another machine if told."""
    homes = {name: tmp_path_factory.mktemp(name) for name in ("home", "elsewhere")}

    def run(database, *words, at="home"):
        environment = {
            **os.environ,
            "DATABASE_URL": database,
            "TINHGON_HOME": str(homes[at]),
            "DJANGO_SETTINGS_MODULE": "tinhgon.config.settings",
        }
        command = "from tinhgon.config.cli import main; main()"
        return subprocess.run(
            [sys.executable, "-c", command, "--language", "en", *map(str, words)],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


ORDER = (
    *("--for", "P01", "--to", "DM-new", "--origin", "Họp giao ban", "--product", "Báo cáo"),
    *("--clear", "responsibility", "Phường", "--clear", "authority", "Chủ tịch phường", "--json"),
)


@pytest.fixture(scope="module")
def loaded(databases, tinhgon, tmp_path_factory):
    """A database with the small world, and in it a work with a file, for which nobody is named."""
    papers = tmp_path_factory.mktemp("papers")
    jurisdiction, minutes = papers / "vn.yaml", papers / "Biên bản.txt"
    written = JURISDICTION.read_text(encoding="utf-8")
    jurisdiction.write_text(written.replace("said: person", "said: title"), encoding="utf-8")
    minutes.write_text("Đã họp, đã thống nhất.", encoding="utf-8")
    due = timezone.localdate() + timedelta(days=20)

    def run(*words):
        done = tinhgon(databases[0], *words)
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("registry", "load", REGISTER, "--jurisdiction", jurisdiction, "--quiet")
    made = json.loads(run("work", "issue", "Rà soát", "--due", due, *ORDER))
    run("work", "attach", made["work"], minutes)
    return databases[0]


def test_what_is_restored_counts_the_same_and_its_record_holds(
    loaded, databases, tinhgon, tmp_path
):
    kept = tmp_path / "today.backup"
    written = tinhgon(loaded, "backup", kept)
    restored = tinhgon(databases[1], "restore", kept, at="elsewhere")

    asked = ("registry", "count", "--on", "2025-06-30", "--json")
    assert (written.returncode, restored.returncode) == (0, 0), written.stderr + restored.stderr
    files = tinhgon(databases[1], "work", "files", "check", "--json", at="elsewhere")
    told = json.loads(files.stdout)
    assert tinhgon(databases[1], *asked).stdout == tinhgon(loaded, *asked).stdout
    assert (told["files"], told["missing"], told["altered"]) == (1, [], [])
    assert "The record holds" in tinhgon(databases[1], "audit", "verify").stdout
    assert "✓ All constraints are in the database." in tinhgon(databases[1], "doctor").stdout


def test_a_backup_without_files_is_read_as_well(loaded, databases, tinhgon, tmp_path):
    kept, bare = tmp_path / "today.backup", tmp_path / "before.backup"
    tinhgon(loaded, "backup", kept)
    with tarfile.open(kept) as archive:
        bare.write_bytes(archive.extractfile("database").read())

    restored = tinhgon(databases[3], "restore", bare)

    assert restored.returncode == 0, restored.stderr
    assert "The record holds" in tinhgon(databases[3], "audit", "verify").stdout


def test_a_backup_that_ends_too_early_brings_no_database(loaded, databases, tinhgon, tmp_path):
    kept = tmp_path / "today.backup"
    tinhgon(loaded, "backup", kept)
    kept.write_bytes(kept.read_bytes()[:-11_000])

    done = tinhgon(databases[2], "restore", kept)

    assert (done.returncode, "ends too early" in done.stderr) == (2, True), done.stderr


def test_nothing_but_the_backup_is_left_beside_it(loaded, tinhgon, tmp_path):
    tinhgon(loaded, "backup", tmp_path / "today.backup")

    assert [one.name for one in tmp_path.iterdir()] == ["today.backup"]


def test_only_its_owner_may_read_a_backup(loaded, tinhgon, tmp_path):
    kept = tmp_path / "today.backup"

    tinhgon(loaded, "backup", kept)

    assert kept.stat().st_mode & 0o077 == 0


def test_a_backup_that_is_there_is_not_written_over(loaded, tinhgon, tmp_path):
    kept = tmp_path / "today.backup"
    kept.write_text("of yesterday")

    done = tinhgon(loaded, "backup", kept)

    assert done.returncode == 2
    assert kept.read_text() == "of yesterday"


def test_a_database_that_is_there_is_not_written_over(loaded, tinhgon, tmp_path):
    kept = tmp_path / "today.backup"
    tinhgon(loaded, "backup", kept)

    done = tinhgon(loaded, "restore", kept)

    assert done.returncode == 2
    assert "it is not written over" in done.stderr


def test_what_is_no_backup_is_refused(databases, tinhgon, tmp_path):
    other = tmp_path / "picture.png"
    other.write_bytes(b"\x89PNG")

    done = tinhgon(databases[2], "restore", other)

    assert done.returncode == 2
    assert "is not a backup" in done.stderr


def test_where_there_is_no_database_there_is_nothing_to_write(databases, tinhgon, tmp_path):
    done = tinhgon(databases[2], "backup", tmp_path / "today.backup")

    assert done.returncode == 2
    assert "nothing to write" in done.stderr


def test_a_folder_that_is_not_there_is_named(loaded, tinhgon, tmp_path):
    done = tinhgon(loaded, "backup", tmp_path / "gone" / "today.backup")

    assert done.returncode == 2
    assert done.stderr == f"Nothing can be written to the folder {tmp_path / 'gone'}.\n"
