"""The small named world of the tests.

Hà Nội with two districts and five wards, before and after 1 July 2025: old Đại Mỗ is shared among
three, Xuân Phương goes on under the city. Ms Lan keeps contacts of Đại Mỗ, Mr Hùng is the chair, Ms
Hương plans, An is a stranger with no role.
"""

import csv
import shutil
import sys
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Barrier, Thread

import pytest
import yaml
from tests.made_once import made_once

from tinhgon.statutes import JURISDICTIONS

CHECKOUT = Path(__file__).resolve().parent.parent.parent
SMALL_WORLD = CHECKOUT / "tests" / "small_world"
BEFORE, DAY = date(2025, 6, 30), date(2025, 7, 1)


@dataclass
class World:
    """The small world: its register is loaded as it stood before the day."""

    lan: object
    hung: object
    huong: object
    an: object
    day: date = DAY
    eve: date = BEFORE

    def unit(self, key):
        from tinhgon.registry.models import Unit

        return Unit.objects.get(key=key)


@pytest.fixture(autouse=True)
def _speaking_as_set():
    """A page asked for in English leaves English behind; the next test begins anew."""
    yield
    translation = sys.modules.get("django.utils.translation")  # the core is tested without Django
    if translation:
        translation.deactivate()


@pytest.fixture(scope="session")
def vietnam():
    """The parsed jurisdiction file of Vietnam."""
    return yaml.safe_load((JURISDICTIONS / "vn.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def operator():
    from tinhgon.ui.actors import Operator

    return Operator("test")


@pytest.fixture
def tinhgon():
    """The command line in this process: `tinhgon("audit", "verify")`, in English unless told."""
    from click.testing import CliRunner
    from django.utils.translation import get_language, override

    from tinhgon.config.cli import main

    def run(*words, language="en", by=None, typed=None):
        acting = ["--as", by.email] if by else []
        with override(get_language()):  # the command changes it
            return CliRunner().invoke(
                main, ["--language", language, *acting, *map(str, words)], input=typed
            )

    return run


@pytest.fixture
def committed(transactional_db):
    """A database whose rows other connections see; emptied afterwards, even of the record of acts.

    A test asks for it in place of `django_db(transaction=True)`.
    """
    from django.apps import apps

    from tinhgon.temporal.guards import drop_guards

    yield
    for append_only in ("audit", "directives", "staff", "work"):
        drop_guards(apps.get_app_config(append_only), using="default")  # emptying makes them anew


@pytest.fixture
def for_several(committed):
    """A database that several connections see; one in memory is put into a file for that."""
    from django.db import connection

    from tinhgon.temporal.copying import on_a_copy

    with nullcontext() if connection.vendor == "postgresql" else on_a_copy():
        yield


@pytest.fixture
def at_once():
    """Let several act at the same moment, each in a connection of their own: what each was told."""
    from django.db import connection, connections

    def carried_out(*acts):
        told, start = [None] * len(acts), Barrier(len(acts))
        own = connections["default"]

        def act(place, function):
            connections["default"] = type(own)({**own.settings_dict}, "default")
            start.wait()
            try:
                told[place] = function()
            except Exception as refused:  # what it was is looked at by the test
                told[place] = refused
            finally:
                connection.close()

        threads = [Thread(target=act, args=pair) for pair in enumerate(acts)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return told

    return carried_out


@pytest.fixture
def folder(tmp_path) -> "FolderOnDisk":
    """A copy of the small world's folder, to be changed by a test."""
    copy = tmp_path / "register"
    shutil.copytree(SMALL_WORLD, copy)
    return FolderOnDisk(copy)


@dataclass
class FolderOnDisk:
    """A folder in the generic form that a test may change."""

    path: Path

    def change(self, file: str, line: int, **cells: str) -> None:
        """Put other cells into a line of a file, counted as an editor counts (header is 1)."""
        rows = list(csv.DictReader((self.path / file).open(encoding="utf-8")))
        rows[line - 2].update(cells)
        self.write(file, rows)

    def edit(self, file: str, old: str, new: str) -> None:
        """Write something else in place of a text that stands in a file."""
        path = self.path / file
        assert old in path.read_text(encoding="utf-8")
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    def put(self, file: str, *lines: str) -> None:
        """A file of these lines."""
        (self.path / file).write_text("\n".join(lines) + "\n", encoding="utf-8")

    def add(self, file: str, *lines: str) -> None:
        """Further lines at the end of a file."""
        with (self.path / file).open("a", encoding="utf-8") as out:
            out.writelines(f"{line}\n" for line in lines)

    def write(self, file: str, rows: list[dict[str, str]]) -> None:
        with (self.path / file).open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, fieldnames=list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)


@pytest.fixture
@made_once
def register(db, vietnam, operator):
    """The register of the small world as it stood before the day."""
    from tinhgon.registry import actions

    return actions.load(SMALL_WORLD, by=operator, file=vietnam, until=DAY)


@pytest.fixture
@made_once
def world(register, operator) -> World:
    """The register, and people with roles."""
    from tinhgon.accounts import actions
    from tinhgon.registry.models import Unit

    def person(email: str, name: str, *grants: tuple[str, str | None]):
        user = actions.open_account(email, by=operator, name=name, password="mật-khẩu-rất-dài")
        for role, unit in grants:
            over = Unit.objects.get(key=unit) if unit else None
            actions.grant(user, by=operator, role=role, on=date(2025, 1, 1), unit=over)
        return user

    return World(
        lan=person("lan@example.vn", "Nguyễn Thị Lan", ("contact-editor", "DM")),
        hung=person("hung@example.vn", "Lê Quốc Hùng", ("chair", None), ("registrar", None)),
        huong=person("huong@example.vn", "Phạm Thu Hương", ("planner", None)),
        an=person("an@example.vn", "Đỗ Bình An"),
    )


@pytest.fixture
@made_once
def bodies(in_effect, vietnam, operator):
    """The small world after its reform, with the bodies of Hà Nội and of all its areas."""
    from tinhgon.registry import actions
    from tinhgon.registry.standard.actions import add_standard_bodies

    actions.load(CHECKOUT / "data" / "hanoi-bodies", by=operator, file=vietnam)
    return add_standard_bodies(by=operator)


@pytest.fixture
@made_once
def package(world, operator):
    """The reform of the small world, drafted from its folder."""
    from tinhgon.registry.generic_form.folder import read_folder
    from tinhgon.registry.queries import structure
    from tinhgon.reorganisation import actions, drafting

    drafted = drafting.draft(read_folder(SMALL_WORLD, "VN", 64), DAY, structure(DAY))
    return actions.draft(
        "reform", by=operator, on=DAY, plans=[*drafted.plans], titles={"vi": "Sắp xếp 2025"}
    )


@pytest.fixture
@made_once
def enacted(package, operator):
    """The reform, enacted a fortnight before its day."""
    from tinhgon.reorganisation import actions

    actions.enact(package, by=operator, on=date(2025, 6, 16))
    return reloaded(package)


@pytest.fixture
@made_once
def in_effect(package, operator):
    """The reform, in effect."""
    from tinhgon.reorganisation import actions

    actions.enact(package, by=operator, on=DAY)
    return reloaded(package)


def approved(package, by):
    """A draft, sent through appraisal, evidence and seal to its approval by somebody else."""
    from tinhgon.reorganisation import actions
    from tinhgon.reorganisation.evidence import actions as evidence
    from tinhgon.reorganisation.evidence.required import wanted
    from tinhgon.reorganisation.rearrangement.reading import rearrangement
    from tinhgon.ui.actors import Operator

    on = date(2025, 6, 12)
    ordered(package)
    for one in wanted(package, rearrangement(package)):
        said = {"document": "12/BC-SNV"} if one.fact.share is None else {"agreeing": 9, "asked": 10}
        evidence.note(package, by=by, on=on, fact=one.fact.key, subject=one.subject, **said)
    actions.appraise(package, by=by, on=on)
    actions.seal(package, by=by, on=on)
    digest = reloaded(package).sealing.digest
    actions.approve(package, by=Operator("another"), on=on, digest=digest)
    return reloaded(package)


def ordered(package):
    """Give the plan of a draft that names no instrument one: so it may be enacted."""
    from tinhgon.documents.models import Instrument

    instrument, _is_new = Instrument.objects.get_or_create(number="09/NQ-HĐND", issued=None)
    package.plans.filter(instrument=None).update(instrument=instrument)


def reloaded(package):
    """The package as the database has it now."""
    from tinhgon.reorganisation.models import Package

    return Package.objects.get(pk=package.pk)
