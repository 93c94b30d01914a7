"""What is said of a document when it is registered."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tinhgon.registry.models import Unit


class Among(StrEnum):
    """Whether a document that goes out stands among the instruments, which everybody can read.

    `ENTER` puts it there, `SAME` says that it is the one of its number and day that stands there
    already, `NO` leaves it in the book alone.
    """

    ENTER = "enter"
    SAME = "same"
    NO = "no"


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """A document that came in.

    Without `follows_form` the number is kept as written, or there is none: letters from abroad.
    Without a `kind` it is the one that the number says. `sender` are words where it is no unit.
    """

    issued: date
    received: date
    abstract: str
    number: str = ""
    follows_form: bool = True
    kind: str = ""
    sender_unit: Unit | None = None
    sender: str = ""
    due: date | None = None


@dataclass(frozen=True, kw_only=True)
class Outgoing:
    """A document that goes out: `type` is the symbol of its kind, none for a letter of the State.

    `kind` says which, where a symbol stands for several. `issuer` is what stands behind the type;
    without it, what usually does in the book. `with_year` is for what is normative.
    """

    issued: date
    abstract: str
    signer: str
    recipients: str
    type: str = ""
    kind: str = ""
    issuer: str = ""
    with_year: bool = False
    among: Among = Among.NO
