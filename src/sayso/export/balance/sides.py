"""Sides, as the user names them, and which of them speaks."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.model.attribution import Attribution
from sayso.model.entity import Entity

EXPECTED = 'tables [[side]], each with name = "…" and names = ["…"]'
SEVERAL, OTHER = "several sides", "no side"  # where names of two sides stand, and where none does
WORD = re.compile(r"[^\W_]+(?:['’](?!s\b)[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Sides:
    """The names of the sides in their order, and for each name in small words the side that it belongs to."""

    order: tuple[str, ...]
    names: Mapping[tuple[str, ...], str]
    longest: int

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> "Sides":
        """From a table as TOML has it; ValueError, in words for the user, where it is not what is expected or says two things."""
        rows = table.get("side")
        if set(table) != {"side"} or not isinstance(rows, list) or not rows:
            raise ValueError(f"expected {EXPECTED}")
        order, names = [], dict[tuple[str, ...], str]()
        for row in rows:
            side, listed = _row(row)
            order.append(side)
            for name in listed:
                words = tuple(_words(name))
                if not words or names.setdefault(words, side) != side:
                    raise ValueError(
                        f"{name!r} belongs to {names.get(words, 'nobody')!r} and to {side!r}; expected one"
                    )
        return cls(tuple(dict.fromkeys(order)), names, max(map(len, names)))

    def in_words(self, text: str) -> frozenset[str]:
        """The sides of which a name stands in the text."""
        words = list(_words(text))
        found = (
            self.names.get(tuple(words[at : at + size]))
            for at in range(len(words))
            for size in range(1, self.longest + 1)
        )
        return frozenset(side for side in found if side)

    def all(self) -> tuple[str, ...]:
        """The sides, and what is neither."""
        return (*self.order, SEVERAL, OTHER)


def speakers(sides: Sides, entities: Iterable[Entity], attributions: Sequence[Attribution]) -> Mapping[str, str]:
    """The side of each attribution by its id: by the words of its source, then by all that its claimant is called in the text."""
    called = {each.id: " | ".join((each.name, *each.titles)) for each in entities}
    for each in attributions:
        if each.claimant in called:
            called[each.claimant] += " | " + " | ".join(span.text for span in each.source)
    by_claimant = {id: sides.in_words(text) for id, text in called.items()}
    return {each.id: _side(sides, each, by_claimant) for each in attributions}


def _side(sides: Sides, attribution: Attribution, by_claimant: Mapping[str, frozenset[str]]) -> str:
    own = sides.in_words(" | ".join(span.text for span in attribution.source))
    found = own if len(own) == 1 else own | by_claimant.get(attribution.claimant or "", frozenset())
    if len(found) == 1:
        return next(iter(found))
    return SEVERAL if found else OTHER


def _row(row: Any) -> tuple[str, list[str]]:
    if not isinstance(row, dict) or set(row) - {"name", "names"}:
        raise ValueError(f"expected {EXPECTED}")
    name, names = row.get("name"), row.get("names", [])
    if not isinstance(name, str) or not name.strip() or name in {SEVERAL, OTHER}:
        raise ValueError(f"a side has no name, or one that is taken ({name!r}); expected {EXPECTED}")
    if not isinstance(names, list) or not all(isinstance(each, str) for each in names):
        raise ValueError(f"the names of {name!r} are no list of strings; expected {EXPECTED}")
    return name, [name, *names]


def _words(text: str) -> Iterator[str]:
    return (match[0].casefold().replace("’", "'") for match in WORD.finditer(text))
