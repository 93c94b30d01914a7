"""Works as documents for programs, from the API and from commands alike."""

from datetime import date
from typing import Any

from tinhgon.work.listing.inbox import Row
from tinhgon.work.models import Attachment
from tinhgon.work.standing import Standing


def row_document(row: Row) -> dict[str, Any]:
    """A work in a list."""
    work, status = row.work, row.status
    return {
        "work": work.key,
        "kind": work.kind,
        "title": work.title,
        "unit": row.unit,
        "giver": work.giver.key,
        "since": row.since,
        "promised": row.promised,
        "due": status.due,
        "state": row.state.value,
        "standing": status.standing.value,
        "days_late": status.days_late,
        "at_risk": status.at_risk,
        "excused": row.excused,
        "objected": row.objected,
    }


def work_document(standing: Standing, on: date) -> dict[str, Any]:
    """All of a work: who has it and had it, by when it is due, what happened."""
    work, status = standing.work, standing.status(on)
    return {
        "work": work.key,
        "kind": work.kind,
        "title": work.title,
        "product": work.product,
        "under": work.instrument.number if work.instrument else None,
        "origin": work.origin,
        "parent": work.parent.key if work.parent else None,
        "template": work.template,
        "clarities": work.clarities,
        "giver": work.giver.key,
        "unit": standing.held.unit.key,
        "officer": standing.held.officer.key if standing.held.officer else None,
        "state": standing.state.value,
        "standing": status.standing.value,
        "days_late": status.days_late,
        "at_risk": status.at_risk,
        "excused": status.is_late and standing.is_excused,
        "objected": standing.open_objection is not None,
        "promised": standing.term.promised if standing.term else None,
        "due": standing.due,
        "custody": [
            {
                "unit": one.unit.key,
                "officer": one.officer.key if one.officer else None,
                "start": one.start,
                "because": one.because,
                "reason": one.reason,
            }
            for one in standing.custody
        ],
        "extensions": [
            {
                "asked_on": one.asked_on,
                "until": one.until,
                "reason": one.reason,
                "granted": one.granted,
                "decided_on": one.decided_on,
            }
            for one in standing.extensions
        ],
        "objections": [
            {
                "kind": one.kind,
                "reason": one.reason,
                "unit": one.unit.key,
                "at": one.at,
                "upheld": one.upheld,
                "decided_at": one.decided_at,
                "answer": one.answer,
            }
            for one in standing.objections
        ],
        "files": [file_document(one) for one in standing.files],
        "events": [
            {"what": one.what, "at": one.at, "on": one.on, "unit": one.unit.key, "words": one.words}
            for one in standing.events
        ],
    }


def file_document(attachment: Attachment) -> dict[str, Any]:
    """A file of a work, without what is in it."""
    withdrawal = getattr(attachment, "withdrawal", None)
    return {
        "file": attachment.pk,
        "name": attachment.name,
        "kind": attachment.kind,
        "size": attachment.size,
        "sha256": attachment.digest,
        "day": attachment.day,
        "unit": attachment.unit.key,
        "at": attachment.at,
        "withdrawn": withdrawal.reason if withdrawal else None,
    }
