"""Why a file is not read, or something is no number of a document, and how it is said."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tinhgon.domain.documents.numbers import Misnumbered
from tinhgon.ui import writing


class Refused(Exception):
    """A file was not read: `code` names the sentence, `facts` are the values it needs."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


WORDS: dict[str, Promise] = {
    "too-large": _("The file has more than %(most)s MB. Send it in parts."),
    "too-long": _("The file has more than %(most)s characters of text. Send it in parts."),
    "too-many-pages": _("The file has more than %(most)s pages. Send it in parts."),
    "unpacks-too-large": _("The file unpacks to more than %(most)s MB and is not opened."),
    "no-text": _(
        "There is no text in the file. If it is a scanned paper, have the text recognised first."
    ),
    "broken": _("The file begins as %(format)s but is broken. Save it anew and send it again."),
    "locked": _("The file is locked by a password. Send it without one."),
    "old-word": _("The file is of the old Word format. Save it as DOCX and send it again."),
    "not-text": _("The file is neither text in UTF-8 nor DOCX nor PDF."),
}

NUMBER_WORDS: dict[str, Promise] = {
    "empty": _("Give the number of a document, such as 16/2015/NĐ-CP or 07-KH/BCĐ."),
    "too-long": _("The number of a document has at most %(most)s characters."),
    "no-serial": _("The number of a document begins with digits, as 16/2015/NĐ-CP does."),
    "no-stroke": _(
        "After the digits comes “/” (of the State: 16/2015/NĐ-CP) or “-”, a type and “/” (of the "
        "Party: 07-KH/BCĐ)."
    ),
    "bad-year": _("“%(year)s” is no year."),
    "bad-symbol": _("“%(symbol)s” is no symbol: a symbol begins with a letter."),
    "unknown-type": _("No type of document has the symbol “%(type)s”."),
    "no-type": _(
        "The number says neither what the document is nor who drafted it: after %(issuer)s "
        "something is missing."
    ),
    "no-issuer": _("The number does not say who issued the document."),
    "several-issuers": _("Only what is issued jointly names several issuers."),
}


def refusal_words(refused: Refused) -> str:
    """What is wrong with a file and what to do, in the reader's language."""
    return str(WORDS[refused.code]) % {
        name: writing.count(value) if isinstance(value, int) else value
        for name, value in refused.facts.items()
    }


def misnumbered_words(wrong: Misnumbered) -> str:
    """What is wrong with a number, in the reader's language."""
    return str(NUMBER_WORDS[wrong.code]) % wrong.facts
