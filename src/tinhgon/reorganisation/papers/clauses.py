"""Where each operation stands in its instrument (điều, khoản): as it is cited, else in turn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.packages import Plan
from tinhgon.registry.instrument.consequences import natural
from tinhgon.reorganisation.papers.layout import Clause

CONCLUDE = "conclude"


@dataclass(frozen=True)
class Placed:
    """An operation in an article and an item of it; `cited` is how a paper cites that place."""

    operation: Operation
    article: int
    item: str
    cited: str


def placed(plan: Plan, clause: Clause) -> list[Placed]:
    """The operations of a plan in the order of their clauses.

    Those without a clause that can be read follow in the last article, numbered on.
    """
    known = [_known(one, clause) for one in plan.operations]
    found = [one for one in known if one]
    article = max((one.article for one in found), default=1)
    items = (one.item for one in found if one.article == article)
    last = max((int(item) for item in items if item.isdigit()), default=0)
    others = (one for one, place in zip(plan.operations, known, strict=True) if place is None)
    found += _numbered_on(others, article, last, clause)
    return sorted(found, key=lambda one: (one.article, natural(one.item)))


def _known(operation: Operation, clause: Clause) -> Placed | None:
    place = clause.place(operation.clause or "")
    return Placed(operation, *place, operation.clause or "") if place else None


def _numbered_on(
    operations: Iterable[Operation], article: int, last: int, clause: Clause
) -> Iterator[Placed]:
    """Each in an item of its own, but those that only conclude together in the last."""
    given = list(operations)
    others = [one for one in given if one.verb != CONCLUDE]
    ends = [one for one in given if one.verb == CONCLUDE]
    items = [*range(last + 1, last + len(others) + 1), *[last + len(others) + 1] * len(ends)]
    for one, item in zip((*others, *ends), items, strict=True):
        yield Placed(one, article, str(item), one.clause or clause.at(article, item))
