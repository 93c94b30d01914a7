"""Targets of reduction on the command line."""

from datetime import date

import click
from django.utils import timezone

from tinhgon.staff.cli.group import staff
from tinhgon.staff.json_documents import target_document
from tinhgon.staff.staffing import Names
from tinhgon.staff.targets.listing import targets_on
from tinhgon.staff.targets.progress import Books
from tinhgon.staff.targets.words import about, outlook_words
from tinhgon.ui.commands import command, json_option, on_option, say
from tinhgon.ui.doors import PUBLIC


@command(staff, "targets", PUBLIC)
@on_option
@json_option
def targets(on: date | None, as_json: bool) -> None:
    """Targets in force on a day: base, what must be cut, what is left, and how it can be paid."""
    on = on or timezone.localdate()
    books = Books(on)
    found = [books.progress(one) for one in targets_on(on)]
    if as_json:
        say({"on": on, "targets": [target_document(one) for one in found]})
        return
    names = Names()
    for one in found:
        click.echo(f"{one.target.key}  {about(one.target, names)}: {outlook_words(one)}")
