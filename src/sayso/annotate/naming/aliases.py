"""Names that a user says are one: the same name is given to an entity in every document."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sayso.model.entity import EntityKind

EXPECTED = 'tables [[entity]] with name = "…", aliases = ["…"] and, where it is known, kind'
FIELDS = frozenset({"name", "aliases", "kind"})


@dataclass(frozen=True, slots=True)
class Aliases:
    """For each name or noun phrase, as `plain` writes it, the name to be given; and what is known of the kinds."""

    names: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, EntityKind] = field(default_factory=dict)

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> "Aliases":
        """From a table as TOML has it; ValueError, in words for the user, where it is not what is expected or says two things."""
        names: dict[str, str] = {}
        kinds: dict[str, EntityKind] = {}
        rows = table.get("entity", [])
        if set(table) - {"entity"} or not isinstance(rows, list):
            raise ValueError(f"expected {EXPECTED}")
        for row in rows:
            name, aliases, kind = _row(row)
            for alias in (name, *aliases):
                key = plain(alias)
                if not key or names.setdefault(key, name) != name:
                    raise ValueError(
                        f"{alias!r} stands for {names.get(key, 'nobody')!r} and for {name!r}; expected one"
                    )
            if kind is not None:
                kinds[name] = kind
        return cls(names, kinds)

    def name_of(self, words: str | Iterable[str]) -> str | None:
        """The name to be given to whom these words mean, or None."""
        return self.names.get(plain(words)) if self.names else None


def plain(words: str | Iterable[str]) -> str:
    """Words in lower case with single blanks and straight apostrophes, without an article before them."""
    joined = words if isinstance(words, str) else " ".join(words)
    parts = joined.casefold().replace("\u2019", "'").split()
    return " ".join(parts[1:] if len(parts) > 1 and parts[0] in {"the", "a", "an"} else parts)


def _row(row: Any) -> tuple[str, list[str], EntityKind | None]:
    """One entity: its name, its aliases, its kind."""
    if not isinstance(row, dict) or set(row) - FIELDS:
        raise ValueError(f"expected {EXPECTED}")
    name, aliases, kind = row.get("name"), row.get("aliases", []), row.get("kind")
    if not isinstance(name, str) or not name.strip():
        raise ValueError(f"an entity has no name; expected {EXPECTED}")
    if not isinstance(aliases, list) or not all(isinstance(each, str) for each in aliases):
        raise ValueError(f"the aliases of {name!r} are no list of strings; expected {EXPECTED}")
    if kind is not None and kind not in [each.value for each in EntityKind]:
        raise ValueError(f"{name!r} has the kind {kind!r}; expected one of {', '.join(EntityKind)}")
    return name, aliases, EntityKind(kind) if kind is not None else None


NOBODY = Aliases()
