"""Why what the rules ask to be explained is as it is, on the command line."""

import click
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.reorganisation.deciding.refusals import REFUSALS, refusal_words
from tinhgon.reorganisation.explaining.actions import explain
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.programs.named import package_to_edit
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.ui.commands import REFUSED, acting, command, fail

group = click.Group()
"""Its commands are put into `tinhgon plan`."""


@command(group, "explain", PlanPermission.DRAFT)
@click.argument("code")
@click.argument("number", type=click.IntRange(1))
@click.option("--text", required=True, help="Why it stands; it is sealed with the package.")
def explain_finding(code: str, number: int, text: str) -> None:
    """Say why a finding stands that asks for it; `plan check` lists them, from 1."""
    package = package_to_edit(code)
    found = rearrangement(package).findings
    if number > len(found):
        fail(_("This package has no finding %s.") % number, REFUSED)
    if not text.strip():
        fail(_("This must say something."), REFUSED)
    try:
        explain(package, by=acting(), on=localdate(), finding=found[number - 1], text=text)
    except REFUSALS as refused:
        fail("\n".join(refusal_words(refused)), REFUSED)
    click.echo(_("The explanation is kept."))
