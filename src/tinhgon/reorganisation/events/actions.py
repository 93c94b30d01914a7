"""What may be done about subscriptions: another system is told from now on, or no more."""

import secrets

from django.db import IntegrityError, transaction
from django.utils import timezone

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.reorganisation.events.outside import check_address
from tinhgon.reorganisation.keeping import person
from tinhgon.reorganisation.models import Subscription

CHAIN = "subscriptions"
"""Where the record of acts keeps what was done about subscriptions."""

SHORTEST_SECRET, LONGEST_SECRET = 16, 64


class Subscribed(Exception):
    """This address is told already."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.url = url


class WeakSecret(Exception):
    """A secret that is too short to sign with, or longer than is kept."""

    least, most = SHORTEST_SECRET, LONGEST_SECRET


@act
def subscribe(url: str, *, by: Actor, secret: str | None = None) -> Subscription:
    """Tell the system at this address what becomes of packages (đăng ký nhận thông báo).

    The secret signs each message; one is made where none is given. It is in the answer and stands
    in no record. Raises `outside.BadAddress`, `WeakSecret` and `Subscribed`.
    """
    check_address(url)
    if secret is not None and not SHORTEST_SECRET <= len(secret) <= LONGEST_SECRET:
        raise WeakSecret
    entry = record("subscription.made", by=by, target=CHAIN, url=url)
    try:
        with transaction.atomic():
            return Subscription.objects.create(
                url=url,
                secret=secret or secrets.token_urlsafe(32),
                made=entry.at,
                made_by=person(by)["by"],
            )
    except IntegrityError:
        raise Subscribed(url) from None


@act
def unsubscribe(subscription: Subscription, *, by: Actor) -> bool:
    """Tell a system no more (ngừng gửi); what waits to be sent to it is not sent.

    Ending what has ended changes nothing; then the answer is False.
    """
    live = Subscription.objects.filter(pk=subscription.pk, ended=None)
    if not live.update(ended=timezone.now()):
        return False
    record("subscription.ended", by=by, target=CHAIN, url=subscription.url)
    return True
