"""What may be recorded of what was done outside this program."""

from datetime import date
from typing import Any

from django.utils import timezone

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.reorganisation import workflow
from tinhgon.reorganisation.evidence.required import wanted
from tinhgon.reorganisation.keeping import person
from tinhgon.reorganisation.models import Evidence, Package
from tinhgon.reorganisation.queries import held
from tinhgon.reorganisation.rearrangement.reading import rearrangement


class NotAsked(Exception):
    """The law of the day asks this package for no such fact."""

    def __init__(self, fact: str, subject: str) -> None:
        super().__init__(f"{fact} of {subject or 'the package'}")
        self.fact, self.subject = fact, subject


MOST_ASKED = 1_000_000_000


class Impossible(Exception):
    """More agree than were asked, or one of the two numbers is not said."""


@act
def note(
    package: Package,
    *,
    by: Actor,
    on: date,
    fact: str,
    subject: str = "",
    agreeing: int | None = None,
    asked: int | None = None,
    document: str = "",
) -> Evidence:
    """Record an opinion, a vote or a report (ghi nhận), of the day `on`; later ones replace it.

    Raises `workflow.Refused` where the package is sealed, `NotAsked` and `Impossible`.
    """
    package = held(package)
    workflow.check(package, "edit")
    if (fact, subject) not in _asked(package):
        raise NotAsked(fact, subject)
    if not _is_possible(agreeing, asked):
        raise Impossible
    said: dict[str, Any] = {"agreeing": agreeing, "asked": asked, "document": document.strip()}
    at = timezone.now()
    noted, _new = Evidence.objects.update_or_create(
        package=package,
        fact=fact,
        subject=subject,
        defaults={**said, **person(by), "at": at, "on": on},
    )
    record(
        "plan.evidence",
        by=by,
        target=package.chain,
        at=at,
        on=on.isoformat(),
        fact=fact,
        subject=subject,
        **said,
    )
    return noted


def _is_possible(agreeing: int | None, asked: int | None) -> bool:
    if agreeing is None or asked is None:
        return agreeing is asked
    return 0 <= agreeing <= asked and 0 < asked <= MOST_ASKED


def _asked(package: Package) -> set[tuple[str, str]]:
    return {(one.fact.key, one.subject) for one in wanted(package, rearrangement(package))}
