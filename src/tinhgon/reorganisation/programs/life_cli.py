"""The life of a package, on the command line."""

import click
from django.utils.timezone import localdate

from tinhgon.reorganisation.consulting.people import may_consult
from tinhgon.reorganisation.life.lines import lines
from tinhgon.reorganisation.life.section import told
from tinhgon.reorganisation.programs.named import seen_package
from tinhgon.ui import writing
from tinhgon.ui.commands import acting, command, json_option, say
from tinhgon.ui.doors import PUBLIC

group = click.Group()


@command(group, "history", PUBLIC)
@click.argument("code")
@json_option
def history(code: str, as_json: bool) -> None:
    """All that was done to a package, the first first; from the record of acts."""
    package = seen_package(code)
    named = may_consult(acting(), package, on=localdate())
    found = told(lines(package, named=named), named=named)
    if as_json:
        say({"package": code, "history": found})
        return
    for line in found:
        click.echo(f"{writing.moment(line['at'])}  {line['says']} ({line['who']})")
        for fact in filter(None, [*line["facts"], line["digest"]]):
            click.echo(f"    {fact}")
