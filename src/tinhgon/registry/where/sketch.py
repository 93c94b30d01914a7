"""A sketch of where units lie to one another: their centroids, no boundaries.

Drawn on the server from at most a dozen points; the page says that it is no map. Each name stands
beside its dot where it covers least of what else is drawn.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians

WIDTH, HEIGHT, MARGIN = 320, 340, 44
MOST = 12

LETTER, LINE, DOT = 7, 16, 9
"""How wide a letter, how high a line of words and how far from its middle a dot is drawn."""

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True)
class Label:
    """Where two lines of words stand: `y` is the first one's foot, `anchor` start, middle, end."""

    x: float
    y: float
    anchor: str
    box: Box

    @property
    def code_y(self) -> float:
        """The foot of the second line."""
        return round(self.y + LINE, 1)


@dataclass(frozen=True)
class Dot:
    """A unit in place, with its words."""

    name: str
    code: str
    x: float
    y: float
    label: Label


@dataclass(frozen=True)
class Sketch:
    """The unit asked about in the middle of what took from it."""

    name: str
    centre: Point
    dots: tuple[Dot, ...]
    width: int = WIDTH
    height: int = HEIGHT


def sketch(centre: tuple[str, Point], others: Sequence[tuple[str, str, Point]]) -> Sketch | None:
    """Place (name, code, (latitude, longitude)) around a centre; None where there is no use in it.

    Nothing is drawn for fewer than two points, for too many, or where points lie on one another.
    """
    if not 2 <= len(others) <= MOST:
        return None
    points = [centre[1], *(point for *_, point in others)]
    east = cos(radians(points[0][0]))
    flat = [(longitude * east, -latitude) for latitude, longitude in points]
    placed = _fitted(flat)
    if placed is None:
        return None
    middle, *rest = placed
    letters = [max(len(name), len(code)) for name, code, _ in others]
    labels = _labelled(placed, letters)
    dots = (
        Dot(name, code, x, y, labels[number])
        for number, ((name, code, _), (x, y)) in enumerate(zip(others, rest, strict=True))
    )
    return Sketch(centre[0], middle, tuple(dots))


def _labelled(placed: Sequence[Point], letters: Sequence[int]) -> dict[int, Label]:
    """A label for each point after the first: the longest, which fit in fewest places, first."""
    labels: dict[int, Label] = {}
    for number in sorted(range(len(letters)), key=lambda number: -letters[number]):
        taken = [label.box for label in labels.values()]
        places = _labels(placed[number + 1], letters[number])
        labels[number] = min(places, key=lambda label: _covered(label.box, placed, taken))
    return labels


def _labels(point: Point, letters: int) -> Iterator[Label]:
    """The places for words beside a dot, the plainest first."""
    x, y = point
    wide, high = letters * LETTER, 2 * LINE
    inside = min(max(x, wide / 2), WIDTH - wide / 2)
    for anchor, middle, top in (
        ("middle", inside, y + DOT),
        ("middle", inside, y - DOT - high),
        ("start", x + DOT + 3, y - LINE),
        ("end", x - DOT - 3, y - LINE),
        ("start", x + DOT, y + 2),
        ("end", x - DOT, y + 2),
        ("start", x + DOT, y - high - 2),
        ("end", x - DOT, y - high - 2),
        ("start", x - DOT, y + DOT),
        ("end", x + DOT, y + DOT),
        ("start", x - DOT, y - DOT - high),
        ("end", x + DOT, y - DOT - high),
        ("middle", inside, y + DOT + LINE),
        ("middle", inside, y - DOT - high - LINE),
    ):
        left = middle - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        box = (left, top, left + wide, top + high)
        yield Label(round(middle, 1), round(top + LINE - 3, 1), anchor, box)


def _covered(box: Box, placed: Sequence[Point], taken: Sequence[Box]) -> float:
    """How much words in a box would cover: other words, dots, lines, the edge of the drawing."""
    left, top, right, bottom = box
    beyond = max(0, -left) + max(0, right - WIDTH) + max(0, -top) + max(0, bottom - HEIGHT)
    words = sum(
        max(0, min(right, other[2]) - max(left, other[0]))
        * max(0, min(bottom, other[3]) - max(top, other[1]))
        for other in taken
    )
    dots = sum(left - DOT < x < right + DOT and top - DOT < y < bottom + DOT for x, y in placed)
    on_lines = sum(left < x < right and top < y < bottom for x, y in _along(placed))
    return 200 * beyond + 20 * words + 400 * dots + 4 * on_lines


def _along(placed: Sequence[Point]) -> Iterator[Point]:
    """Points on the lines from the middle to each dot, a few pixels from one another."""
    (x0, y0), *rest = placed
    for x, y in rest:
        steps = max(1, int(hypot(x - x0, y - y0) / 3))
        for step in range(steps):
            share = step / steps
            yield x0 + (x - x0) * share, y0 + (y - y0) * share


def _fitted(points: Sequence[Point]) -> list[Point] | None:
    """Points moved and stretched evenly so that all stand inside the margins."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    across, down = max(xs) - min(xs), max(ys) - min(ys)
    if not (across or down):
        return None
    scale = min(
        (WIDTH - 2 * MARGIN) / across if across else float("inf"),
        (HEIGHT - 2 * MARGIN) / down if down else float("inf"),
    )
    left, top = (WIDTH - across * scale) / 2, (HEIGHT - down * scale) / 2
    return [
        (round(left + (x - min(xs)) * scale, 1), round(top + (y - min(ys)) * scale, 1))
        for x, y in points
    ]
