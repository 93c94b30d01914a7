"""Addresses of the pages of posts and people; `registry.urls` says what a key looks like."""

from django.urls import path

from tinhgon.staff.views import exchange, keeping, ledger, officers, posts, targets

app_name = "staff"
urlpatterns = [
    path("units/<unitkey:key>/posts/", posts.posts, name="posts"),
    path("units/<unitkey:key>/posts/ledger/", ledger.ledger, name="ledger"),
    path("units/<unitkey:key>/posts/file/", exchange.take_along, name="take-along"),
    path("units/<unitkey:key>/posts/new/", keeping.new_post, name="new-post"),
    path("units/<unitkey:key>/posts/<slug:act>/", ledger.move, name="move"),
    path("movements/<int:id>/reversal/", ledger.reversal, name="reversal"),
    path("posts/<unitkey:key>/assignment/", keeping.assignment, name="assignment"),
    path("posts/<unitkey:key>/end/", keeping.post_end, name="post-end"),
    path("assignments/<int:id>/end/", keeping.relief, name="relief"),
    path("officers/<unitkey:key>/", officers.officer, name="officer"),
    path("staff/import/", exchange.bring, name="bring"),
    path("staff/import/<int:id>/faults/", exchange.faults, name="faults"),
    path("targets/", targets.targets, name="targets"),
    path("targets/new/", targets.new_target, name="new-target"),
    path("targets/<int:id>/", targets.target, name="target"),
    path("targets/<int:id>/withdrawal/", targets.withdrawal, name="target-withdrawal"),
]
