"""Answers are as /api/openapi.json describes them: schemathesis asks for all of these."""

from __future__ import annotations

from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from quotes.serve.app import make_app
from quotes.serve.settings import Settings

from .conftest import HERE

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


def test_answers_are_as_described(newsroom: Path) -> None:
    app = make_app(Settings(place=str(newsroom)))
    here = {"Host": HERE.removeprefix("http://")}
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=here)
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 3
    for operation in operations:

        @settings(
            max_examples=12,
            derandomize=True,
            database=None,
            suppress_health_check=[HealthCheck.too_slow],  # of a loaded machine, not of ours
        )
        @given(case=operation.as_strategy())
        def answers(case: schemathesis.Case) -> None:
            case.call_and_validate(headers=here, checks=CHECKS)

        answers()
