"""Addresses of the pages of work; `registry.urls` says what a key looks like."""

from django.urls import path

from tinhgon.work.cascade import views as cascade
from tinhgon.work.feed import views as feed
from tinhgon.work.reminding import views as reminding
from tinhgon.work.views import absence, bulk, desk, exchange, files, giving, work

app_name = "work"
urlpatterns = [
    path("work/", desk.desk, name="desk"),
    path("works/acts/", bulk.acts, name="acts"),
    path("work/notices/", reminding.notices, name="notices"),
    path("work/reminders/", reminding.reminders, name="reminders"),
    path("work/feed/", feed.address, name="feed"),
    path("work/feed/<str:token>.ics", feed.feed, name="feed-ics"),
    path("work/<unitkey:key>/", work.work, name="work"),
    path("work/<unitkey:key>/cascade/", cascade.page, name="cascade"),
    path("work/<unitkey:key>/<slug:act>/", work.act, name="act"),
    path("work/<unitkey:key>/files/<int:number>/", files.file, name="file"),
    path(
        "work/<unitkey:key>/files/<int:number>/withdraw/",
        files.withdraw,
        name="withdraw-file",
    ),
    path("officers/<unitkey:key>/absence/", absence.absence, name="absence"),
    path("units/<unitkey:key>/work/new/", giving.new, name="new"),
    path("units/<unitkey:key>/work/import/", exchange.bring_in, name="bring"),
    path("units/<unitkey:key>/work/import/blank/", exchange.blank_table, name="blank"),
    path("units/<unitkey:key>/work/import/<int:id>/faults/", exchange.faults, name="faults"),
]
