"""The trend as a picture (SVG): what was still open at the end of each stretch, drawn at once."""

from collections.abc import Sequence

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tinhgon.directives.progress.figures import Figures
from tinhgon.ui import writing
from tinhgon.work.listing.stood import Quadrant, Stretch

WIDTH, HEIGHT, TOP, FOOT = 480, 200, 18, 22
STACK = (
    (Quadrant.OPEN_LATE, "is-new"),
    (Quadrant.SUSPENDED, "is-marked"),
    (Quadrant.OPEN_IN_TIME, "is-old"),
)
"""From the bottom: what is late in red, what stands still in gold, the rest in grey."""


def chart(points: Sequence[tuple[Stretch, Figures]], urls: Sequence[str]) -> SafeString:
    """A bar for each stretch that leads to its open works; the table beside says the same."""
    most = max((figures.open for _stretch, figures in points), default=0) or 1
    step = WIDTH / max(len(points), 1)
    drawn = [
        _bar(stretch, figures, url, place * step, step, most)
        for place, ((stretch, figures), url) in enumerate(zip(points, urls, strict=True))
    ]
    return format_html(
        '<svg class="tg-flow" viewBox="0 0 {} {}" role="group" aria-label="{}">{}</svg>',
        WIDTH,
        HEIGHT,
        _("Works not done at the end of each period; the table below says the same"),
        mark_safe("".join(drawn)),
    )


def _bar(stretch: Stretch, figures: Figures, url: str, left: float, step: float, most: int) -> str:
    width, x, base = round(step * 0.7, 1), round(left + step * 0.15, 1), float(HEIGHT - FOOT)
    middle, pieces = round(left + step / 2, 1), []
    for quadrant, look in STACK:
        height = round(figures.by[quadrant] / most * (HEIGHT - TOP - FOOT), 1)
        base = round(base - height, 1)
        pieces.append(
            f'<rect class="tg-flow__bar {look}" x="{x}" y="{base}" width="{width}" '
            f'height="{height}" />'
        )
    words = _("%(day)s: %(open)s not done, %(late)s of them late") % {
        "day": writing.day(stretch.last),
        "open": writing.count(figures.open),
        "late": writing.count(figures.by[Quadrant.OPEN_LATE]),
    }
    return (
        f'<a href="{escape(url)}"><title>{escape(words)}</title>{"".join(pieces)}'
        f'<text class="is-quiet" x="{middle}" y="{base - 4}" text-anchor="middle">'
        f"{writing.count(figures.open)}</text>"
        f'<text class="is-quiet" x="{middle}" y="{HEIGHT - 6}" text-anchor="middle">'
        f"{stretch.last:%d/%m}</text></a>"
    )
