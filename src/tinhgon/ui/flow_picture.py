"""The picture of a flow as SVG, written at once: a template would take ten times as long."""

from collections.abc import Iterator

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from tinhgon.ui.flow import Band, Bar, Flow


def flow_picture(flow: Flow, label: str, look: str = "") -> SafeString:
    """A drawing with its label; links lead to the units, titles say what each band is."""
    drawn = [*map(_band, flow.bands), *_bars(flow)]
    return format_html(
        '<svg class="tg-flow {}" viewBox="0 0 {} {}" role="group" aria-label="{}">{}</svg>',
        look,
        flow.width,
        flow.height,
        label,
        mark_safe("".join(drawn)),
    )


def _band(band: Band) -> str:
    look = f"tg-flow__band{' is-whole' * band.link.whole}{' is-marked' * band.link.marked}"
    return (
        f'<path class="{look}" d="{band.path}" stroke-width="{band.thickness}">'
        f"<title>{escape(band.link.says)}</title></path>"
    )


def _bars(flow: Flow) -> Iterator[str]:
    for side, bars in (("old", flow.left), ("new", flow.right)):
        for bar in bars:
            drawn = _bar(bar, side)
            url = bar.node.url
            yield f'<a href="{escape(url)}">{drawn}</a>' if url else drawn


def _bar(bar: Bar, side: str) -> str:
    marked = "is-marked" if bar.node.marked else ""
    place = f'x="{bar.x}" y="{bar.y}" width="{bar.width}" height="{bar.height}"'
    baseline = "auto" if bar.node.note else "central"
    drawn = (
        f'<rect class="tg-flow__bar is-{side} {marked}" {place} />'
        f'<text class="{marked}" x="{bar.text_x}" y="{bar.middle}" text-anchor="{bar.anchor}" '
        f'dominant-baseline="{baseline}">{escape(bar.node.label)}</text>'
    )
    if not bar.node.note:
        return drawn
    return drawn + (
        f'<text class="is-quiet" x="{bar.text_x}" y="{bar.note_y}" '
        f'text-anchor="{bar.anchor}">{escape(bar.node.note)}</text>'
    )
