"""A change of the world is an act: one transaction, somebody who answers for it, a record."""

import ast
import inspect
from importlib import import_module
from pathlib import Path

import pytest

import tinhgon

SOURCE = Path(tinhgon.__path__[0])
MODULES = [
    import_module(".".join(("tinhgon", *path.relative_to(SOURCE).with_suffix("").parts)))
    for path in sorted(SOURCE.rglob("actions.py"))
]
ACTS = [
    function
    for module in MODULES
    for name, function in inspect.getmembers(module, inspect.isfunction)
    if function.__module__ == module.__name__ and not name.startswith("_")
]
BY_POSITION = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)

acts = pytest.mark.parametrize(
    "act", ACTS, ids=lambda act: f"{act.__module__.split('.')[1]}.{act.__name__}"
)


def records(act):
    """Whether an act writes into the record, itself or through what it calls beside it."""
    tree = ast.parse(inspect.getsource(inspect.getmodule(act)))
    calls = {
        node.name: {
            call.func.id
            for call in ast.walk(node)
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        }
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    }
    reached, open_ones = set(), {act.__name__}
    while open_ones:
        reached |= open_ones
        open_ones = set().union(*(calls.get(name, set()) for name in open_ones)) - reached
    return not {"record", "record_each"}.isdisjoint(reached)


def test_there_are_acts_in_several_modules():
    assert len(MODULES) >= 3
    assert len(ACTS) >= 10


@acts
def test_an_act_is_one_transaction_behind_the_gate(act):
    assert getattr(act, "is_act", False)


@acts
def test_somebody_answers_for_an_act_by_name(act):
    by = inspect.signature(act).parameters.get("by")

    assert by is not None
    assert by.kind is inspect.Parameter.KEYWORD_ONLY
    assert by.default is inspect.Parameter.empty


@acts
def test_after_its_object_everything_is_said_by_name(act):
    given = inspect.signature(act).parameters.values()

    assert [one.name for one in given if one.kind in BY_POSITION][1:] == []


@acts
def test_an_act_says_for_whom_and_is_told_in_words(act):
    assert inspect.getdoc(act)


@acts
def test_an_act_is_recorded(act):
    assert records(act)


def test_what_does_not_record_is_found_not_to():
    from tinhgon.accounts.actions import _was_never_held

    assert not records(_was_never_held)
