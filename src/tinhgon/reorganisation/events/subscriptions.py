"""Subscriptions in words and as lists: who is told, how that went last, why one is refused."""

from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.reorganisation.events.actions import Subscribed, WeakSecret
from tinhgon.reorganisation.events.delivering import MOST_TRIES
from tinhgon.reorganisation.events.outside import BadAddress
from tinhgon.reorganisation.models import Delivery, Subscription
from tinhgon.ui.errors import NotHere

REFUSED = (BadAddress, Subscribed, WeakSecret)
"""Why a subscription may be refused."""

BAD: dict[str, Promise] = {
    "shape": gettext_lazy(
        "This is no address that can be sent to. Write it in full, without user name and password: "
        "https://example.vn/plans"
    ),
    "insecure": gettext_lazy("Messages are only sent over HTTPS. Write https:// before it."),
    "inside": gettext_lazy(
        "This address lies inside our own network, where nothing is sent. An operator may allow "
        "it: TINHGON_WEBHOOKS_INSIDE."
    ),
    "unknown": gettext_lazy("The name in this address leads nowhere."),
}
"""Why an address will not do; also the answer that is kept of a message to it."""


class NoSuchSubscription(NotHere):
    """Nobody is told at this address, or under this number."""

    code = "no-such-subscription"

    def __init__(self) -> None:
        super().__init__(_("There is no such subscription, or it has ended."))


def refused_words(refused: Exception) -> str:
    """Why a subscription was refused."""
    if isinstance(refused, BadAddress):
        return str(BAD[refused.why])
    if isinstance(refused, Subscribed):
        return _("This address is told already. End that subscription first.")
    facts = {"least": WeakSecret.least, "most": WeakSecret.most}
    return _("A secret has %(least)s to %(most)s characters. Or leave it to us.") % facts


def subscriptions() -> QuerySet[Subscription]:
    """Those that are told, with how the last message went and how many wait or were given up."""
    last = Delivery.objects.filter(subscription=OuterRef("pk"), tries__gt=0).order_by("-at", "-pk")
    undelivered = Q(deliveries__delivered=None, deliveries__pk__isnull=False)
    return (
        Subscription.objects.filter(ended=None)
        .select_related("made_by")
        .defer("secret")
        .annotate(
            last_answer=Subquery(last.values("answer")[:1]),
            last_event=Subquery(last.values("event")[:1]),
            last_delivered=Subquery(last.values("delivered")[:1]),
            waiting=Count("pk", filter=undelivered & Q(deliveries__tries__lt=MOST_TRIES)),
            given_up=Count("pk", filter=undelivered & Q(deliveries__tries__gte=MOST_TRIES)),
        )
        .order_by("made", "pk")
    )


def subscription(**known: Any) -> Subscription:
    """The live subscription of an address or number. Raises `NoSuchSubscription`."""
    found = subscriptions().filter(**known).first()
    if found is None:
        raise NoSuchSubscription
    return found


def subscription_document(one: Any) -> dict[str, Any]:
    """A subscription for programs, without its secret."""
    return {
        "id": one.pk,
        "url": one.url,
        "made": one.made,
        "last_event": one.last_event or None,
        "last_answer": one.last_answer or None,
        "last_delivered": one.last_delivered,
        "waiting": one.waiting,
        "given_up": one.given_up,
    }
