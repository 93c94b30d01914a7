"""The gate: a directive is issued when all of its tasks are clear, and not before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from django.utils.timezone import localdate

from tinhgon.directives.models import Directive, Task
from tinhgon.domain.documents.directions import Unclear
from tinhgon.domain.work.clarities import Said
from tinhgon.domain.work.likeness import is_alike
from tinhgon.domain.worktime.terms import Measure, Term
from tinhgon.registry.models import Unit
from tinhgon.work.custody import issuing
from tinhgon.work.custody.issuing import Order
from tinhgon.work.refusals import Refused


@dataclass(frozen=True)
class Looked:
    """A task as it was looked at: what the text leaves open, and why it cannot be issued."""

    task: Task
    order: Order
    doubts: tuple[Unclear, ...] = ()
    refused: tuple[Refused, ...] = ()
    alike: tuple[Task, ...] = field(default=())

    @property
    def is_clear(self) -> bool:
        """Whether it can be issued as it stands."""
        return not (self.doubts or self.refused)

    @property
    def wants_a_head(self) -> bool:
        """Whether nobody can be told who does it: its one unit has no head here."""
        missing = [one for why in self.refused for one in why.facts.get("missing", ())]
        return len(self.order.leads) == 1 and any(one.said is Said.PERSON for one in missing)


def runs_of(looked: Iterable[Looked]) -> list[list[Looked]]:
    """Tasks as they are shown: those that were made of one for several units stand together."""
    return [[*run] for _of, run in groupby(looked, lambda one: (one.task.place, one.task.title))]


def places_of(looked: Iterable[Looked]) -> dict[int, int]:
    """The number under which each task is shown, by its id."""
    runs = enumerate(runs_of(looked), 1)
    return {one.task.pk: number for number, run in runs for one in run}


def looked_at(directive: Directive, at: datetime) -> list[Looked]:
    """Each task of a draft, with all that keeps it from being issued at an instant."""
    tasks = [*directive.tasks.select_related("officer")]
    units, giver = _units(tasks), directive.unit
    orders = [order_of(directive, task, units) for task in tasks]
    around = issuing.circumstances(orders, giver, localdate(at))
    return [
        Looked(
            task,
            order,
            tuple(Unclear(one) for one in task.doubts),
            tuple(issuing.refusals(order, giver, at, around)),
            tuple(one for one in tasks if _is_the_same(task, one)),
        )
        for task, order in zip(tasks, orders, strict=True)
    ]


def order_of(directive: Directive, task: Task, units: Mapping[str, Unit]) -> Order:
    """A task as a work to be given."""
    said = {**directive.clarities, **{k: v for k, v in task.clarities.items() if v.strip()}}
    return Order(
        title=task.title,
        leads=[units[key] for key in task.leads if key in units],
        contributors=[units[key] for key in task.contributors if key in units],
        officer=task.officer,
        template=directive.template,
        clarities=said,
        kind=task.kind,
        product=task.product,
        instrument=directive.instrument,
        origin="" if directive.instrument else directive.title,
        due=task.due,
        term=Term(task.number, Measure(task.measure)) if task.number else None,
    )


def _units(tasks: Iterable[Task]) -> dict[str, Unit]:
    keys = {key for task in tasks for key in (*task.leads, *task.contributors)}
    return {unit.key: unit for unit in Unit.objects.filter(key__in=keys)}


def _is_the_same(task: Task, other: Task) -> bool:
    """Whether another task of the directive gives the same to somebody else.

    Those that were made of one on purpose, which have its place, are not given twice.
    """
    if other.place == task.place or other.leads == task.leads:
        return False
    return is_alike(task.title, other.title)
