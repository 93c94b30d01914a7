"""Findings as a table to keep: one row each, codes beside words."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from tinhgon.norms.finding.portrait import Portrait
from tinhgon.norms.models import Finding
from tinhgon.staff.staffing import Names


def header() -> list[str]:
    """What the columns are called."""
    return [
        *(_("Identifier"), _("Severity"), _("Rule"), _("Unit"), _("Key"), _("What is wrong")),
        *(
            _("Found"),
            _("Limit"),
            _("Who must put it right"),
            _("By day"),
            _("What would satisfy it"),
        ),
        *(_("Law"), _("Mark"), _("First seen"), _("Waived")),
    ]


def rows(findings: Iterable[Finding], on: date) -> Iterator[list[Any]]:
    """A row for each finding."""
    names = Names()
    for finding in findings:
        one = Portrait(finding, on, names)
        yield [
            finding.identifier,
            finding.get_severity_display(),
            one.rule,
            "; ".join(name for name, _url in one.units),
            finding.unit.key if finding.unit else "",
            one.says,
            finding.found,
            finding.limit,
            one.answers[0] if one.answers else "",
            finding.until.isoformat() if finding.until else "",
            " ".join(one.remedies),
            "; ".join(cited.citation for cited, _disc in one.grounds.provisions),
            finding.mark if one.grounds.provisions else "",
            finding.first_seen.isoformat(),
            _("yes") if finding.waived else _("no"),  # type: ignore[attr-defined]
        ]
