"""Books of documents for programs: those of a unit, what stands in one, registering, acts."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema, Status

from tinhgon.directives.correspondence import actions
from tinhgon.directives.correspondence.entitlement import (
    SEEING,
    ask_to_keep,
    sees,
)
from tinhgon.directives.correspondence.json_documents import book_document, entry_document
from tinhgon.directives.correspondence.listing import Wish, books_of, entries
from tinhgon.directives.correspondence.naming import book_known, entry_known
from tinhgon.directives.correspondence.papers import Among, Incoming, Outgoing
from tinhgon.directives.correspondence.refusals import Refused, refusal_words
from tinhgon.directives.correspondence.registering import MOST
from tinhgon.directives.models import Book, BookEntry, Direction
from tinhgon.directives.permissions import DirectivesPermission
from tinhgon.domain.documents.kinds import System
from tinhgon.domain.documents.numbers import Misnumbered
from tinhgon.registry import queries
from tinhgon.registry.instrument.actions import Unregistrable
from tinhgon.staff.api.asked import not_allowed, officer_named
from tinhgon.ui.api import (
    PROBLEMS,
    Body,
    Cursor,
    Limit,
    Page,
    Problem,
    caller,
    needs,
    page,
    signed_in,
)
from tinhgon.work.entitlement import NotEntitled

router = Router(tags=["correspondence"])

KEY = "A unit's key, or its code on the day."
KEEP = DirectivesPermission.CORRESPONDENCE


class BookOut(Schema):
    """A book; `last` is the last number that was given, 0 if none was."""

    id: int
    unit: str
    direction: str
    year: int
    name: str
    system: str
    issuer: str
    count: int
    last: int


class ForwardedOut(Schema):
    """To whom a document was passed on."""

    unit: str
    officer: str | None
    at: datetime
    words: str


class BookEntryOut(Schema):
    """A document in a book under its running number."""

    book: int
    serial: int
    number: str
    issued: date
    kind: str
    abstract: str
    received: date | None
    sender: str
    sender_unit: str | None
    due: date | None
    signer: str
    recipients: str
    instrument: int | None
    forwarded: list[ForwardedOut]
    entered_at: datetime
    cancelled_at: datetime | None
    cancel_reason: str


class BookIn(Body):
    """A book to be opened; `system` and `issuer` matter to what goes out."""

    direction: Literal["incoming", "outgoing"]
    year: int = Field(ge=1945, le=2999)
    name: str = Field(max_length=100)
    system: Literal["state", "party"] = "state"
    issuer: str = Field("", max_length=MOST["issuer"])


class IncomingIn(Body):
    """A document that came in; without `follows_form` its number is kept as written."""

    issued: date
    received: date
    abstract: str = Field(max_length=MOST["abstract"])
    number: str = Field("", max_length=MOST["number"])
    follows_form: bool = True
    kind: str = Field("", max_length=MOST["kind"])
    sender_unit: str | None = Field(None, max_length=64, description=KEY)
    sender: str = Field("", max_length=MOST["sender"])
    due: date | None = None


class OutgoingIn(Body):
    """A document that goes out; `type` is the symbol of its kind, empty for a letter."""

    issued: date
    abstract: str = Field(max_length=MOST["abstract"])
    signer: str = Field(max_length=MOST["signer"])
    recipients: str = Field(max_length=MOST["recipients"])
    type: str = Field("", max_length=10)
    kind: str = Field("", max_length=MOST["kind"])
    issuer: str = Field("", max_length=MOST["issuer"])
    with_year: bool = False
    among: Literal["enter", "same", "no"] = Field(
        "no", description="Whether it stands among the instruments, which are public."
    )


class BookActIn(Body):
    """What is done with a document; `forward` takes unit or officer, `cancel` the words."""

    act: Literal["forward", "cancel"]
    words: str = Field("", max_length=500)
    unit: str | None = Field(None, max_length=64, description=KEY)
    officer: str | None = Field(None, max_length=64)


class BookEntryChangeIn(Body):
    """What is put right of a document: only members that are sent are changed.

    Of one that went out these are kind, abstract, signer and recipients.
    """

    number: str = Field("", max_length=MOST["number"])
    follows_form: bool | None = None
    issued: date | None = None
    received: date | None = None
    kind: str = Field("", max_length=MOST["kind"])
    abstract: str = Field("", max_length=MOST["abstract"])
    sender_unit: str | None = Field(None, max_length=64, description=KEY)
    sender: str = Field("", max_length=MOST["sender"])
    due: date | None = None
    signer: str = Field("", max_length=MOST["signer"])
    recipients: str = Field("", max_length=MOST["recipients"])


@router.get(
    "/units/{key}/books", response={200: Page[BookOut], **PROBLEMS}, operation_id="list_books"
)
@signed_in
def list_books(request: HttpRequest, key: str, cursor: Cursor, limit: Limit) -> Any:
    """The books of a unit and of those from which it took over, the latest year first."""
    today = localdate()
    unit = queries.unit(key, today)
    if not sees(unit.key, caller(request), on=today, through=_through(request)):
        raise not_allowed(KEEP, unit.key)
    found = page(books_of(unit.key), cursor, limit)
    return {**found, "items": [book_document(one, one.count, one.last) for one in found["items"]]}


@router.post("/units/{key}/books", response={201: BookOut, **PROBLEMS}, operation_id="open_book")
@needs(KEEP)
def open_book(request: HttpRequest, key: str, body: BookIn) -> Any:
    """Open a book for a year; its numbers begin at one."""
    unit = queries.unit(key, localdate())
    given = body.dict() | {"direction": Direction(body.direction), "system": System(body.system)}
    with refusals():
        ask_to_keep(unit.key, caller(request), on=localdate())
        made = actions.open_book(by=caller(request), at=timezone.now(), unit=unit, **given)
    return Status(201, book_document(made, 0, None))


@router.get(
    "/books/{int:id}/entries",
    response={200: Page[BookEntryOut], **PROBLEMS},
    operation_id="list_book_entries",
)
@signed_in
def list_book_entries(
    request: HttpRequest,
    id: int,
    cursor: Cursor,
    limit: Limit,
    q: str = "",
    party: str = "",
    since: date | None = None,
    until: date | None = None,
) -> Any:
    """What stands in a book, the last number first; `party` are words of sender or recipients."""
    found = page(entries(_book(request, id), Wish(q, party, since, until)), cursor, limit)
    return {**found, "items": [entry_document(one) for one in found["items"]]}


@router.get(
    "/books/{int:id}/entries/{int:serial}",
    response={200: BookEntryOut, **PROBLEMS},
    operation_id="get_book_entry",
)
@signed_in
def get_book_entry(request: HttpRequest, id: int, serial: int) -> Any:
    """One document of a book."""
    return entry_document(_entry(request, id, serial))


@router.post(
    "/books/{int:id}/incoming",
    response={201: BookEntryOut, **PROBLEMS},
    operation_id="register_incoming",
)
@needs(KEEP)
def register_incoming(request: HttpRequest, id: int, body: IncomingIn) -> Any:
    """Register a document that came in; it gets the next number of the book."""
    kept, given = book_kept(request, id), body.dict()
    if body.sender_unit:
        given["sender_unit"] = queries.unit(body.sender_unit, localdate())
    with refusals():
        made = actions.register_incoming(
            kept, by=caller(request), at=timezone.now(), paper=Incoming(**given)
        )
    return Status(201, entry_document(made))


@router.post(
    "/books/{int:id}/outgoing",
    response={201: BookEntryOut, **PROBLEMS},
    operation_id="register_outgoing",
)
@needs(KEEP)
def register_outgoing(request: HttpRequest, id: int, body: OutgoingIn) -> Any:
    """Register a document that goes out; kind, issuer and the next number make its own."""
    kept, given = book_kept(request, id), body.dict() | {"among": Among(body.among)}
    with refusals():
        made = actions.register_outgoing(
            kept, by=caller(request), at=timezone.now(), paper=Outgoing(**given)
        )
    return Status(201, entry_document(made))


@router.post(
    "/books/{int:id}/entries/{int:serial}/acts",
    response={201: BookEntryOut, **PROBLEMS},
    operation_id="act_on_book_entry",
)
@needs(KEEP)
def act_on_book_entry(request: HttpRequest, id: int, serial: int, body: BookActIn) -> Any:
    """Pass a document on, or cancel its registration."""
    by, at = caller(request), timezone.now()
    one = _entry(request, id, serial)
    with refusals():
        ask_to_keep(one.book.unit.key, by, on=localdate())
        if body.act == "cancel":
            actions.cancel(one, by=by, at=at, reason=body.words)
        else:
            unit = queries.unit(body.unit, localdate()) if body.unit else None
            officer = officer_named(body.officer)
            actions.forward(one, by=by, at=at, unit=unit, officer=officer, words=body.words)
    return Status(201, entry_document(_entry(request, id, serial)))


@router.post(
    "/books/{int:id}/entries/{int:serial}/amendments",
    response={201: BookEntryOut, **PROBLEMS},
    operation_id="amend_book_entry",
)
@needs(KEEP)
def amend_book_entry(request: HttpRequest, id: int, serial: int, body: BookEntryChangeIn) -> Any:
    """Put right what was registered wrongly; how it stood before stays in the record."""
    by, one = caller(request), _entry(request, id, serial)
    changed = body.dict(exclude_unset=True)
    more = {"follows_form": changed.pop("follows_form", None)}
    if changed.get("sender_unit"):
        changed["sender_unit"] = queries.unit(changed["sender_unit"], localdate())
    for day in ("issued", "received"):
        if day in changed and changed[day] is None:
            raise Problem(422, "no-day", _("This must be a day, written 2025-07-01."), fact=day)
    with refusals():
        ask_to_keep(one.book.unit.key, by, on=localdate())
        actions.amend(one, by=by, at=timezone.now(), changed=changed, **more)
    return Status(201, entry_document(_entry(request, id, serial)))


def _through(request: HttpRequest) -> list[str]:
    """The permissions to see that the token has."""
    _by, scopes = request.auth  # type: ignore[attr-defined]
    return [one for one in SEEING if one in scopes]


def _book(request: HttpRequest, id: int) -> Book:
    return book_known(id, caller(request), on=localdate(), through=_through(request))


def book_kept(request: HttpRequest, id: int) -> Book:
    """A book that the caller keeps."""
    found = _book(request, id)
    with refusals():
        ask_to_keep(found.unit.key, caller(request), on=localdate())
    return found


def _entry(request: HttpRequest, id: int, serial: int) -> BookEntry:
    return entry_known(id, serial, caller(request), on=localdate(), through=_through(request))


@contextmanager
def refusals() -> Iterator[None]:
    """What refuses an act is told as a problem."""
    try:
        yield
    except NotEntitled as wrong:
        raise not_allowed(wrong.permission, wrong.unit) from None
    except Misnumbered as wrong:
        raise Problem(422, wrong.code, refusal_words(wrong), fact="number") from None
    except (Refused, Unregistrable) as refused:
        more = {"fact": refused.fact} if refused.fact else {}
        raise Problem(409, refused.code, refusal_words(refused), **more) from None
    except ValidationError as wrong:
        raise Problem(422, "impossible", " ".join(wrong.messages)) from None
