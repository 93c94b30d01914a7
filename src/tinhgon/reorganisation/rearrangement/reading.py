"""What a package does, read from where it is kept, and kept in memory.

Once it is entered this is read from the register as it was known just before and at that instant:
no later correction changes what a package did. What is only drafted is composed.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from django.db import connection

from tinhgon.audit.record import newest
from tinhgon.domain.structure import rules
from tinhgon.domain.structure.documents import read_finding
from tinhgon.domain.structure.units import Structure
from tinhgon.registry.directory import Edge, edges_where
from tinhgon.registry.queries import as_instant, revision, structure
from tinhgon.registry.rearranging import begun_at, ended_at
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.queries import compose
from tinhgon.reorganisation.rearrangement.composing import composed
from tinhgon.reorganisation.rearrangement.judging import chosen_for, of_norms
from tinhgon.reorganisation.rearrangement.value import Rearrangement
from tinhgon.temporal.bulk import collecting_later

MOST_KEPT = 6
"""So many packages stay in memory, those asked for last."""


def rearrangement(package: Package) -> Rearrangement:
    """What a package did, or would do; at most two small queries where it is in memory already."""
    database = str(connection.settings_dict["NAME"])
    if hasattr(package, "enactment"):
        return _entered(database, package.pk, package.day, package.enactment.at)
    return _judged(database, package.pk, revision(), package.edition, newest())


@lru_cache(maxsize=MOST_KEPT)
def _entered(database: str, id: int, day: date, at: datetime) -> Rearrangement:
    package = Package.objects.select_related("enactment").get(pk=id)
    just_before = at - timedelta(microseconds=1)
    with collecting_later():
        before, after = structure(day, just_before), structure(day, at)
        edges = edges_where("t.recorded_from = %(at)s", at=as_instant(at))
    ended = ended_at(at, day)
    return Rearrangement(
        day=day,
        before=before,
        after=after,
        edges=_in_order(edges, before, after),
        ended={unit.key: ended.get(unit.key) for unit in before if unit.key not in after},
        begun=begun_at(at, day),
        findings=tuple(read_finding(one) for one in package.enactment.findings),
    )


@lru_cache(maxsize=MOST_KEPT)
def _drafted(database: str, id: int, revision: int, edition: int) -> Rearrangement:
    package = Package.objects.get(pk=id)
    composition = compose(package)
    done = composed(composition, instruments_of(package), rules.findings(composition))
    return replace(done, edges=_in_order(done.edges, done.before, done.after))


@lru_cache(maxsize=MOST_KEPT)
def _judged(database: str, id: int, revision: int, edition: int, newest: str) -> Rearrangement:
    """With what norms find of it: that may turn with every act, as posts and people come and go."""
    done = _drafted(database, id, revision, edition)
    found = [*done.findings, *of_norms(done, chosen_for(id))]
    return replace(done, findings=tuple(rules.in_order(found)))


def as_it_stands(package: Package) -> Rearrangement:
    """What a draft would do as it stands now, without findings, its edges in no order.

    It is kept nowhere: whoever asks in the middle of an edit may yet take that back.
    """
    package = Package.objects.get(pk=package.pk)
    return composed(compose(package), instruments_of(package), ())


def instruments_of(package: Package) -> dict[str, int | None]:
    """The id of the instrument of each plan, by the plan's code."""
    return dict(package.plans.values_list("code", "instrument"))


def _in_order(edges: Iterable[Edge], before: Structure, after: Structure) -> tuple[Edge, ...]:
    """Successions in order of the codes of old and new units."""

    def place(edge: Edge) -> tuple[str, ...]:
        old, new = before.get(edge.predecessor), after.get(edge.successor)
        codes = ((unit.code or "") if unit else "" for unit in (old, new))
        return (*codes, edge.predecessor, edge.successor, edge.extent)

    return tuple(sorted(edges, key=place))
