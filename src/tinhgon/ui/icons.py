"""Icons and marks: small drawings of our own, in one hand, on a grid of 24 by 24.

A drawing stands beside words, never instead of them; where it must stand alone it gets a label.
"""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

ICONS = {
    "arrow-left": '<path d="M20 12H5M11 6l-6 6 6 6"/>',
    "arrow-right": '<path d="M4 12h15M13 6l6 6-6 6"/>',
    "bell": '<path d="M6 16v-5a6 6 0 0 1 12 0v5l2 2H4zM10 21h4"/>',
    "calendar": (
        '<rect x="3" y="5" width="18" height="16" rx="2"/><path d="M3 10h18M8 3v4M16 3v4"/>'
    ),
    "check": '<path d="m4 12.5 5 5L20 6.5"/>',
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>',
    "close": '<path d="m6 6 12 12M18 6 6 18"/>',
    "copy": (
        '<rect x="8" y="8" width="12" height="12" rx="2"/><path d="M16 8V6a2 2 0 0 0-2-2H6a2 2 '
        '0 0 0-2 2v8a2 2 0 0 0 2 2h2"/>'
    ),
    "document": '<path d="M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h7"/>',
    "download": '<path d="M12 4v11M7 11l5 5 5-5M4 20h16"/>',
    "edit": '<path d="m4 20 1-5L16 4l4 4L9 19zM13 7l4 4"/>',
    "external": '<path d="M18 14v5H5V6h5M13 4h7v7M20 4l-9 9"/>',
    "filter": '<path d="M3 5h18l-7 8v6l-4 2v-8z"/>',
    "flow": '<path d="M3 5c9 0 9 7 18 7M3 19c9 0 9-7 18-7"/>',
    "hand-over": '<path d="M4 8h14l-4-4M20 16H6l4 4"/>',
    "history": '<path d="M4 12a8 8 0 1 0 3-6.2L4 8M4 3v5h5M12 8v4.5l3 1.5"/>',
    "home": '<path d="m3 11 9-7 9 7v9h-6v-6H9v6H3z"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v5M12 8v.01"/>',
    "key": '<circle cx="8" cy="15" r="5"/><path d="m11.5 11.5 8-8M16 7l3 3"/>',
    "land": '<path d="M3 20 9 9l4 6 3-4 5 9z"/><circle cx="17" cy="5" r="2"/>',
    "law": '<path d="M12 4v16M7 20h10M4 7h16M7 7l-3 7h6zM17 7l-3 7h6z"/>',
    "link": (
        '<path d="M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1.5 1.5M14 10a4 4 0 0 0-6-.5l-3 3a4 '
        '4 0 0 0 6 6l1.5-1.5"/>'
    ),
    "lock": '<rect x="5" y="11" width="14" height="10" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>',
    "mail": '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="m3 7 9 7 9-7"/>',
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "missing": '<circle cx="12" cy="12" r="9" stroke-dasharray="3.5 3"/>',
    "people": (
        '<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 5.2a3.5 '
        '3.5 0 0 1 0 6M18 14.5c2 .7 3.2 2.5 3.5 5.5"/>'
    ),
    "person": (
        '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c.6-4.5 3.4-6.5 7.5-6.5s6.9 2 7.5 6.5"/>'
    ),
    "phone": (
        '<path d="M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2C10 20.5 3.5 14 '
        '3 6a2 2 0 0 1 2-2z"/>'
    ),
    "pin": (
        '<path d="M12 21c4-5 7-8 7-12a7 7 0 0 0-14 0c0 4 3 7 7 12z"/><circle cx="12" cy="9" '
        'r="2.5"/>'
    ),
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "print": '<path d="M7 9V3h10v6M7 18H4v-7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v7h-3M7 14h10v7H7z"/>',
    "seal": '<circle cx="12" cy="9" r="6"/><path d="m8.5 14-1.5 8 5-3 5 3-1.5-8M9.5 9l2 2 3-3.5"/>',
    "search": '<circle cx="11" cy="11" r="7"/><path d="m21 21-4.5-4.5"/>',
    "share": (
        '<circle cx="6" cy="12" r="2.5"/><circle cx="18" cy="5.5" r="2.5"/><circle cx="18" '
        'cy="18.5" r="2.5"/><path d="m8.3 10.9 7.4-4.2M8.3 13.1l7.4 4.2"/>'
    ),
    "sign-out": '<path d="M10 4H5v16h5M9 12h12M17 8l4 4-4 4"/>',
    "stop": '<path d="M8 3h8l5 5v8l-5 5H8l-5-5V8z"/><path d="M12 8v5M12 16.5v.01"/>',
    "undo": '<path d="M4 9h10a5 5 0 0 1 0 10H8M8 5 4 9l4 4"/>',
    "unit": '<path d="M9 4h6v5H9zM3 15h6v5H3zM15 15h6v5h-6zM12 9v3M6 15v-3h12v3"/>',
    "upload": '<path d="M12 20V9M7 13l5-5 5 5M4 4h16"/>',
    "warn": '<path d="M12 3 2.5 20h19z"/><path d="M12 10v4M12 17v.01"/>',
}

