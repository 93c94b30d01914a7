"""Names beside the dots of a map: as many as stand clear of one another.

Names in gold are written so large that they can be read on a narrow screen too.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from tinhgon.reorganisation.map.drawing import Dot, Drawing

MOST_NAMED = 40
"""Where more new units are drawn than this, only what is followed has its name beside it."""

LETTER, LINE = 7.0, 17.0
LARGE = 1.5
"""How much larger room names in gold are given."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True)
class Label:
    """A name in place; `anchor` is start or end."""

    words: str
    x: float
    y: float
    anchor: str
    gold: bool
    box: Box


def labels(drawing: Drawing, name: Callable[[Dot], str]) -> list[Label]:
    """The names that find room, those of what is followed first."""
    found: list[Label] = []
    for dot in _named(drawing.dots):
        found += _clear(_places(dot, name(dot), drawing), found)
    return found


def _named(dots: Sequence[Dot]) -> list[Dot]:
    """The dots that are to be named, the most wanted first; what goes on is named once."""
    new = {dot.unit.key for dot in dots if dot.is_new}
    gold = [dot for dot in dots if dot.gold and (dot.is_new or dot.unit.key not in new)]
    many = Counter(dot.is_new for dot in gold)
    gold.sort(key=lambda dot: many[dot.is_new])  # one is followed, the others are its counterparts
    others = [dot for dot in dots if dot.is_new and not dot.gold]
    return gold + others if len(new) <= MOST_NAMED else gold


def _clear(wanted: Iterator[Label], taken: Sequence[Label]) -> list[Label]:
    """The first place for a name where it covers no other; none if there is none."""
    clear = (one for one in wanted if not any(_overlap(one.box, other.box) for other in taken))
    return [*islice(clear, 1)]


def _places(dot: Dot, words: str, drawing: Drawing) -> Iterator[Label]:
    """The places for a name beside its dot, the plainest first, that are on the sheet."""
    large = LARGE if dot.gold else 1
    wide, high = len(words) * LETTER * large, LINE * large
    gap = drawing.size + 4
    for across, down in ((1, 0.0), (-1, 0.0), (1, 0.7), (-1, 0.7), (1, -0.7), (-1, -0.7)):
        x, middle = dot.x + across * gap, dot.y + down * high
        left = x if across > 0 else x - wide
        box = (left, middle - high / 2, left + wide, middle + high / 2)
        if box[0] >= 0 and box[2] <= drawing.sheet.width:
            anchor = "start" if across > 0 else "end"
            yield Label(words, round(x, 1), round(middle, 1), anchor, dot.gold, box)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
