"""What the law says otherwise on one day than on another."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from tinhgon.law.queries import Change
from tinhgon.law.queries import changes as changes_between
from tinhgon.law.shown import rows
from tinhgon.ui.doors import public
from tinhgon.ui.forms import DayField

ON_A_PAGE = 50
LOOKED_BACK = timedelta(days=730)
NEEDED = {"required": _("Name a day.")}


class Days(forms.Form):
    """Two days, the earlier first."""

    says_optional = False
    locals()["from"] = DayField(label=_("After the day"), error_messages=NEEDED)
    to = DayField(label=_("Until"), error_messages=NEEDED)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        after, until = cleaned.get("from"), cleaned.get("to")
        if after and until and until < after:
            self.add_error("to", _("The second day lies before the first."))
        return cleaned


@public
def changes(request: HttpRequest) -> HttpResponse:
    """The figures that began, changed or ended after one day and up to another."""
    today = localdate()
    default = {"from": f"{today - LOOKED_BACK:%d/%m/%Y}", "to": f"{today:%d/%m/%Y}"}
    form = Days({key: request.GET.get(key, day) for key, day in default.items()})
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        found = changes_between(form.cleaned_data["from"], form.cleaned_data["to"])
        page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
        context |= {"page": page, "found": _rows(list(page))}
    return render(request, "law/changes.html", context)


def _rows(found: list[Change]) -> list[dict[str, Any]]:
    now = rows(one.after for one in found)
    before = iter(rows(one.before for one in found if one.before))
    return [_row(one, row, before) for one, row in zip(found, now, strict=True)]


def _row(change: Change, now: Any, before: Any) -> dict[str, Any]:
    return {"day": change.day, "now": now, "before": next(before) if change.before else None}
