"""Addresses of accounts; those of sign-in are allauth's."""

from django.urls import path

from tinhgon.accounts.views import me

app_name = "accounts"
urlpatterns = [path("account/me/", me, name="me")]
