"""Sentences for what is wrong with the file of a plan."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext, override
from django.utils.translation import gettext as _

from tinhgon.domain.structure.plan_tables.columns import COLUMNS
from tinhgon.domain.structure.plan_tables.faults import Fault
from tinhgon.domain.structure.vocabulary import BY_VERB, TERMS
from tinhgon.registry.generic_form.words import PROBLEMS
from tinhgon.reorganisation.editing.malformed import MALFORMED
from tinhgon.ui import writing

FAULTS: Mapping[str, Promise] = {
    "too-large": gettext_lazy(
        "The file has %(size)s MB; at most %(limit)s MB are read. Bring the plan in parts."
    ),
    "too-much": gettext_lazy("Unpacked, the file is larger than %(limit)s MB."),
    "too-many-rows": gettext_lazy("The sheet has more than %(most)s rows."),
    "not-xlsx": gettext_lazy("The file is not an XLSX workbook. Save it again, or as CSV UTF-8."),
    "not-json": gettext_lazy("This is not JSON, from character %(at)s of the line on."),
    "not-yaml": gettext_lazy("This is not YAML, from character %(at)s of the line on."),
    "alias": gettext_lazy("Anchors and aliases of YAML are not read: write it out."),
    "too-deep": gettext_lazy("Nothing in a plan is nested so deep."),
    "no-kind": gettext_lazy("The file is none of these: %(known)s."),
    "missing-column": gettext_lazy("The column is missing."),
    "bad-place": gettext_lazy("“%(given)s” is not the number of an operation: write 1, 2, 3 …"),
    "bad-key": gettext_lazy(
        "“%(given)s” cannot be the key of a new unit: letters, digits and @ . _ : ~ + - only, at "
        "most 64. Leave it empty, and one is made."
    ),
    "bad-ties": gettext_lazy(
        "“%(given)s” cannot be read: write hierarchy=unit, several with ; between them."
    ),
    "rows-differ": gettext_lazy(
        "Line %(line)s says otherwise of the same operation. Rows of one number are one operation."
    ),
    "not-for-this-verb": gettext_lazy(
        "An operation “%(verb)s” says nothing here. Empty the cell, or choose another verb."
    ),
    "several-main": gettext_lazy("Another new unit is marked as the main one already."),
    "no-such-unit": gettext_lazy(
        "No unit is called “%(given)s” on the day of effect, has this code or key, or begins here."
    ),
    "no-such-unit-but": gettext_lazy(
        "No unit is called “%(given)s” on the day of effect, has this code or key, or begins here. "
        "Perhaps: %(candidates)s."
    ),
    "several-units": gettext_lazy(
        "“%(given)s” may be several units: %(candidates)s. Write the key of the one that is meant."
    ),
    "other-unit": gettext_lazy(
        "“%(given)s” is not the unit “%(key)s” beside it. Empty one of the two cells."
    ),
}


def fault_sentence(fault: Fault) -> str:
    """What is wrong and what to do, in the reader's language."""
    words = FAULTS.get(fault.code) or MALFORMED.get(fault.code) or PROBLEMS[fault.code]
    return str(words) % {**fault.facts, **_in_words(fault)}


KNOWN = {
    "verb": tuple(term.law for term in TERMS),
    "extent": ("toàn bộ", "một phần", "phần còn lại"),
    "carries": ("đất", "dân", "chức năng", "cả hai", "tất cả"),
}
"""What a cell of a column may say in Vietnamese; each is read as well as the English word."""


def _in_words(fault: Fault) -> dict[str, str]:
    """The facts of a fault that are told otherwise than they are kept."""
    said, is_vietnamese = {}, get_language() == "vi"
    if is_vietnamese and fault.code == "unknown-word" and fault.column in KNOWN:
        said["known"] = ", ".join(KNOWN[fault.column])
    if is_vietnamese and fault.facts.get("verb") in BY_VERB:
        said["verb"] = BY_VERB[str(fault.facts["verb"])].law
    more: Any = fault.facts.get("more", 0)
    if more > 0:
        words = ngettext("and %s more", "and %s more", more) % writing.count(more)
        said["candidates"] = f"{fault.facts['candidates']} {words}"
    return said


def fault_place(fault: Fault) -> str:
    """Line and column of a fault, as the file calls it; of the whole file, nothing."""
    place = []
    if fault.line:
        place.append(_("line %s") % fault.line)
    if fault.column:
        is_path = "." in fault.column
        place.append(fault.column if is_path else _("column %s") % _called(fault))
    return ", ".join(place)


def _called(fault: Fault) -> str:
    """What the file calls a column, else one of its names in the reader's language."""
    column = fault.column or ""
    words = COLUMNS.get(column, ()) if get_language() == "vi" else ()
    return fault.heading or next(iter(words), column)


def fault_words(fault: Fault) -> str:
    """Where it is wrong, what is wrong and what to do."""
    place = fault_place(fault)
    return f"{place}: {fault_sentence(fault)}" if place else fault_sentence(fault)


def fault_documents(faults: Iterable[Fault]) -> list[dict[str, Any]]:
    """Faults for programs, with their sentences in both languages."""
    return [
        {
            "line": fault.line,
            "column": fault.column,
            "code": fault.code,
            "message": {language: _in(language, fault) for language in ("vi", "en")},
        }
        for fault in faults
    ]


def _in(language: str, fault: Fault) -> str:
    with override(language):
        return fault_sentence(fault)
