"""What a composition does, as a value like that of what was entered."""

from collections.abc import Iterable, Iterator, Mapping

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition
from tinhgon.registry.directory import Edge
from tinhgon.registry.rearranging import begun_under, ended_under
from tinhgon.reorganisation.rearrangement.value import Rearrangement, Under


def composed(
    composition: Composition,
    instruments: Mapping[str, int | None],
    findings: Iterable[Finding],
) -> Rearrangement:
    """What a composition does, its edges in no order; `instruments` are those of its plans."""
    return Rearrangement(
        day=composition.day,
        before=composition.before,
        after=composition.after,
        edges=tuple(_composed_edges(composition, instruments)),
        ended=ended_under(composition, instruments),
        begun=begun_under(composition, instruments),
        findings=tuple(findings),
    )


def _composed_edges(composition: Composition, instruments: Under) -> Iterator[Edge]:
    for one in composition.successions:
        yield Edge(
            one.day,
            one.predecessor,
            one.successor,
            one.extent,
            one.carries,
            one.main,
            one.verb,
            instruments.get(one.plan or ""),
            one.clause or "",
        )
