"""Addresses of the pages of work; `registry.urls` says what a key looks like."""

from django.urls import path

from tinhgon.work.views import absence, desk, work

app_name = "work"
urlpatterns = [
    path("work/", desk.desk, name="desk"),
    path("work/<unitkey:key>/", work.work, name="work"),
    path("work/<unitkey:key>/<slug:act>/", work.act, name="act"),
    path("officers/<unitkey:key>/absence/", absence.absence, name="absence"),
    path("units/<unitkey:key>/work/new/", work.new, name="new"),
]
