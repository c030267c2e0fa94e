"""Values to JSON and back, and the JSON Schema: the only file that knows serialisation.

Standard-library `json` carries the text, because it alone keeps a lone surrogate (as an escape) both ways.
"""

import json
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from sayso.errors import InputError
from sayso.model.document import Rejection
from sayso.model.reading import Reading

SCHEMA = "sayso/1"
Value = TypeVar("Value")


ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}


def adapter(kind: type[Any]) -> TypeAdapter[Any]:
    """The pydantic adapter of one type of the model, built once."""
    if kind not in ADAPTERS:
        ADAPTERS[kind] = TypeAdapter(kind)
    return ADAPTERS[kind]


def to_plain(value: Any) -> Any:
    """A value as dictionaries, lists, strings and numbers, in the order of its fields; a Rejection as an error object."""
    if isinstance(value, Rejection):
        return {"schema": SCHEMA, "error": adapter(Rejection).dump_python(value, mode="json")}
    return adapter(type(value)).dump_python(value, mode="json")


def dumps(plain: Any, *, indent: int | None = None) -> bytes:
    """JSON as UTF-8 bytes, the same for the same value; a lone surrogate becomes its JSON escape."""
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(plain, ensure_ascii=False, indent=indent, separators=separators).encode(
        "utf-8", "backslashreplace"
    )


def encode(value: Any, *, indent: int | None = None) -> bytes:
    """One value of the model as JSON bytes without a line end."""
    return dumps(to_plain(value), indent=indent)


def loads(data: bytes | str) -> Any:
    """What JSON says, as dictionaries, lists, strings and numbers; InputError where it is no JSON."""
    try:
        return json.loads(data)
    except ValueError as error:
        raise InputError("json", f"not JSON: {error}") from error


def from_plain(kind: type[Value], plain: Any) -> Value:
    """The value behind dictionaries and lists; InputError where they are not of that kind."""
    try:
        value: Value = adapter(kind).validate_python(plain)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the top"
        raise InputError(
            "contract", f"not a {kind.__name__}: at {where}: {first['msg']}; see `sayso schema`"
        ) from error
    return value


def decode(kind: type[Value], data: bytes | str) -> Value:
    """The value behind JSON; InputError where it is no JSON or not of that kind."""
    return from_plain(kind, loads(data))


def reading_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one output line: a Reading, or an error object."""
    reading = adapter(Reading).json_schema(mode="serialization", ref_template="#/$defs/{model}")
    error = adapter(Rejection).json_schema(mode="serialization")
    definitions = reading.pop("$defs", {})
    refusal = {
        "title": "Error",
        "type": "object",
        "properties": {"schema": {"const": SCHEMA}, "error": error},
        "required": ["schema", "error"],
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:sayso:schema:1",
        "title": SCHEMA,
        "oneOf": [reading, refusal],
        "$defs": definitions,
    }
