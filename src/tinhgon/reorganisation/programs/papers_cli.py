"""Papers of plans on the command line."""

from pathlib import Path

import click
from django.conf import settings

from tinhgon.reorganisation import queries
from tinhgon.reorganisation.papers.listing import listed
from tinhgon.reorganisation.papers.making import KINDS, NoSuchPaper, refusal_words, written
from tinhgon.reorganisation.papers.matter import Manner
from tinhgon.reorganisation.programs.named import seen_package
from tinhgon.ui.commands import REFUSED, command, fail, json_option, say
from tinhgon.ui.doors import PUBLIC

group = click.Group("papers")
"""Its commands are put into `tinhgon plan`."""


@command(group, "papers", PUBLIC)
@click.argument("code")
@json_option
def papers(code: str, as_json: bool) -> None:
    """The papers that a package has, by name."""
    found = listed(queries.plans_of(seen_package(code)))
    if as_json:
        say({"papers": [{"name": one.name, "title": one.title} for one in found]})
        return
    for one in found:
        click.echo(f"{one.name:<40}  {one.title}")


@command(group, "paper", PUBLIC)
@click.argument("code")
@click.argument("name")
@click.option(
    *("--format", "kind"),
    type=click.Choice([*KINDS]),
    default="docx",
    show_default=True,
    help="The kind of file.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The file to write.",
)
@click.option("--form", default="", help="state or party; by default the usual one.")
@click.option("--by-deputy", is_flag=True, help="A deputy signs for the head.")
@click.option("--base", help="Where the site is reached; by default TINHGON_SITE_URL.")
def paper(
    code: str,
    name: str,
    kind: str,
    output: Path,
    form: str,
    by_deputy: bool,
    base: str | None,
) -> None:
    """Write a paper of a package as DOCX or PDF, of any length; `plan papers` names them."""
    manner = Manner(site=base or settings.SITE_URL, form=form, by_deputy=by_deputy)
    try:
        output.write_bytes(written(seen_package(code), name, kind, manner))
    except NoSuchPaper as refused:
        fail(refusal_words(refused), REFUSED)
    click.echo(str(output))
