"""Citations (căn cứ): an instrument by its number and day, and an article, as data and in words.

In the files of figures an instrument is written `150/2025/NĐ-CP of 2025-06-12` and an article
`5(2)b`. What is not known is written `unknown`.
"""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from tinhgon.ui import writing

UNKNOWN = "unknown"
ARTICLE = re.compile(r"(?P<article>\d+[a-z]?)(?:\((?P<paragraph>\d+)\))?(?P<point>[a-zđ])?")


class Unreadable(ValueError):
    """A file of figures that cannot be used: `place` says where, `code` what is wrong."""

    def __init__(self, place: str, code: str, **facts: object) -> None:
        super().__init__(f"{place}: {code} {facts or ''}".strip())
        self.place, self.code, self.facts = place, code, facts


@dataclass(frozen=True)
class Instrument:
    """A legal document: its number and the day it was issued, None where that is unknown."""

    number: str
    issued: date | None = None

    @property
    def words(self) -> str:
        """As people cite it: 150/2025/NĐ-CP ngày 12/06/2025."""
        if self.issued is None:
            return _("%(number)s (day unknown)") % {"number": self.number}
        written = {"number": self.number, "day": writing.day(self.issued)}
        return _("%(number)s of %(day)s") % written


def read_instrument(written: object, place: str) -> Instrument | None:
    """The instrument that a file names; None where the file says that it is unknown."""
    if written == UNKNOWN:
        return None
    number, found, issued = str(written).partition(" of ")
    try:
        return Instrument(number, None if issued == UNKNOWN else date.fromisoformat(issued))
    except ValueError:
        code = "bad-day" if found else "no-day"
        raise Unreadable(place, code, written=written) from None


def read_article(written: object, place: str) -> str | None:
    """The article that a file names, as it is written there."""
    if written == UNKNOWN:
        return None
    if not ARTICLE.fullmatch(str(written)):
        raise Unreadable(place, "bad-article", written=written)
    return str(written)


def article_words(article: str | None) -> str:
    """«Điểm b khoản 2 Điều 5», in English Article 5(2)(b)."""
    found = ARTICLE.fullmatch(article or "")
    if not found:
        return _("article unknown")
    parts = found.groupdict()
    if parts["point"] and parts["paragraph"]:
        return _("Article %(article)s(%(paragraph)s)(%(point)s)") % parts
    if parts["paragraph"]:
        return _("Article %(article)s(%(paragraph)s)") % parts
    return _("Article %(article)s") % parts
