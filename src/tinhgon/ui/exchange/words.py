"""Sentences for what can be wrong with a file, and where; modules add those of their tables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from tinhgon.ui import writing
from tinhgon.ui.exchange.columns import Table
from tinhgon.ui.exchange.faults import Fault

SENTENCES: dict[str, Promise] = {
    "too-large": gettext_lazy("%(file)s is larger than %(limit)s MB. Split it."),
    "wrong-kind": gettext_lazy("%(file)s is of no kind that is read here: %(known)s."),
    "not-xlsx": gettext_lazy("%(file)s is no workbook, or is broken. Save it again as XLSX."),
    "too-many-rows": gettext_lazy("%(file)s has more than %(most)s rows in a sheet. Split it."),
    "wrong-encoding": gettext_lazy("%(file)s is not UTF-8. Save it as “CSV UTF-8”."),
    "not-csv": gettext_lazy(
        "From here on %(file)s is not CSV. Look for a quotation mark without its pair."
    ),
    "which-table": gettext_lazy(
        "It is not clear which table %(file)s is. Name the file or its columns after one of: "
        "%(known)s."
    ),
    "nothing": gettext_lazy("The file says nothing. Its sheets must be called: %(known)s."),
    "column-twice": gettext_lazy("The column stands twice in the header. Take one out."),
    "missing-column": gettext_lazy("The column is missing. Add it to the header."),
    "empty-cell": gettext_lazy("The cell is empty. Fill it in."),
    "formula": gettext_lazy("“%(given)s” looks like a formula. Write the value itself."),
    "bad-character": gettext_lazy("The cell holds a character that no text has. Type it anew."),
    "bad-key": gettext_lazy(
        "“%(given)s” cannot be a number: letters, digits and @ . _ : ~ + - only, at most 64."
    ),
    "too-long": gettext_lazy("The cell is longer than %(most)s characters. Shorten it."),
    "bad-day": gettext_lazy("“%(given)s” is not a day. Write 31/03/1971 or 1971-03-31."),
    "unknown-word": gettext_lazy("“%(given)s” is not known here. Write one of: %(known)s."),
    "unknown-unit": gettext_lazy(
        "There is no unit “%(given)s” on %(day)s. Write its key, or its code on that day."
    ),
    "unknown-instrument": gettext_lazy(
        "The register knows no instrument “%(given)s”. Enter it first, or leave the cell empty."
    ),
    "named-twice": gettext_lazy("%(given)s already stands in row %(row)s. Take one of them out."),
}


@dataclass(frozen=True)
class FaultWords:
    """How faults of some tables are told; `sentences` are those that only these tables have."""

    tables: Iterable[Table]
    sentences: Mapping[str, Promise]

    def sentence(self, fault: Fault) -> str:
        """What is wrong and what to do."""
        words = {**SENTENCES, **self.sentences}[fault.code]
        return str(words) % _readable(fault.facts)

    def place(self, fault: Fault) -> str:
        """Sheet, row and column of a fault; nothing where it is about the whole file."""
        place = [_("sheet %s") % fault.sheet] if fault.sheet else []
        if fault.row:
            place.append(_("row %s") % fault.row)
        if fault.column:
            vietnamese = self._vietnamese(fault.sheet, fault.column)
            named = {"name": fault.column, "vietnamese": vietnamese}
            place.append(_("column %(name)s (%(vietnamese)s)") % named)
        return ", ".join(place)

    def document(self, fault: Fault) -> dict[str, Any]:
        """A fault for programs, with its sentence in both languages."""
        words = {}
        for language in ("vi", "en"):
            with override(language):
                words[language] = self.sentence(fault)
        return {
            "sheet": fault.sheet,
            "row": fault.row,
            "cell": fault.cell,
            "column": fault.column,
            "code": fault.code,
            "message": words,
        }

    def row(self, fault: Mapping[str, Any]) -> list[str]:
        """A fault as a line of a list: sheet, row, cell, column and what is wrong, for the reader.

        `fault` is a document of `document`.
        """
        sheet, column = fault["sheet"], fault["column"]
        sheets = {table.name: table.vietnamese for table in self.tables}
        message = fault["message"].get(get_language()) or fault["message"]["vi"]
        return [
            f"{sheet} ({sheets[sheet]})" if sheet in sheets else sheet or "",
            str(fault["row"] or ""),
            fault["cell"],
            f"{column} ({self._vietnamese(sheet, column)})" if column else "",
            message,
        ]

    def _vietnamese(self, sheet: str | None, column: str) -> str:
        """The Vietnamese heading of a column."""
        headings = {(t.name, one.name): one.vietnamese for t in self.tables for one in t.columns}
        return headings.get((sheet or "", column), column)


def _readable(facts: Mapping[str, object]) -> dict[str, object]:
    return {name: writing.day(v) if isinstance(v, date) else v for name, v in facts.items()}
