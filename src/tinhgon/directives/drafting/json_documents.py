"""Directives as documents for programs, from the API and from commands alike."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from tinhgon.directives.drafting.gate import Looked
from tinhgon.directives.models import Directive
from tinhgon.directives.refusals import Refused as DirectiveRefused
from tinhgon.directives.refusals import refusal_words as directive_words
from tinhgon.documents.words import UNCLEAR
from tinhgon.staff.staffing import Names
from tinhgon.work.refusals import refusal_words
from tinhgon.work.standing import Standing


def line_document(directive: Directive, tasks: int, closed: int) -> dict[str, Any]:
    """A directive in a list: how many tasks it has, and how many works of them are closed."""
    return {**_heading(directive), "tasks": tasks, "closed": closed}


def directive_document(
    directive: Directive, looked: Sequence[Looked], works: Sequence[Standing], on: date
) -> dict[str, Any]:
    """All of a directive: of a draft its tasks with what they still want, else its works."""
    names = Names()
    return {
        **_heading(directive),
        "template": directive.template,
        "clarities": directive.clarities,
        "text": directive.text,
        "drafts": [_task(one, names) for one in looked],
        "works": [_work(one, on) for one in works],
    }


def refused_document(refused: DirectiveRefused) -> dict[str, str]:
    """Why something was not done."""
    return {"code": refused.code, "detail": directive_words(refused)}


def _heading(directive: Directive) -> dict[str, Any]:
    return {
        "directive": directive.key,
        "kind": directive.kind,
        "title": directive.title,
        "unit": directive.unit.key,
        "day": directive.day,
        "under": directive.instrument.number if directive.instrument else directive.number or None,
        "carries_out": directive.carries_out.number if directive.carries_out else None,
        "issued_at": directive.issued_at,
    }


def _task(one: Looked, names: Names) -> dict[str, Any]:
    task = one.task
    return {
        "task": task.pk,
        "title": task.title,
        "product": task.product,
        "kind": task.kind,
        "leads": task.leads,
        "contributors": task.contributors,
        "officer": task.officer.key if task.officer else None,
        "due": task.due,
        "term": {"number": task.number, "measure": task.measure} if task.number else None,
        "clarities": task.clarities,
        "start": task.start,
        "end": task.end,
        "clear": one.is_clear,
        "wants": [
            *({"code": str(code), "words": str(UNCLEAR[code])} for code in one.doubts),
            *({"code": why.code, "words": refusal_words(why, names=names)} for why in one.refused),
        ],
    }


def _work(one: Standing, on: date) -> dict[str, Any]:
    status = one.status(on)
    return {
        "work": one.work.key,
        "title": one.work.title,
        "unit": one.held.unit.key,
        "due": one.due,
        "state": one.state.value,
        "standing": status.standing.value,
        "days_late": status.days_late,
    }
