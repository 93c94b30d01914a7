"""Addresses of the pages of directives: committees, directives, books of documents."""

from django.urls import path

from tinhgon.directives.correspondence.views import books, entries, entry, exchange
from tinhgon.directives.views import (
    committee_acts,
    committee_report,
    committees,
    directives,
    drafts,
    plan_items,
    progress,
    reading,
    report,
    sessions,
)

app_name = "directives"
urlpatterns = [
    path("directives/", directives.listed, name="list"),
    path("directives/reading/", reading.read, name="read"),
    path("directives/committees/", committees.committees, name="committees"),
    path("directives/committees/<unitkey:key>/", committees.committee, name="committee"),
    path(
        "directives/committees/<unitkey:key>/report/",
        committee_report.page,
        name="committee-report",
    ),
    path(
        "directives/committees/<unitkey:key>/report.<slug:kind>",
        committee_report.file,
        name="committee-report-file",
    ),
    path(
        "directives/committees/<unitkey:key>/works/", committee_report.works, name="committee-works"
    ),
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
    path("directives/progress/", progress.page, name="progress"),
    path("directives/report/", report.page, name="report"),
    path("directives/report.<slug:kind>", report.file, name="report-file"),
    path("directives/<unitkey:key>/", directives.directive, name="directive"),
    path("directives/<unitkey:key>/heading/", drafts.heading, name="heading"),
    path("directives/<unitkey:key>/issue/", drafts.issue, name="issue"),
    path("directives/<unitkey:key>/discard/", drafts.discard, name="discard"),
    path("directives/<unitkey:key>/tasks/new/", drafts.add, name="add"),
    path("directives/<unitkey:key>/tasks/<int:id>/", drafts.task, name="task"),
    path("directives/<unitkey:key>/tasks/<int:id>/each/", drafts.each, name="each"),
    path("directives/<unitkey:key>/tasks/<int:id>/split/", drafts.split, name="split"),
    path("directives/<unitkey:key>/tasks/<int:id>/remove/", drafts.remove, name="remove"),
    path("correspondence/", books.books, name="books"),
    path("correspondence/<int:id>/", entries.book, name="book"),
    path("correspondence/<int:id>/new/", entries.register, name="book-register"),
    path("correspondence/<int:id>/import/", exchange.bring_in, name="book-bring"),
    path(
        "correspondence/<int:id>/import/<int:upload>/faults/", exchange.faults, name="book-faults"
    ),
    path("correspondence/<int:id>/<int:serial>/", entry.entry, name="book-entry"),
    path("correspondence/<int:id>/<int:serial>/<slug:act>/", entry.act, name="book-act"),
    path("units/<unitkey:key>/correspondence/new/", books.new, name="book-new"),
]
