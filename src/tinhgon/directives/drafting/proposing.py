"""What is read in a text, as drafts of tasks to be looked at."""

from collections.abc import Iterator
from datetime import date

from tinhgon.directives.models import Directive, Task
from tinhgon.documents.units import register_on
from tinhgon.domain.documents.directions import Draft, Unclear, read_directions
from tinhgon.domain.documents.directions.drafts import Agency, Due, DueKind
from tinhgon.domain.worktime.terms import Measure

MOST_READ = 200
"""So many tasks are drafted out of one text."""

COUNTED = {
    "days": (1, Measure.DAYS),
    "weeks": (7, Measure.DAYS),
    "working-days": (1, Measure.WORKING_DAYS),
    "months": (1, Measure.MONTHS),
}
"""Terms that can be kept as they are said."""

SEEN_ANYWAY = {Unclear.NO_LEAD, Unclear.SEVERAL_LEADS, Unclear.NO_DEADLINE}
"""What a task shows by itself, as long as it is so."""


def proposed(directive: Directive) -> list[Task]:
    """The tasks that can be read in the text of a directive, in its order; not saved."""
    register = register_on(directive.day, directive.unit.key)
    drafts = read_directions(directive.text, register=register, on=directive.day)
    return [_task(directive, place, one) for place, one in enumerate(drafts[:MOST_READ], 1)]


def _task(directive: Directive, place: int, draft: Draft) -> Task:
    number, measure = _term(draft.due)
    what = draft.what.strip()[:500]
    return Task(
        directive=directive,
        place=place,
        title=what[:1].upper() + what[1:],
        product=(draft.product or "")[:500],
        leads=[*_keys(draft.leads)],
        contributors=[*_keys(draft.contributors)],
        due=_day(draft.due),
        number=number,
        measure=measure,
        doubts=[*_doubts(draft, number)],
        start=draft.span.start,
        end=draft.span.end,
    )


def _keys(agencies: tuple[Agency, ...]) -> Iterator[str]:
    """The units that are meant beyond doubt, each once."""
    yield from dict.fromkeys(one.known[0].key for one in agencies if len(one.known) == 1)


def _day(due: Due | None) -> date | None:
    return due.last if due and due.kind is DueKind.DAY else None


def _term(due: Due | None) -> tuple[int | None, str]:
    if due is None or due.kind is not DueKind.AFTER or due.unit not in COUNTED or not due.count:
        return None, ""
    times, measure = COUNTED[due.unit]
    return times * due.count, measure.value


def _doubts(draft: Draft, number: int | None) -> Iterator[str]:
    yield from (one.value for one in draft.unclear if one not in SEEN_ANYWAY)
    counted = draft.due and draft.due.kind in (DueKind.AFTER, DueKind.EVERY)
    if counted and number is None and Unclear.DEADLINE_IN_WORDS not in draft.unclear:
        yield Unclear.DEADLINE_IN_WORDS.value