MARKS = {
    "P": (
        '<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="m4.5 8.2 2.5 2.5 4.5-5" '
        'fill="none" stroke="#fff" stroke-width="1.8"/>'
    ),
    "O": '<circle cx="8" cy="8" r="7" fill="currentColor"/>',
    "R": (
        '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6"/>'
        '<path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor"/>'
    ),
    "K": (
        '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6" '
        'stroke-dasharray="2.6 2"/>'
    ),
}
"""The discs of verification: they fill as certainty grows."""

BRANCHES = (
    '<svg viewBox="0 0 96 96" aria-hidden="true" focusable="false" fill="none" stroke-width="3" '
    'stroke-linecap="round"><path d="M8 24C34 24 48 34 48 58v26M88 24C62 24 48 34 48 58" '
    'stroke="#d3c8bc"/><path d="M20 14C40 18 48 34 48 58M76 14C56 18 48 34 48 58" '
    'stroke="#e3dad0"/><circle cx="48" cy="14" r="6" fill="#c08a12"/></svg>'
)
"""The mark's branches without colour: nothing has flowed together here."""


def icon(name: str, label: str = "") -> SafeString:
    """A drawing; beside words it needs no `label`, alone it does."""
    spoken = format_html('role="img" aria-label="{}"', label) if label else 'aria-hidden="true"'
    return format_html(
        '<svg class="tg-ico" viewBox="0 0 24 24" {} focusable="false">{}</svg>',
        mark_safe(spoken),
        mark_safe(ICONS[name]),
    )


def mark(letter: str, words: str = "") -> SafeString:
    """How surely a source was verified (P, O, R, K), as a disc and in words."""
    key = str(letter).upper()
    return format_html(
        '<span class="tg-mark tg-mark--{}"><svg viewBox="0 0 16 16" aria-hidden="true"'
        ' focusable="false">{}</svg>{}</span>',
        key.lower(),
        mark_safe(MARKS[key]),
        words or _mark_words(key),
    )


def severity(weight: str) -> SafeString:
    """How much a finding weighs: block, explain, note or pass; icon and word."""
    look, drawing, words = {
        "block": ("stop", "stop", _("Blocks")),
        "explain": ("warn", "warn", _("Explain")),
        "note": ("info", "info", _("Note")),
        "pass": ("pass", "check", _("Passed")),
    }[str(weight)]
    return format_html('<span class="tg-sev tg-sev--{}">{}{}</span>', look, icon(drawing), words)


def _mark_words(key: str) -> str:
    return {
        "P": _("Checked against the text"),
        "O": _("Official page"),
        "R": _("Secondary source"),
        "K": _("Not checked"),
    }[key]
