"""What may be done with the address of one's feed: make it, anew where there was one; revoke it."""

import secrets

from django.utils import timezone

from tinhgon.accounts.models import Token, User
from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.work.models import FeedAddress


@act
def make_address(user: User, *, by: Actor) -> str:
    """Make the secret of a private address (lập địa chỉ lịch); returns it, to be shown this once.

    What was made before opens nothing any more.
    """
    secret = secrets.token_urlsafe(32)
    kept = {"digest": Token.digest_of(secret), "made": timezone.now()}
    FeedAddress.objects.update_or_create(user=user, defaults=kept)
    record("work.feed-made", by=by, target=user.audit_name)
    return secret


@act
def revoke_address(user: User, *, by: Actor) -> None:
    """Revoke the private address (thu hồi địa chỉ lịch): it opens nothing any more."""
    FeedAddress.objects.filter(user=user).delete()
    record("work.feed-revoked", by=by, target=user.audit_name)
