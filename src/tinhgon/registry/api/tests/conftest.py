"""Programs that ask the API."""

import pytest


@pytest.fixture
def ask(client):
    """GET an address of the API: status and document."""

    def get(path: str, **query):
        language = {"HTTP_ACCEPT_LANGUAGE": query.pop("language", "en")}
        response = client.get(f"/api/v1{path}", query, **language)
        return response.status_code, response.json() if response.content else None

    return get


@pytest.fixture
def send(client):
    """POST a document to the API, with a token if one is given: status and document."""

    def post(path: str, document, token: str | None = None, language: str = "en"):
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        response = client.post(
            f"/api/v1{path}",
            document,
            content_type="application/json",
            headers={"Accept-Language": language, **headers},
        )
        return response.status_code, response.json()

    return post
