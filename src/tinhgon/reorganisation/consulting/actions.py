"""What may be said about a package before it is enacted, and who is let in to say it.

What somebody wrote stands in its row alone; the record of acts keeps its digest.
"""

from datetime import date
from hashlib import sha256
from typing import Any

from django.utils import timezone

from tinhgon.accounts.models import User
from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.reorganisation import workflow
from tinhgon.reorganisation.keeping import person
from tinhgon.reorganisation.models import Comment, Invitation, Package, Plan, State
from tinhgon.reorganisation.queries import held

CONSULTED = frozenset({State.DRAFT, State.APPRAISED, State.SEALED, State.APPROVED})
"""The states in which comments are taken: once it is enacted, it is decided."""


class Settled(Exception):
    """A comment was settled already; its answer stays."""


class NotInvited(Exception):
    """Whoever is to read no more was not invited."""


@act
def comment(
    package: Package, *, by: Actor, on: date, text: str, plan: Plan | None = None, unit: str = ""
) -> Comment:
    """Say something about a package, a plan of it or a unit (góp ý); `unit` is its key.

    Raises `workflow.Refused` once the package is enacted or withdrawn.
    """
    package, at, said = _consulted(package), timezone.now(), text.strip()
    made = Comment.objects.create(
        package=package, plan=plan, unit=unit, text=said, at=at, on=on, **person(by)
    )
    about = {"plan": plan.code if plan else None, "unit": unit or None}
    _note(package, "plan.commented", by, on, comment=made.pk, text=_digest(said), **about)
    return made


@act
def settle(comment: Comment, *, by: Actor, on: date, answer: str) -> Comment:
    """Answer a comment and settle it (giải trình). Raises `Settled` the second time."""
    comment = Comment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
    if comment.settled_at:
        raise Settled
    comment.settled_at, comment.answer = timezone.now(), answer.strip()
    comment.settled_by = person(by)["by"]
    comment.save(update_fields=["settled_at", "settled_by", "answer"])
    facts = {"comment": comment.pk, "answer": _digest(comment.answer)}
    _note(comment.package, "plan.comment-settled", by, on, **facts)
    return comment


@act
def invite(package: Package, *, by: Actor, on: date, reader: User) -> Invitation:
    """Let somebody read a draft and comment on it (mời góp ý). Again, it changes nothing."""
    package, at = _consulted(package), timezone.now()
    said = {"at": at, "on": on, **person(by)}
    made, new = Invitation.objects.get_or_create(package=package, reader=reader, defaults=said)
    if new:
        _note(package, "plan.invited", by, on, reader=reader.audit_name)
    return made


@act
def uninvite(package: Package, *, by: Actor, on: date, reader: User) -> None:
    """Let somebody read a draft no more; what they said stays. Raises `NotInvited`."""
    package = held(package)
    ended, _rows = package.invitations.filter(reader=reader).delete()
    if not ended:
        raise NotInvited
    _note(package, "plan.uninvited", by, on, reader=reader.audit_name)


def _consulted(package: Package) -> Package:
    """The package as it stands now, held, if comments on it are still taken."""
    package = held(package)
    if package.state not in CONSULTED:
        raise workflow.Refused("comment", package.state)
    return package


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _note(package: Package, act: str, by: Actor, on: date, **facts: Any) -> None:
    record(act, by=by, target=package.chain, on=on.isoformat(), **facts)
