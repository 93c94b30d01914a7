"""The form by which somebody decides who answers afterwards."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tinhgon.reorganisation.allotting.queue import Waiting, options
from tinhgon.reorganisation.naming import Names

REST = ""
"""What the heir of all gets: a row that nobody names goes with the others."""


class AllotmentForm(forms.Form):
    """One heir for all that hangs on a unit, another for rows that are named; and why."""

    heir = forms.ChoiceField(label=_("Who answers afterwards"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Reason"),
        min_length=3,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It is sealed with the package and stands in the record."),
    )

    def __init__(
        self,
        waiting: Waiting,
        names: Names,
        rows: Sequence[tuple[int, str]],
        *given: Any,
        **options_: Any,
    ) -> None:
        super().__init__(*given, **options_)
        choices = options(names, waiting.heirs)
        self.fields["heir"].choices = choices  # type: ignore[attr-defined]
        if made := waiting.allotment:
            self.initial |= {"heir": made.heir, "reason": made.reason}
        elif len(choices) == 1:
            self.initial["heir"] = choices[0][0]
        self.rows = [f"row-{row}" for row, _words in rows]
        for row, words in rows:
            self.fields[f"row-{row}"] = forms.ChoiceField(
                label=words,
                required=False,
                choices=[(REST, _("with the others")), *choices],
                initial=_named(waiting).get(row, REST),
            )

    def named(self) -> dict[str, list[int]]:
        """The rows that were given to others than the heir of all."""
        found: dict[str, list[int]] = {}
        for field in self.rows:
            if (heir := self.cleaned_data[field]) and heir != self.cleaned_data["heir"]:
                found.setdefault(heir, []).append(int(field.removeprefix("row-")))
        return found


def _named(waiting: Waiting) -> dict[int, str]:
    made = waiting.allotment
    return {row: heir for heir, rows in (made.named if made else {}).items() for row in rows}
