"""The commands of books, and what they share: which book is meant, and what refuses an act."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from django.core.exceptions import ValidationError
from django.utils import timezone

from tinhgon.directives.correspondence.naming import book_known
from tinhgon.directives.correspondence.refusals import Refused, refusal_words
from tinhgon.directives.models import Book
from tinhgon.directives.permissions import DirectivesPermission
from tinhgon.domain.documents.numbers import Misnumbered
from tinhgon.registry.instrument.actions import Unregistrable
from tinhgon.ui.commands import REFUSED, acting, fail, require

KEEP = DirectivesPermission.CORRESPONDENCE


@click.group()
def correspondence() -> None:
    """Books of documents that come to a unit and go out from it."""


def book_seen(id: int) -> Book:
    """A book that whoever acts may see."""
    return book_known(id, acting(), on=timezone.localdate())


def book_kept(id: int) -> Book:
    """A book that whoever acts keeps."""
    found = book_seen(id)
    require(KEEP, found.unit.key)
    return found


@contextmanager
def refused() -> Iterator[None]:
    """What refuses an act ends the command with its sentence."""
    try:
        yield
    except (Refused, Misnumbered, Unregistrable) as wrong:
        fail(refusal_words(wrong), REFUSED)
    except ValidationError as wrong:
        fail(" ".join(wrong.messages), REFUSED)
