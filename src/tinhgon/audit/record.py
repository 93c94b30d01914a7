"""Writing the record, and proving that nobody has rewritten it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from django.db import connection
from django.db.models import Exists, OuterRef
from django.utils import timezone

from tinhgon.audit.hashing import FIRST, as_stored, digest, instant, merkle_root
from tinhgon.audit.models import Entry


class Actor(Protocol):
    """Whoever answers for an act."""

    @property
    def audit_name(self) -> str: ...


Leaves = Callable[[Entry], Iterable[str]]
_leaves: dict[str, Leaves] = {}

BATCH = 1000


def seals_rows(act: str) -> Callable[[Leaves], Leaves]:
    """Name the function that reads back the rows which a bulk act wrote, one text each."""

    def register(leaves: Leaves) -> Leaves:
        _leaves[act] = leaves
        return leaves

    return register


def record(
    act: str,
    *,
    by: Actor,
    target: str,
    chain: str | None = None,
    at: datetime | None = None,
    rows: Iterable[str] | None = None,
    **facts: Any,
) -> Entry:
    """Write one act into its chain (by default that of its target), within the act's transaction.

    `rows` are the texts of what a bulk act wrote; their Merkle root is kept and can be proved.
    """
    count, root = merkle_root(rows) if rows is not None else (None, None)
    entry = Entry(
        **_following(chain or target),
        at=at or timezone.now(),
        actor=by.audit_name,
        act=act,
        target=target,
        facts=as_stored(facts),
        rows=count,
        root=root,
    )
    entry.digest = _digest(entry)
    entry.save(force_insert=True)
    return entry


@dataclass(frozen=True)
class Told:
    """One of several acts that are recorded at once: what was done to what."""

    act: str
    target: str
    facts: Mapping[str, Any]
    at: datetime | None = None


def record_each(told: Sequence[Told], *, by: Actor) -> None:
    """Write acts upon several things, one entry each in the chain of its target.

    As many queries as for one; no target is named twice. A chain that nobody began needs no hold:
    its first place is taken once.
    """
    now, last = timezone.now(), _hold_begun([one.target for one in told])
    entries = []
    for one in told:
        before = last.get(one.target)
        entry = Entry(
            chain=one.target,
            place=before.place + 1 if before else 1,
            previous=before.digest if before else FIRST,
            at=one.at or now,
            actor=by.audit_name,
            act=one.act,
            target=one.target,
            facts=as_stored(dict(one.facts)),
        )
        entry.digest = _digest(entry)
        entries.append(entry)
    Entry.objects.bulk_create(entries, BATCH)


def _hold_begun(chains: Sequence[str]) -> dict[str, Entry]:
    """The last entry of each chain that was begun, held against other writers."""
    begun = Entry.objects.filter(chain__in=chains)
    if connection.vendor == "postgresql":
        known = sorted({*begun.filter(place=1).values_list("chain", flat=True)})
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_advisory_xact_lock(hashtextextended(chain, 0)) "
                "FROM unnest(%s::text[]) WITH ORDINALITY held(chain, place) ORDER BY place",
                [known],
            )
    later = Entry.objects.filter(chain=OuterRef("chain"), place__gt=OuterRef("place"))
    return {entry.chain: entry for entry in begun.filter(~Exists(later))}


def _following(chain: str) -> dict[str, Any]:
    """Where the next entry of a chain stands and what it follows, held against other writers."""
    _hold(chain)
    last = Entry.objects.filter(chain=chain).order_by("-place").first()
    place, previous = (last.place + 1, last.digest) if last else (1, FIRST)
    return {"chain": chain, "place": place, "previous": previous}


AT_ONCE = 100
"""At most so many acts are under way at once."""


def newest() -> str:
    """A digest that is another after every act: what was worked out before may be kept by it.

    It is over the last few entries, since of acts done at once a later one may end first.
    """
    last = Entry.objects.order_by("-pk").values_list("digest", flat=True)[:AT_ONCE]
    return digest({"last": list(last)})


@dataclass(frozen=True)
class Broken:
    """A place where the record does not hold: `why` is digest, link, gap or rows."""

    entry: Entry
    why: str


def verify(rows: bool = True) -> Iterator[Broken]:
    """Everything that is wrong with the record, in order; nothing if it holds.

    Without `rows` only the entries are proved, not what bulk acts wrote: quick, however large.
    """
    chain, place, previous = None, 0, FIRST
    for entry in Entry.objects.order_by("chain", "place").iterator(chunk_size=2000):
        if entry.chain != chain:
            chain, place, previous = entry.chain, 0, FIRST
        if entry.place != place + 1:
            yield Broken(entry, "gap")
        elif entry.previous != previous:
            yield Broken(entry, "link")
        if _digest(entry) != entry.digest:
            yield Broken(entry, "digest")
        elif rows and entry.root and entry.act in _leaves and not _rows_hold(entry):
            yield Broken(entry, "rows")
        place, previous = entry.place, entry.digest


def heads() -> Iterator[Entry]:
    """The last entry of every chain: once their digests are published, nothing can be rewritten."""
    last: Entry | None = None
    for entry in Entry.objects.order_by("chain", "place").iterator(chunk_size=2000):
        if last and last.chain != entry.chain:
            yield last
        last = entry
    if last:
        yield last


def _rows_hold(entry: Entry) -> bool:
    return merkle_root(_leaves[entry.act](entry)) == (entry.rows, entry.root)


def _digest(entry: Entry) -> str:
    return digest(
        {
            "chain": entry.chain,
            "place": entry.place,
            "at": instant(entry.at),
            "actor": entry.actor,
            "act": entry.act,
            "target": entry.target,
            "facts": entry.facts,
            "rows": entry.rows,
            "root": entry.root,
            "previous": entry.previous,
        }
    )


def _hold(chain: str) -> None:
    """Let one writer at a time extend a chain; SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [chain])
