"""The state of the mission has every row, and names nothing that is not there."""

import re

import pytest

from tests.docs.reading import rows, unknown_name

ROWS = rows("docs/mission.md")
WANTED = [f"M{number}" for number in range(1, 30)] + [f"B{number}" for number in range(1, 19)]
NAMED = [(row, name) for row in WANTED for name in re.findall("`([^`]+)`", ROWS.get(row, [""])[-1])]


def test_every_row_is_there_once_and_in_order():
    assert [row for row in ROWS if re.match(r"[MB]\d", row)] == WANTED


@pytest.mark.parametrize("row", WANTED)
def test_a_row_says_its_state(row):
    assert re.match("shown|begun|not begun", ROWS[row][2])


@pytest.mark.parametrize("row", WANTED)
def test_what_is_begun_is_shown_by_something_and_what_is_not_by_nothing(row):
    state, shown = ROWS[row][2:]

    assert (state == "not begun") == (shown == "–")


@pytest.mark.parametrize(("row", "name"), NAMED)
def test_what_a_row_names_exists(row, name):
    assert unknown_name(name) == ""


def test_what_is_not_there_is_noticed():
    assert unknown_name("/tea/") == "/tea/"
    assert unknown_name("tests/test_tea.py") == "tests/test_tea.py"
