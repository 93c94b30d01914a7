"""Sentences for what can be wrong with a register that is loaded, corrected or asked."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from tinhgon.registry.batch import BadTable
from tinhgon.registry.generic_form.tables import Problem

PROBLEMS: dict[str, Promise] = {
    "missing-file": gettext_lazy("The file is missing from the folder %(folder)s."),
    "too-large": gettext_lazy(
        "The file has %(size)s MB; at most %(limit)s MB are read. Split it, or raise "
        "TINHGON_LOAD_LIMIT_MB."
    ),
    "wrong-encoding": gettext_lazy(
        "The byte %(byte)s is not UTF-8. Save the file as “CSV UTF-8” and load it again."
    ),
    "not-csv": gettext_lazy(
        "This is not CSV: %(reason)s. Look for a quotation mark without its pair."
    ),
    "missing-column": gettext_lazy("The column is missing. Found: %(found)s."),
    "column-twice": gettext_lazy("The column stands twice in the header."),
    "wrong-cells": gettext_lazy(
        "The row has %(given)s cells and the header %(wanted)s. Put quotation marks around commas."
    ),
    "empty-cell": gettext_lazy("The cell is empty and must not be."),
    "bad-character": gettext_lazy("The cell holds a character that no text has (NUL)."),
    "formula": gettext_lazy(
        "“%(given)s” looks like a spreadsheet formula. Store the value itself, not the formula."
    ),
    "too-long": gettext_lazy("The cell is longer than %(most)s characters."),
    "bad-date": gettext_lazy("“%(given)s” is not a day: write 2025-07-01."),
    "no-such-day": gettext_lazy("%(given)s is not in the calendar."),
    "bad-number": gettext_lazy("“%(given)s” is not a number: write 12.5."),
    "bad-flag": gettext_lazy("“%(given)s” is neither 1 nor 0."),
    "bad-key": gettext_lazy(
        "“%(given)s” cannot be a key: letters, digits and @ . _ : - only, at most 64."
    ),
    "bad-telephone": gettext_lazy("“%(given)s” is not a telephone number."),
    "bad-email": gettext_lazy("“%(given)s” is not an e-mail address."),
    "bad-website": gettext_lazy("“%(given)s” is not an address that begins with https://."),
    "bad-hours": gettext_lazy(
        "“%(given)s” cannot be read: write Mo-Fr 08:00-11:30,13:30-17:00; Sa 08:00-11:30."
    ),
    "not-standing": gettext_lazy("The unit does not stand throughout: not on %(day)s."),
    "unknown-word": gettext_lazy("“%(given)s” is not known here. Known: %(known)s."),
    "ends-before-it-starts": gettext_lazy(
        "The period ends (%(end)s) before it starts (%(start)s). The end is the first day after."
    ),
    "named-twice": gettext_lazy("%(given)s already stands in line %(line)s."),
    "overlap": gettext_lazy(
        "The period of %(given)s overlaps the one in line %(line)s. End that one first."
    ),
    "already-registered": gettext_lazy(
        "%(given)s is already registered in this period. Correct it instead of loading it again."
    ),
    "unknown-level": gettext_lazy(
        "The jurisdiction file has no level “%(given)s”. It has: %(known)s."
    ),
    "unknown-kind": gettext_lazy(
        "The jurisdiction file has no kind “%(given)s” at this level. It has: %(known)s."
    ),
    "code-shape": gettext_lazy(
        "“%(given)s” is not a code of this level (%(shape)s). Leading zeros must stay."
    ),
    "code-taken": gettext_lazy("The code %(given)s is borne by %(other)s in the same period."),
    "unknown-parent": gettext_lazy("The parent %(given)s is neither in the file nor registered."),
    "parent-gone": gettext_lazy("The parent %(given)s does not stand for the whole period."),
    "level-order": gettext_lazy("The parent %(given)s (%(level)s) is not of a higher level."),
    "cycle": gettext_lazy("The units stand below one another in a circle: %(given)s."),
    "unknown-instrument": gettext_lazy("The instrument %(given)s is not in instruments.csv."),
    "unknown-predecessor": gettext_lazy("The predecessor %(given)s is not a unit of units.csv."),
    "unknown-successor": gettext_lazy("The successor %(given)s is not a unit of units.csv."),
    "predecessor-not-standing": gettext_lazy(
        "The predecessor %(given)s does not stand on %(day)s."
    ),
    "successor-not-standing": gettext_lazy("The successor %(given)s does not stand on %(day)s."),
    "unknown-hierarchy": gettext_lazy(
        "The jurisdiction file has no hierarchy “%(given)s”. It has: %(known)s."
    ),
    "unknown-unit": gettext_lazy("There is no unit %(given)s."),
}

TABLES: dict[str, Promise] = {
    "no-such-column": gettext_lazy("There is no column “%(column)s”. Found: %(found)s."),
    "too-many-rows": gettext_lazy(
        "The table has more than %(most)s rows. Split it, or use the command `tinhgon registry "
        "lookup`, which takes any number."
    ),
    "no-rows": gettext_lazy("The table has a header and nothing below it."),
    "wrong-encoding": gettext_lazy(
        "Line %(line)s is not UTF-8. Save the file as “CSV UTF-8” and choose it again."
    ),
    "not-csv": gettext_lazy(
        "This is not CSV from line %(line)s on. Look for a quotation mark without its pair."
    ),
    "not-xlsx": gettext_lazy("The file cannot be read as XLSX. Save it anew, or as CSV UTF-8."),
    "formula": gettext_lazy(
        "Row %(line)s holds a formula. Store the values themselves: copy, then paste as values."
    ),
}

JURISDICTION: dict[str, Promise] = {
    "missing": gettext_lazy("This member is missing."),
    "not-a-mapping": gettext_lazy("This must be a mapping of names to values."),
    "not-a-text": gettext_lazy("This must be a text."),
    "not-a-pattern": gettext_lazy("This is not a regular expression."),
    "not-a-date": gettext_lazy("“%(given)s” is not a day: write 2025-07-01."),
    "not-words": gettext_lazy("Words must be a text, or a text for each language."),
    "unknown-aspect": gettext_lazy("Not known here. Known: %(known)s."),
    "unknown-mark": gettext_lazy("Not a mark. Known: %(known)s."),
    "ends-before-it-starts": gettext_lazy("The period ends before it starts."),
    "no-name-in-form": gettext_lazy("The form must contain {name}."),
}


def problem_words(problem: Problem) -> str:
    """What is wrong, where, and what to do, in the reader's language."""
    words = str(PROBLEMS[problem.code]) % dict(problem.facts)
    return f"{problem_place(problem)}: {words}"


def table_words(wrong: BadTable) -> str:
    """Why a table of addresses cannot be answered, and what to do."""
    return str(TABLES[wrong.code]) % wrong.facts


def problem_place(problem: Problem) -> str:
    """File, line and column of a problem."""
    place = [problem.file]
    if problem.line:
        place.append(_("line %s") % problem.line)
    if problem.column:
        place.append(_("column %s") % problem.column)
    return ", ".join(place)


def problem_document(problem: Problem) -> dict[str, Any]:
    """A problem for programs, with its sentence in both languages."""
    words = {}
    for language in ("vi", "en"):
        with override(language):
            words[language] = str(PROBLEMS[problem.code]) % dict(problem.facts)
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "message": words,
    }
