"""Files of plans on the command line."""

from pathlib import Path

import click
from django.utils.translation import gettext as _

from tinhgon.domain.structure.plan_tables.faults import Faulty
from tinhgon.reorganisation.editing import actions
from tinhgon.reorganisation.exchange.bringing import Bringing, bringing, taken_along
from tinhgon.reorganisation.exchange.files import ENDINGS, KINDS
from tinhgon.reorganisation.exchange.words import fault_documents, fault_words
from tinhgon.reorganisation.models import Plan
from tinhgon.reorganisation.permissions import PlanPermission
from tinhgon.reorganisation.programs.named import edited, package_to_edit, plan_in, seen_package
from tinhgon.ui.commands import REFUSED, command, fail, json_option, say
from tinhgon.ui.doors import PUBLIC

group = click.Group()
"""Its commands are put into `tinhgon plan`."""

CHANGES = {"added": "+", "changed": "~", "removed": "-", "kept": "="}


@command(group, "export", PUBLIC)
@click.argument("code")
@click.argument("plan")
@click.option("--format", "kind", type=click.Choice([*KINDS]), help="By default from the ending.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The file to write; its ending says what it is.",
)
def export(code: str, plan: str, kind: str | None, output: Path) -> None:
    """Write a plan as a file that `plan import` reads."""
    content = taken_along(plan_in(seen_package(code), plan), kind or _ending(output))
    output.write_bytes(content)
    click.echo(str(output))


@command(group, "import", PlanPermission.DRAFT)
@click.argument("code")
@click.argument("plan")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--format", "kind", type=click.Choice([*KINDS]), help="By default from the ending.")
@click.option("--edition", type=int, help="The edition that was seen; by default as it stands.")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@json_option
def bring(
    code: str,
    plan: str,
    file: Path,
    kind: str | None,
    edition: int | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Put the operations of a file in place of all that a plan says; all or nothing."""
    subject = plan_in(package_to_edit(code), plan)
    found = _read(subject, file, kind or _ending(file), as_json)
    seen = subject.package.edition if edition is None else edition
    after = seen
    if not dry_run:
        operations = found.said.operations
        after = edited(actions.rewrite, subject, edition=seen, operations=operations).edition
    if as_json:
        counts = {**found.differing.counts, "reordered": found.differing.reordered}
        say({"edition": after, **counts, "taken": not dry_run, "notes": found.notes})
        return
    for note in found.notes:
        click.echo(note, err=True)
    for name, mark in CHANGES.items():
        click.echo(f"{mark} {found.differing.counts[name]:>6,}  {name}")


def _read(plan: Plan, file: Path, kind: str, as_json: bool) -> Bringing:
    """What a file would do to a plan; where it is wrong the command ends with every fault."""
    try:
        return bringing(plan, file.read_bytes(), kind)
    except Faulty as wrong:
        if as_json:
            say({"taken": False, "faults": fault_documents(wrong.faults)})
        for fault in () if as_json else wrong.faults:
            click.echo(f"{file.name}: {fault_words(fault)}", err=True)
        fail(_("Nothing was taken: the file is not read."), REFUSED)
        raise


def _ending(file: Path) -> str:
    kind = ENDINGS.get(file.suffix.lstrip(".").lower())
    if kind is None:
        fail(_("The file is none of these: %(known)s.") % {"known": ", ".join(KINDS)}, REFUSED)
    return kind or ""
