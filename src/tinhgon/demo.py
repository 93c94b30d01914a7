"""The demonstration: Vietnam as it stood on 30 June 2025, and its reform carried out on it.

Every step looks first whether its work is done, so that running it again costs nothing. What is
invented, people with roles, is marked so.
"""

import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click
import yaml
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.accounts import actions as accounts
from tinhgon.accounts.models import User
from tinhgon.audit.record import verify
from tinhgon.domain.standards import body_key
from tinhgon.domain.structure.operations.consolidate import Consolidate
from tinhgon.domain.structure.packages import Plan
from tinhgon.invented import actions as invented
from tinhgon.invented.cli import counted_words
from tinhgon.invented.committee import invent_committee
from tinhgon.invented.correspondence import invent_books
from tinhgon.invented.refusals import Refused, refusal_words
from tinhgon.invented.works import invent_works
from tinhgon.norms.actions import run_norms
from tinhgon.norms.queries import last_run
from tinhgon.registry import actions as registry
from tinhgon.registry.directory import at_levels
from tinhgon.registry.generic_form.differing import differences
from tinhgon.registry.generic_form.folder import Folder, read_folder
from tinhgon.registry.models import Register, Unit
from tinhgon.registry.naming import level_noun
from tinhgon.registry.queries import counts, jurisdiction, structure
from tinhgon.registry.standard.actions import add_standard_bodies
from tinhgon.reorganisation import actions, drafting
from tinhgon.reorganisation.continuity.counting import hanging
from tinhgon.reorganisation.findings.words import finding_words
from tinhgon.reorganisation.models import Package, State
from tinhgon.reorganisation.naming import names_of
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.words import count_words
from tinhgon.statutes import JURISDICTIONS
from tinhgon.temporal.database import prepare_database
from tinhgon.ui import writing
from tinhgon.ui.actors import Operator
from tinhgon.ui.commands import fail, progress, quiet_option
from tinhgon.ui.doors import PUBLIC

DATA = settings.CHECKOUT / "data" / "vn-reform-2025"
BODIES = settings.CHECKOUT / "data" / "hanoi-bodies"
BEFORE, REFORM, LATER = date(2025, 6, 30), date(2025, 7, 1), date(2026, 4, 30)
NEXT, IMAGINED = date(2027, 7, 1), "minh-hoa-2027"
OFFICERS = 2_000
BY = Operator("demo")

PACKAGES = {
    REFORM: (
        "reform-2025-07",
        {
            "vi": "Sắp xếp đơn vị hành chính cấp tỉnh, cấp xã và kết thúc cấp huyện năm 2025",
            "en": "Provinces and communes rearranged and the district level ended, 2025",
        },
    ),
    LATER: (
        "reform-2026-04",
        {
            "vi": "Thành lập thành phố Đồng Nai và mười phường thuộc thành phố, năm 2026",
            "en": "Đồng Nai becomes a city and ten of its communes wards, 2026",
        },
    ),
}


@dataclass(frozen=True)
class Invented:
    """A person of the demonstration, who exists nowhere else."""

    email: str
    name: str
    roles: tuple[str, ...]
    unit: str | None


PEOPLE = (
    Invented("lan@tinhgon.example", "Nguyễn Thị Lan", ("contact-editor",), "C00634@2025a"),
    Invented("minh@tinhgon.example", "Trần Văn Minh", ("registrar",), "D019"),
    Invented("huong@tinhgon.example", "Phạm Thu Hương", ("planner",), None),
    Invented("thao@tinhgon.example", "Vũ Phương Thảo", ("appraiser",), None),
    Invented("hung@tinhgon.example", "Lê Quốc Hùng", ("chair",), None),
    Invented("an@tinhgon.example", "Đỗ Bình An", ("administrator",), None),
    # the organising board of the city, and who has the rules run
    Invented(
        "nga@tinhgon.example",
        "Đặng Quỳnh Nga",
        ("planner", "posts-officer", "personnel-officer"),
        "P01",
    ),
    Invented("yen@tinhgon.example", "Ngô Hải Yến", ("norms-officer",), None),
    Invented("ha@tinhgon.example", "Bùi Thanh Hà", ("standing-office",), "P01.people-committee"),
    # who has works done: heads of two departments and of a commune
    Invented("son@tinhgon.example", "Vũ Trường Sơn", ("unit-head",), "P01.home-affairs"),
    Invented("mai@tinhgon.example", "Trịnh Tuyết Mai", ("unit-head",), "P01.finance"),
    Invented(
        "dung@tinhgon.example", "Hoàng Tiến Dũng", ("unit-head",), "C00004@2025b.people-committee"
    ),
    # who keeps the books of documents of the city's people's committee
    Invented("tam@tinhgon.example", "Phan Thanh Tâm", ("clerk",), "P01.people-committee"),
)


