"""A reform in one picture: every strand from an old unit to a new one, placed.

Old units stand at the left in order of their codes, those of one former unit above them together;
new ones at the right where most comes from. Nothing has a name in it: the words stand beside.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from tinhgon.domain.structure.units import Unit
from tinhgon.reorganisation.flow.view import Strand

WIDTH, HEIGHT = 760, 560
BAR, SPACE = 10, 4
"""The length of the mark of a unit at either side, and the space between it and the strands."""
GAP = 3
WIDEST = 2.5
"""So far apart new units stand at most, so that fewer are seen to be fewer."""


@dataclass(frozen=True)
class Picture:
    """Paths of an SVG of this width and height, by how they look."""

    whole: str
    part: str
    gold: str
    old: str
    new: str
    gold_ends: str
    width: int = WIDTH
    height: int = HEIGHT


def picture(strands: Sequence[Strand], followed: str | None) -> Picture:
    """Place the strands; those of the followed unit are gold."""
    old = _old_places(strands)
    new = _new_places(strands, old)
    gold = [strand for strand in strands if strand.old.key == followed]
    others = [strand for strand in strands if strand.old.key != followed]
    return Picture(
        whole=_curves((s for s in others if s.is_whole), old, new),
        part=_curves((s for s in others if not s.is_whole), old, new),
        gold=_curves(gold, old, new),
        old=_bars(old.values(), 0),
        new=_bars(new.values(), WIDTH - BAR),
        gold_ends=_bars({old[s.old.key] for s in gold}, 0)
        + _bars({new[s.new.key] for s in gold}, WIDTH - BAR),
    )


def _old_places(strands: Sequence[Strand]) -> dict[str, float]:
    groups = [
        sorted({strand.old.key: strand.old for strand in group}.values(), key=_code)
        for _start, group in groupby(strands, key=lambda strand: strand.start.key)
    ]
    count = sum(map(len, groups))
    step = (HEIGHT - GAP * (len(groups) - 1)) / count
    places: dict[str, float] = {}
    for number, group in enumerate(groups):
        for unit in group:
            places[unit.key] = round((len(places) + 0.5) * step + number * GAP, 1)
    return places


def _new_places(strands: Sequence[Strand], old: dict[str, float]) -> dict[str, float]:
    pulls: dict[str, list[float]] = defaultdict(list)
    for strand in strands:
        pulls[strand.new.key].append(old[strand.old.key])
    order = sorted(pulls, key=lambda key: (sum(pulls[key]) / len(pulls[key]), key))
    step = min(HEIGHT / len(order), max(WIDEST, HEIGHT / max(len(old), 1)))
    top = (HEIGHT - step * len(order)) / 2
    return {key: round(top + (place + 0.5) * step, 1) for place, key in enumerate(order)}


def _curves(strands: Iterable[Strand], old: dict[str, float], new: dict[str, float]) -> str:
    begin, end, bend = BAR + SPACE, WIDTH - BAR - SPACE, WIDTH // 2
    ways = ((old[strand.old.key], new[strand.new.key]) for strand in strands)
    return "".join(f"M{begin} {y}C{bend} {y} {bend} {z} {end} {z}" for y, z in ways)


def _bars(places: Iterable[float], x: int) -> str:
    return "".join(f"M{x} {y}h{BAR}" for y in sorted(places))


def _code(unit: Unit) -> tuple[str, str]:
    return unit.code or "", unit.key
