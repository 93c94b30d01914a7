"""Addresses of the pages of norms; `registry.urls` says what a key looks like."""

from django.urls import path

from tinhgon.norms.views import findings, keeping, rules, waivers

app_name = "norms"
urlpatterns = [
    path("norms/", findings.findings_list, name="findings"),
    path("norms/runs/", findings.run, name="run"),
    path("norms/rules/", rules.catalogue, name="rules"),
    path("norms/waivers/", waivers.waivers, name="waivers"),
    path("norms/waivers/<int:id>/revocation/", waivers.revocation, name="revocation"),
    path("norms/findings/<slug:identifier>/", findings.finding, name="finding"),
    path("norms/findings/<slug:identifier>/waiver/", waivers.waive, name="waive"),
    path("units/<unitkey:key>/regulations/", keeping.regulations, name="regulations"),
    path("units/<unitkey:key>/regulations/new/", keeping.adopt, name="adopt"),
    path("units/<unitkey:key>/regulations/end/", keeping.regulations_end, name="regulations-end"),
    path("units/<unitkey:key>/classes/", keeping.classify, name="classes"),
]
