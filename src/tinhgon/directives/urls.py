"""Addresses of the pages of directives."""

from django.urls import path

from tinhgon.directives.views import reading

app_name = "directives"
urlpatterns = [path("directives/reading/", reading.read, name="read")]
