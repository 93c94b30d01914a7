"""Plans on the command line."""

from datetime import date
from pathlib import Path
from typing import Any

import click
from django.utils.translation import gettext as _

from tinhgon.domain.structure import rules
from tinhgon.registry.generic_form.folder import read_folder
from tinhgon.registry.generic_form.words import problem_words
from tinhgon.registry.queries import register, structure
from tinhgon.reorganisation import actions, drafting, queries
from tinhgon.reorganisation.deciding.acts import (
    APPRAISE,
    APPROVE,
    ENACT,
    GIVE_BACK,
    SEAL,
    TAKE_EFFECT,
    WITHDRAW,
    Act,
)
from tinhgon.reorganisation.findings.words import finding_words
from tinhgon.reorganisation.naming import names_of
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.programs.allotting_cli import group as allotting
from tinhgon.reorganisation.programs.compensating_cli import group as compensating
from tinhgon.reorganisation.programs.consulting_cli import group as consulting
from tinhgon.reorganisation.programs.due_cli import group as due
from tinhgon.reorganisation.programs.editing_cli import group as editing
from tinhgon.reorganisation.programs.events_cli import group as after_effect
from tinhgon.reorganisation.programs.evidence_cli import group as evidence
from tinhgon.reorganisation.programs.exchange_cli import group as exchange
from tinhgon.reorganisation.programs.explaining_cli import group as explaining
from tinhgon.reorganisation.programs.life_cli import group as life
from tinhgon.reorganisation.programs.named import (
    begun,
    carried_out,
    seen_package,
    seen_packages,
)
from tinhgon.reorganisation.programs.papers_cli import group as papers
from tinhgon.reorganisation.programs.variants_cli import group as variants
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.words import STATES, count_words
from tinhgon.ui import writing
from tinhgon.ui.commands import (
    REFUSED,
    Day,
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


for part in (
    *(editing, compensating, due, evidence, allotting),
    *(life, after_effect, papers, exchange, consulting, variants, explaining),
):
    plan.commands.update(part.commands)


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
    titles = {"vi": title or code}
    package = begun(actions.draft, code, on=day, plans=[*drafted.plans], titles=titles)
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
    """Packages with their day and state; drafts only for those who plan."""
    packages = [
        {"package": package.code, "day": package.day, "state": package.state}
        for package in seen_packages()
    ]
    if as_json:
        say({"packages": packages})
    for package in packages if not as_json else ():
        click.echo(f"{package['day']}  {package['state']:<10}  {package['package']}")


@command(plan, "show", PUBLIC)
@click.argument("code")
def show(code: str) -> None:
    """A package as the documented JSON of its plans."""
    package = seen_package(code)
    say(
        {
            "package": package.code,
            "day": package.day,
            "state": package.state,
            "plans": queries.plan_documents(package),
        }
    )


@command(plan, "check", PUBLIC)
@click.argument("code")
@json_option
def check(code: str, as_json: bool) -> None:
    """What the rules find in a package; leaves with 2 where it may not be enacted.

    Of a package that was enacted: what they found then.
    """
    package = seen_package(code)
    done = rearrangement(package)
    found, names = done.findings, names_of(package, done)
    if as_json:
        say({"findings": [vars(finding) for finding in found]})
    else:
        for finding in found:
            click.echo(f"[{finding.severity}] {finding_words(finding, names)}")
    if rules.blocks(found):
        fail(_("The package may not be enacted."), REFUSED)


@command(plan, "appraise", APPRAISE.permission)
@click.argument("code")
@click.option("--opinion", default="", help="What the appraiser says.")
@on_option
@json_option
def appraise(code: str, opinion: str, on: date | None, as_json: bool) -> None:
    """Appraise a draft: what the rules find now is kept until the next edit."""
    _do(APPRAISE, code, as_json, on=on, opinion=opinion)


@command(plan, "seal", SEAL.permission)
@click.argument("code")
@on_option
@json_option
def seal(code: str, on: date | None, as_json: bool) -> None:
    """Seal an appraised package and print the seal; doing it again changes nothing."""
    _do(SEAL, code, as_json, on=on)
    if not as_json:
        click.echo(seen_package(code).sealing.digest)


@command(plan, "return", GIVE_BACK.permission)
@click.argument("code")
@click.option("--reason", required=True, help="Why; it stands in the record.")
@on_option
@json_option
def give_back(code: str, reason: str, on: date | None, as_json: bool) -> None:
    """Lift the seal of a package, so that it can be edited again."""
    _do(GIVE_BACK, code, as_json, on=on, reason=reason)


@command(plan, "approve", APPROVE.permission)
@click.argument("code")
@click.option("--digest", required=True, help="The seal that was looked at: 64 hexadecimal digits.")
@on_option
@json_option
def approve(code: str, digest: str, on: date | None, as_json: bool) -> None:
    """Approve a package under the seal that was looked at."""
    _do(APPROVE, code, as_json, on=on, digest=digest)


@command(plan, "enact", ENACT.permission)
@click.argument("code")
@on_option
@quiet_option
@json_option
def enact(code: str, on: date | None, quiet: bool, as_json: bool) -> None:
    """Enact a package; on or after its day it takes effect at once."""
    _do(ENACT, code, as_json, on=on, progress=progress(quiet))


@command(plan, "take-effect", TAKE_EFFECT.permission)
@click.argument("code")
@on_option
@quiet_option
@json_option
def take_effect(code: str, on: date | None, quiet: bool, as_json: bool) -> None:
    """Put an enacted package into effect; doing it again changes nothing."""
    _do(TAKE_EFFECT, code, as_json, on=on, progress=progress(quiet))


@command(plan, "withdraw", WITHDRAW.permission)
@click.argument("code")
@click.option("--reason", required=True, help="Why; it stands in the record.")
@on_option
@json_option
def withdraw(code: str, reason: str, on: date | None, as_json: bool) -> None:
    """Withdraw a package before it takes effect; doing it again changes nothing."""
    _do(WITHDRAW, code, as_json, on=on, reason=reason)


def _do(act: Act, code: str, as_json: bool, **options: Any) -> None:
    """Carry out one act on a package and say what became of it."""
    package = seen_package(code)
    outcome = carried_out(act.function, package, act.permission, **options)
    if as_json:
        say({"package": code, "state": outcome.state, "counts": outcome.counts})
    else:
        click.echo(f"{code}: {STATES[outcome.state]}")
        for what, count in outcome.counts.items():
            click.echo(f"{writing.count(count):>8}  {count_words(what)}")
