"""The standard bodies of areas, entered by rule."""

from datetime import date

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.registry import queries
from tinhgon.registry.actions import Refused
from tinhgon.registry.cli.group import registry
from tinhgon.registry.cli.keeping import say_counts, say_problems
from tinhgon.registry.permissions import RegistryPermission
from tinhgon.registry.standard import actions
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.ui.commands import acting, command, json_option, on_option, say


@command(registry, "standard-bodies", RegistryPermission.LOAD, over=EVERYWHERE)
@click.option("--under", help="Only of this area and those below it (key, or code on the day).")
@on_option
@click.option("--dry-run", is_flag=True, help="Check and count; write nothing.")
@json_option
def standard_bodies(under: str | None, on: date | None, dry_run: bool, as_json: bool) -> None:
    """Enter the bodies that areas have by the law's standards, at all times, all or nothing."""
    area = queries.unit(under, on or timezone.localdate()) if under else None
    try:
        loaded = actions.add_standard_bodies(area, by=acting(), dry_run=dry_run)
    except Refused as refused:
        say_problems(refused, as_json)
    if as_json:
        say({"loaded": dict(loaded.counts), "dry_run": dry_run})
    else:
        click.echo(_("Would load:") if dry_run else _("Loaded:"))
        say_counts(loaded.counts)
