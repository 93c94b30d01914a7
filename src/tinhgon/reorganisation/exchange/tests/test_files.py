"""A plan as a file of each kind: what was taken along comes back; what is wrong is told."""

import io
import json
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import Workbook

from tinhgon.domain.structure.documents import plan_document
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.plan_tables.faults import Faulty
from tinhgon.domain.structure.tests import examples
from tinhgon.domain.structure.tests.strategies import plans_of_anything, structures
from tinhgon.domain.structure.tests.world import DAY
from tinhgon.reorganisation.exchange.files import KINDS, brought, file_of

EXAMPLE = Plan(code="mau", day=DAY, operations=tuple(examples.EXAMPLES.values()))


any_plan = structures().flatmap(plans_of_anything).filter(bool).map(lambda plans: plans[0])
a_few = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
"""The table by itself is tried more often where it is read: in the core."""


def faults(content, kind):
    with pytest.raises(Faulty) as refused:
        brought(content if isinstance(content, bytes) else content.encode(), kind)
    return [(one.line, one.column, one.code) for one in refused.value.faults]


def sheet(*rows):
    """A workbook of these rows."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


# --- What comes back ------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_an_operation_of_every_verb_comes_back(kind):
    assert brought(file_of(EXAMPLE, kind), kind).operations == EXAMPLE.operations


@a_few
@given(any_plan)
def test_any_plan_comes_back_through_csv(plan):
    assert brought(file_of(plan, "csv"), "csv").operations == plan.operations


@a_few
@given(any_plan)
def test_any_plan_comes_back_through_yaml(plan):
    assert brought(file_of(plan, "yaml"), "yaml").plan == plan


@a_few
@given(any_plan)
def test_any_plan_comes_back_through_json(plan):
    assert brought(file_of(plan, "json"), "json").plan == plan


def test_no_cell_is_a_formula_even_where_a_name_looks_like_one():
    plan = Plan(code="a", day=DAY, operations=(Rename(unit="DM", name='=HYPERLINK("x")'),))

    content = file_of(plan, "csv")

    assert b"'=HYPERLINK" in content
    assert brought(content, "csv").operations == plan.operations


def test_yaml_keeps_the_zeros_of_codes_and_takes_days_without_quotation_marks():
    text = "plan: a\nday: 2025-07-01\noperations:\n- {verb: recode, unit: DM, code: 00637}\n"

    assert brought(text.encode(), "yaml").operations[0].code == "00637"


def test_a_sheet_keeps_codes_that_are_shown_with_zeros():
    book = Workbook()
    book.active.append(["operation", "verb", "unit", "code"])
    book.active.append([1, "recode", "DM", 637])
    book.active["D2"].number_format = "00000"
    out = io.BytesIO()
    book.save(out)

    assert brought(out.getvalue(), "xlsx").operations[0].code == "00637"


def test_semicolons_of_a_vietnamese_spreadsheet_are_read():
    text = "Thao tác;Loại thao tác;Đơn vị;Tên\n1;đổi tên;DM;Mới\n"

    assert brought(text.encode(), "csv").operations == (Rename(unit="DM", name="Mới"),)


# --- What is wrong --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "kind", "found"),
    [
        (b"operation,verb\n1,\xe9", "csv", [(2, None, "wrong-encoding")]),
        ("operation,verb\n1,conclude,DM".encode("utf-16"), "csv", [(1, None, "wrong-encoding")]),
        (b'operation,verb\n1,"conclude', "csv", [(2, None, "not-csv")]),
        ("operation,verb,unit\n1,conclude,=A1\n", "csv", [(2, "unit", "formula")]),
        ("operation,verb,unit\n1,conclude,a\0b\n", "csv", [(2, "unit", "bad-character")]),
        (b"", "csv", [(1, "operation", "missing-column"), (1, "verb", "missing-column")]),
        (b"PK not a workbook", "xlsx", [(None, None, "not-xlsx")]),
        ('{"plan": "a",\n "day": }', "json", [(2, None, "not-json")]),
        ("[" * 100_000, "json", [(None, None, "not-json")]),
        ("[]", "json", [(1, None, "not-an-object")]),
        ("plan: a\n day: b: c", "yaml", [(2, None, "not-yaml")]),
        ("a: &x [1]\nb: *x", "yaml", [(2, None, "alias")]),
        ("[" * 5_000, "yaml", [(1, None, "too-deep")]),
        ("!!python/object:os.system {}", "yaml", [(1, None, "not-yaml")]),
        ("", "yaml", [(None, None, "not-an-object")]),
        (b"x" * 5_000_001, "csv", [(None, None, "too-large")]),
    ],
)
def test_it_is_told_with_its_place(content, kind, found):
    assert faults(content, kind) == found


@pytest.mark.parametrize("kind", ["json", "yaml"])
def test_in_a_document_the_line_and_the_path_are_told(kind):
    document = {
        **plan_document(EXAMPLE),
        "operations": [
            {"verb": "rename", "unit": "DM", "name": "Mới"},
            {"verb": "form", "successor": "TM", "sources": [{"unit": "DM", "extent": "half"}]},
        ],
    }
    text = json.dumps(document, indent=1, ensure_ascii=False)
    ((line, path, code),) = faults(text, kind)

    assert (path, code) == ("operations.1.sources.0.extent", "unknown-extent")
    assert "half" in text.splitlines()[line - 1]


@pytest.mark.parametrize(
    ("kind", "name"), [("json", "Đại\0Mỗ"), ("yaml", "Đại\0Mỗ"), ("json", "\ud800")]
)
def test_what_no_database_keeps_is_refused_with_its_place(kind, name):
    renamed = {"verb": "rename", "unit": "DM", "name": name}
    text = json.dumps({**plan_document(EXAMPLE), "operations": [renamed]}, indent=1)

    ((_line, path, code),) = faults(text, kind)

    assert (path, code) == ("operations.0.name", "bad-character")


def test_a_formula_in_a_sheet_is_refused_with_its_place():
    content = sheet(["operation", "verb", "unit"], [1, "conclude", '=A1&"x"'])

    assert faults(content, "xlsx") == [(2, "unit", "formula")]


def test_a_small_file_that_unpacks_to_very_much_is_not_unpacked():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * 101_000_000)

    assert faults(out.getvalue(), "xlsx") == [(None, None, "too-much")]
