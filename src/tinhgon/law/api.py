"""The law for programs: figures with their history, rules, answers with every step, changes."""

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema

from tinhgon.law import json_documents as documents
from tinhgon.law import queries
from tinhgon.law.book import book
from tinhgon.law.refusals import NoProvision, Refused, UnknownName
from tinhgon.law.rule_words import RULES
from tinhgon.law.words import refusal_words
from tinhgon.ui.api import PROBLEMS, Cursor, Limit, Page, Problem, page, public, read_day

router = Router(tags=["law"])

Json = dict[str, Any]
OnDay = Annotated[str | None, Query(description="The day asked about; today by default.")]
Given = Annotated[
    list[str], Query([], description="What is given, name=value, once for each: posts=14.")
]


class SummaryOut(Schema):
    """A figure or a rule by name, with what it asks."""

    name: str
    title: str
    unit: str
    asks: list[str]


class InstrumentOfLawOut(Schema):
    """A cited instrument; `issued` is null where the day is unknown."""

    number: str
    issued: date | None


class FigureOut(Schema):
    """A dated value with its citation; `until` is the first day on which it no longer holds."""

    name: str
    of: list[str]
    value: Any
    unit: str
    since: date
    until: date | None
    instrument: InstrumentOfLawOut | None
    amended_by: InstrumentOfLawOut | None
    article: str | None
    citation: str
    mark: str
    verified: bool
    read: dict[str, str]
    note: dict[str, str]
    left_to: dict[str, str]
    obtained: bool


class ParameterOut(SummaryOut):
    """A figure of law with all its versions."""

    titles: dict[str, str]
    base: dict[str, str]
    group: dict[str, str]
    rounding: str
    figures: list[FigureOut]


class RuleOut(SummaryOut):
    """A rule: what it does, and what each of its inputs may be."""

    said: str
    inputs: dict[str, Json]


class AnswerOut(Schema):
    """An answer; `caution` is not empty wherever anything below it is not verified."""

    name: str
    title: str
    on: date
    value: Any
    unit: str
    left_to: dict[str, str]
    mark: str
    verified: bool
    caution: str
    step: Json
    provisions: list[FigureOut]


class ChangeOut(Schema):
    """A figure that is another from a day on."""

    day: date
    name: str
    title: str
    of: list[str]
    before: FigureOut | None
    after: FigureOut


@router.get(
    "/law/figures",
    response={200: Page[SummaryOut], **PROBLEMS},
    operation_id="list_figures",
    auth=None,
)
@public
def list_figures(request: HttpRequest, cursor: Cursor, limit: Limit) -> Any:
    """All figures of law by name."""
    found = page(list(book()), cursor, limit)
    return {**found, "items": [documents.summary_document(name) for name in found["items"]]}


@router.get(
    "/law/figures/{name}",
    response={200: ParameterOut, **PROBLEMS},
    operation_id="get_figure",
    auth=None,
)
@public
def get_figure(request: HttpRequest, name: str) -> Any:
    """One figure of law with all its versions."""
    if name not in book():
        raise _problem(UnknownName("no-such-name", name=name))
    return documents.parameter_document(book()[name])


@router.get(
    "/law/rules",
    response={200: Page[RuleOut], **PROBLEMS},
    operation_id="list_law_rules",
    auth=None,
)
@public
def list_law_rules(request: HttpRequest, cursor: Cursor, limit: Limit) -> Any:
    """All rules by name, with what they ask."""
    found = page(queries.rule_names(), cursor, limit)
    return {**found, "items": [documents.rule_document(name) for name in found["items"]]}


@router.get(
    "/law/rules/{name}", response={200: RuleOut, **PROBLEMS}, operation_id="get_law_rule", auth=None
)
@public
def get_law_rule(request: HttpRequest, name: str) -> Any:
    """One rule."""
    if name not in RULES:
        raise _problem(UnknownName("no-such-name", name=name))
    return documents.rule_document(name)


@router.get(
    "/law/answers/{name}",
    response={200: AnswerOut, **PROBLEMS},
    operation_id="ask_law",
    auth=None,
)
@public
def ask_law(request: HttpRequest, name: str, on: OnDay = None, input: Given = []) -> Any:  # noqa: B006
    """What a rule or a figure gives on a day for these inputs, with every step."""
    given = {key: value for key, _equals, value in (one.partition("=") for one in input)}
    try:
        answer = queries.answer(name, on=read_day(on) or localdate(), **given)
    except Refused as refused:
        raise _problem(refused) from None
    return documents.answer_document(answer)


@router.get(
    "/law/changes",
    response={200: Page[ChangeOut], **PROBLEMS},
    operation_id="law_changes",
    auth=None,
)
@public
def law_changes(
    request: HttpRequest,
    cursor: Cursor,
    limit: Limit,
    after: Annotated[str, Query(alias="from", description="The last day not looked at.")],
    until: Annotated[str, Query(alias="to", description="The last day looked at.")],
) -> Any:
    """The figures that began, changed or ended after one day and up to another."""
    first, last = read_day(after), read_day(until)
    if first is None or last is None:
        raise Problem(422, "missing", _("Name both days: from and to."))
    found = page(queries.changes(first, last), cursor, limit)
    return {**found, "items": [documents.change_document(one) for one in found["items"]]}


def _problem(refused: Refused) -> Problem:
    status = 404 if isinstance(refused, UnknownName | NoProvision) else 422
    return Problem(status, refused.code, refusal_words(refused))
