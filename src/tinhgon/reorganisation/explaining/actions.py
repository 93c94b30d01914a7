"""Saying why what the rules ask to be explained is as it is."""

from datetime import date

from django.utils import timezone

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.domain.structure.findings import Finding
from tinhgon.reorganisation import workflow
from tinhgon.reorganisation.explaining.explained import about, wanting
from tinhgon.reorganisation.keeping import person
from tinhgon.reorganisation.models import Explanation, Package
from tinhgon.reorganisation.queries import held
from tinhgon.reorganisation.rearrangement.reading import rearrangement


class NothingToExplain(Exception):
    """The rules do not ask for an explanation of this any more."""


@act
def explain(package: Package, *, by: Actor, on: date, finding: Finding, text: str) -> Explanation:
    """Record why a finding stands (giải trình); a later explanation takes its place.

    Raises `workflow.Refused` where the package is sealed, `NothingToExplain` where the rules find
    something else by now.
    """
    package = held(package)
    workflow.check(package, "edit")
    if finding not in wanting(rearrangement(package).findings):
        raise NothingToExplain
    at, said = timezone.now(), text.strip()
    made, _new = Explanation.objects.update_or_create(
        package=package,
        rule=finding.rule,
        about=about(finding),
        defaults={"text": said, **person(by), "at": at, "on": on},
    )
    record(
        "plan.explained",
        by=by,
        target=package.chain,
        at=at,
        on=on.isoformat(),
        rule=finding.rule,
        units=len(finding.units),
        reason=said,
    )
    return made
