"""Inventing the apparatus of a place on the command line."""

from collections.abc import Mapping
from datetime import date

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.invented import actions
from tinhgon.invented.refusals import Refused, refusal_words
from tinhgon.registry import queries
from tinhgon.registry.actions import Refused as FolderRefused
from tinhgon.registry.cli.keeping import say_problems
from tinhgon.registry.permissions import RegistryPermission
from tinhgon.ui import writing
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.ui.commands import REFUSED, acting, command, fail, json_option, on_option, say

NO_GROUP = click.Group()
"""The command is found by its own name."""


@command(NO_GROUP, "invent", RegistryPermission.LOAD, over=EVERYWHERE)
@click.argument("unit")
@click.option("--officers", type=int, required=True, help="How many people, each in a main post.")
@click.option("--seed", default="1", show_default=True, help="Another seed, other people.")
@on_option
@json_option
def invent(unit: str, officers: int, seed: str, on: date | None, as_json: bool) -> None:
    """Make up divisions, posts, people and books of an area (key, or code on the day).

    For demonstrations and tests: all of it is marked as invented, and it is refused where anything
    real stands.
    """
    on = on or timezone.localdate()
    found = queries.unit(unit, on)
    try:
        counts = actions.invent(found, by=acting(), on=on, officers=officers, seed=seed)
    except Refused as refused:
        fail(refusal_words(refused), REFUSED)
        return
    except FolderRefused as refused:
        say_problems(refused, as_json)
        return
    if as_json:
        say({"unit": found.key, "on": on, "seed": seed, "invented": dict(counts)})
        return
    click.echo(counted_words(counts))


def counted_words(counts: Mapping[str, int]) -> str:
    """How many of each were invented."""
    words = _(
        "Invented: %(divisions)s divisions, %(posts)s posts, %(officers)s officers, "
        "%(assignments)s assignments, %(movements)s movements of posts."
    )
    return words % {name: writing.count(number) for name, number in counts.items()}
