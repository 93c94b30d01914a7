"""Cells and tables as strangers write them: lenient where the meaning is clear."""

from datetime import date
from decimal import Decimal

import pytest

from tinhgon.registry.generic_form.columns import carried
from tinhgon.registry.generic_form.tables import (
    BadCell,
    Column,
    Problems,
    cell_value,
    day,
    flag,
    number,
    one_of,
    plain,
    read_table,
    text,
)

COLUMNS = {"key": Column(text(10), required=True), "valid_from": Column(day)}


@pytest.fixture
def rows(tmp_path):
    """The sound rows of a file with this content, as (line, key, valid_from)."""

    def read(content: str | bytes, problems: Problems | None = None):
        path = tmp_path / "table.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        table = read_table(path, COLUMNS, Problems() if problems is None else problems, 1)
        return [(row.line, row["key"], row["valid_from"]) for row in table]

    return read


@pytest.mark.parametrize(
    "content",
    [
        "key,valid_from\na,2025-07-01\n",
        "key,valid_from\na,2025-07-01",
        "\ufeffkey,valid_from\na,2025-07-01\n",
        "key,valid_from\r\na,2025-07-01\r\n",
        "key,valid_from\ra,2025-07-01\r",
        "KEY, Valid From \n a , 2025-07-01 \n",
        '"key","valid_from"\n"a","2025-07-01"\n',
        "valid_from,key\n2025-07-01,a\n",
        "key;valid_from\na;2025-07-01\n",
        "key\tvalid_from\na\t2025-07-01\n",
        "key,valid_from,note,note\na,2025-07-01,x,y\n",
        "key,valid_from,,\na,2025-07-01,,\n",
        "key,valid_from\na,2025-07-01\n\n,\n , \n",
    ],
)
def test_a_table_may_be_written_in_many_ways(rows, content):
    assert rows(content) == [(2, "a", date(2025, 7, 1))]


def test_a_column_that_need_not_be_there_may_be_absent(rows):
    assert rows("key\na\n") == [(2, "a", None)]


def test_lines_are_counted_as_an_editor_counts(rows):
    content = 'key,valid_from\n"a\nb",2025-07-01\n\nc,2025-07-02\n'

    assert rows(content) == [(2, "a b", date(2025, 7, 1)), (5, "c", date(2025, 7, 2))]


def test_a_quote_without_its_pair_is_told_with_the_line_it_stands_in(rows):
    problems = Problems()

    found = rows('key,valid_from\na,2025-07-01\n"b,2025-07-02\nc,2025-07-03\n', problems)

    assert [line for line, *_ in found] == [2]
    assert [(problem.line, problem.code) for problem in problems] == [(3, "not-csv")]


def test_a_column_that_nobody_reads_is_noted(rows):
    problems = Problems()

    rows("key,valid_form\na,2025-07-01\n", problems)

    assert problems.unread == [("table.csv", "valid_form")]
    assert problems == []


@pytest.mark.parametrize(
    ("read", "cell", "value"),
    [
        (text(20), "Đại  Mỗ\u00a0", "Đại Mỗ"),
        (text(20), "Da\u0323i Mo\u0302\u0303", "Dại Mỗ"),
        (text(20), "- khoản 1", "- khoản 1"),
        (day, "2025-07-01", date(2025, 7, 1)),
        (day, "2025-07-01 00:00:00", date(2025, 7, 1)),
        (day, "2025-07-01T00:00", date(2025, 7, 1)),
        (number(-90, 90, 2), "-12.345", Decimal("-12.34")),
        (number(0, 9, 2), "1.5e0", Decimal("1.50")),
        (flag, "1", True),
        (flag, "TRUE", True),
        (flag, "no", False),
        (one_of({"split_off": "split_off"}), "Split-off", "split_off"),
        (carried, "both", {"land", "people"}),
        (carried, "land;people", {"land", "people"}),
        (carried, "Land, Functions", {"land", "functions"}),
        (carried, "land;", {"land"}),
        (carried, "all", {"land", "people", "functions"}),
    ],
)
def test_a_cell_is_read_where_its_meaning_is_clear(read, cell, value):
    assert cell_value(cell, Column(read)) == value


@pytest.mark.parametrize(
    ("read", "cell", "code"),
    [
        (text(5), "Đại Mỗ", "too-long"),
        (text(20), "+84", "formula"),
        (day, "2025-07-01 12:00", "bad-date"),
        (day, "20250701", "bad-date"),
        (day, "٢٠٢٥-٠٧-٠١", "bad-date"),
        (day, "2025-06-31", "no-such-day"),
        (number(0, 9, 2), "1,5", "bad-number"),
        (number(0, 9, 2), "1_0", "bad-number"),
        (number(0, 9, 2), "Infinity", "bad-number"),
        (number(0, 9, 2), "1e99", "not-between"),
        (flag, "2", "bad-flag"),
    ],
)
def test_a_cell_is_refused_where_it_is_not(read, cell, code):
    with pytest.raises(BadCell) as refused:
        cell_value(cell, Column(read))

    assert refused.value.code == code


def test_an_empty_cell_says_nothing_unless_it_must():
    assert cell_value(" ", Column(day)) is None
    with pytest.raises(BadCell, match="empty-cell"):
        cell_value(" ", Column(day, filled=True))


def test_names_of_columns_and_words_are_compared_plainly():
    assert plain(" Valid-From ") == plain("VALID  FROM") == "valid_from"
