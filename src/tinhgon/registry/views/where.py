"""Where do I go now? (nay tôi đến đâu): the answer to a former address, name or code."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from tinhgon.domain.lookup import How
from tinhgon.registry import queries
from tinhgon.registry.directory import Directory, directory
from tinhgon.registry.instrument.listing import numbered
from tinhgon.registry.naming import words_in
from tinhgon.registry.where.sketch import Sketch, sketch
from tinhgon.registry.where.whereabouts import Answer
from tinhgon.registry.where.whereabouts import where as whereabouts
from tinhgon.registry.where.words import MOST_MEANT, Reply, meanings, remarks
from tinhgon.ui.doors import public
from tinhgon.ui.forms import DayField

LONGEST = 1_000
TOO_LONG = _(
    "More than %(most)s characters cannot be one address. Write one address, or use “Many "
    "addresses at once”."
)


class WhereForm(forms.Form):
    """What is asked: a former address, name or code; when it was right; for which day."""

    says_optional = False

    q = forms.CharField(label=_("Former address, name or code"), required=False)
    asked_on = DayField(label=_("A day on which it was right"), required=False)
    on = DayField(label=_("Answer for this day"), required=False)

    def clean_q(self) -> str:
        """What was typed; an address has an end."""
        typed: str = self.cleaned_data["q"].strip()
        if len(typed) > LONGEST:
            raise forms.ValidationError(TOO_LONG % {"most": LONGEST})
        return typed


@public
def where(request: HttpRequest) -> HttpResponse:
    """The answer to `?q=`; without one, the question."""
    form = WhereForm(request.GET if request.GET else None)
    typed = form.cleaned_data["q"] if form.is_valid() else ""
    if not typed:
        return render(request, "registry/where.html", {"form": form})
    register, on = directory(), form.cleaned_data["on"] or localdate()
    answer = whereabouts(register, typed, form.cleaned_data["asked_on"], on)
    context = {"form": form, "answer": answer, "on": on, "remarks": remarks(answer)}
    if answer.how is How.NOT_FOUND or not answer.meant:
        return render(request, "registry/where_unknown.html", context | _near(register, answer))
    if len(answer.meant) > 1 and not answer.leads_to_one:
        return render(request, "registry/where_several.html", context | _several(register, answer))
    return render(request, "registry/where_one.html", context | _one(register, answer, on))


def _near(register: Directory, answer: Answer) -> dict[str, Any]:
    """Units that may have been meant; the instruments of which a number was typed."""
    return {
        "near": [register.address(found.path) for found in answer.suggestions],
        "instruments": numbered(answer.query),
    }


def _several(register: Directory, answer: Answer) -> dict[str, Any]:
    count = len(answer.meant)
    return {"meanings": meanings(register, answer), "count": count, "left": count - MOST_MEANT}


def _one(register: Directory, answer: Answer, on: date) -> dict[str, Any]:
    latest = max(answer.meant, key=lambda meant: meant.asked_on)
    reply = Reply(register, latest, on)
    located = _located(reply)
    instruments = queries.instruments_behind(reply.instruments, reply.meant.unit.unit)
    return {
        "reply": reply,
        "meanings": meanings(register, answer) if len(answer.meant) > 1 else [],
        "sketch": _sketch(reply, located),
        "areas": {key: place.area_km2 for key, place in located.items()},
        "instruments": instruments,
        "naming_parts": [one for one in instruments if one.pk in reply.instruments],
        "contacts": queries.contacts([c.place.entry.unit for c in reply.candidates], on),
        "finding_out": [_advice(piece) for piece in register.jurisdiction.finding_out],
        "papers": [_advice(piece) for piece in register.jurisdiction.papers],
    }


def _located(reply: Reply) -> dict[str, Any]:
    days = {candidate.place.entry.unit: reply.on for candidate in reply.candidates}
    return queries.locations({reply.meant.unit.unit: reply.meant.asked_on, **days})


def _sketch(reply: Reply, located: dict[str, Any]) -> Sketch | None:
    """A sketch of where the candidates lie around the unit meant, if all places are known."""
    centre = located.get(reply.meant.unit.unit)
    others = [(c.place.entry, located.get(c.place.entry.unit)) for c in reply.candidates]
    if centre is None or any(place is None for _entry, place in others):
        return None
    return sketch(
        (reply.meant.unit.name, (float(centre.latitude), float(centre.longitude))),
        [
            (entry.name, entry.code or "", (float(place.latitude), float(place.longitude)))
            for entry, place in others
        ],
    )


def _advice(piece: Any) -> dict[str, str]:
    return {"title": words_in(piece.title), "text": words_in(piece.text), "mark": piece.mark}
