"""Addresses of the pages of law."""

from django.urls import path

from tinhgon.law.views import changes, parameters

app_name = "law"
urlpatterns = [
    path("law/", parameters.parameters, name="parameters"),
    path("law/changes/", changes.changes, name="changes"),
    path("law/<str:name>/", parameters.parameter, name="parameter"),
]
