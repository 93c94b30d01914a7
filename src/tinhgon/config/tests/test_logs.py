"""What is logged: what was asked of which page and how it went; nothing about persons."""

import io
import json
import logging

import pytest
from django.db import IntegrityError
from django.urls import path, reverse

from tinhgon.config.logs import configure
from tinhgon.ui.doors import public
from tinhgon.ui.errors import server_error

QUOTES_THE_ROW = "duplicate key\nDETAIL: Key (email)=(lan@example.vn) already exists."
LOGGERS = ("", "tinhgon", "django.request", "django.server")


@pytest.fixture
def lines():
    """What is logged meanwhile, as programs read it: a function that gives the lines so far."""
    root, levels = logging.getLogger(), {name: logging.getLogger(name).level for name in LOGGERS}
    before = root.handlers
    configure({"format": "json"})
    written = io.StringIO()
    root.handlers[0].setStream(written)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    root.handlers = before
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.fixture
def failed(client, settings):
    """The page of somebody before whom the database refuses a row and quotes it."""
    settings.ROOT_URLCONF = __name__
    client.raise_request_exception = False
    return lambda: client.get("/fails/")


@public
def fails(request):
    raise IntegrityError(QUOTES_THE_ROW)


urlpatterns = [path("fails/", fails)]
handler500 = server_error


def test_a_request_is_one_line_with_page_status_and_time(world, client, lines):
    client.get("/account/login/", {"next": "/units/"})

    (line,) = lines()
    assert line["event"] == "request"
    assert (line["method"], line["path"], line["status"]) == ("GET", "/account/login/", 200)
    assert line["ms"] > 0


def test_what_people_look_up_is_not_logged(world, client, lines):
    client.get("/where/", {"q": "Đại Mỗ, nhà bà Lan"}, REMOTE_ADDR="192.0.2.7")
    client.get("/no/such/page/", {"q": "Đại Mỗ, nhà bà Lan"})

    written = json.dumps(lines(), ensure_ascii=False)
    assert "/where/" in written
    assert "Lan" not in written
    assert "q=" not in written
    assert "192.0.2.7" not in written


def test_who_signs_in_is_not_logged(world, client, lines):
    for password in ("sai mật khẩu", "mật-khẩu-rất-dài"):
        client.post(
            "/account/login/", {"login": "lan@example.vn", "password": password, "next": "/"}
        )
    client.get("/")

    written = json.dumps(lines(), ensure_ascii=False)
    assert client.session["_auth_user_id"] == str(world.lan.pk)
    assert "lan@example.vn" not in written
    assert "Nguyễn" not in written
    assert "mật" not in written


def test_a_link_that_opens_an_account_is_not_logged(world, client, lines):
    address = reverse(
        "account_reset_password_from_key", kwargs={"uidb36": "1", "key": "cxyz-secret"}
    )

    client.get(address)

    assert "cxyz-secret" in address
    assert "cxyz-secret" not in json.dumps(lines())


def test_what_failed_is_logged_once_with_the_reference_that_the_page_shows(failed, lines):
    page = failed()

    (line,) = [line for line in lines() if "exception" in line]
    assert page.status_code == 500
    assert line["level"] == "error"
    assert line["reference"] in page.text
    assert "IntegrityError: duplicate key" in line["exception"]


def test_a_traceback_carries_no_values(failed, lines):
    failed()

    assert "lan@example.vn" not in json.dumps(lines())


def test_lines_for_people_carry_no_values_either(failed, lines):
    configure({"format": "text"})
    written = io.StringIO()
    logging.getLogger().handlers[0].setStream(written)

    failed()

    assert "IntegrityError: duplicate key" in written.getvalue()
    assert "lan@example.vn" not in written.getvalue()
