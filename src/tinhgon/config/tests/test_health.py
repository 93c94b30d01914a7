"""`/health/` says whether all is well, `/metrics` how much and how fast; neither says more."""

import pytest
from django.core.cache.backends.locmem import LocMemCache
from django.db import connection

pytestmark = pytest.mark.django_db

LOSE_THE_GUARD = {
    "sqlite": "DROP TRIGGER audit_append_only",
    "postgresql": "DROP TRIGGER audit_append_only ON audit_entry",
}


def test_all_is_well_for_anybody(client):
    answer = client.get("/health/")

    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ok",
        "checks": {"database": "ok", "cache": "ok", "guards": "ok"},
    }
    assert "no-store" in answer["Cache-Control"]


def test_a_constraint_that_is_gone_is_noticed_but_not_named(client):
    with connection.cursor() as cursor:
        cursor.execute(LOSE_THE_GUARD[connection.vendor])

    answer = client.get("/health/")

    assert answer.status_code == 503
    assert answer.json()["checks"]["guards"] == "failed"
    assert "audit" not in answer.text


def test_a_cache_that_fails_is_noticed_and_what_failed_is_not_told(client, monkeypatch):
    def refuse(*_args, **_options):
        raise OSError("cache server 10.0.0.7 refused lan@example.vn")

    monkeypatch.setattr(LocMemCache, "set", refuse)

    answer = client.get("/health/")

    assert answer.status_code == 503
    assert answer.json() == {
        "status": "failed",
        "checks": {"database": "ok", "cache": "failed", "guards": "ok"},
    }


def test_this_machine_reads_metrics(client):
    answer = client.get("/metrics")

    assert answer.status_code == 200
    assert b"django_http_requests_before_middlewares_total" in answer.content


@pytest.mark.parametrize("header", ["x-forwarded-for", "x-real-ip", "forwarded", "via"])
def test_what_a_proxy_passes_on_reads_no_metrics(client, header):
    answer = client.get("/metrics", headers={header: "127.0.0.1"})

    assert answer.status_code == 403
    assert b"django_http" not in answer.content


def test_another_machine_reads_no_metrics(client):
    assert client.get("/metrics", REMOTE_ADDR="192.0.2.7").status_code == 403


def test_a_public_site_gives_no_metrics_without_a_token(client, settings):
    settings.PUBLIC = True

    assert client.get("/metrics").status_code == 403


def test_the_token_opens_metrics_from_anywhere(client, settings):
    settings.PUBLIC, settings.METRICS_TOKEN = True, "a-long-token"
    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}

    right = client.get("/metrics", headers={"authorization": "Bearer a-long-token"}, **elsewhere)
    wrong = client.get("/metrics", headers={"authorization": "Bearer another"}, **elsewhere)

    assert right.status_code == 200
    assert wrong.status_code == 403


def test_no_token_is_not_the_empty_token(client, settings):
    settings.PUBLIC, settings.METRICS_TOKEN = True, ""

    assert client.get("/metrics", headers={"authorization": "Bearer "}).status_code == 403


@pytest.mark.parametrize("address", ["/health/", "/metrics"])
def test_supervisors_are_not_sent_to_https(client, settings, address):
    settings.SECURE_SSL_REDIRECT = True

    assert client.get(address).status_code == 200
