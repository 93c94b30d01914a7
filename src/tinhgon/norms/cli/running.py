"""The rules run over the whole register."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.domain.norms.judging import judge
from tinhgon.norms import actions
from tinhgon.norms.cli.group import norms
from tinhgon.norms.json_documents import run_document
from tinhgon.norms.keeping import Found, texts_kept
from tinhgon.norms.models import SEVERITIES
from tinhgon.norms.permissions import NormsPermission
from tinhgon.norms.reading import world_on
from tinhgon.norms.refusals import Refused, refusal_words
from tinhgon.ui import writing
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.ui.commands import REFUSED, acting, command, fail, json_option, on_option


@command(norms, "run", NormsPermission.RUN, over=EVERYWHERE)
@on_option
@click.option("--look", is_flag=True, help="Only look: nothing that is found is kept.")
@json_option
def run(on: date | None, look: bool, as_json: bool) -> None:
    """Judge the whole register as it stands on a day, and keep what is found."""
    on = on or timezone.localdate()
    if look or on > timezone.localdate():
        world = world_on(on)
        found = Found(judge(world), world)
        told = {"day": on, "counts": found.counts, "digest": found.digest, "kept": False}
        if as_json:
            _say(told, found.texts)
        else:
            _tell(found.counts)
        return
    try:
        done = actions.run_norms(by=acting(), on=on)
    except Refused as refused:
        fail(refusal_words(refused), REFUSED)
    if as_json:
        _say({**run_document(done), "kept": True}, texts_kept())
        return
    _tell(done.counts)


def _say(told: Mapping[str, Any], findings: Iterable[str]) -> None:
    """One JSON document; each finding is JSON already and stands on a line of its own."""
    begun = json.dumps(told, ensure_ascii=False, default=str).removesuffix("}")
    lines = ",\n".join(findings)
    click.echo(f'{begun}, "findings": [\n{lines}\n]}}')


def _tell(found: dict[str, int]) -> None:
    """How much of what was found."""
    for severity, words in SEVERITIES:
        click.echo(f"{writing.count(found.get(severity, 0)):>8}  {words}")
    if not found:
        click.echo(_("Nothing was found."))
