"""Plans that compensate, on the command line."""

from datetime import date

import click
from django.utils.translation import gettext as _

from tinhgon.reorganisation.compensating.actions import compensate
from tinhgon.reorganisation.deciding.entitlement import may_decide
from tinhgon.reorganisation.deciding.refusals import REFUSALS, refusal_words
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.programs.named import seen_package
from tinhgon.ui.commands import REFUSED, Day, acting, command, fail

group = click.Group()


@command(group, "compensate", PlanPermission.DRAFT)
@click.argument("code")
@click.option("--day", type=Day(), required=True, help="Day of effect of the new package.")
@click.option("--new-code", required=True, help="Code of the new package.")
@click.option("--title", help="Title of the new package; by default its code.")
def compensate_plan(code: str, day: date, new_code: str, title: str | None) -> None:
    """Draft the package that takes back what one in effect has done."""
    package = seen_package(code)
    if not may_decide(acting(), PlanPermission.DRAFT, package):
        fail(_("You may not draft for all that it concerns."), REFUSED)
    titles = {"vi": title or new_code}
    try:
        made = compensate(package, by=acting(), on=day, code=new_code, titles=titles)
    except REFUSALS as refused:
        fail("\n".join(refusal_words(refused)), REFUSED)
    click.echo(made.code)
