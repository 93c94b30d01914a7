"""What doors say where there is no report of a year."""

from django.utils.translation import gettext as _

from tinhgon.directives.report.compiled import NoSuchYear


def no_such_year(refused: NoSuchYear) -> str:
    """Why there is none."""
    return (
        _("There is no report of the year %s: it is to come, or before records.") % refused.args[0]
    )
