"""Addresses of pages. Vietnamese stands at the root, English under /en/; paths are the same."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from tinhgon.accounts.sign_in import closed
from tinhgon.config.api import api
from tinhgon.ui import errors

urlpatterns = [path("api/v1/", api.urls)]
urlpatterns += i18n_patterns(
    path("account/email/", closed),  # the address names the account: an administrator changes it
    path("account/", include("allauth.account.urls")),
    path("account/mfa/", include("allauth.mfa.urls")),
    prefix_default_language=False,
)

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
