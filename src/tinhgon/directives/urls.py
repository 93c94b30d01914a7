"""Addresses of the pages of directives."""

from django.urls import path

from tinhgon.directives.correspondence.views import books, entries, entry
from tinhgon.directives.views import reading

app_name = "directives"
urlpatterns = [
    path("directives/reading/", reading.read, name="read"),
    path("correspondence/", books.books, name="books"),
    path("correspondence/<int:id>/", entries.book, name="book"),
    path("correspondence/<int:id>/new/", entries.register, name="book-register"),
    path("correspondence/<int:id>/<int:serial>/", entry.entry, name="book-entry"),
    path("correspondence/<int:id>/<int:serial>/<slug:act>/", entry.act, name="book-act"),
    path("units/<unitkey:key>/correspondence/new/", books.new, name="book-new"),
]
