"""Sentences for what can be wrong with a file of officers, posts and assignments."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from tinhgon.staff.exchange.columns import TABLES
from tinhgon.staff.exchange.faults import Fault
from tinhgon.ui import writing

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
    "not-born": gettext_lazy("%(given)s cannot be a day of birth. Look at the year again."),
    "ends-before-it-starts": gettext_lazy(
        "It ends on %(end)s, before or as it starts on %(start)s. The end is the first day after."
    ),
    "unknown-word": gettext_lazy("“%(given)s” is not known here. Write one of: %(known)s."),
    "kind-not-yet": gettext_lazy("“%(given)s” is no kind of staff on the first day of the post."),
    "unknown-unit": gettext_lazy(
        "There is no unit “%(given)s” on %(day)s. Write its key, or its code on that day."
    ),
    "not-standing": gettext_lazy("The unit “%(given)s” does not stand on %(day)s."),
    "unknown-instrument": gettext_lazy(
        "The register knows no instrument “%(given)s”. Enter it first, or leave the cell empty."
    ),
    "named-twice": gettext_lazy("%(given)s already stands in row %(row)s. Take one of them out."),
    "known-otherwise": gettext_lazy(
        "%(given)s is known already, and otherwise. Change it on its page, or take the row out."
    ),
    "not-yours": gettext_lazy(
        "You do not keep the people of %(given)s. Leave the row to those who do."
    ),
    "second-head": gettext_lazy(
        "The unit already has a post of its head in this time: %(given)s (row %(other)s)."
    ),
    "unknown-officer": gettext_lazy(
        "No officer has the number %(given)s. Add a row to the sheet of officers."
    ),
    "unknown-post": gettext_lazy("There is no post %(given)s. Add a row to the sheet of posts."),
    "post-not-standing": gettext_lazy("The post %(given)s does not stand on %(day)s."),
    "second-main-post": gettext_lazy(
        "The officer has another main post in this time: %(given)s (row %(other)s). End that first."
    ),
    "second-holder": gettext_lazy(
        "Somebody else holds this post in this time: %(given)s (row %(other)s). End that first."
    ),
    "second-acting": gettext_lazy(
        "Somebody else acts in this post in this time: %(given)s (row %(other)s). End that first."
    ),
}


def fault_sentence(fault: Fault) -> str:
    """What is wrong and what to do."""
    return str(SENTENCES[fault.code]) % _readable(fault.facts)


def fault_place(fault: Fault) -> str:
    """Sheet, row and column of a fault; nothing where it is about the whole file."""
    place = [_("sheet %s") % fault.sheet] if fault.sheet else []
    if fault.row:
        place.append(_("row %s") % fault.row)
    if fault.column:
        named = {"name": fault.column, "vietnamese": _vietnamese(fault.sheet, fault.column)}
        place.append(_("column %(name)s (%(vietnamese)s)") % named)
    return ", ".join(place)


def fault_document(fault: Fault) -> dict[str, Any]:
    """A fault for programs, with its sentence in both languages."""
    words = {}
    for language in ("vi", "en"):
        with override(language):
            words[language] = fault_sentence(fault)
    return {
        "sheet": fault.sheet,
        "row": fault.row,
        "cell": fault.cell,
        "column": fault.column,
        "code": fault.code,
        "message": words,
    }


def fault_row(fault: Mapping[str, Any]) -> list[str]:
    """A fault as a line of a list: sheet, row, cell, column and what is wrong, for the reader.

    `fault` is a document of `fault_document`.
    """
    sheet, column = fault["sheet"], fault["column"]
    sheets = {table.name: table.vietnamese for table in TABLES}
    message = fault["message"].get(get_language()) or fault["message"]["vi"]
    return [
        f"{sheet} ({sheets[sheet]})" if sheet in sheets else sheet or "",
        str(fault["row"] or ""),
        fault["cell"],
        f"{column} ({_vietnamese(sheet, column)})" if column else "",
        message,
    ]


def _vietnamese(sheet: str | None, column: str) -> str:
    """The Vietnamese heading of a column."""
    named = {(table.name, one.name): one.vietnamese for table in TABLES for one in table.columns}
    return named.get((sheet or "", column), column)


def _readable(facts: Mapping[str, object]) -> dict[str, object]:
    return {name: writing.day(v) if isinstance(v, date) else v for name, v in facts.items()}
