"""All pages stand at two addresses, and what is given as JSON is described."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.testclient import TestClient

from quotes.serve.asked import Question


def test_every_page_is_given_as_json_too(client: TestClient) -> None:
    assert isinstance(client.app, FastAPI)
    described = client.get("/api/openapi.json").json()["paths"]
    assert all(path.startswith("/api/") for path in described)
    for path, methods in described.items():
        for method, about in methods.items():
            assert about["description"], path
            answer = about["responses"]["200"]["content"]["application/json"]["schema"]
            assert "$ref" in answer, (path, method)
            assert "4XX" in about["responses"]
    assert {"/api/", "/api/quotes", "/api/speakers", "/api/articles"} <= set(described)


def test_parameters_are_described_under_their_names(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()["paths"]["/api/quotes"]["get"]["parameters"]
    names = {field.alias or name for name, field in Question.model_fields.items()}
    assert {one["name"] for one in described} == names
    assert all(one["description"] for one in described)


def test_no_page_loads_what_is_not_ours(client: TestClient) -> None:
    for address in ("/docs", "/redoc", "/openapi.json"):
        assert client.get(address).status_code == 404
