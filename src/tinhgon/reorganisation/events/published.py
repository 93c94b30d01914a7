"""The packages of which the world is told: those that were ever enacted (gói đã ban hành)."""

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from tinhgon.documents.models import Instrument
from tinhgon.reorganisation.models import Package
from tinhgon.reorganisation.queries import packages
from tinhgon.reorganisation.rearrangement.reading import rearrangement
from tinhgon.reorganisation.rearrangement.value import Rearrangement
from tinhgon.ui import writing
from tinhgon.ui.errors import NotHere

MOST_INSTEAD = 5


class NotPublished(NotHere):
    """No package of this code was ever enacted: of a draft nothing is told."""

    code = "no-such-plan"


def published() -> QuerySet[Package]:
    """All packages that were ever enacted, also those withdrawn afterwards; latest day first."""
    return packages().filter(enactment__isnull=False)


def published_package(code: str) -> Package:
    """The package of a code. Raises `NotPublished` with others that were enacted."""
    found = published().filter(code=code).first()
    if found is None:
        words = _("No package “%s” has been enacted.") % code[:60]
        raise NotPublished(words, [_instead(one) for one in published()[:MOST_INSTEAD]])
    return found


def is_withdrawn(package: Package) -> bool:
    """Whether nothing of it happens after all."""
    return hasattr(package, "withdrawal")


def instruments_of(done: Rearrangement) -> Mapping[int, Instrument]:
    """The instruments of all that a package does, by id; one query."""
    under = {*done.ended.values(), *done.begun.values(), *(edge.instrument for edge in done.edges)}
    return Instrument.objects.in_bulk([one for one in under if one])


def done_by(package: Package) -> Rearrangement | None:
    """What a package does; None where it was withdrawn."""
    return None if is_withdrawn(package) else rearrangement(package)


def _instead(package: Package) -> tuple[str, str, str]:
    return package.get_absolute_url(), package.title, writing.day(package.day)
