"""Bytes that only a worker process may parse, with what is known of them already."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sayso.ingest.limits import STANDARD, Limits
from sayso.model.document import Cut


class Form(StrEnum):
    """What the bytes are."""

    HTML = "html"
    FEED = "feed"
    HTTP = "http"


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """An input on its way to a worker. `known` are fields of a Document that are settled; `found_in` says where.

    `charset` and `digests` are what a server or an archive says of the bytes.
    """

    form: Form
    raw: bytes
    path: str | None
    external_id: str | None = None
    known: Mapping[str, Any] = field(default_factory=dict)
    found_in: Mapping[str, str] = field(default_factory=dict)
    cuts: tuple[Cut, ...] = ()
    charset: str | None = None
    limits: Limits = STANDARD
    digests: Mapping[str, str] = field(default_factory=dict)
