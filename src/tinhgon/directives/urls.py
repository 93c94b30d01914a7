"""Addresses of the pages of directives; `registry.urls` says what a key looks like."""

from django.urls import path

from tinhgon.directives.views import committee_acts, committees, plan_items, reading, sessions

app_name = "directives"
urlpatterns = [
    path("directives/reading/", reading.read, name="read"),
    path("directives/committees/", committees.committees, name="committees"),
    path("directives/committees/<unitkey:key>/", committees.committee, name="committee"),
    path(
        "directives/committees/<unitkey:key>/<slug:act>/", committee_acts.act, name="committee-act"
    ),
    path("directives/new-committee/", committee_acts.new, name="new-committee"),
    path("directives/members/<int:id>/end/", committee_acts.relieve, name="relieve"),
    path("directives/answering/", committees.answering, name="answering"),
    path("directives/plan-items/<int:id>/", plan_items.item, name="item"),
    path("directives/plan-items/<int:id>/<slug:act>/", plan_items.act, name="item-act"),
    path("directives/sessions/<int:id>/", sessions.session, name="session"),
    path("directives/sessions/<int:id>/<slug:act>/", sessions.act, name="session-act"),
]
