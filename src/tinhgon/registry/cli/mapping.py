"""Keeping how the ground of units runs, from a file."""

from datetime import date
from pathlib import Path

import click
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.registry.boundary.actions import keep_boundaries
from tinhgon.registry.boundary.queries import named_by
from tinhgon.registry.boundary.reading import Problem, read_boundaries
from tinhgon.registry.boundary.words import problem_words
from tinhgon.registry.cli.group import registry
from tinhgon.registry.directory import structure_on
from tinhgon.registry.permissions import RegistryPermission
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.ui.commands import REFUSED, acting, command, fail, json_option, on_option, say

MOST_TOLD = 20


@command(registry, "boundaries", RegistryPermission.LOAD, over=EVERYWHERE)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--key-property", required=True, help="The property with the code or key of the unit."
)
@click.option("--source", default="", help="Where the file is from; it stands beside the map.")
@on_option
@json_option
def boundaries(file: Path, key_property: str, source: str, on: date | None, as_json: bool) -> None:
    """Keep boundaries of units from GeoJSON (WGS 84), as they run from a day on; all or nothing."""
    day = on or timezone.localdate()
    named = named_by(structure_on(day))
    found = read_boundaries(file, key_property, named, settings.LOAD_LIMIT_MB)
    if found.problems:
        _refuse(found.problems, as_json)
    kept = keep_boundaries(found.rings, by=acting(), on=day, source=source[:200])
    if as_json:
        say({"boundaries": kept, "on": day})
    else:
        click.echo(_("Boundaries kept: %s") % kept)


def _refuse(problems: list[Problem], as_json: bool) -> None:
    if as_json:
        say({"problems": [vars(one) | {"says": problem_words(one)} for one in problems]})
    for problem in problems[:MOST_TOLD] if not as_json else ():
        click.echo(problem_words(problem), err=True)
    fail(_("Nothing was kept: %s problems.") % len(problems), REFUSED)
