"""Settings, all from the environment (docs/reference/settings.md is generated from this file).

Without any setting the program runs on one computer: an embedded database under `var/`, a secret
of its own, local addresses. With `TINHGON_PUBLIC=1` it refuses to start unless it is safe to.
"""

import os
import secrets
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _
from environs import Env

env = Env()
SOURCE = Path(__file__).resolve().parent.parent
CHECKOUT = SOURCE.parent.parent
env.read_env(str(CHECKOUT / ".env"), recurse=False)

REFERENCE: list[tuple[str, str, str]] = []
"""Every setting as (name, default, meaning), for docs/reference/settings.md."""


def setting(kind: str, name: str, default: Any, meaning: str, shown: str | None = None) -> Any:
    """One setting from the environment, read as `kind` (str, bool, int, list, path, …).

    `shown` is the default in words, where the value itself depends on the machine.
    """
    REFERENCE.append((name, str(default) if shown is None else shown, meaning))
    return getattr(env, kind)(name, default)


HOME = setting(
    "path",
    "TINHGON_HOME",
    CHECKOUT / "var" if (CHECKOUT / "pyproject.toml").exists() else Path.home() / ".tinhgon",
    "Folder for the embedded database, the files of works, the secret and compiled files.",
    shown="`var/` in the checkout; `.tinhgon` in the home directory where there is no checkout",
)
PUBLIC = setting("bool", "TINHGON_PUBLIC", False, "Served to the world, over HTTPS only.")
DEBUG = setting("bool", "TINHGON_DEBUG", False, "Show details of errors. Never in public.")


def _secret() -> str:
    """The secret from the environment, else one kept in HOME that nobody else can read."""
    given: str = setting(
        "str", "SECRET_KEY", "", "Signs sessions.", shown="made once, kept in TINHGON_HOME"
    )
    if PUBLIC and len(given) < 50:
        raise ImproperlyConfigured("A public site needs a SECRET_KEY of 50 characters or more.")
    if given:
        return given
    HOME.mkdir(parents=True, exist_ok=True)
    kept = HOME / "secret-key"
    if not kept.exists():
        with open(os.open(kept, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    return kept.read_text()


SECRET_KEY = _secret()
ALLOWED_HOSTS = setting(
    "list",
    "ALLOWED_HOSTS",
    ["localhost", "127.0.0.1", "[::1]"],
    "Names under which the site is reached, separated by commas.",
    shown="localhost,127.0.0.1,[::1]",
)
if PUBLIC and (DEBUG or "*" in ALLOWED_HOSTS):
    raise ImproperlyConfigured("A public site needs TINHGON_DEBUG off and real ALLOWED_HOSTS.")

SITE_URL = setting(
    "str",
    "TINHGON_SITE_URL",
    "http://localhost:8000",
    "Where the site is reached, for addresses in messages, files and commands.",
)

INSTALLED_APPS = [
    "tinhgon.reorganisation",
    "tinhgon.norms",
    "tinhgon.directives",
    "tinhgon.work",
    "tinhgon.staff",
    "tinhgon.accounts",
    "tinhgon.registry",
    "tinhgon.documents",
    "tinhgon.law",
    "tinhgon.audit",
    "tinhgon.ui",
    "tinhgon.temporal",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "template_partials",
    "django_htmx",
    "django_prometheus",
]

MIDDLEWARE = [
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "tinhgon.ui.middleware.log_request",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "tinhgon.ui.middleware.speak_to_programs",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "tinhgon.ui.middleware.explain_errors",
    "tinhgon.ui.characters.refuse_in_addresses",
    "tinhgon.accounts.idempotency.answer_once",
    "django_prometheus.middleware.PrometheusAfterMiddleware",
]

ROOT_URLCONF = "tinhgon.config.urls"
WSGI_APPLICATION = "tinhgon.config.wsgi.application"
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "tinhgon.ui.forms.Renderer"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SOURCE / "ui" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tinhgon.ui.context.frame",
            ],
        },
    }
]

# --- Database -------------------------------------------------------------------------------------

