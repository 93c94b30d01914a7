"""Addresses of pages. Vietnamese stands at the root, English under /en/; paths are the same."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = i18n_patterns(
    path("account/", include("allauth.account.urls")),
    path("account/mfa/", include("allauth.mfa.urls")),
    prefix_default_language=False,
)
