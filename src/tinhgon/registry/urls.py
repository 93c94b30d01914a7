"""Addresses of the register's pages."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from tinhgon.registry.models import KEY
from tinhgon.registry.views import (
    apparatus,
    batch,
    bodies,
    codes,
    comparison,
    contacts,
    corrections,
    home,
    instruments,
    mandates,
    pages,
    unit,
    where,
)


class KeyConverter(StringConverter):
    """A unit's permanent key."""

    regex = KEY


register_converter(KeyConverter, "unitkey")

app_name = "registry"
urlpatterns = [
    path("", home.home, name="home"),
    path("where/", where.where, name="where"),
    path("where/batch/", batch.batch, name="batch"),
    path("units/", apparatus.apparatus, name="apparatus"),
    path("bodies/", bodies.bodies, name="bodies"),
    path("mandates/", mandates.mandates, name="mandates"),
    path("mandates/assign/", mandates.assign, name="mandate-assign"),
    path("mandates/<int:id>/withdrawal/", mandates.withdraw, name="mandate-withdraw"),
    path("units/<unitkey:key>/", unit.unit, name="unit"),
    path("units/<unitkey:key>/correction/", corrections.correction, name="correction"),
    path("units/<unitkey:key>/contact/", contacts.contact, name="contact"),
    path("codes/<str:code>/", codes.code, name="code"),
    path("comparison/", comparison.comparison, name="comparison"),
    path("instruments/", instruments.instruments, name="instruments"),
    path("instruments/new/", instruments.new, name="instrument-new"),
    path("instruments/<int:id>/", instruments.instrument, name="instrument"),
    path("sources/", pages.sources, name="sources"),
    path("programs/", pages.programs, name="programs"),
    path("help/", pages.help, name="help"),
    path("accessibility/", pages.accessibility, name="accessibility"),
]