@click.command()
@click.option("--eve", is_flag=True, help="Stop on the eve of the reform, to draft it oneself.")
@quiet_option
def demo(quiet: bool, eve: bool) -> None:
    """Load Vietnam of 30 June 2025, carry out the reform, compare the result row by row."""
    tell = progress(quiet)
    with _step(_("Database")):
        prepare_database()
    with _step(_("Apparatus of 30 June 2025")):
        _load(tell)
    with _step(_("Accounts (invented)")):
        _people()
    if eve:
        return
    folder = read_folder(DATA, "VN", settings.LOAD_LIMIT_MB)
    for day, (code, titles) in PACKAGES.items():
        _carry_out(folder, day, code, titles, tell)
    with _step(_("Bodies of Hà Nội, and those of its areas by standard")):
        _load_bodies(tell)
        _heads()
    with _step(_("Divisions, posts and people of Hà Nội (invented)")):
        _invent()
    with _step(_("A steering committee, conclusions and their works, books (invented)")):
        _invent_works()
    if last_run() is None:
        with _step(_("Rules run over bodies, posts and mandates")):
            run_norms(by=BY, on=timezone.localdate())
    _report(folder)
    _imagine()


demo.permission = PUBLIC  # type: ignore[attr-defined]


def _load(tell: registry.Progress) -> None:
    if not Register.objects.exists():
        registry.load(DATA, by=BY, file=_jurisdiction(), until=REFORM, progress=tell)
        registry.serve_place(Unit.objects.get(key="P01"), by=BY)
    _tell_counts(BEFORE)


def _load_bodies(tell: registry.Progress) -> None:
    """What is not registered yet: of the city by name, of its areas by the law's standards."""
    city = Unit.objects.get(key="P01")
    if not Unit.objects.filter(key=body_key("P01", "people-committee")).exists():
        registry.load(BODIES, by=BY, file=_jurisdiction(), progress=tell)
    added = add_standard_bodies(city, by=BY).counts["units"]
    click.echo("    " + _("%s bodies by standard") % writing.count(added))


def _invent() -> None:
    """Those of the city's departments and of a few communes; of all others who heads them.

    What was done before is left as it is.
    """
    city = Unit.objects.get(key="P01")
    try:
        counts = invented.invent(city, by=BY, on=REFORM, officers=OFFICERS)
        click.echo(f"    {counted_words(counts)}")
    except Refused as refused:
        click.echo(f"    {refusal_words(refused)}")
    if heads := invented.invent_heads(city, by=BY, on=REFORM):
        click.echo("    " + _("%s heads of other committees") % writing.count(heads["officers"]))


def _invent_works() -> None:
    giver, today = Unit.objects.get(key=body_key("P01", "people-committee")), timezone.localdate()
    committee = invent_committee(giver, by=BY, on=today)
    sessions = [*committee.sessions.filter(held=True).order_by("at")]
    works = invent_works(giver, by=BY, on=today, sessions=sessions)
    click.echo("    " + _("%s works") % writing.count(works))
    documents = invent_books(giver, by=BY, on=today)
    click.echo("    " + _("%s documents in books") % writing.count(documents))


def _jurisdiction() -> dict[str, Any]:
    return dict(yaml.safe_load((JURISDICTIONS / "vn.yaml").read_text(encoding="utf-8")))


