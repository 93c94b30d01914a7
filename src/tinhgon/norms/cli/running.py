"""The rules run over the whole register."""

from datetime import date

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.domain.norms.judging import judge
from tinhgon.norms import actions
from tinhgon.norms.cli.group import norms
from tinhgon.norms.json_documents import run_document, verdict_document
from tinhgon.norms.keeping import counts, digest
from tinhgon.norms.models import SEVERITIES, Finding
from tinhgon.norms.permissions import NormsPermission
from tinhgon.norms.reading import world_on
from tinhgon.norms.refusals import Refused, refusal_words
from tinhgon.ui import writing
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.ui.commands import REFUSED, acting, command, fail, json_option, on_option, say


@command(norms, "run", NormsPermission.RUN, over=EVERYWHERE)
@on_option
@click.option("--look", is_flag=True, help="Only look: nothing that is found is kept.")
@json_option
def run(on: date | None, look: bool, as_json: bool) -> None:
    """Judge the whole register as it stands on a day, and keep what is found."""
    on = on or timezone.localdate()
    if look or on > timezone.localdate():
        found = judge(world_on(on))
        told = {"day": on, "counts": counts(found), "digest": digest(found)}
        if as_json:
            say({**told, "kept": False, "findings": [verdict_document(one) for one in found]})
            return
        _tell(told["counts"])
        return
    try:
        done = actions.run_norms(by=acting(), on=on)
    except Refused as refused:
        fail(refusal_words(refused), REFUSED)
    if as_json:
        kept = Finding.objects.filter(closed=None).order_by("severity", "rule", "identifier")
        say({**run_document(done), "kept": True, "findings": [one.facts for one in kept]})
        return
    _tell(done.counts)


def _tell(found: dict[str, int]) -> None:
    """How much of what was found."""
    for severity, words in SEVERITIES:
        click.echo(f"{writing.count(found.get(severity, 0)):>8}  {words}")
    if not found:
        click.echo(_("Nothing was found."))
