"""A site with the demonstration's data, served as `tinhgon serve` does, and a browser."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
NAME = "tinhgon.sqlite3"
TINHGON = Path(sys.executable).parent / "tinhgon"
WIDE, NARROW = 1280, 360
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


class Site:
    """The address of a running site and the people who may sign in."""

    def __init__(self, base: str, home: Path, settings: str = "tinhgon.config.settings") -> None:
        self.base, self.home, self.settings = base, home, settings

    @property
    def environment(self) -> dict[str, str]:
        """That of a program that works on the site's own database."""
        known = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        own = {"TINHGON_HOME": str(self.home), "TINHGON_PUBLIC": "0", "PYTHONPATH": str(ROOT)}
        return {**known, **own, "DJANGO_SETTINGS_MODULE": self.settings}

    def set_ahead(self, days: int) -> None:
        """Let so many days pass, on a site whose clock can be set."""
        (self.home / "ahead").write_text(str(days))

    def run(self, *words: str) -> str:
        """What `tinhgon …` says when it is run beside the site."""
        ran = subprocess.run(
            [TINHGON, *words], env=self.environment, check=True, capture_output=True, text=True
        )
        return ran.stdout

    def password(self, email: str) -> str:
        """The password that the demonstration made up for somebody."""
        lines = (self.home / "demo-accounts.txt").read_text().splitlines()
        return next(line.split()[1] for line in lines if line.startswith(email))


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[Site]:
    """The demonstration, loaded once and served on a free port."""
    with _served(tmp_path_factory.mktemp("site"), "demo", "--quiet") as served:
        yield served


@pytest.fixture
def eve(tmp_path_factory) -> Iterator[Site]:
    """The demonstration on the eve of the reform, one for each test: nothing is drafted yet."""
    with _served(tmp_path_factory.mktemp("eve"), "demo", "--quiet", "--eve") as served:
        yield served


@pytest.fixture
def passing(site, tmp_path) -> Iterator[Site]:
    """A copy of the demonstration on which days can be let pass (`set_ahead`)."""
    with (
        closing(sqlite3.connect(site.home / NAME)) as held,
        closing(sqlite3.connect(tmp_path / NAME)) as copy,
    ):
        held.backup(copy)
    for name in ("demo-accounts.txt", "secret-key"):
        shutil.copy(site.home / name, tmp_path)
    with _served(tmp_path, settings="tests.journeys.ahead") as served:
        yield served


@contextmanager
def _served(home: Path, *prepare: str, settings: str = "tinhgon.config.settings") -> Iterator[Site]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    served = Site(f"http://127.0.0.1:{port}", home, settings)
    if prepare:
        served.run(*prepare)
    server = subprocess.Popen([TINHGON, "serve", "--port", str(port)], env=served.environment)
    try:
        _wait_for(f"{served.base}/help/")
        yield served
    finally:
        server.terminate()
        server.wait(10)


def _wait_for(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"{address} does not answer")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a screen."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    assert chromium, "No Chromium on PATH: install it (Debian: apt-get install chromium)."
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=[*QUIET])
        yield opened
        opened.close()


@pytest.fixture
def open_page(browser, site):
    """A fresh page: `open_page(width, scripts=True)`; complaints of the browser fail the test.

    `at` is another site than the demonstration.
    """
    contexts, complaints = [], []

    def opened(
        width: int = WIDE, *, scripts: bool = True, bypass_csp: bool = False, at: Site | None = None
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            bypass_csp=bypass_csp,
            base_url=(at or site).base,
            accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not complaints


@pytest.fixture(scope="session")
def sessions() -> dict[tuple[str, str], Any]:
    """The cookies of those who have signed in, by site and e-mail address."""
    return {}


@pytest.fixture
def sign_in(site, sessions):
    """Sign somebody of the demonstration in on a page; by the form for the first time."""

    def signed_in(page: Page, email: str, at: Site | None = None) -> Page:
        person = ((at or site).base, email)
        if person in sessions:
            page.context.add_cookies(sessions[person])
            page.goto("/en/account/me/")
            if "/account/login/" not in page.url:  # a session ends when days are let pass
                return page
        page.goto("/en/account/login/")
        page.fill("[name=login]", email)
        page.fill("[name=password]", (at or site).password(email))
        page.click("main form button[type=submit]")
        page.wait_for_url(lambda address: "/account/login/" not in address)
        sessions[person] = page.context.cookies()
        return page

    return signed_in
