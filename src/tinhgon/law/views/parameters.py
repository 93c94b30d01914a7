"""The list of figures and rules, and the page of one with its history or its calculator."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from tinhgon.law import queries
from tinhgon.law.book import Parameter, book, subjects
from tinhgon.law.forms import calculator
from tinhgon.law.json_documents import plain
from tinhgon.law.listing import groups
from tinhgon.law.marks import WORDS
from tinhgon.law.refusals import Refused
from tinhgon.law.rule_words import RULES
from tinhgon.law.shown import address, counted, history, in_force, tree
from tinhgon.law.situations import cases
from tinhgon.law.uses import figures_used_by, used_in
from tinhgon.law.words import (
    ROUNDING,
    UNITS,
    case_words,
    citation_words,
    input_words,
    refusal_words,
    said,
    title,
    value_words,
)
from tinhgon.ui import writing
from tinhgon.ui.asked import Asked, asked
from tinhgon.ui.doors import public
from tinhgon.ui.errors import NotHere
from tinhgon.ui.spreadsheets import TABLES, download

HEADER = ("name", "case", "since", "until", "value", "unit", "citation", "mark", "read", "note")


@public
def parameters(request: HttpRequest) -> HttpResponseBase:
    """All figures and rules by subject, with what holds on the day."""
    question = asked(request)
    wish, subject = (request.GET.get(box, "").strip() for box in ("q", "subject"))
    if (kind := request.GET.get("format")) in TABLES:
        every = (row for one in book().values() for row in _table(one))
        return download("law", HEADER, every, kind)
    context = {
        "asked": question,
        "wish": wish,
        "subject": subject,
        "subjects": [(one.key, writing.title(one.title)) for one in subjects()],
        "groups": groups(question.on, wish, subject),
        "marks": list(WORDS),
    }
    page = "law/parameters.html"
    return render(request, f"{page}#list" if request.htmx else page, context)  # type: ignore[attr-defined]


@public
def parameter(request: HttpRequest, name: str) -> HttpResponseBase:
    """One figure with its history, or one rule with its calculator."""
    question = asked(request)
    if name in book():
        if (kind := request.GET.get("format")) in TABLES:
            return download(name, HEADER, _table(book()[name]), kind)
        return _parameter(request, book()[name], question)
    if name in RULES:
        return _rule(request, name, question)
    raise NotHere(_("There is no figure or rule called “%(name)s”.") % {"name": name})


def _parameter(request: HttpRequest, shown: Parameter, question: Asked) -> HttpResponse:
    versions = history([shown], question.on)
    context = {
        "asked": question,
        "parameter": shown,
        "title": title(shown.name),
        "subject": _subject(shown.subject),
        "about": [writing.title(shown.base), writing.title(shown.group)],
        "rounding": ROUNDING.get(shown.rounding, ""),
        "unit": UNITS.get(shown.unit, ""),
        "now": in_force(versions),
        "versions": versions,
        "has_cases": bool(shown.by),
        "counted": counted(shown),
        "used": [(title(rule), address(rule)) for rule in used_in(shown.name)],
        "crumb": title(shown.name),
    }
    return render(request, "law/parameter.html", context)


def _rule(request: HttpRequest, name: str, question: Asked) -> HttpResponse:
    form = calculator(queries.inputs_of(name), request.GET, question.on)
    used = figures_used_by(name)
    parameters = [book()[used_name] for used_name in used]
    context = {
        "asked": question,
        "name": name,
        "title": title(name),
        "said": said(name),
        "subject": _subject(RULES[name].subject),
        "form": form,
        **_answered(name, form),
        "figures": history(parameters, question.on),
        "has_names": len(parameters) > 1,
        "has_cases": any(one.by for one in parameters),
        "examples": list(_examples(name)),
    }
    return render(request, "law/rule.html", context)


def _answered(name: str, form: Form) -> dict[str, Any]:
    """What came of what was sent: a tree, or why there is none."""
    if not form.is_bound or not form.is_valid():
        return {}
    given = dict(form.cleaned_data)
    on = given.pop("on")
    asked_then = _asked_then(name, on)
    try:
        answer = queries.answer(name, on=on, **{key: given[key] for key in asked_then})
    except Refused as refused:
        return {"refusal": refusal_words(refused), "on": on}
    return {"answer": answer, "tree": tree(answer), "on": on}


def _asked_then(name: str, on: date) -> tuple[str, ...]:
    """The inputs of the day: an earlier law may have asked less."""
    try:
        return queries.inputs_of(name, on)
    except Refused:
        return ()


def _examples(name: str) -> Iterator[dict[str, Any]]:
    """The situations that ask this rule, each with the address of its calculation."""
    for case in cases():
        if case.asks == name:
            read = queries.read_inputs(case.inputs)
            yield {
                "situation": writing.title(case.titles),
                "on": case.on,
                "given": [(title(key), input_words(key, value)) for key, value in read.items()],
                "url": f"{address(name)}?{_query(case.on, read)}",
                "answer": _expected(case.expected),
            }


def _query(on: date, read: Mapping[str, Any]) -> str:
    """The question as an address carries it; yes and no as the form does."""
    typed = {
        key: str(value).lower() if isinstance(value, bool) else str(plain(value))
        for key, value in read.items()
    }
    return urlencode({"calculate": 1, "on": f"{on:%d/%m/%Y}", **typed})


def _expected(expected: Any) -> str:
    if "no" in expected:
        return _("no provision")
    value = expected["answer"]
    if value is None:
        return _("left to another document")
    return value_words(_day(value) if isinstance(value, str) else value, "").value


def _day(value: str) -> date:
    return date.fromisoformat(value)


def _subject(key: str) -> str:
    return next((writing.title(one.title) for one in subjects() if one.key == key), key)


def _table(shown: Parameter) -> Iterator[list[Any]]:
    """The figures of a parameter as rows of a file."""
    for figure in shown.figures():
        value = plain(figure.value)
        yield [
            figure.name,
            case_words(shown, figure.of),
            figure.since.isoformat(),
            figure.until.isoformat() if figure.until else "",
            "; ".join(map(str, value)) if isinstance(value, list) else value,
            figure.unit,
            citation_words(figure),
            figure.mark,
            writing.title(figure.read),
            writing.title(figure.note),
        ]
