"""Directives on the command line: progress of what a unit gave, and the report of its year."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click
from django.conf import settings
from django.utils import timezone

from tinhgon.directives.group import directives
from tinhgon.directives.progress.asking import Asked
from tinhgon.directives.progress.progress import progress as progress_of
from tinhgon.directives.progress.stretches import Step
from tinhgon.directives.report.compiled import NoSuchYear, compiled
from tinhgon.directives.report.json_documents import progress_document, report_document
from tinhgon.directives.report.paper import KINDS, report_file
from tinhgon.directives.report.words import no_such_year
from tinhgon.registry import queries
from tinhgon.ui import writing
from tinhgon.ui.commands import REFUSED, Day, command, fail, json_option, require, say
from tinhgon.work.listing.stood import Stretch, Which
from tinhgon.work.permissions import WorkPermission
from tinhgon.work.words import WHICH

UNIT = click.option("--unit", required=True, help="The unit (key, or code on the day).")
DEEP = click.option("--deep", is_flag=True, help="What all units below gave as well.")
YEAR = click.option("--year", type=int, required=True, help="The year.")
FORMAT = click.option(
    *("--format", "kind"),
    type=click.Choice([*KINDS, "json"]),
    default="docx",
    show_default=True,
    help="The kind of file.",
)
OUTPUT = click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The file to write.",
)
FORM = click.option("--form", default="", help="state or party; by default the usual one.")
BASE = click.option("--base", help="Where the site is reached; by default TINHGON_SITE_URL.")


@command(directives, "progress", WorkPermission.SEE)
@UNIT
@click.option("--from", "first", type=Day(), help="The first day; by default that of the year.")
@click.option("--to", "last", type=Day(), help="As of the end of this day; by default today.")
@click.option(
    "--step",
    type=click.Choice([one.value for one in Step]),
    default="month",
    help="Steps of the trend.",
)
@DEEP
@json_option
def progress(
    unit: str, first: date | None, last: date | None, step: str, deep: bool, as_json: bool
) -> None:
    """How the works stood that a unit gave: done or not, in time or late."""
    today = timezone.localdate()
    last = min(last or today, today)
    known = queries.unit(unit, last)
    require(WorkPermission.SEE, known.key)
    stretch = Stretch(first=min(first or last.replace(month=1, day=1), last), last=last)
    asked = Asked(unit=known, stretch=stretch, deep=deep, step=Step(step))
    found = progress_of(asked)
    if as_json:
        say(progress_document(asked, found))
        return
    click.echo(f"{writing.day(stretch.first)} – {writing.day(stretch.last)}")
    for which in Which:
        if which in (Which.MOVED, Which.ASKED, Which.GRANTED, Which.REFUSED):
            continue
        click.echo(f"{found.figures.count(which):>8}  {WHICH[which]}")


def report_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What a command that writes a report is told: of which year, as what, to which file."""
    for option in (BASE, FORM, OUTPUT, FORMAT, YEAR):
        command = option(command)
    return command


@command(directives, "report", WorkPermission.SEE)
@UNIT
@report_options
@DEEP
def report(
    unit: str, year: int, kind: str, output: Path, form: str, base: str | None, deep: bool
) -> None:
    """Write the report of a year of what a unit gave, compiled from the record."""
    at = timezone.now()
    known = queries.unit(unit, timezone.localdate())
    require(WorkPermission.SEE, known.key)
    site = base or settings.SITE_URL
    write_report(
        output,
        kind,
        lambda: report_document(compiled(known, year, at=at, deep=deep)),
        lambda: report_file(known, year, kind, at=at, site=site, form=form, deep=deep),
    )


def write_report(
    output: Path, kind: str, document: Callable[[], Any], paper: Callable[[], bytes]
) -> None:
    """Write a report as a document for programs or as a paper, and say where it is."""
    try:
        if kind == "json":
            text = json.dumps(document(), ensure_ascii=False, indent=2, default=str)
            output.write_text(f"{text}\n", encoding="utf-8")
        else:
            output.write_bytes(paper())
    except NoSuchYear as refused:
        fail(no_such_year(refused), REFUSED)
    click.echo(str(output))
