"""Settings under which the suite runs: nothing outside a folder that vanishes, nothing slow.

The database is SQLite in memory, or the PostgreSQL of TEST_DATABASE_URL. The suite begins at noon of
its day, so that no midnight falls between what a test asks and what it is told.
"""

import atexit
import os
import shutil
import tempfile
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.utils import timezone

os.environ["TINHGON_HOME"] = tempfile.mkdtemp(prefix="tinhgon-test-")
os.environ["TINHGON_PUBLIC"] = os.environ["TINHGON_DEBUG"] = "0"
os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL") or "sqlite://:memory:"
atexit.register(shutil.rmtree, os.environ["TINHGON_HOME"], ignore_errors=True)

from tinhgon.config.settings import *  # noqa: E402, F403
from tinhgon.config.settings import DATABASES, STORAGES, TIME_ZONE  # noqa: E402

SECRET_KEY = "of the tests alone"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
DATABASES["default"]["CONN_MAX_AGE"] = 0
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True

told = timezone.now
HERE = ZoneInfo(TIME_ZONE)
SINCE_NOON = told() - datetime.combine(told().astimezone(HERE), time(12), HERE)


def now() -> datetime:
    """The instant, as if the suite had been begun at noon."""
    return told() - SINCE_NOON


timezone.now = now