GATE_SECONDS = setting(
    "int", "TINHGON_GATE_SECONDS", 20, "How long a writer waits for another before giving up."
)
DATABASES = {
    "default": setting(
        "dj_db_url",
        "DATABASE_URL",
        f"sqlite:///{HOME}/tinhgon.sqlite3",
        "Where data is kept: sqlite:///… or postgresql://….",
        shown="`tinhgon.sqlite3` in TINHGON_HOME",
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    Path(DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": GATE_SECONDS,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
        "PRAGMA mmap_size=268435456; PRAGMA cache_size=-40000; PRAGMA temp_store=MEMORY;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
    }
}

# --- Languages ------------------------------------------------------------------------------------

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
LOCALE_PATHS = [SOURCE / "locale"]
TIME_ZONE = setting("str", "TIME_ZONE", "Asia/Ho_Chi_Minh", "Where a day begins.")
USE_TZ = True

# --- Static files ---------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "tinhgon.ui.storage.Hashed"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# --- Sign-in --------------------------------------------------------------------------------------

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["tinhgon.accounts.hashers.Argon2At19MiB"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
ACCOUNT_ADAPTER = "tinhgon.accounts.adapter.StaffOnly"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key"}
# In public one proxy stands before us: without this all readers would share its address and limits.
ALLAUTH_TRUSTED_PROXY_COUNT = NINJA_NUM_PROXIES = int(PUBLIC)
ACCOUNT_USER_DISPLAY = str
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Tinh Gọn] "
ACCOUNT_SESSION_REMEMBER = False  # office computers are shared: the session ends with the browser
ACCOUNT_FORMS = {"login": "tinhgon.accounts.sign_in.SignInForm"}
MFA_FORMS = {
    "add_webauthn": "tinhgon.accounts.sign_in.AddKeyForm",
    "edit_webauthn": "tinhgon.accounts.sign_in.RenameKeyForm",
}
MFA_TOTP_ISSUER = "Tinh Gọn"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # whoever opened the account vouches for the address
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PUBLIC
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accounts:me"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_SAMESITE = "Lax"
EMAIL_CONFIG = setting(
    "dj_email_url",
    "EMAIL_URL",
    "consolemail://",
    "How e-mail leaves: smtp://user:password@host:587.",
)
vars().update(EMAIL_CONFIG)

# --- Safety ---------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "tinhgon.ui.errors.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PUBLIC
SECURE_HSTS_SECONDS = 31_536_000 if PUBLIC else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PUBLIC
SECURE_REDIRECT_EXEMPT = [r"^health/$", r"^metrics$"]  # supervisors ask on the machine itself
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PUBLIC else None
CSRF_TRUSTED_ORIGINS = setting(
    "list", "CSRF_TRUSTED_ORIGINS", [], "https:// origins that may post, behind a proxy.", shown=""
)
DATA_UPLOAD_MAX_MEMORY_SIZE = 6_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_500  # a form may tick each of 2,000 units
FILE_UPLOAD_MAX_MEMORY_SIZE = 6_000_000
LOAD_LIMIT_MB = setting(
    "int", "TINHGON_LOAD_LIMIT_MB", 64, "The largest file of a register that is loaded."
)
BATCH_LIMIT_ROWS = setting(
    "int", "TINHGON_BATCH_LIMIT_ROWS", 10_000, "Most addresses in one upload on the page."
)
BATCH_LIMIT_MB = 5

# --- Other systems --------------------------------------------------------------------------------

WEBHOOKS_INSIDE = setting(
    "bool",
    "TINHGON_WEBHOOKS_INSIDE",
    False,
    "Systems that are told what became of plans may stand inside our own network, also without "
    "HTTPS.",
)

# --- Watching -------------------------------------------------------------------------------------

METRICS_TOKEN = setting(
    "str",
    "TINHGON_METRICS_TOKEN",
    "",
    "Bearer token that opens /metrics; without it only this machine itself may read them, and "
    "nobody where the site is public.",
)

# --- Logs -----------------------------------------------------------------------------------------

LOG_FORMAT = setting("str", "TINHGON_LOGS", "text", "`text` for people, `json` for machines.")
LOGGING_CONFIG = "tinhgon.config.logs.configure"
LOGGING = {"format": LOG_FORMAT}
