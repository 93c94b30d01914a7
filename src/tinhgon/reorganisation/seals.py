"""What enacting and taking effect wrote, one text a row, for the audit to prove it unaltered."""

from collections.abc import Iterator

from tinhgon.audit.models import Entry
from tinhgon.audit.record import seals_rows
from tinhgon.registry.seals import rows_recorded_at
from tinhgon.reorganisation.continuity.sealing import moved_rows


@seals_rows("plan.enacted")
@seals_rows("plan.withdrawn")
def _entered(entry: Entry) -> Iterator[str]:
    return rows_recorded_at(entry.at)


@seals_rows("plan.took-effect")
def _moved(entry: Entry) -> Iterator[str]:
    return moved_rows(entry.facts["moved"])
