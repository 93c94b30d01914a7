"""Sentences for what can be wrong with a register that is loaded, and with its jurisdiction."""

import re
from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override

from tinhgon.domain.jurisdiction_file import Unreadable
from tinhgon.registry.generic_form.tables import Problem

PROBLEMS: dict[str, Promise] = {
    "missing-file": gettext_lazy(
        "The file is missing from the folder %(folder)s. If there is nothing to say, write its "
        "header alone."
    ),
    "no-rows": gettext_lazy("The file has a header and no rows: there is nothing to load."),
    "too-large": gettext_lazy(
        "The file has %(size)s MB; at most %(limit)s MB are read. Split it, or raise "
        "TINHGON_LOAD_LIMIT_MB."
    ),
    "wrong-encoding": gettext_lazy(
        "The byte %(byte)s is not UTF-8. Save the file as “CSV UTF-8” and load it again."
    ),
    "not-csv": gettext_lazy(
        "From this line on the file is not CSV. Look for a quotation mark without its pair."
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
    "not-between": gettext_lazy("%(given)s is not between %(least)s and %(most)s."),
    "bad-flag": gettext_lazy("“%(given)s” is neither 1 nor 0."),
    "bad-key": gettext_lazy(
        "“%(given)s” cannot be a key: letters, digits and @ . _ : ~ + - only, at most 64."
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
    "which-instrument": gettext_lazy(
        "Several registered instruments bear the number %(given)s. List the one that is meant in "
        "instruments.csv, with the day it was issued."
    ),
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
    "nothing-to-correct": gettext_lazy("Nothing was given: say what is right, and give a reason."),
    "changed-since": gettext_lazy(
        "Somebody else has changed this unit since you looked at it. Look again: what they wrote "
        "is not overwritten."
    ),
}

JURISDICTION: dict[str, Promise] = {
    "missing": gettext_lazy("This member is missing."),
    "not-a-mapping": gettext_lazy("This must be a mapping of names to values."),
    "not-a-list": gettext_lazy("This must be a list."),
    "not-a-list-of-texts": gettext_lazy("This must be a list of texts."),
    "not-a-boolean": gettext_lazy("This must be true or false."),
    "not-one-character": gettext_lazy("Only single characters may stand here."),
    "not-a-text": gettext_lazy("This must be a text. Put quotation marks around it."),
    "not-a-pattern": gettext_lazy("This is not a regular expression."),
    "not-a-date": gettext_lazy("“%(given)s” is not a day: write 2025-07-01."),
    "not-words": gettext_lazy("Words must be a text, or a text for each language."),
    "not-a-replacement": gettext_lazy("This names a group that the expression does not have."),
    "unknown-member": gettext_lazy("There is no such member. There are: %(known)s."),
    "unknown-level": gettext_lazy("There is no such level. There are: %(known)s."),
    "unknown-aspect": gettext_lazy("Not known here. Known: %(known)s."),
    "unknown-bloc": gettext_lazy("There is no such bloc. There are: %(known)s."),
    "no-areas": gettext_lazy("No level holds land or people, so nobody would live anywhere."),
    "unknown-per": gettext_lazy("Not known here. Known: %(known)s."),
    "not-a-share": gettext_lazy(
        "Write a whole number from 0 to 99: more than so many of a hundred."
    ),
    "unknown-mark": gettext_lazy("Not a mark. Known: %(known)s."),
    "ends-before-it-starts": gettext_lazy("The period ends before it starts."),
    "no-name-in-form": gettext_lazy(
        "The form must contain {name}, may contain {kind}, and nothing else in braces."
    ),
    "unknown-role": gettext_lazy("There is no body of this role here. There are: %(known)s."),
    "unknown-body-kind": gettext_lazy("This level has no such kind of body. It has: %(known)s."),
    "unknown-hierarchy": gettext_lazy("There is no such hierarchy. There are: %(known)s."),
    "unknown-base": gettext_lazy("There is no such base of a target. There are: %(known)s."),
    "unknown-rank": gettext_lazy("There is no such rank of a post. There are: %(known)s."),
    "unknown-kind": gettext_lazy("There is no such kind of staff. There are: %(known)s."),
    "not-a-count": gettext_lazy("Write a whole number, 0 or more."),
    "not-an-age": gettext_lazy("“%(given)s” is not an age: write 61y6m or 57y."),
    "not-in-order": gettext_lazy("Write at least one step, the earliest first, each with its day."),
}


def sentence(code: str, facts: Mapping[str, Any]) -> str:
    """What is wrong and what to do, in the reader's language."""
    readable = {**facts, "shape": _shape(facts["shape"])} if "shape" in facts else facts
    return str(PROBLEMS[code]) % readable


def _shape(pattern: str) -> str:
    """The shape of a code: so many digits, as it nearly always is, else the expression itself."""
    digits = re.fullmatch(r"\\d\{(\d+)\}", pattern)
    if not digits:
        return pattern
    return ngettext("%s digit", "%s digits", int(digits[1])) % digits[1]


def problem_words(problem: Problem) -> str:
    """What is wrong, where, and what to do, in the reader's language."""
    return f"{problem_place(problem)}: {sentence(problem.code, problem.facts)}"


def jurisdiction_words(wrong: Unreadable) -> str:
    """Where a jurisdiction file is wrong, and why."""
    return f"{wrong.path}: {JURISDICTION[wrong.code] % wrong.facts}"


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
            words[language] = sentence(problem.code, problem.facts)
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "message": words,
    }
