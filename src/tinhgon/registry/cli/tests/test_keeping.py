"""Loading, writing out and the place that is served, on the command line."""

import pytest
import yaml
from django.db import connection, transaction

from tinhgon.accounts import actions as accounts
from tinhgon.conftest import SMALL_WORLD
from tinhgon.registry.models import Register, Unit
from tinhgon.statutes import JURISDICTIONS
from tinhgon.ui import commands

FILE = ["--jurisdiction", JURISDICTIONS / "vn.yaml"]


def test_a_register_is_loaded(db, run):
    said = run("load", SMALL_WORLD, *FILE, "--json")

    assert (said.code, said.document["dry_run"]) == (0, False)
    assert said.document["loaded"]["units"] == Unit.objects.count() == 11


def test_what_was_loaded_is_told_to_people(db, run):
    lines = run("load", SMALL_WORLD, *FILE, "--until", "2025-07-01").out.splitlines()

    assert lines[:2] == ["Loaded:", "         8  units"]


def test_a_rehearsal_writes_nothing(db, run):
    said = run("load", SMALL_WORLD, *FILE, "--dry-run")

    assert said.out.startswith("Would load:\n")
    assert not Unit.objects.exists()


def test_a_folder_with_faults_is_refused_with_their_places(db, run, folder):
    folder.edit("units.csv", "00632", "632")

    said = run("load", folder.path, *FILE)

    assert (said.code, said.out) == (2, "")
    assert said.err == (
        "units.csv, line 7, column code: “632” is not a code of this level (5 digits). "
        "Leading zeros must stay.\nNothing was loaded: 1 problems.\n"
    )


def test_faults_are_told_to_programs_in_both_languages(db, run, folder):
    folder.edit("units.csv", "00632", "632")

    said = run("load", folder.path, *FILE, "--json")

    (problem,) = said.document["problems"]
    assert (said.code, problem["line"], problem["code"]) == (2, 7, "code-shape")
    assert problem["message"].keys() == {"vi", "en"}


def test_a_column_that_nobody_reads_is_told(db, run, folder):
    folder.edit("units.csv", "area_km2", "area")

    said = run("load", folder.path, *FILE)

    assert (said.code, said.err) == (
        0,
        "units.csv: the column area is not known and was not read.\n",
    )


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("jurisdiction: VN\n", "levels: This member is missing."),
        ("levels: [", "expected the node content"),
        ("\xff", ""),
        ("- a\n", ".: This must be a mapping of names to values."),
    ],
)
def test_a_jurisdiction_file_that_cannot_be_used_is_told(db, run, tmp_path, written, told):
    path = tmp_path / "here.yaml"
    path.write_bytes(written.encode("latin-1"))

    said = run("load", SMALL_WORLD, "--jurisdiction", path)

    assert said.code == 2
    assert said.err.startswith(str(path))
    assert told in said.err


def test_another_country_needs_another_database(register, run, tmp_path, vietnam):
    path = tmp_path / "here.yaml"
    path.write_text(yaml.safe_dump({**vietnam, "jurisdiction": "LA"}, sort_keys=False))

    said = run("load", SMALL_WORLD, "--jurisdiction", path)

    assert said.code == 2
    assert said.err.startswith("This database keeps the register of VN, not of LA.")
    assert "DATABASE_URL=" in said.err


def test_kinds_in_use_are_missed(register, run, tmp_path, vietnam):
    levels = {**vietnam["levels"]}
    levels["district"] = {**levels["district"], "kinds": {"huyện": {"noun": "huyện"}}}
    path = tmp_path / "here.yaml"
    path.write_text(yaml.safe_dump({**vietnam, "levels": levels}, sort_keys=False))

    said = run("load", SMALL_WORLD, "--jurisdiction", path)

    assert (said.code, said.err) == (
        2,
        "The jurisdiction file lacks kinds that registered units have: district: quận.\n",
    )


def test_loading_needs_the_permission(world, run):
    said = run("load", SMALL_WORLD, *FILE, by="hung@example.vn")

    assert (said.code, said.err) == (
        2,
        "You may not do this: it needs the permission registry.load for everything.\n",
    )


@pytest.mark.parametrize("words", [["load", SMALL_WORLD, *FILE], ["place", "--whole"]])
def test_an_administrator_of_one_ward_decides_nothing_for_all(world, run, operator, words):
    accounts.grant(world.an, by=operator, role="administrator", on=world.eve, unit=world.unit("XP"))

    said = run(*words, by="an@example.vn")

    assert (said.code, "registry.load for everything" in said.err) == (2, True)


def test_a_register_goes_out_and_comes_in_again(register, run, tmp_path):
    said = run("export", tmp_path / "out", "--json")

    assert said.document["exported"]["units"] == 8
    assert (tmp_path / "out" / "jurisdiction.yaml").exists()


def test_one_day_goes_out(in_effect, run, tmp_path):
    said = run("export", tmp_path / "out", "--on", "2025-07-01")

    assert said.out.splitlines()[1] == "         5  units"


def test_a_place_is_chosen_and_given_up(world, run):
    chosen = run("place", "01", "--json")
    place = Register.objects.get().place
    given_up = run("place", "--whole")

    assert (chosen.document, place.key) == ({"place": "P01"}, "P01")
    assert given_up.out == "This installation now serves: the whole.\n"
    assert Register.objects.get().place is None


@pytest.mark.parametrize("words", [[], ["P01", "--whole"]])
def test_a_place_is_one_unit_or_the_whole(world, run, words):
    assert run("place", *words).err == "Name one unit, or say --whole.\n"


# --- The database itself --------------------------------------------------------------------------


def test_somebody_else_at_work_is_told_to_wait_for(world, run, monkeypatch):
    def busy(*args, **kwargs):
        raise commands.Busy

    monkeypatch.setattr("tinhgon.registry.actions.serve_place", busy)

    said = run("place", "--whole")

    assert (said.code, said.err) == (
        1,
        "The register is being changed by somebody else. Try again soon.\n",
    )


def test_without_a_database_everybody_is_told_what_to_do(db, run, monkeypatch):
    monkeypatch.setattr(commands, "is_prepared", lambda: False)
    before = transaction.savepoint()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE registry_register RENAME TO registry_elsewhere")

    said = run("count")

    transaction.savepoint_rollback(before)
    assert (said.code, said.err) == (
        1,
        "There is no database yet: run `tinhgon demo`, or load a register of your own.\n",
    )
