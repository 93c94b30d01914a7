"""Sentences for what can be wrong with a file of works: those of giving one, and of the file."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tinhgon.staff.staffing import Names
from tinhgon.ui.exchange.faults import Fault
from tinhgon.ui.exchange.words import FaultWords
from tinhgon.work import refusals
from tinhgon.work.exchange.columns import is_vietnamese, work_table
from tinhgon.work.refusals import Refused, refusal_words

SENTENCES: dict[str, Promise] = {
    "no-rows": _("There is no row below the header. Write a work in each row."),
    "unit-several": _("Several units are called so: %(named)s. Write the one that is meant."),
    "unit-unknown": _("“%(given)s” is no unit of this day. Write its name, its code or its key."),
    "unknown-officer": _(
        "Nobody was entered under the number “%(given)s”. Write the number of somebody in the unit."
    ),
    "one-leads": _(
        "One unit leads a work and answers for it. Put the others under those that contribute."
    ),
    "too-many-units": _("More than %(most)s units. Leave some out."),
    "bad-term": _("“%(given)s” is no term. Write a whole number from 1 to %(most)s."),
    "day-as-term": _(
        "“%(given)s” is no term. If it is a day, use the column “due_on” (hạn hoàn thành)."
    ),
    "known-already": _(
        "A work with the number %(given)s was given already. Take the row out, or give it another."
    ),
}
"""What only a file can be told; all else is said as of one work."""

OWN: dict[str, Promise] = {
    "not-clear": _("Not clear yet: %(missing)s. Fill the cell in."),
    "nobody-leads": _("Nobody leads %(unit)s today. Name who does it."),
}


class WorkFaults(FaultWords):
    """How faults of a table of works are told; in Vietnamese headings have no other names."""

    def place(self, fault: Fault) -> str:
        if not is_vietnamese():
            return super().place(fault)
        place = [gettext("sheet %s") % self._sheet(fault.sheet)] if fault.sheet else []
        if fault.row:
            place.append(gettext("row %s") % fault.row)
        if fault.column:
            place.append(gettext("column %s") % self._vietnamese(fault.sheet, fault.column))
        return ", ".join(place)

    def row(self, fault: Mapping[str, Any]) -> list[str]:
        sheet, row, cell, column, message = super().row(fault)
        if is_vietnamese():
            sheet = self._sheet(fault["sheet"] or "")
            column = self._vietnamese(fault["sheet"], fault["column"] or "")
        return [sheet, row, cell, column, message]

    def _sheet(self, name: str) -> str:
        return {table.name: table.vietnamese for table in self.tables}.get(name, name)

    def sentence(self, fault: Fault) -> str:
        words = OWN.get(fault.code) or refusals.WORDS.get(fault.code)
        if words is None or fault.code == "too-long":
            return super().sentence(fault)
        return refusal_words(Refused(fault.code, **fault.facts), words, self._names)

    @cached_property
    def _names(self) -> Names:
        return Names()


def fault_words(on: date) -> WorkFaults:
    """How faults of the table of a day are told."""
    return WorkFaults([work_table(on).table], SENTENCES)


def fault_documents(faults: Any, on: date) -> list[Mapping[str, Any]]:
    """Faults for programs and to be kept, with their sentences in both languages."""
    words = fault_words(on)
    return [words.document(one) for one in faults]
