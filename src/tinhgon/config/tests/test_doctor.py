"""`tinhgon doctor` says of each thing whether it is well, and what to do."""

import json
import os

import pytest
from click.testing import CliRunner
from django.db import DatabaseError, connection
from django.utils.translation import override

from tinhgon.audit.models import Entry
from tinhgon.audit.record import record, verify
from tinhgon.config import doctor
from tinhgon.config.cli import main
from tinhgon.registry.models import Version

THINGS = [
    *("python", "assets", "catalogues", "disk", "public"),
    *("database", "migrations", "guards", "register", "record"),
]
LOSE_THE_GUARD = {
    "sqlite": ["DROP TRIGGER audit_append_only", "DROP TRIGGER audit_append_only_delete"],
    "postgresql": ["DROP TRIGGER audit_append_only ON audit_entry"],
}


@pytest.fixture
def well(monkeypatch):
    """A machine on which styles and languages are built, whatever this one is like."""
    monkeypatch.setattr(doctor.finders, "find", lambda name: name)
    monkeypatch.setattr(doctor, "_is_compiled", lambda written: True)


def examined():
    return {seen.thing: seen for seen in doctor.examine()}


def run(*words):
    return CliRunner().invoke(main, ["--language", "en", "doctor", *words])


def test_everything_is_looked_at_in_order(register, well):
    assert [seen.thing for seen in doctor.examine()] == THINGS


def test_an_installation_that_is_well_leaves_with_0(register, well):
    done = run()

    assert done.exit_code == 0
    assert done.output.count("✓") == len(THINGS)
    assert "✓ The register of VN stands at revision " in done.output


def test_programs_read_each_thing_in_both_languages(register, well):
    done = json.loads(run("--json").output)

    assert done["ok"] is True
    assert [thing["thing"] for thing in done["things"]] == THINGS
    assert done["things"][5]["says"]["en"].endswith("is reachable and writable.")
    assert done["things"][5]["says"]["vi"].endswith("kết nối được và ghi được.")


@pytest.mark.django_db
def test_without_a_register_it_says_what_to_do_and_leaves_with_1(well):
    done = run()

    assert done.exit_code == 1
    assert "✗ Nothing is registered yet. Run `tinhgon demo`" in done.output


def test_without_a_database_nothing_in_it_is_looked_at(monkeypatch, well):
    monkeypatch.setattr(doctor, "is_prepared", lambda: False)

    found = examined()

    assert not found["database"].is_well
    assert "register" not in found


def test_a_database_that_refuses_is_told_with_its_reason(monkeypatch, well):
    def refuse():
        raise DatabaseError("attempt to write a readonly database\nDETAIL: more")

    monkeypatch.setattr(doctor, "is_prepared", refuse)

    with override("en"):
        words = examined()["database"].words()

    assert "cannot be read or written: attempt to write a readonly database." in words
    assert "DETAIL" not in words


@pytest.mark.django_db
def test_looking_whether_one_may_write_leaves_nothing_behind(well):
    examined()

    assert "doctor_was_here" not in connection.introspection.table_names()


@pytest.mark.django_db
def test_an_older_database_is_told_and_not_read(monkeypatch, well):
    monkeypatch.setattr(doctor, "left_to_migrate", lambda: 3)

    found = examined()

    with override("en"):
        assert "3 steps are left. Run `tinhgon migrate`." in found["migrations"].words()
    assert "register" not in found


@pytest.mark.django_db
def test_a_lost_constraint_is_named(well):
    with connection.cursor() as cursor:
        cursor.execute(LOSE_THE_GUARD[connection.vendor][0])

    assert "audit_append_only" in examined()["guards"].words()


@pytest.mark.django_db
def test_a_record_that_was_altered_does_not_hold(operator, well):
    record("test.done", by=operator, target="test")
    with connection.cursor() as cursor:
        for statement in LOSE_THE_GUARD[connection.vendor]:
            cursor.execute(statement)
    Entry.objects.update(actor="somebody else")

    assert not examined()["record"].is_well


def test_rows_behind_a_bulk_act_are_left_to_the_whole_proof(register, well):
    Version.objects.filter(unit__key="DM").update(name="Đại Mộ")

    assert examined()["record"].is_well
    assert {fault.why for fault in verify()} == {"rows"}


@pytest.mark.django_db
def test_styles_that_are_not_built_are_told(monkeypatch, well):
    monkeypatch.setattr(doctor.finders, "find", lambda name: None)

    assert "make assets" in examined()["assets"].words()


@pytest.mark.django_db
def test_a_language_that_is_not_compiled_is_told(tmp_path, settings):
    settings.LOCALE_PATHS = [tmp_path]
    (tmp_path / "django.po").write_text("")

    assert not examined()["catalogues"].is_well


@pytest.mark.django_db
def test_a_language_that_is_older_than_its_sentences_is_told(tmp_path, settings):
    settings.LOCALE_PATHS = [tmp_path]
    (tmp_path / "django.po").write_text("")
    (tmp_path / "django.mo").write_text("")

    fresh = examined()["catalogues"].is_well
    os.utime(tmp_path / "django.mo", (0, 0))

    assert fresh
    assert not examined()["catalogues"].is_well


@pytest.mark.django_db
def test_little_room_is_told(monkeypatch, well):
    monkeypatch.setattr(doctor, "ROOM_MB", 10**9)

    assert not examined()["disk"].is_well


@pytest.mark.django_db
def test_a_public_site_that_only_writes_its_mail_on_the_screen_is_not_well(well, settings):
    settings.PUBLIC = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

    seen = examined()["public"]

    assert not seen.is_well
    assert "EMAIL_URL" in seen.words()
    assert "docs/how-to/run-in-public.md" in seen.words()
