"""Land, people and functions as atoms: who holds which before and after a package.

Atoms lie in the lowest units that hold their aspect. To play a package is to let everybody take
what they claim, each for themselves, so that a thing taken by two is there twice and a thing left
to nobody is still with a unit that has ended.
"""

from collections.abc import Callable, Iterator

from hypothesis import strategies as st

from tinhgon.domain.structure.claims import Claim, Extent
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.packages import Composition

Atom = tuple[str, int]
Held = list[tuple[str, Atom]]
"""Pairs of a holder and an atom, sorted."""

ATOMS_OF_EACH = 8

Draw = Callable[[st.SearchStrategy[list[int]]], list[int]]


def held_before(composition: Composition, aspect: Aspect) -> Held:
    """Eight atoms in each of the lowest units that hold the aspect."""
    holders = {unit.key for unit in composition.before if aspect in composition.holds(unit)}
    lowest = [
        key
        for key in holders
        if not any(other.key in holders - {key} for other in composition.before.under(key))
    ]
    return sorted((key, (key, number)) for key in lowest for number in range(ATOMS_OF_EACH))


def held_after(composition: Composition, aspect: Aspect, before: Held, draw: Draw) -> Held:
    """Who holds what when everybody has taken what they claim."""
    pools: dict[str, list[Atom]] = {}
    for holder, atom in before:
        pools.setdefault(holder, []).append(atom)
    return sorted(
        pair
        for holder, pool in pools.items()
        for pair in _taken(composition, aspect, holder, pool, draw)
    )


def _taken(
    composition: Composition, aspect: Aspect, holder: str, pool: list[Atom], draw: Draw
) -> Iterator[tuple[str, Atom]]:
    claims = [claim for claim in composition.claims.get(holder, ()) if claim.touches(aspect)]
    others = [claim for claim in claims if claim.extent is not Extent.PART]
    parts = [claim for claim in claims if claim.extent is Extent.PART]
    all_named = holder in composition.concluded and not others
    shares = _shares(parts, pool, all_named, draw)
    rest = [atom for atom in pool if atom not in shares]
    yield from ((shares[atom].successor, atom) for atom in shares)
    for claim in others:
        yield from ((claim.successor, atom) for atom in (*rest, *_of_whole(claim, shares)))
    if not others:
        yield from ((holder, atom) for atom in rest)


def _of_whole(claim: Claim, shares: dict[Atom, Claim]) -> list[Atom]:
    """Who claims the whole takes what others have taken as a part."""
    return [*shares] if claim.extent is Extent.WHOLE else []


def _shares(parts: list[Claim], pool: list[Atom], all_named: bool, draw: Draw) -> dict[Atom, Claim]:
    """Disjoint parts of the pool by chance, none empty; together all of it if all are named."""
    if not parts:
        return {}
    most = len(parts) - 1 if all_named else len(parts)
    surplus = max(len(pool) - len(parts), 0)
    chosen = draw(st.lists(st.integers(0, most), min_size=surplus, max_size=surplus))
    places = [*range(len(parts)), *chosen][: len(pool)]
    return {
        atom: parts[place] for atom, place in zip(pool, places, strict=True) if place < len(parts)
    }
