"""The description is complete, its examples fit, and the API keeps to it whatever is sent."""

from typing import get_type_hints

import pytest
from pydantic import TypeAdapter

from api.app import create_app
from api.app.description import examples
from api.app.metrics import name_of
from api.app.operation import endpoints
from api.settings import Settings

BODIES = {
    name_of(route): hints["body"]
    for route in endpoints()
    if "body" in (hints := get_type_hints(route.endpoint, include_extras=True))
}


def test_every_body_has_an_example_and_no_example_is_left_over():
    """By the name of its operation."""
    assert set(examples()) == set(BODIES)


@pytest.mark.parametrize("name", BODIES)
def test_every_example_fits_its_schema(name):
    """Whoever copies it can send it."""
    assert TypeAdapter(BODIES[name]).validate_python(examples()[name], strict=False)


def test_the_description_has_the_examples_and_our_refusals():
    """And no shape of errors that is not ours."""
    document = create_app(Settings(), None).openapi()
    take = document["paths"]["/v1/turns"]["post"]
    body = take["requestBody"]["content"]["application/json"]
    assert body["example"] == examples()["turns.take"]
    for methods in document["paths"].values():
        for operation in methods.values():
            assert "422" not in operation["responses"]
            assert "application/problem+json" in operation["responses"]["default"]["content"]
