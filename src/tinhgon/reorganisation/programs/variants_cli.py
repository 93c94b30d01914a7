"""Variants of a package, copies and comparisons, on the command line."""

from datetime import date
from typing import Any

import click
from django.utils.translation import gettext as _

from tinhgon.registry.directory import directory
from tinhgon.reorganisation.editing import actions
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.programs.named import (
    begun,
    package_to_edit,
    seen_package,
    seen_packages,
)
from tinhgon.reorganisation.programs.variants_api import variant_document
from tinhgon.reorganisation.variants.comparison_words import document, matched_names, told
from tinhgon.reorganisation.variants.family import family
from tinhgon.reorganisation.variants.family import variants as variants_of
from tinhgon.reorganisation.variants.lines import lines
from tinhgon.reorganisation.variants.sides import Compared, with_day, with_package
from tinhgon.ui.commands import REFUSED, Day, command, fail, json_option, say
from tinhgon.ui.doors import PUBLIC

group = click.Group()
"""Its commands are put into `tinhgon plan`."""

SIGNS = {"here": "<", "there": ">", "changed": "~", "otherwise": "*"}


@command(group, "copy", PlanPermission.DRAFT)
@click.argument("code")
@click.argument("new")
@click.option("--title", required=True, help="Title of the copy.")
@click.option("--day", type=Day(), help="Its day of effect; by default the same.")
@json_option
def copy(code: str, new: str, title: str, day: date | None, as_json: bool) -> None:
    """Copy a package as a variant of it, under the code NEW: a draft of its own."""
    package = package_to_edit(code)
    on, titles = day or package.day, {"vi": title}
    made: Any = begun(actions.copy, package, on=on, code=new, titles=titles)
    if as_json:
        say({"package": made.code, "variant_of": made.variant_of.code, "edition": made.edition})
    else:
        click.echo(made.code)


@command(group, "variants", PUBLIC)
@click.argument("code")
@json_option
def variants(code: str, as_json: bool) -> None:
    """A package and all its variants side by side."""
    found = variants_of(list(family(seen_packages(), seen_package(code))))
    if as_json:
        say({"variants": [variant_document(one) for one in found]})
        return
    click.echo("\t".join(["", *(one.package.code for one in found)]))
    for line in lines(found, directory().jurisdiction):
        click.echo("\t".join([line.label, *line.cells]))


@command(group, "compare", PUBLIC)
@click.argument("code")
@click.argument("other", required=False)
@click.option("--with-day", "on", type=Day(), help="The apparatus of a day, in place of a package.")
@json_option
def compare(code: str, other: str | None, on: date | None, as_json: bool) -> None:
    """What differs between a package and OTHER, or the apparatus of a day."""
    compared = _compared(code, other, on)
    rows = told(compared, compared.besides.rows)
    matching = matched_names(compared)
    if as_json:
        say({"differences": [document(one) for one in rows], "matched": matching})
        return
    if matching:
        click.echo(_("Taken for the same under another key: %s") % ", ".join(matching), err=True)
    for one in rows:
        click.echo(f"{SIGNS[one.shown]} {one.name} {one.code}".rstrip())
        for sign, said in (("<", one.here), (">", one.there)):
            click.echo(f"    {sign} {'; '.join(said)}")


def _compared(code: str, other: str | None, on: date | None) -> Compared:
    package = seen_package(code)
    if bool(other) == bool(on):
        fail(_("Name another package or a day, not both."), REFUSED)
    return (
        with_package(package, seen_package(other))
        if other
        else with_day(package, on or package.day)
    )
