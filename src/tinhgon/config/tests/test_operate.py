"""Serving refuses politely where it could not go well."""

import socket

import pytest
from click.testing import CliRunner

from tinhgon.config import operate
from tinhgon.config.cli import main


@pytest.fixture
def started(monkeypatch, settings, tmp_path):
    """What would be started instead of being started."""
    seen = []
    settings.HOME = tmp_path
    monkeypatch.setattr(operate.os, "execv", lambda program, words: seen.append(words))
    monkeypatch.setattr(operate, "call_command", lambda *words, **options: None)
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", "")
    return seen


@pytest.fixture
def taken():
    """A port on which somebody listens already."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        yield door.getsockname()[1]


@pytest.fixture
def free():
    """A port on which nobody listens."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def serve(*words):
    return CliRunner().invoke(main, ["--language", "en", "serve", *words])


@pytest.mark.django_db
def test_the_site_is_served_where_it_was_asked(started, free):
    done = serve("--port", str(free))

    assert done.exit_code == 0
    assert f"Open http://127.0.0.1:{free}/ in a browser." in done.output
    assert started[0][-1] == "tinhgon.config.wsgi:application"
    assert ["--port", str(free)] == started[0][7:9]


@pytest.mark.django_db
def test_what_another_run_counted_is_not_counted_again(started, free, settings):
    old = settings.HOME / "metrics" / "counter_1.db"
    old.parent.mkdir()
    old.write_text("")

    serve("--port", str(free))

    assert not old.exists()


def test_without_a_database_it_says_which_command_makes_one(started, monkeypatch):
    monkeypatch.setattr(operate, "is_prepared", lambda: False)

    done = serve()

    assert done.exit_code == 2
    assert "There is no database yet. Run `tinhgon demo`" in done.output
    assert started == []


def test_an_older_database_is_not_served(started, monkeypatch):
    monkeypatch.setattr(operate, "is_prepared", lambda: True)
    monkeypatch.setattr(operate, "left_to_migrate", lambda: 2)

    done = serve()

    assert done.exit_code == 2
    assert "Run `tinhgon migrate`." in done.output
    assert started == []


@pytest.mark.django_db
def test_a_port_that_is_taken_is_named_with_another(started, taken):
    done = serve("--port", str(taken))

    assert done.exit_code == 2
    assert f"port {taken}" in done.output
    assert f"`tinhgon serve --port {taken + 1}`" in done.output
    assert started == []


@pytest.mark.django_db
def test_a_host_that_is_not_this_machine_is_refused(started):
    done = serve("--host", "192.0.2.1")

    assert done.exit_code == 2
    assert "192.0.2.1" in done.output


def test_a_setting_that_cannot_be_read_is_said_in_a_sentence(monkeypatch):
    from environs.exceptions import EnvError

    def refuse():
        raise EnvError('Environment variable "TINHGON_GATE_SECONDS" invalid')

    monkeypatch.setattr("django.setup", refuse)

    done = CliRunner().invoke(main, ["doctor"])

    assert done.exit_code == 2
    assert "TINHGON_GATE_SECONDS" in done.output
    assert "Traceback" not in done.output
