"""Plans on the command line."""

from datetime import date
from pathlib import Path
from typing import Any

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.audit.acts import Busy
from tinhgon.domain.structure import rules
from tinhgon.domain.structure.documents import plan_document
from tinhgon.registry.generic_form.folder import read_folder
from tinhgon.registry.queries import register, structure
from tinhgon.registry.rearranging import Moved
from tinhgon.registry.words import problem_words
from tinhgon.reorganisation import actions, drafting, queries, workflow
from tinhgon.reorganisation.continuity import Undecided
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.words import finding_words, refusal_words
from tinhgon.ui.commands import (
    REFUSED,
    Day,
    acting,
    command,
    fail,
    json_option,
    on_option,
    progress,
    quiet_option,
    say,
)
from tinhgon.ui.doors import PUBLIC


@click.group()
def plan() -> None:
    """Reorganisation plans: draft, check, enact, put into effect, withdraw."""


@command(plan, "draft", PlanPermission.DRAFT)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--day", type=Day(), required=True, help="The day of which changes are drafted.")
@click.option("--code", required=True, help="Code of the package: small letters, digits, hyphens.")
@click.option("--title", help="Title of the package; by default its code.")
@json_option
def draft(folder: Path, day: date, code: str, title: str | None, as_json: bool) -> None:
    """Draft the changes of a day, recorded in the generic form, as one package of plans."""
    from django.conf import settings

    source = read_folder(folder, register().jurisdiction["root"], settings.LOAD_LIMIT_MB)
    for problem in source.problems:
        click.echo(problem_words(problem), err=True)
    if source.problems:
        fail(_("Nothing was drafted."), REFUSED)
    drafted = drafting.draft(source, day, structure(day))
    package = actions.draft(
        code, by=acting(), on=day, plans=[*drafted.plans], titles={"vi": title or code}
    )
    counts = {value.code: len(value.operations) for value in drafted.plans}
    if as_json:
        open_points = {"unexplained": drafted.unexplained, "unstated": drafted.unstated}
        say({"package": package.code, "plans": counts, **open_points})
    else:
        for name, count in counts.items():
            click.echo(f"{count:>8,}  {name}")


@command(plan, "list", PUBLIC)
@json_option
def list_plans(as_json: bool) -> None:
    """All packages with their day and state."""
    packages = [
        {"package": package.code, "day": package.day, "state": package.state}
        for package in queries.packages()
    ]
    if as_json:
        say({"packages": packages})
    for package in packages if not as_json else ():
        click.echo(f"{package['day']}  {package['state']:<10}  {package['package']}")


@command(plan, "show", PUBLIC)
@click.argument("code")
def show(code: str) -> None:
    """A package as the documented JSON of its plans."""
    package = _package(code)
    say(
        {
            "package": package.code,
            "day": package.day,
            "state": package.state,
            "plans": [plan_document(value) for value in queries.plan_values(package)],
        }
    )


@command(plan, "check", PUBLIC)
@click.argument("code")
@json_option
def check(code: str, as_json: bool) -> None:
    """What the rules find in a package; leaves with 2 where it may not be enacted."""
    found = queries.check(_package(code))
    if as_json:
        say({"findings": [vars(finding) for finding in found]})
    else:
        for finding in found:
            click.echo(f"[{finding.severity}] {finding_words(finding)}")
    if rules.blocks(found):
        fail(_("The package may not be enacted."), REFUSED)


@command(plan, "enact", PlanPermission.ENACT)
@click.argument("code")
@on_option
@quiet_option
@json_option
def enact(code: str, on: date | None, quiet: bool, as_json: bool) -> None:
    """Enact a package; on or after its day it takes effect at once."""
    _do(actions.enact, code, as_json, on=on or timezone.localdate(), progress=progress(quiet))


@command(plan, "take-effect", PlanPermission.TAKE_EFFECT)
@click.argument("code")
@on_option
@quiet_option
@json_option
def take_effect(code: str, on: date | None, quiet: bool, as_json: bool) -> None:
    """Put an enacted package into effect; doing it again changes nothing."""
    _do(actions.take_effect, code, as_json, on=on or timezone.localdate(), progress=progress(quiet))


@command(plan, "withdraw", PlanPermission.WITHDRAW)
@click.argument("code")
@click.option("--reason", required=True, help="Why; it stands in the record.")
@on_option
@json_option
def withdraw(code: str, reason: str, on: date | None, as_json: bool) -> None:
    """Withdraw a package before it takes effect."""
    _do(actions.withdraw, code, as_json, on=on or timezone.localdate(), reason=reason)


def _package(code: str) -> Package:
    found = queries.packages().filter(code=code).first()
    if found is None:
        fail(_("There is no package “%s”.") % code, REFUSED)
    assert found
    return found


def _do(act: Any, code: str, as_json: bool, **options: Any) -> None:
    """Carry out one act on a package and say what became of it."""
    try:
        outcome = act(_package(code), by=acting(), **options)
    except (actions.Blocked, actions.TooEarly, workflow.Refused, Moved, Undecided, Busy) as refused:
        fail("\n".join(refusal_words(refused)), REFUSED)
    if as_json:
        say({"package": code, "state": outcome.state, "counts": outcome.counts})
    else:
        click.echo(f"{code}: {outcome.state}")
        for what, count in outcome.counts.items():
            click.echo(f"{count:>8,}  {what}")
