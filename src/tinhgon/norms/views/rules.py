"""The catalogue of rules: what is judged, and what the law says of it today."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tinhgon.domain.norms.judging import rules
from tinhgon.norms.finding.rule_words import GROUPS, RULES
from tinhgon.ui.doors import public


@public
def catalogue(request: HttpRequest) -> HttpResponse:
    """Every rule by its group."""
    groups = [
        (words, [(key, RULES[key].title) for key in rules() if RULES[key].group == group])
        for group, words in GROUPS.items()
    ]
    return render(request, "norms/rules.html", {"groups": groups})
