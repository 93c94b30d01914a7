"""Questions to the register: count, look up, compare, list instruments."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.documents.models import Instrument
from tinhgon.domain.structure.compare import Difference
from tinhgon.registry import queries
from tinhgon.registry.apparatus.scene import scene_of, two_days
from tinhgon.registry.cli.group import registry
from tinhgon.registry.directory import directory
from tinhgon.registry.json_documents import compared_document, difference_document
from tinhgon.registry.where import batch
from tinhgon.registry.where.refusals import table_words
from tinhgon.registry.where.sharing import shared_answers
from tinhgon.ui import writing
from tinhgon.ui.asked import Asked
from tinhgon.ui.commands import (
    REFUSED,
    Day,
    Instant,
    command,
    fail,
    json_option,
    known_at_option,
    on_option,
    say,
)
from tinhgon.ui.doors import PUBLIC
from tinhgon.ui.spreadsheets import write_csv, xlsx_bytes

under_option = click.option("--under", help="Only below this unit (key, or code on that day).")


@command(registry, "count", PUBLIC)
@on_option
@known_at_option
@under_option
@json_option
def count(on: date | None, known_at: datetime | None, under: str | None, as_json: bool) -> None:
    """How many areas stand at each level."""
    on = on or timezone.localdate()
    key = queries.unit_key(under, on, known_at)
    counted = queries.counted(on, known_at, key)
    if as_json:
        say(counted.document)
        return
    for level, number in counted.levels.items():
        click.echo(f"{number:>8,}  {level}")
    if not counted.is_covered:
        words = _("No source says what stood on %s in all of this: the counts are no fact.")
        click.echo(words % writing.day(on), err=True)


@command(registry, "lookup", PUBLIC)
@click.argument("table", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--id-column",
    help="Column to tell rows by; left out: case_id, else rows are counted.",
)
@click.option(
    "--query-column",
    help="Column with the addresses; left out: query, address, địa chỉ or the only one.",
)
@click.option("--asked-on", type=Day(), help="The day on which the addresses were right; any day.")
@on_option
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="File to write the answers to, CSV or XLSX by its ending.",
)
def lookup(
    table: Path,
    id_column: str | None,
    query_column: str | None,
    asked_on: date | None,
    on: date | None,
    output: Path,
) -> None:
    """Answer a table of former addresses: where each is to be found on a day (CSV or XLSX)."""
    try:
        with table.open("rb") as file:
            read = batch.read_table(file, table.name, id_column, query_column)
    except batch.BadTable as wrong:
        fail(f"{table}: {table_words(wrong)}", REFUSED)
    rows = shared_answers(directory(), read.asked, asked_on, on or timezone.localdate())
    header = (read.id or "row", *batch.COLUMNS)
    if output.suffix.lower() == ".xlsx":
        output.write_bytes(xlsx_bytes(header, rows))
        return
    with output.open("w", encoding="utf-8", newline="") as out:
        write_csv(out, header, rows)


@command(registry, "compare", PUBLIC)
@click.argument("before", type=Day())
@click.argument("after", type=Day())
@under_option
@click.option("--known-at", type=Instant(), help="AFTER as it was known at this instant.")
@click.option(
    "--vs-known-at",
    type=Instant(),
    help="BEFORE as it was known at this instant; by default as AFTER, of the same day as now.",
)
@json_option
def compare(
    before: date,
    after: date,
    under: str | None,
    known_at: datetime | None,
    vs_known_at: datetime | None,
    as_json: bool,
) -> None:
    """What differs between two days: units that ended, began and changed.

    Whichever day is named first, the earlier is the one before.
    """
    found = scene_of(two_days(Asked(after, known_at), Asked(before, vs_known_at)), under)
    differences, document = found.compared.comparison.differences, compared_document(found)
    if as_json:
        listed = [difference_document(one, found.jurisdiction) for one in differences]
        say({**document, "differences": listed})
        return
    for difference in differences:
        click.echo(_difference_words(difference, found.jurisdiction.full_name))
    words = _("%(ended)s ended, %(begun)s begun, %(changed)s changed.")
    click.echo(words % document)
    if not found.has_sources:
        click.echo(_("Compared is only what there are sources for on both days."), err=True)


@command(registry, "instruments", PUBLIC)
@json_option
def instruments(as_json: bool) -> None:
    """All instruments with their days, marks and titles."""
    names = ("number", "issued", "in_force", "operative", "titles", "mark", "source")
    held = Instrument.objects.order_by("issued", "number")
    if as_json:
        say({"instruments": [{name: getattr(one, name) for name in names} for one in held]})
    for one in held if not as_json else ():
        click.echo(f"{one.issued or '–'!s:<10}  {one.mark}  {one.number:<24}  {one.title}")


def _difference_words(difference: Difference, full_name: Any) -> str:
    before, after = difference.before, difference.after
    unit = after or before
    assert unit
    sign = "~" if before and after else "-" if before else "+"
    words = f"{sign} {full_name(unit.kind, unit.name)} ({unit.code or '–'}, {unit.key})"
    changes = (
        f"{name}: {getattr(before, name)} → {getattr(after, name)}"
        for name in difference.attributes
    )
    return "; ".join([words, *changes])
