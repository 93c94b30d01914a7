"""A reform enacted and due, with much hanging on its units, in databases that may be killed.

The program runs in a process of its own; what it left is looked at from here, through a connection
that stands in the place of the suite's own. The engine is the one that the suite runs on.
"""

import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from django.db import connections

from tests.installation import SETTLED
from tinhgon.conftest import DAY, SMALL_WORLD
from tinhgon.statutes import JURISDICTIONS

MANY = 3000
"""People with a role over a unit that ends."""

SESSIONS = """
    SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND backend_type = 'client backend'
"""
TAKE_EFFECT = ("plan", "take-effect", "reform", "--on", "2025-07-01")
BEGINS = b"moving"
"""What the program says when it begins to move what hangs on the units."""


@dataclass
class Databases:
    """Copies of one database, on the engine of the suite, and the program run on them."""

    home: Path
    made: list[str] = field(default_factory=list)

    @property
    def on_server(self) -> bool:
        return connections["default"].vendor == "postgresql"

    def new(self, template: str | None = None) -> str:
        """The name of a new database: empty, or a copy."""
        name = f"tinhgon_kill_{os.getpid()}_{len(self.made)}"
        if self.on_server:
            like = f' TEMPLATE "{template}"' if template else ""
            self._tell_server(f'CREATE DATABASE "{name}"{like}')
        else:
            name = str(self.home / f"{name}.sqlite3")
            shutil.copy(template, name) if template else None
        self.made.append(name)
        return name

    def drop(self) -> None:
        for name in self.made if self.on_server else ():
            self._tell_server(f'DROP DATABASE "{name}" WITH (FORCE)')

    @contextmanager
    def opened(self, name: str) -> Iterator[None]:
        """Look at a database from this process."""
        own = connections["default"]
        connections["default"] = type(own)({**own.settings_dict, "NAME": name}, "default")
        try:
            yield
        finally:
            connections["default"].close()
            connections["default"] = own

    def start(self, name: str, *program: str) -> subprocess.Popen[bytes]:
        """The program in a process of its own: by default it puts the reform into effect."""
        environment = {key: said for key, said in os.environ.items() if key not in SETTLED}
        environment |= {"TINHGON_HOME": str(self.home), "TINHGON_PROGRESS": "1"}
        command = "from tinhgon.config.cli import main; main()"
        return subprocess.Popen(
            [sys.executable, *(program or ("-c", command, *TAKE_EFFECT))],
            env=environment | {"DATABASE_URL": self._url(name)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def _url(self, name: str) -> str:
        if not self.on_server:
            return f"sqlite:///{name}"
        return f"{os.environ['TEST_DATABASE_URL'].rpartition('/')[0]}/{name}"

    def wait_until_left(self, name: str) -> None:
        """Return when the server has ended what a killed program had asked of it.

        A server learns late that its client is gone: a commit that was on its way still lands, and
        would land between two questions of whoever looks.
        """
        while self.on_server and self._ask_server(SESSIONS, name) != (0,):
            time.sleep(0.02)

    def _tell_server(self, statement: str) -> None:
        with self._server() as server:
            server.execute(statement)

    def _ask_server(self, question: str, name: str) -> tuple[Any, ...] | None:
        with self._server() as server:
            return server.execute(question, [name]).fetchone()

    def _server(self) -> Any:
        import psycopg

        return psycopg.connect(self._url("postgres"), autocommit=True)


@dataclass(frozen=True)
class Pace:
    """How long the program takes, undisturbed: until it begins to move, then until it is done."""

    until: float
    moving: float


def wait_until_moving(process: subprocess.Popen[bytes]) -> None:
    """Return when the program begins to move what hangs on units, or has ended."""
    heard = b""
    while BEGINS not in heard:
        said = process.stderr.read1(64)  # type: ignore[union-attr]
        if not said:
            return
        heard += said


def again(*words: str) -> int:
    """Put the reform into effect once more, from this process: how the command leaves."""
    from tinhgon.config.cli import main

    return CliRunner().invoke(main, [*(words or (*TAKE_EFFECT, "--quiet"))]).exit_code


def look() -> dict[str, Any]:
    """The structure of both days, who holds roles where and when, and the state of the reform."""
    from tinhgon.accounts.models import Grant
    from tinhgon.conftest import BEFORE
    from tinhgon.registry.models import Contact
    from tinhgon.registry.queries import structure
    from tinhgon.reorganisation.models import Package

    grants = Grant.objects.values_list("unit__key", "role", "valid_from", "valid_to")
    return {
        "state": Package.objects.get().state,
        "structures": (structure(BEFORE), structure(DAY)),
        "grants": Counter(grants),
        "contacts": [*Contact.objects.values_list("unit__key", "valid_from", "valid_to")],
    }


def faults() -> list[Any]:
    """What is wrong with the record of acts."""
    from tinhgon.audit.record import verify

    return list(verify())


@pytest.fixture(scope="session")
def databases(tmp_path_factory, django_db_setup, django_db_blocker) -> Iterator[Databases]:
    made = Databases(tmp_path_factory.mktemp("kill"))
    with django_db_blocker.unblock():
        yield made
        made.drop()


@pytest.fixture(scope="session")
def loaded(databases) -> str:
    """The register of the small world and nothing else: others are copies of it."""
    from tinhgon.registry import actions
    from tinhgon.temporal.database import prepare_database
    from tinhgon.ui.actors import Operator

    name = databases.new()
    with databases.opened(name):
        prepare_database()
        vietnam = yaml.safe_load((JURISDICTIONS / "vn.yaml").read_text(encoding="utf-8"))
        actions.load(SMALL_WORLD, by=Operator("test"), file=vietnam, until=DAY)
    return name


@pytest.fixture(scope="session")
def enacted(databases, loaded) -> str:
    """The reform of the small world, enacted, with thousands of roles over its units."""
    name = databases.new(loaded)
    with databases.opened(name):
        _prepare()
    return name


def _prepare() -> None:
    from tinhgon.accounts.models import Grant, User
    from tinhgon.registry import actions as registry
    from tinhgon.registry.generic_form.folder import read_folder
    from tinhgon.registry.models import Unit
    from tinhgon.registry.queries import structure
    from tinhgon.reorganisation import actions, drafting
    from tinhgon.ui.actors import Operator

    by = Operator("test")
    units = [Unit.objects.get(key=key) for key in ("DM", "TM", "MT", "DN")]
    people = User.objects.bulk_create(
        User(email=f"p{number}@example.vn", name=f"P{number}") for number in range(MANY)
    )
    Grant.objects.bulk_create(
        Grant(user=person, role="registrar", unit=units[number % 4], granted_by="test")
        for number, person in enumerate(people)
    )
    for unit in units:
        registry.set_contact(unit, by=by, on=date(2025, 1, 1), contact={"address": "Số 1"})
    drafted = drafting.draft(read_folder(SMALL_WORLD, "VN", 1), DAY, structure(DAY))
    package = actions.draft(
        "reform", by=by, on=DAY, plans=[*drafted.plans], titles={"vi": "Sắp xếp 2025"}
    )
    actions.enact(package, by=by, on=date(2025, 6, 16))


@pytest.fixture(scope="session")
def old(databases, enacted) -> dict[str, Any]:
    """What there is before the effect."""
    with databases.opened(enacted):
        return look()


@pytest.fixture(scope="session")
def undisturbed(databases, enacted) -> tuple[Pace, dict[str, Any]]:
    """How long the effect takes when nobody kills it, and what there is afterwards."""
    name = databases.new(enacted)
    began = time.perf_counter()
    process = databases.start(name)
    wait_until_moving(process)
    moving = time.perf_counter()
    process.stdout.read1(1)  # type: ignore[union-attr]
    ended = time.perf_counter()
    process.communicate()
    assert process.returncode == 0
    with databases.opened(name):
        return Pace(moving - began, ended - moving), look()


@pytest.fixture(scope="session")
def pace(undisturbed) -> Pace:
    return undisturbed[0]


@pytest.fixture(scope="session")
def new(undisturbed) -> dict[str, Any]:
    """What there is after the effect."""
    return undisturbed[1]
