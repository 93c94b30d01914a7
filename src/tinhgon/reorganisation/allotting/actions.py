"""Deciding who answers afterwards for what hangs on a unit that ends."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils import timezone

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.reorganisation import workflow
from tinhgon.reorganisation.allotting.rows import there
from tinhgon.reorganisation.continuity.table import inherited
from tinhgon.reorganisation.keeping import person
from tinhgon.reorganisation.models import Allotment, Package, State
from tinhgon.reorganisation.queries import held
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.rearrangement.value import Rearrangement


class NothingToAllot(Exception):
    """The unit does not end by the package, or the relation is none that moves."""

    def __init__(self, relation: str, unit: str) -> None:
        super().__init__(f"{relation} of {unit}")
        self.relation, self.unit = relation, unit


class NoHeir(Exception):
    """What is to answer afterwards does not stand then."""

    def __init__(self, unit: str) -> None:
        super().__init__(unit)
        self.unit = unit


class NotItsRows(Exception):
    """Rows that do not hang on the unit by the relation, or are named twice."""

    def __init__(self, unit: str, rows: Iterable[int]) -> None:
        self.unit, self.rows = unit, tuple(rows)
        super().__init__(f"{unit}: {self.rows}")


@act
def allot(
    package: Package,
    *,
    by: Actor,
    on: date,
    relation: str,
    unit: str,
    heir: str,
    reason: str,
    named: Mapping[str, Iterable[int]] | None = None,
) -> Allotment:
    """Give all that hangs on a unit by a relation to one heir, but for rows named one by one.

    `relation` is a name of `continuity.table`; `named` gives ids of its rows by heir, none of an
    account. A later decision takes the place of an earlier one. Raises `workflow.Refused` between
    seal and enactment, `NothingToAllot`, `NoHeir` and `NotItsRows`.
    """
    package = held(package)
    if package.state is not State.ENACTED:  # what turns up after it must find somebody too
        workflow.check(package, "edit")
    singly = {key: sorted(rows) for key, rows in (named or {}).items()}
    _check(rearrangement(package), relation, unit, [heir, *singly])
    _check_rows(package, relation, unit, [row for rows in singly.values() for row in rows])
    at = timezone.now()
    said = {"heir": heir, "named": singly, "reason": reason.strip()}
    made, _new = Allotment.objects.update_or_create(
        package=package,
        relation=relation,
        unit=unit,
        defaults={**said, **person(by), "at": at, "on": on},
    )
    record(
        "plan.allotted",
        by=by,
        target=package.chain,
        at=at,
        on=on.isoformat(),
        relation=relation,
        unit=unit,
        **said,
    )
    return made


def _check(done: Rearrangement, relation: str, unit: str, heirs: list[str]) -> None:
    if relation not in inherited() or unit not in done.ended:
        raise NothingToAllot(relation, unit)
    for heir in heirs:
        if heir not in done.after:
            raise NoHeir(heir)


def _check_rows(package: Package, relation: str, unit: str, named: Sequence[int]) -> None:
    """What is given away one by one hangs on this unit, and goes to one heir."""
    known = there(relation, unit, package.day, named)
    strange = {row for row, many in Counter(named).items() if many > 1 or row not in known}
    if strange:
        raise NotItsRows(unit, sorted(strange))
