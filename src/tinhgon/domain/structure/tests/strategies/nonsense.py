"""Operations and plans that say anything about anything."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypeVar

from hypothesis import strategies as st

from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.findings import Malformed
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.operations import Operation, verbs
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.tests.strategies.structures import HIERARCHIES
from tinhgon.domain.structure.tests.world import DAY, EVE, LEVELS
from tinhgon.domain.structure.units import PRINCIPAL, Location, Structure, Unit

Made = TypeVar("Made")
NEW_KEYS = ("n1", "n2", "n50@2025-07-01", "ghost")

CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
"""What a database keeps."""

texts = st.text(CHARACTERS, min_size=1, max_size=12).filter(str.strip)
names = st.sampled_from(["Đại Mỗ", "parent", "code", "party"]) | texts
levels = st.sampled_from([*LEVELS, "unheard-of"])
kinds = st.sampled_from(["xã", "phường", "thị trấn", "đặc khu", "quận", "sở", "unheard-of"])
codes = st.sampled_from(["00001", "00050", "01", "1", "٠٠٠٠١", "unheard-of"]) | st.none()
hierarchies = st.sampled_from([PRINCIPAL, *HIERARCHIES, "name", "parent", "unheard-of"])
carried = st.frozensets(st.sampled_from(Aspect), min_size=1)
numbers = st.decimals(allow_nan=False, allow_infinity=False) | st.none()
locations = st.builds(Location, numbers, numbers, numbers)


def nonsense(structure: Structure) -> st.SearchStrategy[Operation]:
    """Any operation about units that stand, that do not, or that begin."""
    keys = st.sampled_from([*sorted(unit.key for unit in structure), *NEW_KEYS])
    return _about(keys)


def plans_of_anything(structure: Structure) -> st.SearchStrategy[list[Plan]]:
    """Up to three plans of any operations; days and even codes may clash.

    All is about a few units, so that the operations get into each other's way.
    """
    standing = st.sampled_from(sorted(unit.key for unit in structure))
    few = st.lists(standing, min_size=1, max_size=3).map(lambda keys: [*keys, *NEW_KEYS[:2]])
    return few.flatmap(lambda keys: _plans_about(st.sampled_from(keys)))


def _plans_about(keys: st.SearchStrategy[str]) -> st.SearchStrategy[list[Plan]]:
    plan = st.builds(
        Plan,
        code=st.sampled_from(["plan-1", "plan-2", "plan-3"]) | texts,
        day=st.sampled_from([DAY, DAY, EVE]),
        operations=st.lists(_about(keys), max_size=5).map(tuple),
        instrument=st.none() | texts,
    )
    return st.lists(plan, max_size=3)


def _about(keys: st.SearchStrategy[str]) -> st.SearchStrategy[Operation]:
    return st.sampled_from(sorted(verbs())).flatmap(lambda verb: _anything(verb, keys))


def _anything(verb: str, keys: st.SearchStrategy[str]) -> st.SearchStrategy[Operation]:
    units = sound(Unit, **_unit(keys))
    sources = sound(
        Source,
        unit=keys,
        extent=st.sampled_from(Extent),
        carries=st.none() | carried,
        main=st.booleans(),
    )
    new = {"unit": units} if verb == "establish" else {"unit": keys, "new": units}
    members: dict[str, st.SearchStrategy[Any]] = {
        **new,
        "clause": st.none() | texts,
        "level": levels,
        "kind": kinds,
        "name": names,
        "code": codes,
        "parent": st.none() | keys,
        "hierarchy": hierarchies,
        "carries": carried,
        "source": keys,
        "to": keys,
        "main": st.none() | keys,
        "absorbed": st.lists(keys, min_size=1, max_size=3).map(tuple),
        "into": keys if verb == "absorb" else st.lists(units, max_size=3).map(tuple),
        "successor": units | keys if verb == "form" else units,
        "sources": st.lists(sources if verb == "form" else keys, max_size=3).map(tuple),
    }
    kind = verbs()[verb]
    wanted = {name: members[name] for name in [field.name for field in fields(kind)]}
    return sound(kind, **wanted)


def _unit(keys: st.SearchStrategy[str]) -> dict[str, st.SearchStrategy[Any]]:
    return {
        "key": keys,
        "level": levels,
        "kind": kinds,
        "name": names,
        "code": codes,
        "parent": st.none() | keys,
        "ties": st.lists(st.tuples(hierarchies, keys), max_size=2).map(tuple),
        "location": st.none() | locations,
    }


def sound(make: Callable[..., Made], **members: st.SearchStrategy[Any]) -> st.SearchStrategy[Made]:
    """What can be made of such members; what refuses to be made is left out."""

    def attempt(given: dict[str, Any]) -> list[Made]:
        try:
            return [make(**given)]
        except Malformed:
            return []

    made = st.fixed_dictionaries(members).map(attempt)
    return made.filter(bool).map(lambda found: found[0])
