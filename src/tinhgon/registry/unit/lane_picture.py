"""The picture of lanes, placed on the server: bars for what holds, dates where something changes.

Time runs to the right. Where changes lie close together it is stretched so that words fit, and the
picture says so; a beginning that nobody knows stands open at the left, outside the scale.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise

from django.utils.translation import gettext as _

from tinhgon.domain.periods import Period, stretches
from tinhgon.registry.unit.lanes import Lane, Piece
from tinhgon.ui import writing

WIDTH, LEFT, TOP, ROW, BAR = 1136, 150, 34, 40, 30
LETTER = 7.8
"""How wide a letter is, about."""
PADDING = 26
LEAST = 88
"""What a stretch needs for the date above it."""
MOST = 300
OPEN = 120
"""How wide the time before the first known day is."""
TALE = 0.12
"""How much of the whole the time after today may take."""
STRETCHED = 1.5
"""A stretch this many times as wide as its days would give is said to be stretched."""


@dataclass(frozen=True)
class Bar:
    """A piece of a lane in place; `begins` where its first day is known."""

    x: float
    y: int
    width: float
    words: str
    full: str
    own: bool
    begins: bool

    @property
    def text_x(self) -> float:
        return round(self.x + 14, 1)

    @property
    def text_y(self) -> int:
        return self.y + 20


@dataclass(frozen=True)
class Line:
    """A day in place."""

    x: float
    words: str
    anchor: str = "middle"


@dataclass(frozen=True)
class Picture:
    """Lanes in place."""

    bars: tuple[Bar, ...]
    labels: tuple[tuple[int, str], ...]
    days: tuple[Line, ...]
    today: Line | None
    shown: Line | None
    stretched: str
    height: int
    width: int = WIDTH

    @property
    def bottom(self) -> int:
        """Where the lines of the days end."""
        return self.height - 4


def picture(lanes: Sequence[Lane], today: date, shown: date) -> Picture | None:
    """Lanes in place, with the line of today and, if it is another, of the day shown.

    None where no day is known on which anything changed: there is nothing to see then.
    """
    pieces = [piece for lane in lanes for piece in lane.pieces]
    known = stretches(piece.period for piece in pieces)
    if not any(period.start or period.end for period in known):
        return None
    scale = _scale(pieces, known, today)
    rows = {lane.about: TOP + row * ROW for row, lane in enumerate(lanes)}
    marked = [_line(scale, today, _("Today"))]
    if shown != today:
        marked.append(_line(scale, shown, writing.day(shown)))
    days = [_line(scale, day, writing.day(day)) for day in scale.days[1:-1]]
    return Picture(
        bars=tuple(_bar(scale, p, rows[lane.about]) for lane in lanes for p in lane.pieces),
        labels=tuple((rows[lane.about] + 20, lane.label) for lane in lanes),
        days=tuple(_readable(days, marked)),
        today=marked[0],
        shown=marked[1] if len(marked) > 1 else None,
        stretched=_stretched_words(scale),
        height=TOP + len(lanes) * ROW,
    )


@dataclass(frozen=True)
class Scale:
    """Days and where they stand; between them time runs evenly."""

    days: tuple[date, ...]
    places: tuple[float, ...]
    stretched: tuple[Period, ...]

    def at(self, day: date) -> float:
        """Where a day stands."""
        place = min(max(bisect_right(self.days, day) - 1, 0), len(self.days) - 2)
        start, end = self.days[place], self.days[place + 1]
        share = (day - start).days / (end - start).days
        x = self.places[place] + share * (self.places[place + 1] - self.places[place])
        return round(min(max(x, self.places[0]), self.places[-1]), 1)


def _scale(pieces: Sequence[Piece], known: Sequence[Period], today: date) -> Scale:
    """Each stretch as wide as its words need; what is left is shared by length of time."""
    bounds = sorted({day for period in known for day in (period.start, period.end) if day})
    first, last = bounds[0], max(bounds[-1], today)
    end = last + timedelta(days=max(round((last - first).days * TALE), 10))
    opens = known[0].start is None
    days = [first - timedelta(days=1)] * opens + bounds + [end]
    stops = list(pairwise(days))
    needs = [_need(stop, pieces, opens and place == 0) for place, stop in enumerate(stops)]
    return _laid_out(days, needs, opens)


def _laid_out(days: list[date], needs: list[float], opens: bool) -> Scale:
    room = WIDTH - LEFT - 3
    if sum(needs) > room:
        needs = [need * room / sum(needs) for need in needs]
    spare = room - sum(needs)
    lengths = [(end - start).days for start, end in pairwise(days)]
    if opens:
        lengths[0] = 0
    total = sum(lengths) or 1
    widths = [need + spare * length / total for need, length in zip(needs, lengths, strict=True)]
    places = tuple(round(x, 1) for x in accumulate(widths, initial=LEFT))
    true = (room - widths[0] * opens) / total
    stretched = tuple(
        Period(start, end)
        for (start, end), width, length in zip(pairwise(days), widths, lengths, strict=True)
        if length and width > STRETCHED * true * length
    )
    return Scale(tuple(days), places, stretched)


def _need(stop: tuple[date, date], pieces: Sequence[Piece], is_open: bool) -> float:
    """How wide a stretch must be for the words of the pieces that begin and end with it."""
    start, end = stop
    widest = max(
        (
            len(piece.words) * LETTER + PADDING
            for piece in pieces
            if (piece.period.start == start or (is_open and piece.period.start is None))
            and (piece.period.end == end or piece.period.end is None)
        ),
        default=0,
    )
    return min(max(widest, OPEN if is_open else LEAST), MOST)


def _bar(scale: Scale, piece: Piece, y: int) -> Bar:
    x = scale.at(piece.period.start) if piece.period.start else scale.places[0]
    end = scale.at(piece.period.end) if piece.period.end else scale.places[-1]
    width = round(max(end - x - 3, 4), 1)
    fits = int((width - PADDING + 6) / LETTER)
    return Bar(
        x, y, width, _shortened(piece.words, fits), piece.words, piece.own, bool(piece.period.start)
    )


def _shortened(words: str, most: int) -> str:
    if len(words) <= most:
        return words
    return f"{words[: most - 1].rstrip()}…" if most > 3 else ""


def _line(scale: Scale, day: date, words: str) -> Line:
    x = scale.at(day)
    half = len(words) * LETTER / 2
    return Line(x, words, "end" if x + half > WIDTH else "middle")


def _readable(days: Sequence[Line], marked: Sequence[Line]) -> list[Line]:
    """The days without the words of those that would stand over others."""
    kept: list[Line] = []
    taken = [(line.x, len(line.words)) for line in marked]
    for line in days:
        crowded = any(abs(x - line.x) < (n + len(line.words)) * LETTER / 2 + 6 for x, n in taken)
        if not crowded:
            taken.append((line.x, len(line.words)))
        kept.append(Line(line.x, "" if crowded else line.words))
    return kept


def _stretched_words(scale: Scale) -> str:
    if not scale.stretched:
        return ""
    if len(scale.stretched) == 1:
        (only,) = scale.stretched
        return _("Stretched to be read: %s") % writing.period(only.start, only.end)
    return _("The scale is stretched where changes lie close together")
