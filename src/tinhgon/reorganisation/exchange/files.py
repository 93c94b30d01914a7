"""A plan as a file and back, in each form."""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.plan_tables.faults import Fault, Faulty
from tinhgon.domain.structure.plan_tables.lookup import AsWritten, LookUp
from tinhgon.domain.structure.plan_tables.reading import read_table
from tinhgon.domain.structure.plan_tables.writing import HEADER, Called, table_rows
from tinhgon.reorganisation.exchange.documents import json_text, read_json, read_yaml, yaml_text
from tinhgon.reorganisation.exchange.sheets import sheet_records
from tinhgon.ui.spreadsheets import BYTE_ORDER_MARK, XLSX, NotCsv, read_csv, xlsx_bytes

LIMIT_MB = 5
"""The largest file that is read."""

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": XLSX,
    "yaml": "application/yaml; charset=utf-8",
    "json": "application/json; charset=utf-8",
}
"""The forms of a file by its ending, with what the web calls them."""

ENDINGS = {**{kind: kind for kind in KINDS}, "yml": "yaml"}


@dataclass(frozen=True)
class Brought:
    """What a file says: the operations; the plan that a document names; columns not read."""

    operations: tuple[Operation, ...]
    plan: Plan | None = None
    unread: tuple[str, ...] = ()


def file_of(plan: Plan, kind: str, called: Called = lambda key: "") -> bytes:
    """A plan as a file of one of `KINDS`; in tables, units are named beside their keys."""
    if kind == "xlsx":
        return xlsx_bytes(HEADER, table_rows(plan.operations, called))
    if kind == "csv":
        out = io.StringIO(newline="")
        csv.writer(out).writerows([HEADER, *table_rows(plan.operations, called)])
        return (BYTE_ORDER_MARK + out.getvalue()).encode()
    text = yaml_text(plan) if kind == "yaml" else json_text(plan)
    return text.encode()


def brought(content: bytes, kind: str, look_up: LookUp = AsWritten) -> Brought:
    """What a file of one of `KINDS` says. Raises `Faulty`."""
    if len(content) > LIMIT_MB * 1_000_000:
        size = -(-len(content) // 1_000_000)
        raise Faulty([Fault(None, None, "too-large", {"size": size, "limit": LIMIT_MB})])
    if kind in DOCUMENTS:
        plan = DOCUMENTS[kind](_decoded(content))
        return Brought(plan.operations, plan)
    records = sheet_records(content) if kind == "xlsx" else _csv_records(content)
    read = read_table(records, look_up)
    return Brought(read.operations, unread=read.unread)


DOCUMENTS: dict[str, Callable[[str], Plan]] = {"yaml": read_yaml, "json": read_json}


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = content[: wrong.start].count(b"\n") + 1
        byte = f"0x{content[wrong.start]:02x}"
        raise Faulty([Fault(line, None, "wrong-encoding", {"byte": byte})]) from None


def _csv_records(content: bytes) -> Iterator[tuple[int, list[str]]]:
    try:
        yield from read_csv(io.StringIO(_decoded(content), newline=""))
    except NotCsv as wrong:
        raise Faulty([Fault(wrong.line, None, "not-csv")]) from None
