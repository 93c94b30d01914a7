"""The matrix of functions and bodies in words, and as rows of a table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from tinhgon.domain.functions import Function
from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.registry.directory import Directory
from tinhgon.registry.mandate.held import Held
from tinhgon.registry.mandate.matrix import Matrix, Row, State
from tinhgon.registry.models import Mandate
from tinhgon.registry.naming import unit_url, words_in
from tinhgon.ui import writing
from tinhgon.ui.asked import Asked

SIGNS = {Mandate.LEAD: "●", Mandate.PART: "○", "": ""}
"""How a cell of the matrix says what a body does."""


def state_words() -> dict[str, str]:
    """How a function is provided for."""
    return {
        State.LED: _("one lead"),
        State.GAP: _("no lead"),
        State.DOUBLED: _("several leads"),
    }


def role_words(role: str) -> str:
    """What a body does for a function."""
    return {Mandate.LEAD: _("leads"), Mandate.PART: _("takes part")}.get(role, "")


@dataclass(frozen=True)
class Telling:
    """A matrix with the register that names its units; `asked` is the day of the page."""

    matrix: Matrix
    register: Directory
    asked: Asked

    @property
    def jurisdiction(self) -> Jurisdiction:
        return self.register.jurisdiction

    def name(self, key: str) -> str:
        """What a unit is called on the day."""
        unit = self.matrix.structure.get(key)
        if unit:
            return self.jurisdiction.full_name(unit.kind, unit.name)
        known = key in self.register.entries
        return self.register.full_name(self.register.latest(key)) if known else key

    def link(self, key: str) -> dict[str, str]:
        """A unit with its name and the address of its page."""
        return {"key": key, "name": self.name(key), "url": unit_url(key, self.asked)}

    def title(self, function: Function) -> str:
        """What a function is called."""
        return words_in(function.title)

    @cached_property
    def columns(self) -> list[dict[str, str]]:
        """The bodies across the matrix."""
        return [self.link(key) for key in self.matrix.units]

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The functions down the matrix, and the same as a list."""
        return [self._row(row) for row in self.matrix.rows]

    def _row(self, row: Row) -> dict[str, Any]:
        roles = [row.role_of(unit) for unit in self.matrix.units]
        return {
            "key": row.function.key,
            "title": self.title(row.function),
            "mark": row.function.mark,
            "state": row.state.value,
            "words": state_words()[row.state],
            "leads": [self._held(one) for one in (*row.leads, *row.within)],
            "parts": [self._held(one) for one in row.parts],
            "cells": [(SIGNS[role], role_words(role)) for role in roles],
        }

    def _held(self, one: Held) -> dict[str, Any]:
        elsewhere = one.area != self.matrix.area
        return {
            **self.link(one.unit),
            "id": one.id,
            "over": self.name(one.area) if elsewhere else "",
            "instrument": one.instrument or "",
            "mark": one.mark or self.jurisdiction.mark(one.source),
            "since": writing.day(one.period.start) if one.period.start else "",
        }

    def exported(self) -> tuple[list[str], Iterator[list[Any]]]:
        """The matrix for a spreadsheet: a row for each function."""
        header = [_("Key"), _("Function"), _("Leads"), _("Takes part"), _("State")]

        def names(held: Iterable[dict[str, Any]]) -> str:
            return "; ".join(
                f"{one['name']} ({one['over']})" if one["over"] else one["name"] for one in held
            )

        return header, (
            [row["key"], row["title"], names(row["leads"]), names(row["parts"]), row["words"]]
            for row in self.rows
        )


def held_document(one: Held) -> dict[str, Any]:
    """A mandate as programs get it."""
    return {
        "id": one.id,
        "unit": one.unit,
        "function": one.function,
        "area": one.area,
        "role": one.role,
        "start": one.period.start,
        "end": one.period.end,
        "instrument": one.instrument,
        "source": one.source,
    }
