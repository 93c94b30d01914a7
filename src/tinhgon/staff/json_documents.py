"""Posts and people as programs get them, from the API and from the command line alike."""

from collections.abc import Mapping
from typing import Any

from tinhgon.staff.ledger.balances import Balance, Held, by_kind
from tinhgon.staff.models import Assignment, Movement, Placement
from tinhgon.staff.posts.holders import Seat
from tinhgon.staff.targets.progress import Progress


def held_document(held: Held) -> dict[str, dict[str, int]]:
    """Posts by kind of staff, open and frozen."""
    return {
        kind: {"open": purses["open"], "frozen": purses["frozen"]}
        for kind, purses in by_kind(held).items()
        if purses.total()
    }


def balance_document(unit: str, balance: Balance) -> dict[str, Any]:
    """What a unit holds itself, and with everything below it."""
    return {
        "unit": unit,
        "own": held_document(balance.own),
        "whole": held_document(balance.whole),
    }


def movement_document(movement: Movement) -> dict[str, Any]:
    """A row of the ledger."""
    source, target = movement.source_unit, movement.target_unit
    return {
        "id": movement.pk,
        "act": movement.act,
        "posts": movement.posts,
        "kind": movement.staff_kind,
        "on": movement.day,
        "year": movement.year,
        "source": source.key if source else None,
        "source_purse": movement.source_purse,
        "target": target.key if target else None,
        "target_purse": movement.target_purse,
        "under": movement.instrument.number if movement.instrument else None,
        "reason": movement.reason,
        "reverses": movement.reverses_id,
        "recorded_at": movement.recorded_at,
    }


def seat_document(seat: Seat, names: Mapping[int, str]) -> dict[str, Any]:
    """A post and who is in it, with names by officer."""
    placement = seat.placement
    return {
        "post": placement.post.key,
        "titles": placement.titles,
        "kind": placement.staff_kind,
        "rank": placement.rank,
        "vacant": seat.is_vacant,
        "people": [
            {
                "assignment": one.pk,
                "officer": one.officer.key,
                "name": names.get(one.officer_id, ""),
                "basis": one.basis,
                "since": one.valid_from,
            }
            for one in seat.people
        ],
    }


def post_document(placement: Placement) -> dict[str, Any]:
    """A post and where it stands."""
    return {
        "post": placement.post.key,
        "unit": placement.unit.key,
        "titles": placement.titles,
        "kind": placement.staff_kind,
        "rank": placement.rank,
        "on": placement.valid_from,
        "until": placement.valid_to,
    }


def assignment_document(assignment: Assignment) -> dict[str, Any]:
    """Somebody in a post for a period."""
    return {
        "id": assignment.pk,
        "officer": assignment.officer.key,
        "post": assignment.post.key,
        "basis": assignment.basis,
        "on": assignment.valid_from,
        "until": assignment.valid_to,
    }


def target_document(found: Progress) -> dict[str, Any]:
    """A target with its progress; the day it is paid is told by its year alone."""
    target, reckoning = found.target, found.reckoning
    return {
        "id": target.pk,
        "target": target.key,
        "titles": target.titles,
        "unit": target.unit.key if target.unit else None,
        "bloc": target.bloc or None,
        "counts": target.counts,
        "percent": target.percent,
        "base_day": target.base_day,
        "due": target.due_day,
        "under": target.instrument.number if target.instrument else None,
        "base": reckoning.base,
        "cut": reckoning.cut,
        "cap": reckoning.cap,
        "held": reckoning.held,
        "done": reckoning.done,
        "left": reckoning.left,
        "vacant": found.vacant,
        "to_retire": found.to_retire,
        "outlook": found.outlook.value,
        "paid_in": found.paid_on.year if found.paid_on else None,
        "retirements": {str(year): many for year, many in found.retirements.by_year.items()},
        "unknown": found.retirements.unknown,
        "mark": found.retirements.mark,
        "together": [other.key for other in found.together],
    }
