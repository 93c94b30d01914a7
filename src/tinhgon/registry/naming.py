"""How units, levels and kinds are called on pages, and where their pages are.

The words come from the jurisdiction file, in the reader's language where it has them.
"""

from collections.abc import Collection
from functools import lru_cache
from urllib.parse import urlencode

from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tinhgon.domain.jurisdiction_file import Words
from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.ui.asked import Asked


def words_in(words: Words, count: int = 1) -> str:
    """A word of the jurisdiction file in the reader's language, for so many."""
    return words.in_(get_language() or "", count)


def level_noun(jurisdiction: Jurisdiction, level: str, count: int = 1) -> str:
    """What units of a level are called: «xã, phường, đặc khu», communes."""
    return words_in(jurisdiction.words[level].noun, count)


def level_title(jurisdiction: Jurisdiction, level: str, count: int = 1) -> str:
    """What units of a level are: «Đơn vị hành chính cấp xã», Commune-level unit."""
    return words_in(jurisdiction.words[level].title, count)


def kind_noun(jurisdiction: Jurisdiction, level: str, kind: str, count: int = 1) -> str:
    """What units of a kind are called; the kind itself where the file has no words for it."""
    words = jurisdiction.words[level].kinds.get(kind)
    return words_in(words, count) if words else kind


def kinds_noun(jurisdiction: Jurisdiction, level: str, kinds: Collection[str], count: int) -> str:
    """What units of a level are called by the kinds that are among them: «xã, phường»."""
    order = [kind for kind in jurisdiction.levels[level].kinds if kind in kinds]
    *first, last = dict.fromkeys(kind_noun(jurisdiction, level, kind, count) for kind in order)
    if not first:
        return last
    return _("%(first)s and %(last)s") % {"first": ", ".join(first), "last": last}


def unit_url(key: str, asked: Asked | None = None) -> str:
    """The page of a unit, for the day that the present page is asked about."""
    return _unit_path(key, get_language(), get_script_prefix()) + (asked.query if asked else "")


@lru_cache(maxsize=10_000)
def _unit_path(key: str, language: str | None, root: str) -> str:
    """The address of a page is asked for many times; it depends on language and root."""
    return reverse("registry:unit", args=[key])


def instrument_url(id: int) -> str:
    """The page of an instrument."""
    return reverse("registry:instrument", args=[id])


def where_url(query: str, **asked: str) -> str:
    """The page that answers where something is to be found now."""
    return f"{reverse('registry:where')}?{urlencode({'q': query, **asked})}"
