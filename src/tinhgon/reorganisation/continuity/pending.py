"""Units whose end is enacted and not in effect: by the effect their posts will go on."""

from tinhgon.registry.models import Unit, Version
from tinhgon.reorganisation.models import Package
from tinhgon.staff.ledger.taking_over import still_to_be_handed_on


@still_to_be_handed_on
def is_enacted_only(unit: Unit) -> bool:
    """Whether a package that is yet to take effect ends a unit; one query."""
    ended = Version.objects.known_at().filter(unit=unit, valid_to__isnull=False)
    waiting = Package.objects.filter(effect=None, withdrawal=None)
    return waiting.filter(enactment__at__in=ended.values("recorded_from")).exists()
