"""A picture of what flows from old to new: two columns of units and the bands between them.

Everything is placed here and drawn by `parts/flow.html`, so that the picture needs no script and
every unit in it can be a link. Old is grey, new is red, what is followed is gold; whole is dense,
part is pale. At most sixty units are drawn at once: a page drills down instead.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

MOST_UNITS = 60


@dataclass(frozen=True, kw_only=True)
class Node:
    """A unit at one side. `note` stands beneath its label; `url` makes it a link."""

    key: str
    label: str
    note: str = ""
    url: str = ""
    marked: bool = False


@dataclass(frozen=True, kw_only=True)
class Link:
    """So much of one unit goes to another: `weight` is the thickness of its band."""

    source: str
    target: str
    weight: float = 1
    whole: bool = True
    marked: bool = False
    says: str = ""


@dataclass(frozen=True)
class Shape:
    """The measures of a drawing, in pixels of its own."""

    width: float = 1136
    left: float = 400
    right: float = 330
    band: float = 10
    gap: float = 14
    least: float = 26
    bar: float = 8


WIDE = Shape()
NARROW = Shape(width=344, left=118, right=118, band=5, gap=9, least=30, bar=6)


@dataclass(frozen=True)
class Bar:
    """A unit in place."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    text_x: float
    anchor: str

    @property
    def middle(self) -> float:
        return round(self.y + self.height / 2, 1)

    @property
    def note_y(self) -> float:
        """Where the line beneath the label stands."""
        return round(self.middle + 16, 1)

    @property
    def bottom(self) -> float:
        """Where the bar and its words end."""
        return max(self.y + self.height, self.note_y + 6 if self.node.note else self.middle + 8)


@dataclass(frozen=True)
class Band:
    """A band in place: `path` is its curve, `thickness` its width."""

    link: Link
    path: str
    thickness: float


@dataclass(frozen=True)
class Flow:
    """A drawing in place."""

    width: float
    height: float
    left: tuple[Bar, ...]
    right: tuple[Bar, ...]
    bands: tuple[Band, ...]


def flow(
    left: Sequence[Node], right: Sequence[Node], links: Iterable[Link], shape: Shape = WIDE
) -> Flow:
    """Place the units in the order given at the left, and at the right where most comes from."""
    links = [link for link in links if link.weight > 0]
    order = {node.key: place for place, node in enumerate(left)}
    pull: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for link in links:
        pull[link.target].append((order[link.source], link.weight))
    right = sorted(right, key=lambda node: (_centre(pull[node.key]), node.label))
    begins, ends = _bars(left, links, "source", shape), _bars(right, links, "target", shape)
    height = max([bar.bottom for bar in (*begins, *ends)], default=0) + 4
    begins, ends = _centred(begins, height), _centred(ends, height)
    bands = _bands(links, begins, ends, shape)
    return Flow(shape.width, round(height, 1), begins, ends, bands)


def _centre(pulls: list[tuple[float, float]]) -> float:
    total = sum(weight for _, weight in pulls)
    return sum(place * weight for place, weight in pulls) / total if total else 0


def _bars(nodes: Sequence[Node], links: list[Link], end: str, shape: Shape) -> tuple[Bar, ...]:
    weight: dict[str, float] = defaultdict(float)
    for link in links:
        weight[getattr(link, end)] += link.weight
    thick = [max(weight[node.key] * shape.band, 4) for node in nodes]
    tops = accumulate([max(height, shape.least) + shape.gap for height in thick], initial=4)
    at_left = end == "source"
    x = shape.left if at_left else shape.width - shape.right - shape.bar
    text = x - 10 if at_left else x + shape.bar + 10
    return tuple(
        Bar(
            node=node,
            x=x,
            y=round(top + (max(height, shape.least) - height) / 2, 1),
            width=shape.bar,
            height=round(height, 1),
            text_x=text,
            anchor="end" if at_left else "start",
        )
        for node, height, top in zip(nodes, thick, tops, strict=False)
    )


def _centred(bars: tuple[Bar, ...], height: float) -> tuple[Bar, ...]:
    """Bars moved down so that the shorter column stands in the middle of the taller."""
    if not bars:
        return bars
    spare = (height - bars[-1].bottom - 4) / 2
    return tuple(
        Bar(b.node, b.x, round(b.y + spare, 1), b.width, b.height, b.text_x, b.anchor) for b in bars
    )


def _bands(
    links: list[Link], begins: tuple[Bar, ...], ends: tuple[Bar, ...], shape: Shape
) -> tuple[Band, ...]:
    """Bands leave a bar in the order of where they go, and arrive in the order they come from."""
    at = {bar.node.key: (place, bar) for place, bar in enumerate(begins)}
    to = {bar.node.key: (place, bar) for place, bar in enumerate(ends)}
    leaves = _offsets(links, "source", lambda link: to[link.target][0])
    arrives = _offsets(links, "target", lambda link: at[link.source][0])
    bands = []
    for link in links:
        bar, end = at[link.source][1], to[link.target][1]
        half = link.weight / 2
        y1 = round(bar.y + (leaves[id(link)] + half) * shape.band, 1)
        y2 = round(end.y + (arrives[id(link)] + half) * shape.band, 1)
        x1, x2 = bar.x + bar.width, end.x
        bend = round((x1 + x2) / 2, 1)
        path = f"M{x1} {y1}C{bend} {y1} {bend} {y2} {x2} {y2}"
        bands.append(Band(link, path, round(link.weight * shape.band, 1)))
    return tuple(sorted(bands, key=lambda band: band.link.marked))


def _offsets(links: list[Link], end: str, order: object) -> dict[int, float]:
    reached: dict[str, float] = defaultdict(float)
    offsets: dict[int, float] = {}
    for link in sorted(links, key=order):  # type: ignore[arg-type]
        offsets[id(link)] = reached[getattr(link, end)]
        reached[getattr(link, end)] += link.weight
    return offsets
