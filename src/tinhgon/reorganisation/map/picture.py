"""A map as SVG, written at once: it has up to some thousands of dots.

What is drawn is hidden from those who hear pages: they have the sentence and the table.
"""

from collections.abc import Callable, Iterable, Iterator

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tinhgon.reorganisation.map.drawing import Dot, Drawing, Ground
from tinhgon.reorganisation.map.labels import Label, labels
from tinhgon.ui import writing

Words = Callable[[Dot], str]


def picture(
    drawing: Drawing, label: str, name: Words, url: Words, is_chosen: bool = False
) -> SafeString:
    """A map with its sentence; every dot leads to its `url`.

    What is gold was chosen, or is only an example: then all the others stand back less.
    """
    drawn = [
        *map(_ground, drawing.grounds),
        *_lines(drawing),
        *(_dot(dot, drawing.size, name(dot), url(dot)) for dot in drawing.dots),
        *map(_label, labels(drawing, name)),
        *_scale(drawing),
    ]
    return format_html(
        '<svg class="tg-map{}" viewBox="0 0 {} {}" role="group" aria-label="{}">'
        '<g aria-hidden="true">{}</g></svg>',
        " is-chosen" * is_chosen,
        drawing.sheet.width,
        drawing.sheet.height,
        label,
        mark_safe("".join(drawn)),
    )


def _ground(ground: Ground) -> str:
    look = "tg-map__ground" + " is-gold" * ground.gold
    return f'<path class="{look}" fill-rule="evenodd" d="{ground.path}" />'


def _lines(drawing: Drawing) -> Iterable[str]:
    return (f'<path class="tg-map__line {look}" d="{d}" />' for look, d in drawing.lines.items())


def _dot(dot: Dot, size: float, name: str, url: str) -> str:
    look = "is-new" if dot.is_new else "is-old"
    look += " is-gold" * dot.gold + " is-estimated" * dot.estimated
    return (
        f'<a href="{escape(url)}" tabindex="-1"><circle class="tg-map__dot {look}" '
        f'cx="{dot.x}" cy="{dot.y}" r="{size}"><title>{escape(name)}</title></circle></a>'
    )


def _label(label: Label) -> str:
    look = ' class="is-gold"' if label.gold else ""
    return (
        f'<text{look} x="{label.x}" y="{label.y}" text-anchor="{label.anchor}" '
        f'dominant-baseline="central">{escape(label.words)}</text>'
    )


def _scale(drawing: Drawing) -> Iterator[str]:
    """The bar of the scale below at the left, north above at the right."""
    sheet, bar = drawing.sheet, drawing.sheet.bar
    x, y = 8, sheet.height - 10
    words = _("%s km") % writing.number(bar.km)
    yield f'<path class="tg-map__scale" d="M{x} {y - 5}v5h{bar.length}v-5" />'
    yield f'<text class="is-scale" x="{x + 4}" y="{y - 9}">{escape(words)}</text>'
    north, name = sheet.width - 16, escape(_("N"))
    yield f'<path class="tg-map__north" d="M{north} 8l6 16l-6 -4l-6 4z" />'
    yield f'<text class="is-scale" x="{north}" y="42" text-anchor="middle">{name}</text>'
