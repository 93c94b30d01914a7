"""The scenes of random packages: each takes free units and says something that mostly may be."""

from collections.abc import Callable

from hypothesis import strategies as st

from tinhgon.domain.structure.claims import EVERYTHING, Extent, Source
from tinhgon.domain.structure.levels import TERRITORY
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.change_level import ChangeLevel
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.consolidate import Consolidate
from tinhgon.domain.structure.operations.convert import Convert
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.divide import Divide
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.operations.reclassify import Reclassify
from tinhgon.domain.structure.operations.recode import Recode
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.operations.split_off import SplitOff
from tinhgon.domain.structure.operations.transfer_part import TransferPart
from tinhgon.domain.structure.tests.strategies.drafter import ALWAYS_KINDS, Drafter
from tinhgon.domain.structure.tests.strategies.structures import HIERARCHIES, NAMES
from tinhgon.domain.structure.tests.world import LAND, PEOPLE
from tinhgon.domain.structure.units import PRINCIPAL, Unit

CARRIED = (EVERYTHING, TERRITORY, LAND, PEOPLE)
Shares = dict[Unit | str, list[Source]]


def consolidating(drafter: Drafter) -> None:
    level = drafter.one("commune", "commune", "body")
    sources = drafter.free(level, 2, 3)
    if sources:
        drafter.say(Consolidate(sources=tuple(sources), successor=drafter.new(level)))


def absorbing(drafter: Drafter) -> None:
    units = drafter.free(drafter.one("commune", "commune", "body"), 2, 3)
    if units:
        drafter.say(Absorb(into=units[0], absorbed=tuple(units[1:])))


def dividing(drafter: Drafter) -> None:
    for unit in drafter.free("commune"):
        into = tuple(drafter.new() for _ in range(drafter.one(2, 3)))
        main = drafter.one(None, *(successor.key for successor in into))
        drafter.say(Divide(unit=unit, into=into, main=main))


def splitting_off(drafter: Drafter) -> None:
    for unit in drafter.free("commune"):
        drafter.say(SplitOff(unit=unit, new=drafter.new(), carries=drafter.one(*CARRIED)))


def transferring(drafter: Drafter) -> None:
    """A part of a unit goes to a commune; also of a district that may be about to end."""
    for source in drafter.free(drafter.one("commune", "commune", "district")):
        for taker in drafter.free("commune"):
            drafter.say(TransferPart(source=source, to=taker, carries=drafter.one(*CARRIED)))


def sharing(drafter: Drafter) -> None:
    """Sources shared among successors in all the ways in which instruments say it."""
    sources = drafter.free("commune", 1, 3)
    new: list[Unit | str] = [drafter.new() for _ in range(drafter.one(1, 2, 3))]
    shares: Shares = {successor: [] for successor in [*new, *drafter.free("commune", 0, 1)]}
    for source in sources:
        drafter.one(*WAYS)(drafter, source, shares)
    drafter.say(
        *(
            Form(successor=successor, sources=tuple(share))
            for successor, share in shares.items()
            if share
        )
    )


def _whole(drafter: Drafter, unit: str, shares: Shares) -> None:
    carries = drafter.one(None, EVERYTHING, TERRITORY)
    main = drafter.one(True, False)
    shares[drafter.one(*shares)].append(Source(unit=unit, carries=carries, main=main))


def _parts_and_rest(drafter: Drafter, unit: str, shares: Shares) -> None:
    rest = drafter.one(*shares)
    for successor, share in shares.items():
        extent = Extent.REST if successor == rest and len(shares) > 1 else Extent.PART
        share.append(Source(unit=unit, extent=extent, main=successor == rest))


def _parts_and_conclusion(drafter: Drafter, unit: str, shares: Shares) -> None:
    for share in shares.values():
        share.append(Source(unit=unit, extent=Extent.PART))
    drafter.say(Conclude(unit=unit))


