"""What made a value, and the ids that follow from what a value holds."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """The software behind a Reading: with the same text it makes the same bytes.

    `reader` is the SHA-256 over models, lexicons and settings; `stages` maps a stage's name to `function@version`.
    """

    sayso: str
    reader: str
    stages: Mapping[str, str]


def digest_id(prefix: str, *parts: object) -> str:
    """`prefix_` and 16 hexadecimal digits of the SHA-256 over the parts: the same content has the same id, always."""
    joined = "\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return f"{prefix}_{hashlib.sha256(joined).hexdigest()[:16]}"
