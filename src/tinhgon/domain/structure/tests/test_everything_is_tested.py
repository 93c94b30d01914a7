"""One kind, one file, one test of the same name; found by itself, none forgotten."""

from pathlib import Path

import pytest

from tinhgon.domain.structure import operations, rules
from tinhgon.domain.structure.operations import verbs


def modules(package: str) -> set[str]:
    return {path.stem for path in Path(package).parent.glob("*.py")} - {"__init__"}


def with_tests(package: str) -> set[str]:
    found = Path(package).parent.joinpath("tests").glob("test_*.py")
    return {path.stem.removeprefix("test_") for path in found}


def test_every_verb_has_its_tests() -> None:
    assert modules(operations.__file__) == with_tests(operations.__file__)


def test_every_rule_has_its_tests() -> None:
    assert modules(rules.__file__) == with_tests(rules.__file__)


def test_every_file_of_operations_but_the_base_is_a_verb() -> None:
    files = {name.replace("_", "-") for name in modules(operations.__file__)} - {"base"}

    assert verbs().keys() == files


def test_every_file_of_rules_is_a_rule() -> None:
    files = {name.replace("_", "-") for name in modules(rules.__file__)}

    assert rules.rules().keys() == files


@pytest.mark.parametrize("name", sorted(rules.rules()))
def test_every_rule_says_what_it_is_and_checks(name: str) -> None:
    rule = rules.rules()[name]

    assert rule.__doc__
    assert callable(rule.check)


@pytest.mark.parametrize("verb", sorted(verbs()))
def test_every_verb_says_what_it_is(verb: str) -> None:
    assert verbs()[verb].__doc__
