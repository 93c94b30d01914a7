"""Posts and people as programs get them, from the API and from the command line alike."""

from typing import Any

from tinhgon.staff.ledger.balances import Balance, Held, by_kind
from tinhgon.staff.models import Movement
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
        "retirements": found.retirements.by_year,
        "unknown": found.retirements.unknown,
        "mark": found.retirements.mark,
    }