def _people() -> None:
    password, kept = secrets.token_urlsafe(12), settings.HOME / "demo-accounts.txt"
    if User.objects.filter(invented=True).exists():
        click.echo("    " + _("Passwords: %s") % _shown(kept))
        return
    # before the accounts: whoever is stopped in between has a file too many, not too few
    lines = [f"{one.email}  {password}  {', '.join(one.roles)}" for one in PEOPLE]
    with open(os.open(kept, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as file:
        file.write("\n".join(lines) + "\n")
    with transaction.atomic():
        for person in PEOPLE:
            _open(person, password)
    click.echo("    " + _("Passwords: %s") % _shown(kept))


def _open(person: Invented, password: str) -> None:
    """An account with its roles."""
    user = accounts.open_account(
        person.email, by=BY, name=person.name, password=password, invented=True
    )
    _grant(user, person)


def _heads() -> None:
    """The roles over bodies, which stand in the register only later than the accounts."""
    waiting = User.objects.filter(invented=True, grants=None)
    users = {user.email: user for user in waiting}
    for person in PEOPLE:
        if person.email in users:
            _grant(users[person.email], person)


def _grant(user: User, person: Invented) -> None:
    """The roles of a person, if the unit that they are over stands in the register."""
    unit = Unit.objects.filter(key=person.unit).first() if person.unit else None
    if person.unit and unit is None:
        return
    given = {"on": date(2025, 1, 1), "unit": unit, "reason": "Số liệu minh họa"}
    for role in person.roles:
        accounts.grant(user, by=BY, role=role, **given)


def _carry_out(
    folder: Folder, day: date, code: str, titles: dict[str, str], tell: registry.Progress
) -> None:
    package = Package.objects.filter(code=code).first()
    if package is None:
        with _step(_("Plans for %s") % writing.day(day)):
            package = _draft(folder, day, code, titles)
    if package.state is State.IN_EFFECT:
        click.echo("✓ " + _("Reform of %s: already in effect") % writing.day(day))
        return
    with _step(_("Check of the package")):
        done = rearrangement(package)
        for finding in done.findings:
            click.echo(f"    {finding_words(finding, names_of(package, done))}")
    with _step(_("Enacted and put into effect on %s") % writing.day(day)):
        outcome = actions.enact(package, by=BY, on=timezone.localdate(), progress=tell)
        for what, count in outcome.counts.items():
            click.echo(f"    {writing.count(count):>8}  {count_words(what)}")


def _draft(folder: Folder, day: date, code: str, titles: dict[str, str]) -> Package:
    held = structure(day)
    drafted = drafting.draft(folder, day, held)
    named = {drafting.plan_code(row.number, day): row.titles for row in folder.instruments}
    operations = sum(len(plan.operations) for plan in drafted.plans)
    click.echo(
        "    "
        + _("%(plans)s plans, %(operations)s operations")
        % {"plans": len(drafted.plans), "operations": writing.count(operations)}
    )
    for unit in filter(None, map(held.get, drafted.unstated)):
        name = jurisdiction().full_name(unit.kind, unit.name)
        click.echo("    " + _("The data names nobody who takes the land of %s.") % name)
    return actions.draft(
        code, by=BY, on=day, plans=[*drafted.plans], titles=titles, plan_titles=named
    )


def _imagine() -> None:
    """A draft of a day to come, so that whoever plans and decides finds something to do."""
    if Package.objects.filter(code=IMAGINED).exists():
        return
    with _step(_("A draft to try (invented)")):
        joining = Consolidate(
            sources=("C00004@2025b", "C00008@2025b"),
            successor=replace(structure(LATER)["C00004@2025b"], key=IMAGINED, name="Ba Đình"),
        )
        plan = Plan(code="plan", day=NEXT, operations=(joining,))
        by = User.objects.get(email="huong@tinhgon.example")
        titles = {
            "vi": "Hợp nhất hai phường (số liệu minh họa)",
            "en": "Two wards become one (invented data)",
        }
        actions.draft(IMAGINED, by=by, on=NEXT, plans=[plan], titles=titles)


def _report(folder: Folder) -> None:
    click.echo()
    for day in (REFORM - timedelta(days=1), REFORM, LATER):
        _tell_counts(day)
    differing = [
        difference
        for day in (REFORM, LATER)
        for difference in differences(folder, day, at_levels(day, None, jurisdiction().areas))
    ]
    for key, fact, wanted, found in differing:
        click.echo(f"    {key} {fact}: {wanted} ≠ {found}", err=True)
    click.echo(
        _("Compared with units.csv, row by row (kind, name, code, parent): %s differences.")
        % len(differing)
    )
    left = hanging(timezone.localdate())
    broken = list(verify())
    click.echo(_("Left hanging on units that have ended: %s.") % sum(left.values()))
    click.echo(_("Record of acts: %s faults.") % len(broken))
    if differing or broken or any(left.values()):
        fail(_("The demonstration did not come out as it should."))


def _tell_counts(day: date) -> None:
    found = "; ".join(
        f"{writing.count(number)} {level_noun(jurisdiction(), level, number)}"
        for level, number in counts(day).items()
    )
    click.echo(f"    {writing.day(day)}: {found}")


@contextmanager
def _step(words: str) -> Iterator[None]:
    """One step on screen, with the time it took."""
    click.echo(f"… {words}")
    began = time.perf_counter()
    yield
    click.echo(f"✓ {words}: {writing.number(time.perf_counter() - began, 1)} s")


def _shown(path: Path) -> str:
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
