"""The shapes that most rules have: units of a sort, a figure of law, and what is found of them."""

from collections.abc import Callable, Iterable, Iterator

from tinhgon.domain.norms.asking import Asked, ask
from tinhgon.domain.norms.figures import Unjudged
from tinhgon.domain.norms.grace import NO_GRACE, Grace
from tinhgon.domain.norms.missing import Missing
from tinhgon.domain.norms.verdicts import Remedy, Severity, Verdict
from tinhgon.domain.norms.world import World
from tinhgon.domain.structure.units import Unit

Find = Callable[[World, Unit], int | None]
Whose = Callable[[World, Unit], Iterable[str]]


def at_least(world: World, rule: str, sort: str, law: str, find: Find) -> Iterator[Verdict]:
    """Units of a sort that have fewer than the law asks: a new one may not come about so."""
    missing = Missing(rule)
    for unit in world.of_sort(sort):
        try:
            asked = ask(world, law, unit)
            limit = asked.ruling.number
            if limit is None:
                continue
            found = _found(world, unit, find)
        except Unjudged as why:
            missing.note(unit, why)
            continue
        if found < limit:
            remedies = Remedy("add-posts", limit - found), Remedy("merge-unit")
            severity = Severity.BLOCK if unit.key in world.new else Severity.WARN
            yield verdict(rule, unit, asked, found, severity, remedies)
    yield from missing.verdicts()


def at_most(
    world: World,
    rule: str,
    sort: str,
    law: str,
    find: Find,
    *,
    remedy: str = "remove-deputies",
    grace_of: Whose | None = None,
) -> Iterator[Verdict]:
    """Units of a sort that have more than the law allows.

    `grace_of` names the units whose last rearrangement gives time to put it right.
    """
    missing = Missing(rule)
    for unit in world.of_sort(sort):
        found = find(world, unit)
        if not found:
            continue
        try:
            asked = ask(world, law, unit)
        except Unjudged as why:
            missing.note(unit, why)
            continue
        limit = asked.ruling.number
        if limit is not None and found > limit:
            grace = Grace.after(world, grace_of(world, unit)) if grace_of else NO_GRACE
            remedies = (Remedy(remedy, found - limit),)
            yield verdict(rule, unit, asked, found, over(world, unit, grace), remedies, grace)
    yield from missing.verdicts()


def over(world: World, unit: Unit, grace: Grace = NO_GRACE) -> Severity:
    """How much it weighs to be over: bearable until a day, and over from the day after.

    A new unit never begins so, unless a rearrangement gives it time as well.
    """
    if grace.until and world.on <= grace.until:
        return Severity.WARN
    return Severity.BLOCK if unit.key in world.new else Severity.OVER


def posts(world: World, unit: Unit) -> int | None:
    """The posts of civil servants of a unit with all below."""
    return world.counted(unit.key, "civil_servants")


def employees(world: World, unit: Unit) -> int | None:
    """The public employees of a unit with all below."""
    return world.counted(unit.key, "employees")


def deputies(world: World, unit: Unit) -> int:
    """Who is in a deputy's post of the unit itself."""
    return world.leading(unit.key, "deputy")


def itself(world: World, unit: Unit) -> Iterable[str]:
    """The unit alone."""
    return (unit.key,)


def below(*sorts: str) -> Whose:
    """The units of some sorts directly under a unit."""
    return lambda world, unit: world.below(unit.key, *sorts)


def deputies_of(whose: Whose) -> Find:
    """Who is in deputies' posts of several units together."""
    return lambda world, unit: sum(world.leading(key, "deputy") for key in whose(world, unit))


def verdict(
    rule: str,
    unit: Unit,
    asked: Asked,
    found: int,
    severity: Severity,
    remedies: tuple[Remedy, ...],
    grace: Grace = NO_GRACE,
) -> Verdict:
    """That a number found of a unit does not keep to a figure of law."""
    return Verdict(
        rule=rule,
        severity=severity,
        units=(unit.key,),
        found=found,
        limit=asked.ruling.number,
        remedies=remedies,
        provisions=asked.ruling.provisions + grace.provisions,
        inputs={**asked.inputs, **grace.inputs},
        answers=unit.parent or unit.key,
        until=grace.until,
    )


def _found(world: World, unit: Unit, find: Find) -> int:
    found = find(world, unit)
    if found is None:
        raise Unjudged("unknown", "posts")
    return found
