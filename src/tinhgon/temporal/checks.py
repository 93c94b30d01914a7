"""A system check: every guard that a model names is in the database."""

from typing import Any

from django.core.checks import Error, Tags, register

from tinhgon.temporal.guards import missing


@register(Tags.database)
def guards_exist(databases: Any = None, **_: Any) -> list[Error]:
    """One error for each guard that is gone; `tinhgon migrate` makes it anew."""
    return [
        Error(
            f"The database has lost the constraint {guard.name} of {model._meta.label}.",
            hint="Run `tinhgon migrate`: it makes constraints anew.",
            id="temporal.E001",
        )
        for alias in databases or ()
        for model, guard in missing(alias)
    ]
