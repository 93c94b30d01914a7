"""What a subscriber is sent: a short document, signed.

`Tinhgon-Signature` is `sha256=` and the HMAC-SHA256, in hexadecimal, of the value of
`Tinhgon-Timestamp`, a full stop and the body, under the secret of the subscription. Whoever
receives it computes the same, compares, and refuses what is older than a few minutes.
"""

import hashlib
import hmac
import json
from datetime import datetime

from tinhgon.reorganisation.events.addresses import Addresses
from tinhgon.reorganisation.models import Delivery


def body(delivery: Delivery, base: str) -> bytes:
    """The document: what happened to which package, and where to read more."""
    package = delivery.package
    addresses = Addresses(base, package)
    document = {
        "delivery": delivery.pk,
        "event": delivery.event,
        "at": delivery.at.isoformat(),
        "package": package.code,
        "title": package.titles,
        "day": package.day.isoformat(),
        "plan": addresses.plan(),
        "events": addresses.events(),
    }
    return json.dumps(document, ensure_ascii=False).encode()


def headers(delivery: Delivery, sent: bytes, now: datetime) -> dict[str, str]:
    """The headers that say which message this is, and prove who sent it."""
    timestamp = str(int(now.timestamp()))
    return {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "Tinhgon",
        "Tinhgon-Event": delivery.event,
        "Tinhgon-Delivery": str(delivery.pk),
        "Tinhgon-Timestamp": timestamp,
        "Tinhgon-Signature": signature(delivery.subscription.secret, timestamp, sent),
    }


def signature(secret: str, timestamp: str, sent: bytes) -> str:
    """The signature of a body sent at a time, under a secret."""
    signed = timestamp.encode() + b"." + sent
    return f"sha256={hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()}"
