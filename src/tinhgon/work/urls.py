"""Addresses of the pages of work; `registry.urls` says what a key looks like."""

from django.urls import path

from tinhgon.work.feed import views as feed
from tinhgon.work.reminding import views as reminding
from tinhgon.work.views import absence, desk, work

app_name = "work"
urlpatterns = [
    path("work/", desk.desk, name="desk"),
    path("work/notices/", reminding.notices, name="notices"),
    path("work/reminders/", reminding.reminders, name="reminders"),
    path("work/feed/", feed.address, name="feed"),
    path("work/feed/<str:token>.ics", feed.feed, name="feed-ics"),
    path("work/<unitkey:key>/", work.work, name="work"),
    path("work/<unitkey:key>/<slug:act>/", work.act, name="act"),
    path("officers/<unitkey:key>/absence/", absence.absence, name="absence"),
    path("units/<unitkey:key>/work/new/", work.new, name="new"),
]
