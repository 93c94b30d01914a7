"""Every situation that a lawyer can read holds."""

import pytest

from tinhgon.law.queries import rule_names
from tinhgon.law.situations import Case, cases


@pytest.mark.parametrize("case", cases(), ids=str)
def test_a_situation_holds(case):
    assert case.fault() == ""


@pytest.mark.parametrize("rule", rule_names())
def test_a_rule_has_a_situation(rule):
    assert any(case.asks == rule for case in cases())


@pytest.mark.parametrize("case", [case for case in cases() if case.expected.get("answer") == 7])
def test_a_situation_that_does_not_hold_is_noticed(case):
    wrong = Case(case.file, case.titles, case.asks, case.on, case.inputs, {"answer": 8})

    assert "7" in wrong.fault()


def test_titles_are_in_both_languages():
    assert {frozenset(case.titles) for case in cases()} == {frozenset({"vi", "en"})}
