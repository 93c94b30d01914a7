"""What programs are told: figures, answers and changes as JSON documents."""

from datetime import date
from decimal import Decimal
from typing import Any

from tinhgon.law.answers import INPUT, Answer, Step
from tinhgon.law.book import Figure, Parameter
from tinhgon.law.citations import Instrument
from tinhgon.law.inputs import CHOICE, INPUTS
from tinhgon.law.marks import CAUTION, is_verified
from tinhgon.law.queries import Change, inputs_of, unit_of
from tinhgon.law.words import citation_words, said, title

Json = Any


def plain(value: Any) -> Json:
    """A value as JSON has it: decimals as text, exactly as they are written."""
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, Decimal | date) else value


def instrument_document(instrument: Instrument | None) -> Json:
    return instrument and {"number": instrument.number, "issued": instrument.issued}


def figure_document(figure: Figure) -> dict[str, Json]:
    """One dated value with its citation; `until` is the first day on which it no longer holds."""
    return {
        "name": figure.name,
        "of": list(figure.of),
        "value": plain(figure.value),
        "unit": figure.unit,
        "since": figure.since,
        "until": figure.until,
        "instrument": instrument_document(figure.instrument),
        "amended_by": instrument_document(figure.amended_by),
        "with": instrument_document(figure.beside),
        "article": figure.article,
        "citation": citation_words(figure),
        "mark": figure.mark,
        "verified": is_verified(figure.mark),
        "read": figure.read,
        "note": figure.note,
        "left_to": figure.left_to,
        "obtained": not figure.is_unknown,
    }


def parameter_document(parameter: Parameter) -> dict[str, Json]:
    """A parameter with all its versions."""
    return {
        **summary_document(parameter.name),
        "titles": parameter.title,
        "base": parameter.base,
        "group": parameter.group,
        "rounding": parameter.rounding,
        "items": parameter.items,
        "figures": [figure_document(figure) for figure in parameter.figures()],
    }


def summary_document(name: str) -> dict[str, Json]:
    """A name with its title, unit and what it asks."""
    return {
        "name": name,
        "title": title(name),
        "unit": unit_of(name),
        "asks": list(inputs_of(name)),
    }


def rule_document(name: str) -> dict[str, Json]:
    """A rule: what it does and what each of its inputs may be."""
    inputs = {
        key: {
            "title": str(INPUTS[key].title),
            "kind": INPUTS[key].kind,
            **({"choices": list(INPUTS[key].choices)} if INPUTS[key].kind == CHOICE else {}),
        }
        for key in inputs_of(name)
    }
    return {**summary_document(name), "said": said(name), "inputs": inputs}


def answer_document(answer: Answer) -> dict[str, Json]:
    """An answer with its steps; `caution` stands wherever anything below it is not verified."""
    return {
        "name": answer.name,
        "title": title(answer.name),
        "on": answer.on,
        "value": plain(answer.value),
        "unit": answer.unit,
        "left_to": answer.left_to,
        "mark": answer.mark,
        "verified": answer.is_verified,
        "caution": "" if answer.is_verified else str(CAUTION),
        "step": step_document(answer.step),
        "provisions": [figure_document(figure) for figure in answer.provisions],
    }


def step_document(step: Step) -> dict[str, Json]:
    """A step with those below it."""
    document = {
        "kind": step.kind,
        "name": step.name,
        "title": title(step.name),
        "value": plain(step.value),
    }
    if step.figure:
        return document | {"figure": figure_document(step.figure)}
    if step.kind == INPUT:
        return document
    return document | {"said": said(step.name), "steps": [*map(step_document, step.steps)]}


def change_document(change: Change) -> dict[str, Json]:
    """A change of a figure on a day."""
    return {
        "day": change.day,
        "name": change.after.name,
        "title": title(change.after.name),
        "of": list(change.after.of),
        "before": change.before and figure_document(change.before),
        "after": figure_document(change.after),
    }
