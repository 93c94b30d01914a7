"""Many addresses at once: pasted or uploaded, answered on the page or as a table to keep.

Nothing that is sent is stored: addresses may be personal.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from tinhgon.domain.lookup import How
from tinhgon.registry.directory import Directory, directory
from tinhgon.registry.naming import unit_url
from tinhgon.registry.where import batch as tables
from tinhgon.registry.where.refusals import table_words
from tinhgon.registry.where.whereabouts import Answer
from tinhgon.ui.asked import Asked
from tinhgon.ui.doors import public
from tinhgon.ui.forms import DayField, UploadField
from tinhgon.ui.spreadsheets import TABLES, download

MOST_LINES = 500
"""Pasted addresses that are answered on the page."""

COLUMNS = (*tables.COLUMNS, "answer_names")
"""What is added to a table that was sent."""


class BatchForm(forms.Form):
    """Addresses, a line each or as a table, and the days they are asked about."""

    says_optional = False

    lines = forms.CharField(
        label=_("Addresses, one a line"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": "6"}),
    )
    table = UploadField(
        label=_("Or a table"),
        kinds=TABLES,
        limit_mb=settings.BATCH_LIMIT_MB,
        required=False,
    )
    query_column = forms.CharField(
        label=_("Name of the column with the addresses"),
        help_text=_("Left empty: query, address or địa chỉ, or the only column."),
        required=False,
    )
    asked_on = DayField(label=_("A day on which the addresses were right"), required=False)
    on = DayField(label=_("Answer for this day"), required=False)
    form = forms.ChoiceField(
        label=_("Answer as"),
        choices=[("page", _("Page")), ("csv", "CSV"), ("xlsx", "XLSX")],
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """The table with its questions, or one made of the lines."""
        given = super().clean() or {}
        file = given.get("table")
        pasted = [line.strip() for line in given.get("lines", "").splitlines() if line.strip()]
        if file:
            self._read(file, given)
        elif len(pasted) > MOST_LINES:
            self.add_error(
                "lines",
                _("More than %(most)s lines. Save them as a table and upload it.")
                % {"most": MOST_LINES},
            )
        elif pasted:
            asked = [tables.Asked(str(n), line) for n, line in enumerate(pasted, 1)]
            rows = [[one.id, one.query] for one in asked]
            given["read"] = tables.Table(["row", tables.QUERY], rows, asked)
        elif "table" not in self.errors:
            self.add_error("lines", _("Write at least one address, or choose a table."))
        return given

    def _read(self, file: Any, given: dict[str, Any]) -> None:
        column, most = given.get("query_column") or None, settings.BATCH_LIMIT_ROWS
        try:
            given["read"] = tables.read_table(file, file.name, query_column=column, most=most)
        except tables.BadTable as wrong:
            is_column = wrong.code in ("no-such-column", "which-column")
            self.add_error("query_column" if is_column else "table", table_words(wrong))
            if is_column:
                self.add_error(
                    "table", _("Choose the file again: it is not kept between two tries.")
                )


@public
def batch(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """The question, or the answers to it."""
    sent = request.method == "POST"
    form = BatchForm(request.POST if sent else None, request.FILES if sent else None)
    if not (sent and form.is_valid()):
        return render(request, "registry/batch.html", {"form": form}, status=422 if sent else 200)
    given, register = form.cleaned_data, directory()
    read, days = given["read"], (given["asked_on"], given["on"] or localdate())
    if given["form"] in TABLES or given["table"]:
        kind = given["form"] if given["form"] in TABLES else _kind_of(given["table"].name)
        header = [*read.header, *_new_columns(read.header)]
        return download("tinhgon-lookup", header, _rows(register, read, *days), kind)
    answered = [_shown(register, tables.answered(register, one, *days)) for one in read.asked]
    asked = {name: given[name] for name in ("asked_on", "on") if given[name]}
    context = {"form": form, "answered": answered, "days": asked}
    return render(request, "registry/batch.html", context)


def _rows(
    register: Directory, read: tables.Table, asked_on: date | None, on: date
) -> Iterator[list[Any]]:
    """The rows that were sent, each with its answer behind it."""
    for cells, one in zip(read.rows, read.asked, strict=True):
        answer = tables.answered(register, one, asked_on, on)
        names = "; ".join(register.full_name(entry) for entry in answer.entries)
        yield [*cells, *tables.row(register, answer), names]


def _new_columns(header: list[str]) -> list[str]:
    """The names of the columns with answers, other than those of the table."""
    return [f"{name}_2" if name in header else name for name in COLUMNS]


def _shown(register: Directory, answer: Answer) -> dict[str, Any]:
    """An answer as the page shows it: units with names, codes and links."""
    people, asked = {*answer.codes_of_people}, Asked(answer.on)
    return {
        "query": answer.query,
        "how": answer.how.value,
        "matched": tables.matched(register, answer.found),
        "near": tables.matched(register, answer.suggestions[:1]),
        "is_found": answer.how is not How.NOT_FOUND,
        "units": [
            {
                "name": register.full_name(entry),
                "code": entry.code or "–",
                "url": unit_url(entry.unit, asked),
                "land_only": bool(entry.code) and entry.code not in people,
            }
            for entry in answer.entries
        ],
    }


def _kind_of(name: str) -> str:
    return "xlsx" if name.lower().endswith(".xlsx") else "csv"