def _parts_of_one_that_goes_on(drafter: Drafter, unit: str, shares: Shares) -> None:
    for share in shares.values():
        share.append(Source(unit=unit, extent=Extent.PART, carries=TERRITORY))
    kept = Source(unit=unit, extent=drafter.one(Extent.PART, Extent.REST), main=True)
    if drafter.one(True, False):
        drafter.say(Form(successor=unit, sources=(kept,)))


def _land_here_people_there(drafter: Drafter, unit: str, shares: Shares) -> None:
    """As Kỳ Lợi in 2025: all its land to one, its people to others."""
    here, *there = drafter.draw(st.permutations([*shares]))
    shares[here].append(Source(unit=unit, carries=LAND, main=True))
    *parts, last = there or [here]
    for successor in parts:
        shares[successor].append(Source(unit=unit, extent=Extent.PART, carries=PEOPLE))
    extent = Extent.REST if parts else Extent.WHOLE
    shares[last].append(Source(unit=unit, extent=extent, carries=PEOPLE))


def _anyhow(drafter: Drafter, unit: str, shares: Shares) -> None:
    """As it comes: right only if by chance nothing is forgotten and nothing taken twice."""
    extents = st.sampled_from([Extent.PART, Extent.PART, Extent.REST, Extent.WHOLE])
    for share in shares.values():
        carries = drafter.one(None, *CARRIED)
        share.append(Source(unit=unit, extent=drafter.draw(extents), carries=carries))
    if drafter.one(True, False):
        drafter.say(Conclude(unit=unit))


WAYS = (
    _whole,
    _whole,
    _anyhow,
    _parts_and_rest,
    _parts_and_conclusion,
    _parts_of_one_that_goes_on,
    _land_here_people_there,
)


def changing(drafter: Drafter) -> None:
    """Several facts of one unit at once, some of them to what they are already."""
    level = drafter.one("province", "commune", "body")
    for key in drafter.free(level):
        unit = drafter.before[key]
        kind = drafter.one(*ALWAYS_KINDS[level])
        changes = (
            Rename(unit=key, name=drafter.one(unit.name, *NAMES)),
            Recode(unit=key, code=drafter.one(unit.code, drafter.code(level), None)),
            Convert(unit=key, kind=kind) if level == "body" else Reclassify(unit=key, kind=kind),
        )
        drafter.say(*drafter.draw(st.lists(st.sampled_from(changes), unique=True)))


def moving(drafter: Drafter) -> None:
    level = drafter.one("commune", "body")
    for key in drafter.free(level):
        hierarchy = drafter.one(PRINCIPAL, PRINCIPAL, *HIERARCHIES)
        drafter.say(Move(unit=key, parent=drafter.parent(level), hierarchy=hierarchy))


def establishing(drafter: Drafter) -> None:
    """A unit begins; it may take over another at once, as a second clause says."""
    unit = drafter.new(drafter.one("body", "commune"))
    drafter.say(Establish(unit=unit))
    for source in drafter.free(unit.level, 0):
        drafter.say(Form(successor=unit.key, sources=(Source(unit=source),)))


def dissolving(drafter: Drafter) -> None:
    """A district ends; its communes stand under the province afterwards."""
    for district in drafter.free("district"):
        if any(child.level == "commune" for child in drafter.before.children(district)):
            drafter.say(Dissolve(unit=district))


def merging_districts(drafter: Drafter) -> None:
    may_begin = drafter.districts_are_known and not drafter.abolishing
    districts = drafter.free("district", 1, 3) if may_begin else []
    if districts:
        sources = tuple(Source(unit=district) for district in districts)
        drafter.say(Form(successor=drafter.new("district"), sources=sources))


def changing_level(drafter: Drafter) -> None:
    """An island district becomes a unit of the lowest level."""
    for district in drafter.free("district"):
        kind = "xã" if drafter.districts_are_known else "đặc khu"
        drafter.say(ChangeLevel(unit=district, successor=drafter.new(kind=kind)))


SCENES: tuple[Callable[[Drafter], None], ...] = (
    consolidating,
    absorbing,
    dividing,
    splitting_off,
    transferring,
    sharing,
    sharing,
    sharing,
    changing,
    changing,
    moving,
    establishing,
    dissolving,
    merging_districts,
    changing_level,
)
