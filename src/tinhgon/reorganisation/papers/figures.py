"""Figures in sentences: each leads to the page that shows it."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tinhgon.domain.structure.units import Structure, Unit
from tinhgon.registry.naming import kind_noun, level_title, words_in
from tinhgon.reorganisation.papers.framing import day_in_words
from tinhgon.reorganisation.papers.matter import Matter, counted
from tinhgon.reorganisation.papers.wording import listed
from tinhgon.reorganisation.rearrangement.tallies import Tally, below, levels, tally
from tinhgon.ui.filling import filled


def standing_after(matter: Matter) -> SafeString | None:
    """«Sau khi sắp xếp, thành phố Hà Nội có 51 phường và 75 xã.»"""
    done = matter.done
    place = _above(done.after, done.new)
    found = _standing(matter, below(done.after, place)) if done.new else []
    words = _("After the rearrangement %(place)s has %(units)s.")
    return _said(matter, words, place, found)


def standing_before(matter: Matter) -> SafeString | None:
    """«Đến hết ngày 30 tháng 6 năm 2025, thành phố Hà Nội có 2 quận và 5 phường.»"""
    done = matter.done
    place = _above(done.before, done.old)
    found = _standing(matter, below(done.before, place)) if done.old else []
    words = _("Until %(day)s %(place)s has %(units)s.")
    return _said(matter, words, place, found, day=day_in_words(done.eve))


def _said(
    matter: Matter, words: str, place: str | None, found: list[SafeString], **facts: object
) -> SafeString | None:
    if not found:
        return None
    name = matter.names.link(place) if place else words_in(matter.names.jurisdiction.whole)
    return filled(words, place=name, units=listed(found), **facts)


def _above(structure: Structure, units: list[Unit]) -> str | None:
    """The key of the lowest unit above all of these; None where that is the whole."""
    paths = [[above.key for above in structure.path(unit.key)[1:]] for unit in units]
    shared = set(paths[0]).intersection(*paths[1:]) if paths else set()
    return next((key for key in paths[0] if key in shared), None) if shared else None


def _standing(matter: Matter, counted_by: Tally) -> list[SafeString]:
    """How many there are of each level that is concerned, the highest first."""
    concerned = levels(matter.done.tallies)
    known = [level for level in matter.names.jurisdiction.levels if level in concerned]
    said = [standing(matter, level, counted_by) for level in known]
    return [one for one in said if one]


def standing(matter: Matter, level: str, counted_by: Tally) -> SafeString | None:
    """«126 đơn vị hành chính cấp xã», in brackets of which kinds; None where there is none."""
    kinds = {kind: many for (of, kind), many in counted_by.items() if of == level and many}
    total = sum(kinds.values())
    if not total:
        return None
    jurisdiction = matter.names.jurisdiction
    parts = [
        _many(matter, many, kind_noun(jurisdiction, level, kind, many))
        for kind, many in sorted(kinds.items(), key=lambda one: -one[1])
    ]
    if len(parts) == 1:
        return parts[0]
    title = level_title(jurisdiction, level, total)
    whole = _many(matter, total, f"{title[:1].lower()}{title[1:]}")
    return filled(_("%(whole)s (%(parts)s)"), whole=whole, parts=listed(parts))


def _many(matter: Matter, many: int, noun: str) -> SafeString:
    return filled("%(many)s %(noun)s", many=counted(many, matter.page), noun=noun)


def ending(matter: Matter) -> list[Unit]:
    """The units that end."""
    before = matter.done.before
    return [before[key] for key in matter.done.ended if key in before]


def beginning(matter: Matter) -> list[Unit]:
    """The units that begin."""
    before, after = matter.done.before, matter.done.after
    return [after[key] for key in matter.done.begun if key not in before and key in after]


def numbered(matter: Matter, units: list[Unit]) -> SafeString:
    """«2 quận và 5 phường», the highest level first."""
    counted_by = tally(units)
    said = [standing(matter, level, counted_by) for level in matter.names.jurisdiction.levels]
    return listed([one for one in said if one])
