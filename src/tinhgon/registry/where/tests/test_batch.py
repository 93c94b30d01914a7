"""Tables of addresses as people and spreadsheets write them."""

import io
import zipfile
from dataclasses import dataclass
from typing import Any

import pytest
from openpyxl import Workbook

from tinhgon.conftest import BEFORE, DAY
from tinhgon.registry.directory import directory
from tinhgon.registry.where.batch import Asked, BadTable, answers, read_table

ASKED = [Asked("1", "Phường Đại Mỗ, Hà Nội"), Asked("2", "Mễ Trì")]


def csv_table(*lines: str, encoding: str = "utf-8", end: str = "\n") -> bytes:
    return (end.join(lines) + end).encode(encoding)


def xlsx_table(*rows: list[Any]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def read(content: bytes, name: str = "table.csv", **options):
    return read_table(io.BytesIO(content), name, **options).asked


@pytest.mark.parametrize(
    "content",
    [
        csv_table("case_id,query", '1,"Phường Đại Mỗ, Hà Nội"', "2,Mễ Trì"),
        csv_table("case_id,query", '1,"Phường Đại Mỗ, Hà Nội"', "2,Mễ Trì", encoding="utf-8-sig"),
        csv_table("case_id,query", '1,"Phường Đại Mỗ, Hà Nội"', "2,Mễ Trì", end="\r\n"),
        csv_table("case_id;query", "1;Phường Đại Mỗ, Hà Nội", "2;Mễ Trì"),
        csv_table("case_id\tquery", "1\tPhường Đại Mỗ, Hà Nội", "2\tMễ Trì"),
        csv_table(" query , x, case_id", '"Phường Đại Mỗ, Hà Nội",,1', "", "Mễ Trì,,2", ",,"),
        csv_table("case_id,query", '1,"Phươ\u0300ng Đa\u0323i Mô\u0303, Hà Nội"', "2,Mễ Trì"),
    ],
)
def test_a_table_may_be_written_in_many_ways(content):
    assert read(content) == ASKED


def test_a_spreadsheet_is_read_from_its_first_sheet():
    content = xlsx_table(["case_id", "query"], [1, "Phường Đại Mỗ, Hà Nội"], [], [2, "Mễ Trì"])

    assert read(content, "table.XLSX") == ASKED


def test_without_a_column_of_names_rows_are_counted():
    assert read(csv_table("query", "Mễ Trì", "Tây Mỗ")) == [
        Asked("1", "Mễ Trì"),
        Asked("2", "Tây Mỗ"),
    ]


@pytest.mark.parametrize(
    "header",
    ["address", "ADDRESS", "Địa chỉ", "dia_chi", "DiaChi", "địa chỉ thường trú", "họ tên,địa chỉ"],
)
def test_a_column_of_addresses_is_recognised(header):
    line = ",".join(["Mễ Trì"] * len(header.split(",")))

    assert read(csv_table(header, line)) == [Asked("1", "Mễ Trì")]


def test_the_only_column_holds_the_addresses():
    assert read(csv_table("Nơi ở", "Mễ Trì")) == [Asked("1", "Mễ Trì")]


def test_a_column_may_be_named_in_another_encoding_of_the_same_letters():
    (one,) = read(csv_table("stt,Nơi ở", "1,Mễ Trì"), query_column="No\u031bi o\u031b\u0309")

    assert one.query == "Mễ Trì"


def test_cells_of_a_spreadsheet_are_read_in_any_encoding_of_the_same_letters():
    content = xlsx_table(["Địa chi\u0309"], ["Mê\u0303 Trì"])

    assert read(content, "table.xlsx") == [Asked("1", "Mễ Trì")]


def test_the_rows_of_a_table_are_kept_as_they_were_sent():
    table = read_table(io.BytesIO(xlsx_table(["query", "n", "ngày"], ["Mễ Trì", 3, DAY])), "a.xlsx")

    assert (table.header, table.rows) == (["query", "n", "ngày"], [["Mễ Trì", 3, DAY]])


def test_a_number_written_with_zeros_in_front_is_a_code():
    book, out = Workbook(), io.BytesIO()
    book.active.append(["query"])
    book.active.append([634])
    book.active["A2"].number_format = "00000"
    book.save(out)

    assert read(out.getvalue(), "table.xlsx") == [Asked("1", "00634")]


def test_a_row_that_ends_early_asks_nothing():
    assert read(csv_table("case_id,query", "1")) == [Asked("1", "")]


def test_as_many_rows_as_allowed_are_read():
    assert len(read(csv_table("case_id,query", "1,a", "2,b"), most=2)) == 2


@dataclass(frozen=True)
class Fault:
    """A table that cannot be answered, and why."""

    content: bytes
    code: str
    facts: dict[str, Any]
    name: str = "table.csv"
    column: str | None = None

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


def very_much():
    """A small workbook that unpacks to very much."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * 101_000_000)
    return out.getvalue()


FAULTS = [
    Fault(b"", "empty", {}),
    Fault(xlsx_table(), "empty", {}, "table.xlsx"),
    Fault(csv_table("case_id,query", "1,a"), "no-such-column",
          {"column": "mã", "found": "case_id, query"}, column="mã"),
    Fault(csv_table("case_id,where", "1,a"), "which-column", {"found": "case_id, where"}),
    Fault(csv_table("địa chỉ cũ,địa chỉ mới", "a,b"), "which-column",
          {"found": "địa chỉ cũ, địa chỉ mới"}),
    Fault(csv_table("case_id,query"), "no-rows", {}),
    Fault(csv_table("case_id,query", "", ","), "no-rows", {}),
    Fault(csv_table("case_id,query", "1,a", "2,b", "3,c"), "too-many-rows", {"most": 2}),
    Fault(csv_table("case_id,query", "1,a", "2,Hà Đông", encoding="cp1258"), "wrong-encoding",
          {"line": 3}),
    Fault(csv_table("case_id,query", "1,a", encoding="utf-16"), "wrong-encoding", {"line": 1}),
    Fault(csv_table("case_id,query", "1,a", '2,"b', "3,c"), "not-csv", {"line": 3}),
    Fault(b"not a zip", "not-xlsx", {}, "table.xlsx"),
    Fault(b"PK\x03\x04" + b"\0" * 60, "not-xlsx", {}, "table.xlsx"),
    Fault(xlsx_table(["case_id", "query"], [1, "a"])[:-200], "not-xlsx", {}, "table.xlsx"),
    Fault(xlsx_table(["case_id", "query"], [1, "=A1"]), "formula", {"line": 2}, "table.xlsx"),
    Fault(very_much(), "too-much", {"limit": 100}, "table.xlsx"),
]  # fmt: skip
"""Every code of `refusals.TABLES` is among them."""


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_table_that_cannot_be_answered_says_why(fault):
    with pytest.raises(BadTable) as refused:
        read(fault.content, fault.name, query_column=fault.column, most=2)

    assert (refused.value.code, refused.value.facts) == (fault.code, fault.facts)


def test_a_column_that_tells_rows_by_must_be_there():
    with pytest.raises(BadTable) as refused:
        read(csv_table("id,query", "1,a"), id_column="mã")

    assert refused.value.code == "no-such-column"


# --- Answers --------------------------------------------------------------------------------------


def test_an_answer_names_codes_people_and_the_unit_understood(in_effect):
    (row,) = answers(directory(), [Asked("7", "Phường Đại Mỗ, Nam Từ Liêm")], BEFORE, DAY)

    assert row == (
        "7",
        "00634;00637;09886",
        "00634;00637",
        "Phường Đại Mỗ, Quận Nam Từ Liêm, Thành phố Hà Nội (00634)",
        "exact",
    )


def test_an_answer_to_what_is_not_found_suggests(in_effect):
    (row,) = answers(directory(), [Asked("7", "Phường Đại Mỗx, Quận Hà Đông")], BEFORE, DAY)

    assert (row[1], row[2], row[4]) == ("", "", "not_found")


def test_several_units_are_parted_by_semicolons(in_effect):
    (row,) = answers(directory(), [Asked("7", "Phường Đại Mỗ")], None, DAY)

    assert row[3] == (
        "Phường Đại Mỗ, Quận Nam Từ Liêm, Thành phố Hà Nội (00634); "
        "Phường Đại Mỗ, Thành phố Hà Nội (00637)"
    )
    assert row[4] == "ambiguous"


def test_a_number_may_be_a_code_that_lost_its_zeros(in_effect):
    (row,) = answers(directory(), [Asked("1", "634", is_number=True)], BEFORE, DAY)

    assert (row[1], row[4]) == ("00634;00637;09886", "spelling")


def test_a_number_that_several_codes_may_have_been_is_ambiguous(in_effect):
    (row,) = answers(directory(), [Asked("1", "634", is_number=True)], None, DAY)

    assert row[4] == "ambiguous"


def test_the_same_figures_as_text_are_no_other_code(in_effect):
    (row,) = answers(directory(), [Asked("1", "634")], BEFORE, DAY)

    assert row[4] == "not_found"
