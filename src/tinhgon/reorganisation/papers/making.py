"""Papers of a package by name, and written as files: the one way in for pages, API and commands."""

from collections.abc import Callable, Iterable

from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from tinhgon.documents.papers.docx_file import docx_bytes
from tinhgon.documents.papers.pdf_file import pdf_bytes
from tinhgon.documents.papers.value import Paper
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.papers.annexes import annexes
from tinhgon.reorganisation.papers.decision import decision
from tinhgon.reorganisation.papers.framing import framed
from tinhgon.reorganisation.papers.keeping import BeingMade, keep, kept, one_at_a_time
from tinhgon.reorganisation.papers.listing import (
    ANNEXES,
    SCHEME,
    SUBMISSION,
    Listed,
    form_of,
    listed,
)
from tinhgon.reorganisation.papers.matter import Manner, Matter, matter_of
from tinhgon.reorganisation.papers.scheme import scheme
from tinhgon.reorganisation.papers.submission import submission
from tinhgon.reorganisation.queries import plans_of

KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
"""The kinds of file, with what they are to whoever receives them."""

FILES: dict[str, Callable[[Paper], bytes]] = {"docx": docx_bytes, "pdf": pdf_bytes}


class NoSuchPaper(Exception):
    """A package has no paper of this name; `names` are those that it has."""

    def __init__(self, name: str, names: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name, self.names = name, names


class TooLong(Exception):
    """A paper of so many operations that no PDF is made of it for whoever asks."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NotMadeYet(TooLong):
    """A long paper that is kept nowhere, asked for by somebody for whom none is made."""


class NotNow(TooLong):
    """A long paper that is not made while another is."""


def annexed(matter: Matter) -> Paper:
    """The annexes as a paper of their own."""
    title = matter.of.title if matter.of else matter.package.title
    return framed(matter, title="", subject=title, annexes=annexes(matter))


WHOLE: dict[str, Callable[[Matter], Paper]] = {
    SCHEME: scheme,
    SUBMISSION: submission,
    ANNEXES: annexed,
}
"""The papers of a package as a whole; the others are those of one plan."""


def paper(package: Package, name: str, manner: Manner) -> Paper:
    """A paper of a package in the language of its form. Raises `NoSuchPaper`."""
    form = form_of(manner.form)
    with override(form.language or get_language()):
        matter = matter_of(package, form, manner)
        plan = _known(listed(plan for plan, _value in matter.plans), name).plan
        if plan is None:
            return WHOLE[name](matter)
        if name.startswith(ANNEXES):
            return annexed(matter.only(plan))
        return decision(matter.only(plan))


def _known(papers: Iterable[Listed], name: str) -> Listed:
    known = {one.name: one for one in papers}
    if name not in known:
        raise NoSuchPaper(name, tuple(known))
    return known[name]


def written(package: Package, name: str, kind: str, manner: Manner) -> bytes:
    """A paper as a file of a kind, of any length; a long one is kept. Raises `NoSuchPaper`."""
    if not _is_long(package, name):
        return FILES[kind](paper(package, name, manner))
    if file := kept(package, name, kind, manner):
        return file.read_bytes()
    content = FILES[kind](paper(package, name, manner))
    keep(package, name, kind, manner, content)
    return content


def asked_for(
    package: Package, name: str, kind: str, manner: Manner, may_make: bool = True
) -> bytes:
    """A paper for whoever asks over the web: a long one if it is kept, or `may_make`, as DOCX.

    Raises `NoSuchPaper`, and `TooLong` where it takes more than a site can spare.
    """
    if not _is_long(package, name) or kept(package, name, kind, manner):
        return written(package, name, kind, manner)
    if kind == "pdf":
        raise TooLong(name)
    if not may_make:
        raise NotMadeYet(name)
    try:
        with one_at_a_time():
            return written(package, name, kind, manner)
    except BeingMade:
        raise NotNow(name) from None


def _is_long(package: Package, name: str) -> bool:
    return _known(listed(plans_of(package)), name).is_long


TOO_LONG = {
    TooLong: gettext_lazy(
        "“%s” is too long for a PDF. Take it as DOCX, or the annexes of one plan."
    ),
    NotMadeYet: gettext_lazy(
        "“%s” is long and has not been made yet. Sign in to have it made, or take the annexes of "
        "one plan."
    ),
    NotNow: gettext_lazy(
        "“%s” is long, and another such paper is being made. Ask again in a minute."
    ),
}
"""Why a long paper is not given, and what to do."""


def refusal_words(refused: NoSuchPaper | TooLong) -> str:
    """Why there is no such paper, and what there is instead."""
    if isinstance(refused, TooLong):
        return str(TOO_LONG[type(refused)]) % refused.name
    facts = {"name": refused.name[:80], "names": ", ".join(refused.names[:10])}
    return _("There is no paper “%(name)s”. There are: %(names)s.") % facts
