"""The register on the command line."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
import yaml
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.domain.jurisdictions import Unreadable
from tinhgon.registry import actions, batch, queries
from tinhgon.registry.directory import directory
from tinhgon.registry.permissions import RegistryPermission
from tinhgon.registry.words import JURISDICTION, problem_document, problem_words, table_words
from tinhgon.temporal.database import prepare_database
from tinhgon.ui.commands import (
    REFUSED,
    Day,
    acting,
    command,
    fail,
    json_option,
    known_at_option,
    on_option,
    progress,
    quiet_option,
    say,
)
from tinhgon.ui.doors import PUBLIC


@click.group()
def registry() -> None:
    """Units over time: load, count, look up, show, compare, correct."""


@command(registry, "load", RegistryPermission.LOAD)
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
        fail(f"{jurisdiction}: {wrong.path}: {JURISDICTION[wrong.code] % wrong.facts}", REFUSED)
    except actions.OtherJurisdiction as other:
        fail(
            _("This database keeps the register of %(held)s, not of %(given)s. Use another one: ")
            % {"held": other.held, "given": other.given}
            + "DATABASE_URL=sqlite:///other.sqlite3",
            REFUSED,
        )
    except actions.Refused as refused:
        _say_problems(refused, as_json)
    if as_json:
        say({"loaded": dict(loaded.counts), "dry_run": dry_run})
    else:
        click.echo(_("Would load:") if dry_run else _("Loaded:"))
        for what, count in loaded.counts.items():
            click.echo(f"  {count:>8,}  {what}")


@command(registry, "count", PUBLIC)
@on_option
@known_at_option
@click.option("--under", help="Only below this unit (key, or code on that day).")
@json_option
def count(on: date | None, known_at: datetime | None, under: str | None, as_json: bool) -> None:
    """How many units stand at each level."""
    on = on or timezone.localdate()
    counts = queries.counts(on, known_at, queries.unit_key(under, on, known_at))
    if as_json:
        say({"levels": counts})
    else:
        for level, number in counts.items():
            click.echo(f"{number:>8,}  {level}")


@command(registry, "lookup", PUBLIC)
@click.argument("table", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--id-column", default=batch.ID, show_default=True)
@click.option("--query-column", default=batch.QUERY, show_default=True)
@click.option("--asked-on", type=Day(), help="The day on which the addresses were right; any day.")
@on_option
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), required=True)
def lookup(
    table: Path,
    id_column: str,
    query_column: str,
    asked_on: date | None,
    on: date | None,
    output: Path,
) -> None:
    """Answer a table of former addresses: where each is to be found on a day (CSV or XLSX)."""
    try:
        with table.open("rb") as file:
            asked = batch.read_asked(file, table.name, id_column, query_column)
    except batch.BadTable as wrong:
        fail(f"{table}: {table_words(wrong)}", REFUSED)
    rows = batch.answers(directory(), asked, asked_on, on or timezone.localdate())
    header = (id_column, *batch.COLUMNS)
    if output.suffix.lower() == ".xlsx":
        output.write_bytes(batch.xlsx_bytes(header, rows))
        return
    with output.open("w", encoding="utf-8", newline="") as out:
        batch.write_csv(out, header, rows)


def _read_yaml(path: Path) -> Any:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as wrong:
        fail(f"{path}: {wrong}", REFUSED)


def _say_problems(refused: actions.Refused, as_json: bool) -> None:
    if as_json:
        say({"problems": [problem_document(problem) for problem in refused.problems]})
    for problem in refused.problems if not as_json else ():
        click.echo(problem_words(problem), err=True)
    fail(_("Nothing was loaded: %s problems.") % len(refused.problems), REFUSED)
