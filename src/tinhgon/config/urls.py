"""Addresses of pages. Vietnamese stands at the root, English under /en/; paths are the same."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path

from tinhgon.accounts.sign_in import closed
from tinhgon.config.api import about_api, api, not_found
from tinhgon.config.health import health, metrics
from tinhgon.ui import errors

urlpatterns = [
    path("api/", about_api, name="about-api"),
    path("api/v1/", api.urls),
    path("health/", health, name="health"),
    path("metrics", metrics, name="metrics"),
]
urlpatterns += i18n_patterns(
    path("", include("tinhgon.accounts.urls")),
    # The address names the account: an administrator changes it, and vouches for it.
    re_path(r"^account/(?:email|confirm-email|login/code)/", closed),
    path("account/", include("allauth.account.urls")),
    path("account/mfa/", include("allauth.mfa.urls")),
    path("", include("tinhgon.registry.urls")),
    path("", include("tinhgon.law.urls")),
    path("", include("tinhgon.staff.urls")),
    path("", include("tinhgon.work.urls")),
    path("", include("tinhgon.norms.urls")),
    path("", include("tinhgon.directives.urls")),
    path("", include("tinhgon.reorganisation.urls")),
    prefix_default_language=False,
)

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = not_found
handler500 = errors.server_error
