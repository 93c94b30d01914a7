"""What may be done with posts: set one up, change it, end it, assign somebody, relieve them."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.documents.models import Instrument
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import unit_on
from tinhgon.staff.models import Assignment, Basis, Officer, Placement, Post, Rank
from tinhgon.staff.staffing import kinds_on
from tinhgon.ui import writing


@act
def set_up(
    key: str,
    *,
    by: Actor,
    unit: Unit,
    titles: Mapping[str, str],
    kind: str,
    on: date,
    rank: str = Rank.NONE,
    until: date | None = None,
    under: Instrument | None = None,
    reason: str = "",
) -> Post:
    """Set up a post in a unit from a day on (lập vị trí công tác).

    This and the other acts raise `ValidationError` by the name of what is wrong.
    """
    post = Post(key=key)
    post.full_clean()
    post.save()
    placement = Placement(
        post=post,
        unit=unit,
        titles=dict(titles),
        staff_kind=kind,
        rank=rank,
        valid_from=on,
        valid_to=until,
        instrument=under,
        reason=reason,
    )
    _check(placement)
    placement.save()
    record("post.set-up", by=by, target=f"unit:{unit.key}", **_facts(placement))
    return post


@act
def change(
    post: Post,
    *,
    by: Actor,
    on: date,
    unit: Unit | None = None,
    titles: Mapping[str, str] | None = None,
    kind: str | None = None,
    rank: str | None = None,
    under: Instrument | None = None,
    reason: str = "",
) -> Placement:
    """Change what a post is or where it stands from a day on (điều chỉnh vị trí công tác)."""
    held = _standing(post, on)
    if held.valid_from == on and held.moved_to.exists():
        words = _("A reorganisation moved the post on from there. Name a day after %(day)s.")
        raise ValidationError({"post": words % {"day": writing.day(on)}})
    changed = Placement(
        post=post,
        unit=unit or held.unit,
        titles=dict(titles or held.titles),
        staff_kind=kind or held.staff_kind,
        rank=rank or held.rank,
        valid_from=on,
        valid_to=held.valid_to,
        instrument=under,
        reason=reason,
    )
    _close(held, on)
    _check(changed)
    changed.save()
    record("post.changed", by=by, target=f"unit:{changed.unit.key}", **_facts(changed))
    return changed


@act
def end(post: Post, *, by: Actor, on: date, reason: str) -> None:
    """Let a post end on a day, the first on which it is no more (bãi bỏ vị trí công tác).

    Whoever is in it is in it until then. A post that stands otherwise from a later day on, as where
    a reorganisation moved it, ends after that.
    """
    held = _standing(post, on)
    later = post.placements.filter(valid_from__gt=on).in_order().last()
    if later and later.valid_from:
        words = _("From %(day)s on the post stands elsewhere or is another. Name a later day.")
        raise ValidationError({"post": words % {"day": writing.day(later.valid_from)}})
    relieved = 0
    for one in post.assignments.filter(valid_to=None) | post.assignments.filter(valid_to__gt=on):
        relieved += 1
        _close(one, on)
    _close(held, on)
    record(
        "post.ended",
        by=by,
        target=f"unit:{held.unit.key}",
        post=post.key,
        on=on.isoformat(),
        relieved=relieved,
        reason=reason,
    )


@act
def assign(
    officer: Officer,
    *,
    by: Actor,
    post: Post,
    on: date,
    basis: str = Basis.MAIN,
    until: date | None = None,
    under: Instrument | None = None,
    reason: str = "",
) -> Assignment:
    """Assign somebody to a post from a day on (bổ nhiệm, phân công)."""
    _hold(officer)
    return _assigned(officer, by, post, on, basis, until, under, reason)


@act
def transfer(
    officer: Officer,
    *,
    by: Actor,
    to: Post,
    on: date,
    under: Instrument | None = None,
    reason: str = "",
) -> Assignment:
    """Take somebody from their main post to another on a day (điều động).

    From that day on they hold the roles of the new post and no longer those of the old.
    """
    _hold(officer)
    present = officer.assignments.on(on).filter(basis=Basis.MAIN).first()
    if present is None:
        raise ValidationError({"officer": _("The officer has no main post on that day.")})
    _close(present, on)
    return _assigned(officer, by, to, on, Basis.MAIN, None, under, reason)


@act
def relieve(assignment: Assignment, *, by: Actor, on: date, reason: str) -> None:
    """Let an assignment end on a day, the first on which it no longer holds (thôi giữ chức vụ)."""
    if assignment.valid_to and assignment.valid_to <= on:
        raise ValidationError(_("This assignment has ended before."))
    _close(assignment, on)
    record(
        "officer.relieved",
        by=by,
        target=f"officer:{assignment.officer.key}",
        post=assignment.post.key,
        on=on.isoformat(),
        reason=reason,
    )


def _assigned(
    officer: Officer,
    by: Actor,
    post: Post,
    on: date,
    basis: str,
    until: date | None,
    under: Instrument | None,
    reason: str,
) -> Assignment:
    """Write an assignment and its entry in the record."""
    placed = _standing(post, on)
    made = Assignment(
        officer=officer,
        post=post,
        basis=basis,
        valid_from=on,
        valid_to=until,
        instrument=under,
        reason=reason,
    )
    made.full_clean()
    made.save()
    record(
        "officer.assigned",
        by=by,
        target=f"officer:{officer.key}",
        post=post.key,
        unit=placed.unit.key,
        basis=basis,
        on=on.isoformat(),
        until=until.isoformat() if until else None,
        under=under.number if under else None,
        reason=reason,
    )
    return made


def _check(placement: Placement) -> None:
    """Refuse a placement that cannot be, in a sentence by the name of what is wrong."""
    day = placement.valid_from
    assert day
    if unit_on(placement.unit.key, day) is None:
        raise ValidationError({"unit": _("The unit does not stand on that day.")})
    known = kinds_on(day)
    if placement.staff_kind not in known:
        words = _("There is no such kind of staff. There are: %(known)s.")
        raise ValidationError({"staff_kind": words % {"known": ", ".join(known)}})
    others = Placement.objects.on(day).filter(unit=placement.unit, rank=Rank.HEAD)
    if placement.rank == Rank.HEAD and others.exclude(post=placement.post).exists():
        raise ValidationError({"rank": _("The unit already has a post of its head on that day.")})
    placement.full_clean()


def _standing(post: Post, on: date) -> Placement:
    """Where a post stands on a day."""
    held = post.placements.on(on).select_related("unit").first()
    if held is None:
        raise ValidationError({"post": _("The post does not stand on that day.")})
    return held


def _close(held: Placement | Assignment, on: date) -> None:
    """End a dated row on a day; one that would begin then or later never was.

    But where a reorganisation put a post is on record, and stays so for a day at least.
    """
    if held.valid_from and held.valid_from >= on:
        if isinstance(held, Placement) and held.moved_from_id:
            words = _("A reorganisation moved the post there on %(day)s. Name a later day.")
            raise ValidationError({"post": words % {"day": writing.day(held.valid_from)}})
        held.delete()
    else:
        held.valid_to = on
        held.save(update_fields=["valid_to"])


def _hold(officer: Officer) -> None:
    """Let one writer at a time assign somebody; SQLite has one writer anyway."""
    Officer.objects.select_for_update(no_key=True).get(pk=officer.pk)


def _facts(placement: Placement) -> dict[str, str | None]:
    under = placement.instrument
    return {
        "post": placement.post.key,
        "kind": placement.staff_kind,
        "rank": placement.rank,
        "on": placement.valid_from.isoformat() if placement.valid_from else None,
        "under": under.number if under else None,
        "reason": placement.reason,
    }
