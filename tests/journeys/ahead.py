"""Settings of a site whose clock can be set ahead: by the days that the file `ahead` says."""

from datetime import datetime, timedelta

from django.utils import timezone

from tinhgon.config.settings import *  # noqa: F403
from tinhgon.config.settings import HOME

told = timezone.now


def now() -> datetime:
    """The instant, so many days later."""
    ahead = HOME / "ahead"
    return told() + timedelta(days=int(ahead.read_text()) if ahead.exists() else 0)


timezone.now = now
