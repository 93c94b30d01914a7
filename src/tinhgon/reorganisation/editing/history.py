"""The edits of a draft in words, and where an operation has come to stand after others edited."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tinhgon.domain.structure.documents import read_operation
from tinhgon.domain.structure.operations import Operation
from tinhgon.reorganisation.editing.checks import names_in
from tinhgon.reorganisation.editing.drafted import Drafted
from tinhgon.reorganisation.models import Edit, Package, Plan
from tinhgon.reorganisation.naming import Names
from tinhgon.reorganisation.operations.sentences import operation_text
from tinhgon.ui import writing

MOST_SHOWN = 10


@dataclass(frozen=True)
class Meanwhile:
    """An edit by somebody: by whom, when, in which plan, and what was done."""

    by: str
    at: datetime
    plan: str
    says: str


def meanwhile(draft: Drafted, package: Package, edition: int) -> list[Meanwhile]:
    """What was edited after an edition, the latest first; one query."""
    edits = package.edits.filter(edition__gt=edition).select_related("plan").order_by("-edition")
    return [
        Meanwhile(edit.by_name, edit.at, edit.plan.title, edit_words(edit, draft))
        for edit in edits[:MOST_SHOWN]
    ]


def quicker(package: Package, edition: int, reader: Any) -> str:
    """Who edited after an edition, for whoever did not see it: others, or they themselves."""
    by = {*package.edits.filter(edition__gt=edition).values_list("by", flat=True)}
    if not by:
        return _("The draft was edited meanwhile")
    if by == {reader.pk}:
        return _("You have edited the draft meanwhile, in another window")
    return _("Somebody else has edited the draft meanwhile")


def edit_words(edit: Edit, draft: Drafted) -> str:
    """What an edit did: the operation that was added, taken out or changed, or how many."""
    before, after = _read(edit.before), _read(edit.after)
    names = names_in(draft, [*before, *after])
    if _is_moved(edit):
        return _("The order was changed: %s") % _first_moved(edit, names)
    if not before and len(after) == 1:
        return _("Added: %s") % operation_text(after[0], names)
    if not after and len(before) == 1:
        return _("Taken out: %s") % operation_text(before[0], names)
    if len(before) == len(after) == 1:
        return _("Changed: %s") % operation_text(after[0], names)
    return _many(len(before), len(after))


def _is_moved(edit: Edit) -> bool:
    """Whether the same operations only stand in another order."""
    return len(edit.before) > 1 and sorted(map(repr, edit.before)) == sorted(map(repr, edit.after))


def _first_moved(edit: Edit, names: Names) -> str:
    """The operation that was put elsewhere: the first or the last of those that changed places."""
    moved = edit.before[0] if edit.before[0] == edit.after[-1] else edit.before[-1]
    return operation_text(read_operation(moved), names)


def _many(before: int, after: int) -> str:
    told = [
        ngettext("%s operation taken out", "%s operations taken out", before)
        % writing.count(before),
        ngettext("%s operation put in", "%s operations put in", after) % writing.count(after),
    ]
    return ", ".join(words for words, many in zip(told, (before, after), strict=True) if many)


def _read(documents: Iterable[object]) -> list[Operation]:
    return [read_operation(document) for document in documents]


def followed(plan: Plan, place: int, edition: int) -> int | None:
    """Where the operation stands that stood at a place in an edition; None where it is gone."""
    found: int | None = place
    for edit in plan.edits.filter(edition__gt=edition).order_by("edition"):
        found = _after(edit, found) if found is not None else None
    return found


def _after(edit: Edit, place: int) -> int | None:
    removed, put = len(edit.before), len(edit.after)
    if place < edit.place:
        return place
    if place >= edit.place + removed:
        return place + put - removed
    stood = edit.before[place - edit.place]
    again = [number for number, one in enumerate(edit.after) if one == stood]
    if again:
        return edit.place + again[0]
    return place if removed == put else None


def undoable(package: Package) -> Edit | None:
    """The edit that an undo would take back; one query."""
    kept = package.edits.filter(undoes=None, undone_by=None).select_related("plan")
    return kept.order_by("-edition").first()
