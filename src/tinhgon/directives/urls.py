"""Addresses of the pages of directives."""

from django.urls import path

from tinhgon.directives.correspondence.views import books, entries, entry
from tinhgon.directives.views import directives, drafts, reading

app_name = "directives"
urlpatterns = [
    path("directives/", directives.listed, name="list"),
    path("directives/reading/", reading.read, name="read"),
    path("directives/<unitkey:key>/", directives.directive, name="directive"),
    path("directives/<unitkey:key>/heading/", drafts.heading, name="heading"),
    path("directives/<unitkey:key>/issue/", drafts.issue, name="issue"),
    path("directives/<unitkey:key>/discard/", drafts.discard, name="discard"),
    path("directives/<unitkey:key>/tasks/new/", drafts.add, name="add"),
    path("directives/<unitkey:key>/tasks/<int:number>/", drafts.task, name="task"),
    path("directives/<unitkey:key>/tasks/<int:number>/split/", drafts.split, name="split"),
    path("directives/<unitkey:key>/tasks/<int:number>/remove/", drafts.remove, name="remove"),
    path("correspondence/", books.books, name="books"),
    path("correspondence/<int:id>/", entries.book, name="book"),
    path("correspondence/<int:id>/new/", entries.register, name="book-register"),
    path("correspondence/<int:id>/<int:serial>/", entry.entry, name="book-entry"),
    path("correspondence/<int:id>/<int:serial>/<slug:act>/", entry.act, name="book-act"),
    path("units/<unitkey:key>/correspondence/new/", books.new, name="book-new"),
]
