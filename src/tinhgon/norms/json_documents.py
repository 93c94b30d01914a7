"""Verdicts, findings, waivers and regulations as programs get them, everywhere alike."""

from datetime import date
from typing import Any

from tinhgon.domain.norms.verdicts import Provision, Verdict
from tinhgon.norms.models import Finding, Regulations, Run, Waiver


def verdict_document(verdict: Verdict) -> dict[str, Any]:
    """A verdict with everything it rests on; no ids of a database."""
    return {
        "identifier": verdict.identifier,
        "rule": verdict.rule,
        "severity": verdict.severity.value,
        "units": list(verdict.units),
        "about": verdict.about,
        "found": verdict.found,
        "limit": verdict.limit,
        "until": _plain(verdict.until),
        "answers": verdict.answers,
        "remedies": [{"code": one.code, "number": one.number} for one in verdict.remedies],
        "provisions": [provision_document(one) for one in verdict.provisions],
        "inputs": {name: _plain(value) for name, value in verdict.inputs.items()},
        "facts": {name: _plain(value) for name, value in verdict.facts.items()},
        "mark": verdict.mark,
    }


def provision_document(one: Provision) -> dict[str, Any]:
    """A figure that had a say: where it stands, since when, how surely it is verified."""
    return {
        "name": one.name,
        "of": list(one.of),
        "instrument": one.instrument,
        "issued": _plain(one.issued),
        "article": one.article,
        "since": _plain(one.since),
        "mark": one.mark,
    }


def finding_document(finding: Finding) -> dict[str, Any]:
    """A finding that is kept: its verdict, since when it is seen, whether it is let be."""
    return {
        **finding.facts,
        "first_seen": finding.first_seen.isoformat(),
        "last_seen": finding.last_seen.isoformat(),
        "closed": _plain(finding.closed),
        "waived": bool(getattr(finding, "waived", False)),
    }


def run_document(run: Run) -> dict[str, Any]:
    """A run: of which day, how much of what was found."""
    return {"day": run.day.isoformat(), "counts": run.counts, "digest": run.digest}


def waiver_document(waiver: Waiver) -> dict[str, Any]:
    """A waiver with its authority and its last day."""
    return {
        "id": waiver.pk,
        "rule": waiver.rule,
        "unit": waiver.unit.key,
        "authority": waiver.authority.key,
        "number": waiver.number,
        "reason": waiver.reason,
        "first_day": _plain(waiver.valid_from),
        "last_day": _plain(waiver.period.last_day),
        "revoked": _plain(waiver.revoked),
    }


def regulations_document(one: Regulations) -> dict[str, Any]:
    """Working regulations of a unit."""
    return {
        "unit": one.unit.key,
        "number": one.number,
        "first_day": _plain(one.valid_from),
        "last_day": _plain(one.period.last_day),
        "text": one.text,
    }


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
