"""Announcing: with an act, a message to every system that wants to know is put down to be sent."""

from datetime import datetime

from tinhgon.registry.queries import as_instant
from tinhgon.reorganisation.models import Package
from tinhgon.temporal.bulk import run


def announce(package: Package, event: str, at: datetime) -> int:
    """Put down one message a live subscription; returns how many. One statement.

    To be called within the transaction of the act, `event` being the act as the record calls it.
    Of a package that was never enacted nothing is announced.
    """
    return run(
        """
        INSERT INTO reorganisation_delivery
               (subscription_id, package_id, event, at, due, tries, answer)
        SELECT subscription.id, enactment.package_id, %(event)s, %(at)s, %(at)s, 0, ''
        FROM reorganisation_subscription subscription
        JOIN reorganisation_enactment enactment ON enactment.package_id = %(package)s
        WHERE subscription.ended IS NULL
        """,
        package=package.pk,
        event=event,
        at=as_instant(at),
    )
