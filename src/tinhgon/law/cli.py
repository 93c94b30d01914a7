"""The law on the command line: what it says on a day and why, what changed, whether it is sound."""

from datetime import date
from typing import Any

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.law import queries
from tinhgon.law.answers import INPUT, Answer, Step
from tinhgon.law.book import book
from tinhgon.law.checks import faults
from tinhgon.law.json_documents import (
    answer_document,
    change_document,
    rule_document,
    summary_document,
)
from tinhgon.law.marks import CAUTION, WORDS, is_verified
from tinhgon.law.refusals import Refused
from tinhgon.law.words import (
    case_words,
    citation_words,
    figure_words,
    input_words,
    refusal_words,
    said,
    title,
    value_words,
)
from tinhgon.ui import writing
from tinhgon.ui.commands import FAILED, REFUSED, Day, command, fail, json_option, on_option, say
from tinhgon.ui.doors import PUBLIC


@click.group()
def law() -> None:
    """Figures of law: list, explain, compare two days, check."""


@command(law, "list", PUBLIC)
@json_option
def list_(as_json: bool) -> None:
    """All rules and figures by name, with what each asks."""
    if as_json:
        rules = [rule_document(name) for name in queries.rule_names()]
        say({"rules": rules, "figures": [summary_document(name) for name in book()]})
        return
    for name in (*queries.rule_names(), *book()):
        asks = ", ".join(queries.inputs_of(name))
        click.echo(f"{name}({asks})\n    {title(name)}")


@command(law, "explain", PUBLIC)
@click.argument("name")
@on_option
@click.option(
    "--input",
    "inputs",
    multiple=True,
    metavar="NAME=VALUE",
    help="What is given, such as posts=14; once for each input.",
)
@json_option
def explain(name: str, on: date | None, inputs: tuple[str, ...], as_json: bool) -> None:
    """What the law says to a question on a day, and every step down to articles and inputs."""
    try:
        answer = queries.answer(name, on=on or timezone.localdate(), **_given(inputs))
    except Refused as refused:
        if as_json:
            say({"code": refused.code, "detail": refusal_words(refused)})
        fail(refusal_words(refused), REFUSED)
    if as_json:
        say(answer_document(answer))
        return
    click.echo(f"{title(answer.name)}, {writing.day(answer.on)}: {_result(answer)}")
    click.echo(f"[{answer.mark}] {WORDS[answer.mark]}")
    if not answer.is_verified:
        click.echo(str(CAUTION))
    for line in _lines(answer.step):
        click.echo(line)


@command(law, "changes", PUBLIC)
@click.argument("after", type=Day())
@click.argument("until", type=Day())
@json_option
def changes(after: date, until: date, as_json: bool) -> None:
    """The figures that began, changed or ended after one day and up to another."""
    if until < after:
        fail(_("The second day lies before the first."), REFUSED)
    found = queries.changes(after, until)
    if as_json:
        say({"after": after, "until": until, "changes": [change_document(one) for one in found]})
        return
    for one in found:
        case = case_words(book()[one.after.name], one.after.of)
        before = " ".join(figure_words(one.before)).strip() if one.before else "–"
        now = " ".join(figure_words(one.after)).strip()
        named = f"{title(one.after.name)}{f' ({case})' if case else ''}"
        click.echo(f"{writing.day(one.day)}  {named}: {before} → {now}")
        click.echo(f"    [{one.after.mark}] {citation_words(one.after)}")
    click.echo(_("%(count)s changes.") % {"count": len(found)})


@command(law, "check", PUBLIC)
@json_option
def check(as_json: bool) -> None:
    """Whether every figure is cited, marked and dated without gaps, and every situation holds."""
    found = list(faults())
    marks = (
        [figure.mark for one in book().values() for figure in one.figures()] if not found else []
    )
    if as_json:
        counted = {mark: marks.count(mark) for mark in WORDS}
        say({"faults": [vars(fault) for fault in found], "figures": counted})
    else:
        for fault in found:
            click.echo(f"{fault.where}: {fault.code} {fault.what}".rstrip(), err=True)
    if found:
        fail(_("%(count)s faults.") % {"count": len(found)}, FAILED)
    if not as_json:
        verified = sum(map(is_verified, marks))
        words = _("All is well: %(all)s figures, %(verified)s of them checked against the text.")
        click.echo(words % {"all": len(marks), "verified": verified})


def _given(inputs: tuple[str, ...]) -> dict[str, Any]:
    pairs = (one.partition("=") for one in inputs)
    return {name.strip(): value.strip() for name, _equals, value in pairs}


def _result(answer: Answer) -> str:
    if answer.left_to:
        return _("as said by: %s") % writing.title(answer.left_to)
    if answer.step.figure:
        return " ".join(figure_words(answer.step.figure)).strip()
    return value_words(answer.value, answer.unit).value


def _lines(step: Step, depth: int = 1) -> list[str]:
    """The steps as an indented list."""
    margin = "  " * depth
    if step.kind == INPUT:
        return [f"{margin}{title(step.name)}: {input_words(step.name, step.value)}"]
    if step.figure:
        figure = step.figure
        case = case_words(book()[figure.name], figure.of)
        named = f"{title(figure.name)}{f' ({case})' if case else ''}"
        return [
            f"{margin}{named}: {' '.join(figure_words(figure)).strip()}",
            f"{margin}  [{figure.mark}] {citation_words(figure)}, "
            + _("from %s") % writing.day(figure.since),
            *([f"{margin}  {writing.title(figure.note)}"] if figure.note else []),
        ]
    head = f"{margin}{title(step.name)} ({said(step.name)})"
    return [head, *(line for below in step.steps for line in _lines(below, depth + 1))]
