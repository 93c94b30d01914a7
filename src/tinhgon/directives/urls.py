"""Addresses of the pages of directives."""

from django.urls import path

from tinhgon.directives.views import progress, reading, report

app_name = "directives"
urlpatterns = [
    path("directives/reading/", reading.read, name="read"),
    path("directives/progress/", progress.page, name="progress"),
    path("directives/report/", report.page, name="report"),
    path("directives/report.<slug:kind>", report.file, name="report-file"),
]
