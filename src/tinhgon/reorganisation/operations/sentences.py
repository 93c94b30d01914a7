"""Operations as sentences (thao tác bằng lời), the units in them leading to their pages.

One sentence a verb; a test asks for every verb that the core knows.
"""

from collections.abc import Callable, Iterable
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.levels import TERRITORY, Aspect
from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.units import PRINCIPAL, Unit
from tinhgon.registry.naming import level_noun
from tinhgon.reorganisation.naming import Names
from tinhgon.reorganisation.words import ASPECTS
from tinhgon.ui.filling import filled, joined


def operation_html(operation: Operation, names: Names) -> SafeString:
    """What an operation says, safe to stand in a page."""
    return SENTENCES[operation.verb](operation, names)


def operation_text(operation: Operation, names: Names) -> str:
    """What an operation says, as plain text."""
    return unescape(strip_tags(operation_html(operation, names)))


def _listed(parts: Iterable[SafeString]) -> SafeString:
    """«A, B và C»."""
    *others, last = parts
    if not others:
        return last
    return filled(_("%(others)s and %(last)s"), others=joined(others), last=last)


def _new(unit: Unit, names: Names) -> SafeString:
    """A unit that begins: by the name it will bear, also where that of another day differs."""
    return (
        names.link(unit.key) if names.unit(unit.key) else filled("%(name)s", name=names.full(unit))
    )


def _source(source: Source, names: Names) -> SafeString:
    words = {
        Extent.WHOLE: _("all of %(unit)s"),
        Extent.PART: _("a part of %(unit)s"),
        Extent.REST: _("the rest of %(unit)s"),
    }[source.extent]
    taken = filled(words, unit=names.link(source.unit))
    return _only(taken, source.carries)


def _only(taken: SafeString, carries: frozenset[Aspect] | None) -> SafeString:
    """What is taken, with the aspects where it is not both land and people."""
    if carries is None or carries >= TERRITORY:
        return taken
    aspects = ", ".join(str(ASPECTS[aspect]) for aspect in Aspect if aspect in carries)
    return filled(_("%(taken)s (only %(aspects)s)"), taken=taken, aspects=aspects)


def _form(op: Any, names: Names) -> SafeString:
    sources = _listed(_source(source, names) for source in op.sources)
    if isinstance(op.successor, Unit):
        return filled(
            _("Form %(unit)s from %(sources)s."), unit=_new(op.successor, names), sources=sources
        )
    keeps_part = any(source.unit == op.successor for source in op.sources)
    words = (
        _("Form %(unit)s anew from %(sources)s.")
        if keeps_part
        else _("%(unit)s takes in %(sources)s.")
    )
    return filled(words, unit=names.link(op.successor), sources=sources)


def _establish(op: Any, names: Names) -> SafeString:
    return filled(_("Establish %(unit)s."), unit=_new(op.unit, names))


def _consolidate(op: Any, names: Names) -> SafeString:
    sources = _listed(names.link(key) for key in op.sources)
    words = _("Consolidate %(sources)s into %(unit)s.")
    return filled(words, sources=sources, unit=_new(op.successor, names))


def _absorb(op: Any, names: Names) -> SafeString:
    absorbed = _listed(names.link(key) for key in op.absorbed)
    return filled(_("%(into)s absorbs %(absorbed)s."), into=names.link(op.into), absorbed=absorbed)


def _divide(op: Any, names: Names) -> SafeString:
    into = _listed(_new(unit, names) for unit in op.into)
    said = filled(_("Divide %(unit)s into %(into)s."), unit=names.link(op.unit), into=into)
    main = next((unit for unit in op.into if unit.key == op.main), None)
    if main is None:
        return said
    rest = filled(_("What no rule places goes to %(main)s."), main=_new(main, names))
    return filled("%(said)s %(rest)s", said=said, rest=rest)


def _split_off(op: Any, names: Names) -> SafeString:
    part = _only(filled(_("a part of %(unit)s"), unit=names.link(op.unit)), op.carries)
    return filled(_("Split off %(part)s as %(new)s."), part=part, new=_new(op.new, names))


def _transfer_part(op: Any, names: Names) -> SafeString:
    part = _only(filled(_("a part of %(unit)s"), unit=names.link(op.source)), op.carries)
    return filled(_("Transfer %(part)s to %(to)s."), part=part, to=names.link(op.to))


def _rename(op: Any, names: Names) -> SafeString:
    return filled(
        _("Rename %(unit)s: %(new)s."),
        unit=names.link(op.unit),
        new=_as(op.unit, names, name=op.name),
    )


def _reclassify(op: Any, names: Names) -> SafeString:
    new = _as(op.unit, names, kind=op.kind)
    return filled(_("%(unit)s becomes %(new)s."), unit=names.link(op.unit), new=new)


def _convert(op: Any, names: Names) -> SafeString:
    new = _as(op.unit, names, kind=op.kind)
    return filled(_("Convert %(unit)s into %(new)s."), unit=names.link(op.unit), new=new)


def _recode(op: Any, names: Names) -> SafeString:
    if op.code is None:
        return filled(_("Take the code of %(unit)s away."), unit=names.link(op.unit))
    words = _("Give %(unit)s the code %(code)s.")
    return filled(words, unit=names.link(op.unit), code=op.code)


def _change_level(op: Any, names: Names) -> SafeString:
    noun = level_noun(names.jurisdiction, op.successor.level)
    return filled(
        _("Change the level of %(unit)s: %(new)s (%(level)s)."),
        unit=names.link(op.unit),
        new=_new(op.successor, names),
        level=noun,
    )


def _move(op: Any, names: Names) -> SafeString:
    unit = names.link(op.unit)
    parent = names.link(op.parent) if op.parent else None
    if op.hierarchy != PRINCIPAL:
        words = _("Place %(unit)s under %(parent)s (%(hierarchy)s).")
        hierarchy = names.hierarchy(op.hierarchy)
        return filled(words, unit=unit, parent=parent or "–", hierarchy=hierarchy)
    if parent is None:
        return filled(_("Place %(unit)s at the top, under no other."), unit=unit)
    return filled(_("Place %(unit)s directly under %(parent)s."), unit=unit, parent=parent)


def _dissolve(op: Any, names: Names) -> SafeString:
    return filled(_("Dissolve %(unit)s."), unit=names.link(op.unit))


def _conclude(op: Any, names: Names) -> SafeString:
    words = _("%(unit)s ends, all its parts having gone where this package says.")
    return filled(words, unit=names.link(op.unit))


def _abolish_level(op: Any, names: Names) -> SafeString:
    words = _("End the level of %(level)s with all its units.")
    return filled(words, level=names.level(op.level))


def _as(key: str, names: Names, kind: str | None = None, name: str | None = None) -> str:
    """A unit as it will be called with another kind or name."""
    unit = names.unit(key)
    if unit is None:
        return name or kind or key
    return names.jurisdiction.full_name(kind or unit.kind, name or unit.name)


SENTENCES: dict[str, Callable[[Any, Names], SafeString]] = {
    "form": _form,
    "establish": _establish,
    "consolidate": _consolidate,
    "absorb": _absorb,
    "divide": _divide,
    "split-off": _split_off,
    "transfer-part": _transfer_part,
    "rename": _rename,
    "reclassify": _reclassify,
    "convert": _convert,
    "recode": _recode,
    "change-level": _change_level,
    "move": _move,
    "dissolve": _dissolve,
    "conclude": _conclude,
    "abolish-level": _abolish_level,
}
