"""Loading a register, writing it out again, choosing the place that is served."""

from datetime import date
from pathlib import Path
from typing import Any

import click
import yaml
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.domain.jurisdiction_file import Unreadable
from tinhgon.registry import actions, queries
from tinhgon.registry.cli.group import registry
from tinhgon.registry.generic_form import exporting
from tinhgon.registry.generic_form.words import jurisdiction_words, problem_document, problem_words
from tinhgon.registry.permissions import RegistryPermission
from tinhgon.temporal.database import prepare_database
from tinhgon.ui.actors import EVERYWHERE
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


@command(registry, "load", RegistryPermission.LOAD, over=EVERYWHERE)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--jurisdiction",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="File with the levels, kinds and words of the country or city.",
)
@click.option("--until", type=Day(), help="Leave out what begins or ends on this day or later.")
@click.option("--dry-run", is_flag=True, help="Check and count; write nothing.")
@quiet_option
@json_option
def load(
    folder: Path, jurisdiction: Path, until: date | None, dry_run: bool, quiet: bool, as_json: bool
) -> None:
    """Load a register in the generic form (docs/reference/generic-form.md), all or nothing."""
    prepare_database()
    try:
        loaded = actions.load(
            folder,
            by=acting(),
            file=_read_yaml(jurisdiction),
            until=until,
            dry_run=dry_run,
            progress=progress(quiet),
        )
    except Unreadable as wrong:
        fail(f"{jurisdiction}: {jurisdiction_words(wrong)}", REFUSED)
    except (actions.OtherJurisdiction, actions.KindsMissing) as other:
        fail(_held_words(other), REFUSED)
    except actions.Refused as refused:
        say_problems(refused, as_json)
    for file, column in loaded.unread:
        words = _("%(file)s: the column %(column)s is not known and was not read.")
        click.echo(words % {"file": file, "column": column}, err=True)
    if as_json:
        say({"loaded": dict(loaded.counts), "dry_run": dry_run})
    else:
        click.echo(_("Would load:") if dry_run else _("Loaded:"))
        say_counts(loaded.counts)


@command(registry, "export", PUBLIC)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--on", "on", type=Day(), help="Only what stands on this day; all days by default.")
@json_option
def export(folder: Path, on: date | None, as_json: bool) -> None:
    """Write the register in the generic form, to be loaded elsewhere."""
    counts = exporting.export(queries.register(), folder, on)
    if as_json:
        say({"exported": counts, "folder": str(folder)})
    else:
        click.echo(_("Written to %s:") % folder)
        say_counts(counts)


@command(registry, "place", RegistryPermission.LOAD, over=EVERYWHERE)
@click.argument("unit", required=False)
@click.option("--whole", is_flag=True, help="Serve the whole, not one unit.")
@on_option
@json_option
def place(unit: str | None, whole: bool, on: date | None, as_json: bool) -> None:
    """Choose the unit (key, or code on the day) that this installation serves."""
    if (unit is None) is not whole:
        fail(_("Name one unit, or say --whole."), REFUSED)
    served = queries.unit(unit, on or timezone.localdate()) if unit else None
    actions.serve_place(served, by=acting())
    if as_json:
        say({"place": served.key if served else None})
    else:
        click.echo(_("This installation now serves: %s.") % (served or _("the whole")))


def _held_words(other: actions.OtherJurisdiction | actions.KindsMissing) -> str:
    if isinstance(other, actions.KindsMissing):
        kinds = "; ".join(f"{level}: {kind}" for level, kind in other.missing)
        return _("The jurisdiction file lacks kinds that registered units have: %s.") % kinds
    return (
        _("This database keeps the register of %(held)s, not of %(given)s. Use another one: ")
        % {"held": other.held, "given": other.given}
        + "DATABASE_URL=sqlite:///other.sqlite3"
    )


def _read_yaml(path: Path) -> Any:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as wrong:
        fail(f"{path}: {wrong}", REFUSED)


def say_problems(refused: actions.Refused, as_json: bool) -> None:
    if as_json:
        say({"problems": [problem_document(problem) for problem in refused.problems]})
    for problem in refused.problems if not as_json else ():
        click.echo(problem_words(problem), err=True)
    fail(_("Nothing was loaded: %s problems.") % len(refused.problems), REFUSED)


def say_counts(counts: Any) -> None:
    for what, count in counts.items():
        click.echo(f"  {count:>8,}  {what}")
