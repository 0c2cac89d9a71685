"""The description is whole and valid, its examples fit, and every body in it is bounded."""

from typing import get_type_hints

import pytest
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from pydantic import TypeAdapter

from api.app import create_app
from api.app.description import examples
from api.app.metrics import name_of
from api.app.routers import ENDPOINTS
from api.settings import Settings

BODIES = {
    name_of(route): hints["body"]
    for route in ENDPOINTS
    if "body" in (hints := get_type_hints(route.endpoint, include_extras=True))
}
DOCUMENT = create_app(Settings(), None).openapi()
OPERATIONS = {
    operation["operationId"]: operation
    for methods in DOCUMENT["paths"].values()
    for operation in methods.values()
}
FREE = {
    "SessionIn.state": "where a conversation is; only the bot reads it",
    "PromptIn.values": "what a prompt says; only the bot reads it",
}
"""Objects whose fields are not named, and why: their number and the whole body are bounded."""


def resolved(schema):
    """A schema with what it refers to."""
    if "$ref" not in schema:
        return schema
    return DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]


def parts(schema, at):
    """(where, schema) of everything in a schema, each named type once."""
    waiting, known = [(schema, at)], set()
    while waiting:
        schema, at = waiting.pop()
        if "$ref" in schema:
            at = schema["$ref"].rpartition("/")[2]
            if at in known:
                continue
            known.add(at)
            schema = resolved(schema)
        yield at, schema
        waiting += [(one, at) for kind in ("anyOf", "oneOf") for one in schema.get(kind, ())]
        waiting += [(one, f"{at}[]") for one in schema.get("prefixItems", ())]
        waiting += [(schema[key], f"{at}[]") for key in ("items",) if key in schema]
        waiting += [(one, f"{at}.{name}") for name, one in schema.get("properties", {}).items()]
        waiting += [(one, f"{at}.*") for one in schema.get("patternProperties", {}).values()]


def sent(operation):
    """(where, schema) of all that a client sends to an operation."""
    body = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if body is not None:
        yield from parts(body["schema"], "body")
    for one in operation.get("parameters", ()):
        yield from parts(one["schema"], one["name"])


def unbounded(at, schema):
    """What a part lets grow without an end, or takes without knowing it."""
    if "enum" in schema or "const" in schema:
        return ""
    kind = schema.get("type")
    if kind == "object":
        return fields(at, schema)
    if kind == "string" and not {"maxLength", "pattern", "format"} & schema.keys():
        return "a text of any length"
    if kind in {"integer", "number"} and not {"minimum", "maximum"} <= schema.keys():
        return "any number"
    return "any number of items" if kind == "array" and "maxItems" not in schema else ""


def fields(at, schema):
    """What an object takes without knowing it."""
    anything = schema.get("additionalProperties") is not False
    if anything and at not in FREE:
        return "any field"
    many = anything or "patternProperties" in schema
    return "any number of fields" if many and "maxProperties" not in schema else ""


def test_every_body_has_an_example_and_no_example_is_left_over():
    """By the name of its operation."""
    assert set(examples()) == set(BODIES)


@pytest.mark.parametrize("name", BODIES)
def test_every_example_fits_its_schema(name):
    """By our own judgement, and by somebody else's from the description alone."""
    assert TypeAdapter(BODIES[name]).validate_python(examples()[name], strict=False)
    content = OPERATIONS[name]["requestBody"]["content"]["application/json"]
    assert content["example"] == examples()[name]
    judge = OAS31Validator({**content["schema"], "components": DOCUMENT["components"]})
    assert list(judge.iter_errors(content["example"])) == []


def test_the_description_is_valid_openapi():
    """By somebody else's judgement."""
    assert list(OpenAPIV31SpecValidator(DOCUMENT).iter_errors()) == []


@pytest.mark.parametrize("name", OPERATIONS)
def test_all_that_an_operation_takes_is_known_and_bounded(name):
    """So nothing can be sent that was not thought of."""
    faults = {at: why for at, one in sent(OPERATIONS[name]) if (why := unbounded(at, one))}
    assert faults == {}


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_answer_is_described(name):
    """A refusal of any kind in one shape, ours, and no answer without one."""
    answers = OPERATIONS[name]["responses"]
    assert "422" not in answers
    assert "application/problem+json" in answers["default"]["content"]
    good = [answer for status, answer in answers.items() if status in {"200", "201", "202"}]
    assert good or "204" in answers
    for answer in good:
        (media, shape), *others = answer["content"].items()
        kind = {"application/json": "object", "text/event-stream": "string"}[media]
        assert resolved(shape["schema"])["type"] == kind
        assert not others
