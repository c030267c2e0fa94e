"""What a log says of itself: entries as bytes that are the same for the same values, and heads, which can be signed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


def canonical(entry: Mapping[str, Any]) -> bytes:
    """JSON in one way only: names in order, no blanks, UTF-8; a lone surrogate becomes its escape."""
    plain = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return plain.encode("utf-8", "backslashreplace")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The log at one moment: how many entries, the root of their tree (hexadecimal), and when that was (UTC).

    `key` and `signature`, hexadecimal, are those of Ed25519 (RFC 8032) over `message`; both null where nobody signed.
    """

    size: int
    root: str
    at: str
    key: str | None = None
    signature: str | None = None

    @property
    def message(self) -> bytes:
        """What is signed: size, root and time."""
        return canonical({"at": self.at, "root": self.root, "size": self.size})
