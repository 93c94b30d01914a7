"""Citations, numbers and drafts of tasks as JSON documents, for commands and programs."""

from typing import Any

from tinhgon.domain.documents.citations import Citation
from tinhgon.domain.documents.directions.drafts import Agency, Draft, Due
from tinhgon.domain.documents.numbers import Number
from tinhgon.domain.documents.spans import Span


def citation_document(citation: Citation) -> dict[str, Any]:
    """One place at which a document is named; `start` and `end` are those of its number."""
    return {
        "number": str(citation.number),
        "kind": citation.kind,
        "issuer": citation.number.issuer,
        "year": citation.year,
        **span_document(citation.span),
    }


def number_document(number: Number) -> dict[str, Any]:
    """A number in its parts."""
    return {
        "number": str(number),
        "system": number.system.value,
        "shape": number.shape.value,
        "serial": number.number,
        "part": number.part or None,
        "letter": number.letter or None,
        "year": number.year,
        "type": number.type,
        "kinds": list(number.kinds),
        "issuers": list(number.issuers),
        "drafter": number.drafter or None,
        "term": number.term,
    }


def draft_document(draft: Draft) -> dict[str, Any]:
    """A draft of a task with the words it rests on; nothing is issued by it."""
    return {
        "leads": [agency_document(one) for one in draft.leads],
        "contributors": [agency_document(one) for one in draft.contributors],
        "what": {"words": draft.what, **span_document(draft.what_span)},
        "due": due_document(draft.due) if draft.due else None,
        "other_dues": [due_document(one) for one in draft.other_dues],
        "product": {"words": draft.product, **span_document(draft.product_span)}
        if draft.product_span
        else None,
        "rests_on": {"words": draft.words, **span_document(draft.span)},
        "heading": span_document(draft.heading) if draft.heading else None,
        "unclear": [code.value for code in draft.unclear],
    }


def agency_document(agency: Agency) -> dict[str, Any]:
    return {
        "name": agency.name,
        "is_group": agency.is_group,
        "units": [vars(one) for one in agency.known],
        **span_document(agency.span),
    }


def due_document(due: Due) -> dict[str, Any]:
    return {
        "kind": due.kind.value,
        "words": due.words,
        "last": due.last,
        "count": due.count,
        "unit": due.unit,
        "since": due.since,
        **span_document(due.span),
    }


def span_document(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
