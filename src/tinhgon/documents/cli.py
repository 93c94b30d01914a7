"""Documents on the command line: numbers, the documents that a text names, drafts of tasks."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.documents import queries
from tinhgon.documents.files import read_text
from tinhgon.documents.json_documents import citation_document, draft_document, number_document
from tinhgon.documents.refusals import Refused, misnumbered_words, refusal_words
from tinhgon.documents.units import register_on
from tinhgon.documents.words import agencies_words, due_words, unclear_words
from tinhgon.domain.documents.citations import Citation
from tinhgon.domain.documents.directions import Draft, read_directions
from tinhgon.domain.documents.numbers import Misnumbered, parse
from tinhgon.ui.commands import REFUSED, command, fail, json_option, on_option, say
from tinhgon.ui.doors import PUBLIC

file_argument = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.group()
def documents() -> None:
    """Reading documents: numbers, citations, drafts of tasks."""


@command(documents, "parse", PUBLIC)
@file_argument
@json_option
def parse_(file: Path, as_json: bool) -> None:
    """The documents that a file (text, DOCX, PDF) names by number, at each place it does."""
    found = queries.cited(_text(file, as_json))
    if as_json:
        say({"documents": [citation_document(one) for one in found]})
        return
    for one in found:
        click.echo(_citation_line(one))
    click.echo(_("%(count)s documents are named.") % {"count": len({c.number.key for c in found})})


@command(documents, "number", PUBLIC)
@click.argument("number")
@json_option
def number_(number: str, as_json: bool) -> None:
    """What the number of a document says: whose, of what kind, of which year."""
    try:
        read = parse(number)
    except Misnumbered as wrong:
        _refuse(wrong.code, misnumbered_words(wrong), as_json)
        return
    if as_json:
        say(number_document(read))
        return
    unsaid = _("not in the number")
    said = (
        (_("Kind"), _(" or ").join(read.kinds) or unsaid),
        (_("Issued by"), ", ".join(read.issuers)),
        (_("Year"), read.year or unsaid),
    )
    click.echo(str(read))
    for title, words in said:
        click.echo(f"  {title}: {words}")


@command(documents, "directions", PUBLIC)
@file_argument
@on_option
@click.option("--unit", help="The unit (key, or code on the day) whose text it is.")
@json_option
def directions(file: Path, on: date | None, unit: str | None, as_json: bool) -> None:
    """Drafts of tasks that a conclusion gives, with the words they rest on; none is issued.

    The day is that of the text: by it days without a year are understood.
    """
    on = on or timezone.localdate()
    drafts = read_directions(_text(file, as_json), register=register_on(on, unit), on=on)
    if as_json:
        say({"on": on, "drafts": [draft_document(one) for one in drafts]})
        return
    for place, draft in enumerate(drafts, 1):
        for line in _draft_lines(place, draft):
            click.echo(line)
    click.echo(_("%(count)s drafts; none of them is issued.") % {"count": len(drafts)})


def _text(file: Path, as_json: bool) -> str:
    try:
        return read_text(file)
    except Refused as refused:
        _refuse(refused.code, refusal_words(refused), as_json)
        raise


def _refuse(code: str, words: str, as_json: bool) -> None:
    if as_json:
        say({"code": code, "detail": words})
    fail(words, REFUSED)


def _citation_line(citation: Citation) -> str:
    span = citation.span
    said = [citation.kind or "?", citation.number.issuer, str(citation.year or "?")]
    return f"{span.start:>7}  {citation.number!s:<24}{', '.join(said)}"


def _draft_lines(place: int, draft: Draft) -> Iterator[str]:
    yield f"{place}. {agencies_words(draft.leads) or '?'}: {draft.what}"
    said = (
        (_("Taking part"), agencies_words(draft.contributors)),
        (_("Deadline"), due_words(draft.due)),
        (_("Product"), draft.product),
        (_("To decide"), unclear_words(draft.unclear)),
        (_("Rests on"), f"“{draft.words}”"),
    )
    yield from (f"   {title}: {words}" for title, words in said if words)
