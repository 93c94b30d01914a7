"""A committee's own report of a year on the command line."""

from pathlib import Path

import click
from django.conf import settings
from django.utils import timezone

from tinhgon.directives.committees.cli import committees
from tinhgon.directives.committees.naming import committee_known
from tinhgon.directives.committees.report.compiled import committee_year
from tinhgon.directives.committees.report.json_documents import committee_report_document
from tinhgon.directives.committees.report.paper import committee_file
from tinhgon.directives.permissions import DirectivesPermission
from tinhgon.directives.report.cli import report_options, write_report
from tinhgon.ui.commands import acting, command


@command(committees, "report", DirectivesPermission.SEE)
@click.argument("key")
@report_options
def report(key: str, year: int, kind: str, output: Path, form: str, base: str | None) -> None:
    """Write a committee's report of a year and its proposal for the next."""
    at, by = timezone.now(), acting()
    found = committee_known(key, by, on=timezone.localdate(at))
    site = base or settings.SITE_URL
    write_report(
        output,
        kind,
        lambda: committee_report_document(committee_year(found, year, by=by, at=at)),
        lambda: committee_file(found, year, kind, by=by, at=at, site=site, form=form),
    )
