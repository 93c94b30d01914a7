"""Addresses of the pages of directives."""

from django.urls import path

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
]
