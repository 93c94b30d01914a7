"""Addresses of the pages of work; `registry.urls` says what a key looks like."""

from django.urls import path

from tinhgon.work.views import desk, work

app_name = "work"
urlpatterns = [
    path("work/", desk.desk, name="desk"),
    path("work/<unitkey:key>/", work.work, name="work"),
    path("work/<unitkey:key>/<slug:act>/", work.act, name="act"),
    path("units/<unitkey:key>/work/new/", work.new, name="new"),
]
