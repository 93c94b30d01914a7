"""docs/reference/plan-files.md says which columns there are, and its tables are read."""

import re

import pytest

from tinhgon.conftest import CHECKOUT
from tinhgon.domain.structure.operations import verbs
from tinhgon.domain.structure.plan_tables.columns import COLUMNS
from tinhgon.domain.structure.plan_tables.shapes import OF_NEW, columns_for
from tinhgon.reorganisation.exchange.bringing import bringing

TEXT = (CHECKOUT / "docs/reference/plan-files.md").read_text(encoding="utf-8")
TABLES = re.findall(r"```csv\n(.*?)```", TEXT, re.DOTALL)
ROWS = re.findall(r"^\| `(\w+)` \| ([^|]+) \| [^|]+ \|$", TEXT, re.MULTILINE)
FILLED = dict(re.findall(r"^\| `([a-z-]+)` \| ([^|]+) \|$", TEXT, re.MULTILINE))
NEW = {*OF_NEW} - {"successor_name", "parent_name"}


def test_every_column_is_there_with_its_names_in_vietnamese():
    assert {name: tuple(words.split(", ")) for name, words in ROWS} == dict(COLUMNS)


def test_every_verb_is_there():
    assert {*FILLED} == {*verbs()}


@pytest.mark.parametrize("verb", sorted(verbs()))
def test_a_verb_fills_the_columns_that_are_told(verb):
    said = {*re.findall(r"`(\w+)`", FILLED[verb])}
    new = NEW if "new unit" in FILLED[verb] else set()
    in_words = {"unit_name", "successor_name", "parent_name"}

    assert said | new == columns_for(verb) - {"operation", "verb", "clause"} - in_words


@pytest.mark.parametrize("table", TABLES)
def test_its_tables_form_a_ward_of_two(package, table):
    plan = package.plans.get(code="1656-nq-ubtvqh15")

    (form,) = bringing(plan, table.encode(), "csv").said.operations

    assert (form.successor.name, form.successor.key) == ("Tây Mỗ", "TM-new")
    assert [(one.unit, one.extent) for one in form.sources] == [("DM", "part"), ("TM", "whole")]
