"""A plan as a table: every plan comes back as it was; faults are told by line and column."""

import csv
import io
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.domain.structure.operations import Operation, verbs
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.plan_tables import cells
from tinhgon.domain.structure.plan_tables.columns import COLUMNS, column_of
from tinhgon.domain.structure.plan_tables.faults import MOST_FAULTS, Faulty
from tinhgon.domain.structure.plan_tables.reading import read_table
from tinhgon.domain.structure.plan_tables.shapes import SHAPES
from tinhgon.domain.structure.plan_tables.writing import HEADER, table_rows
from tinhgon.domain.structure.tests import examples
from tinhgon.domain.structure.tests.strategies import plans_of_anything, structures
from tinhgon.domain.structure.units import Unit


def records(*operations: Operation) -> list[tuple[int, list[str]]]:
    """The table of operations with its lines."""
    return list(enumerate([[*HEADER], *table_rows(operations)], 1))


def table(text: str) -> list[tuple[int, list[str]]]:
    """A table as people type it, its cells apart by |."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return list(enumerate(lines, 1))


def faults(text: str) -> list[tuple[int | None, str | None, str]]:
    """What is wrong with a table: line, column, and what."""
    with pytest.raises(Faulty) as refused:
        read_table(table(text))
    return [(one.line, one.column, one.code) for one in refused.value.faults]


# What comes back


def test_every_verb_has_its_members_in_the_table() -> None:
    members = {
        verb: {member.name for member in fields(kind)} - {"clause"}
        for verb, kind in verbs().items()
    }

    assert {verb: set(shape) for verb, shape in SHAPES.items()} == members


@pytest.mark.parametrize("verb", sorted(verbs()))
def test_the_documented_example_of_every_verb_comes_back(verb: str) -> None:
    operation = examples.EXAMPLES[verb]

    assert read_table(records(operation)).operations == (operation,)


@given(structures().flatmap(plans_of_anything))
def test_any_plan_comes_back_as_it_was(plans: list[Plan]) -> None:
    operations = [one for plan in plans for one in plan.operations]

    assert read_table(records(*operations)).operations == tuple(operations)


@given(st.text())
def test_any_text_comes_back_from_a_cell_and_is_no_formula(said: str) -> None:
    text = said.replace("\0", "")
    cell = cells.written(text)

    assert cells.text(cell) == text
    assert not cell.startswith(cells.FORMULA)


@given(st.lists(st.tuples(st.text(min_size=1), st.text(min_size=1)), max_size=3))
def test_any_ties_come_back(pairs: list[tuple[str, str]]) -> None:
    said = [(one, other) for one, other in pairs if one.strip() and other.strip()]

    assert cells.ties(cells.tied(said)) == said


def test_a_table_of_nothing_but_its_header_is_a_plan_that_says_nothing() -> None:
    assert read_table(records()).operations == ()


def test_what_units_are_called_stands_beside_their_keys() -> None:
    (row,) = table_rows([Rename(unit="DM", name="Mới")], {"DM": "Phường Đại Mỗ"}.__getitem__)

    said = dict(zip(HEADER, row, strict=True))
    assert (said["unit"], said["unit_name"], said["name"]) == ("DM", "Phường Đại Mỗ", "Mới")


@pytest.mark.parametrize("verb", sorted(verbs()))
def test_the_names_beside_keys_do_not_keep_an_operation_from_coming_back(verb: str) -> None:
    operation = examples.EXAMPLES[verb]
    rows = table_rows([operation], lambda key: f"Phường {key}")

    assert read_table(enumerate([[*HEADER], *rows], 1)).operations == (operation,)


# As people write it


def test_people_may_write_it_in_vietnamese_with_few_columns() -> None:
    read = read_table(
        table(
            """
            STT | Loại thao tác | Đơn vị kế thừa | cấp | Loại | Tên | Đơn vị | Phần lấy | Gồm
            1 | Sắp xếp thành | moi | commune | xã | Mới | DM | một phần | đất đai; dân cư
            1 | | | | | | TM | Toàn bộ | tất cả
            2 | đổi tên | | | | Khác | MT | |
            """
        )
    )

    form, rename = read.operations
    assert isinstance(form.successor, Unit)  # type: ignore[attr-defined]
    assert [one.extent for one in form.sources] == ["part", "whole"]  # type: ignore[attr-defined]
    assert sorted(form.sources[0].carries) == ["land", "people"]  # type: ignore[attr-defined]
    assert rename == Rename(unit="MT", name="Khác")


def test_operations_come_by_their_numbers_however_rows_are_sorted() -> None:
    read = read_table(
        table(
            """
            operation | verb   | unit | name
            20        | rename | MT   | Hai
            3.0       | rename | DM   | Ba
            """
        )
    )

    assert [one.name for one in read.operations] == ["Ba", "Hai"]  # type: ignore[attr-defined]


def test_what_rows_have_in_common_may_stand_in_any_of_them() -> None:
    read = read_table(
        table(
            """
            operation | verb        | unit | successor | kind | name | level
            1         | consolidate | DM   |           |      |      |
            1         |             | TM   | moi       | xã   | Mới  | commune
            """
        )
    )

    assert read.operations[0].sources == ("DM", "TM")  # type: ignore[attr-defined]


def test_columns_that_nobody_knows_are_named() -> None:
    read = read_table(table("operation | verb | unit | note\n1 | conclude | DM | why"))

    assert read.unread == ("note",)


def test_a_unit_without_a_key_is_given_one() -> None:
    read = read_table(table("operation|verb|level|kind|name\n1|establish|commune|xã|Mới"))

    assert read.operations == (Establish(unit=Unit("N-1", "commune", "xã", "Mới")),)


# What is wrong


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("unit\nDM", [(1, "operation", "missing-column"), (1, "verb", "missing-column")]),
        ("operation|verb|stt\n1|conclude|1", [(1, "operation", "column-twice")]),
        ("operation|verb\n1|dance", [(2, "verb", "unknown-word")]),
        ("operation|verb\n|conclude", [(2, "operation", "empty-cell")]),
        ("operation|verb\nfirst|conclude", [(2, "operation", "bad-place")]),
        ("operation|verb|unit\n1||DM", [(2, "verb", "empty-cell")]),
        ("operation|verb|unit\n1|conclude|", [(2, "unit", "empty-cell")]),
        ("operation|verb\n1|conclude", [(1, "unit", "missing-column")]),
        ("operation|verb|unit\n1|conclude|=1+1", [(2, "unit", "formula")]),
        ("operation|verb|unit\n1|conclude|@DM", [(2, "unit", "formula")]),
        ("operation|verb|unit\n1|conclude|DM|x", [(2, None, "wrong-cells")]),
        ("operation|verb|unit|extent\n1|conclude|DM|part", [(2, "extent", "not-for-this-verb")]),
        ("operation|verb|unit|name\n1|rename|DM|A\n1|rename|DM|B", [(3, "name", "rows-differ")]),
        (
            "operation|verb|unit|successor|extent\n1|form|DM|TM|half",
            [(2, "extent", "unknown-word")],
        ),
        (
            "operation|verb|unit|successor|main\n1|form|DM|TM|maybe",
            [(2, "main", "unknown-word")],
        ),
        (
            "operation|verb|unit|successor|carries\n1|form|DM|TM|land;soil",
            [(2, "carries", "unknown-word")],
        ),
        (
            "operation|verb|level|kind|name|latitude|ties\n1|establish|commune|xã|A|north|party",
            [(2, "ties", "bad-ties"), (2, "latitude", "bad-number")],
        ),
        ("operation|verb|kind|name\n1|establish|xã|A", [(1, "level", "missing-column")]),
        (
            "operation|verb|unit|successor\n1|absorb|DM|DM",
            [(2, None, "unit-and-itself")],
        ),
        (
            "operation|verb|unit|successor|level|kind|name|main\n"
            "1|divide|DM|a|commune|xã|A|1\n1|divide|DM|b|commune|xã|B|1",
            [(3, "main", "several-main")],
        ),
    ],
)
def test_it_is_told_with_line_and_column(text: str, found: list[object]) -> None:
    assert faults(text) == found


def test_everything_wrong_is_told_at_once_up_to_a_measure() -> None:
    lines = "\n".join(f"{number}|dance" for number in range(1, 500))

    assert len(faults(f"operation|verb\n{lines}")) == MOST_FAULTS


def test_every_name_of_a_column_is_its_own() -> None:
    called = [word for column, words in COLUMNS.items() for word in (column, *words)]

    assert [column_of(word) for word in called] == [
        column for column, words in COLUMNS.items() for _word in (column, *words)
    ]


# Through a file


@given(structures().flatmap(plans_of_anything))
def test_any_plan_comes_back_through_csv(plans: list[Plan]) -> None:
    operations = [one for plan in plans for one in plan.operations]
    file = io.StringIO(newline="")
    csv.writer(file).writerows([HEADER, *table_rows(operations)])
    file.seek(0)

    assert read_table(enumerate(csv.reader(file), 1)).operations == tuple(operations)
