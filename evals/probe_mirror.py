"""Whether a reader treats two sides alike: the reading of a text whose names are exchanged mirrors the first reading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from probe_language import Check, Plain, as_list, within

Pairs = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Exchanged:
    """A text with the names of each pair exchanged, and for each place in it the place in the first text."""

    text: str
    back: tuple[int, ...]


def exchange(text: str, pairs: Pairs) -> Exchanged:
    """Exchange the names of each pair wherever they stand as whole words; a longer name is seen before a shorter one."""
    other = {one: two for pair in pairs for one, two in (tuple(pair), tuple(reversed(pair)))}
    names = "|".join(sorted(map(re.escape, other), key=len, reverse=True))
    written, back, last = [], list[int](), 0
    for found in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text):
        name = other[found[0]]
        written += [text[last : found.start()], name]
        back += range(last, found.start())
        back += (min(found.start() + place, found.end()) for place in range(len(name)))
        last = found.end()
    return Exchanged("".join([*written, text[last:]]), (*back, *range(last, len(text) + 1)))


@dataclass(frozen=True)
class Side:
    """One of two readings; the second is told in the places and names of the first text."""

    reading: Plain
    back: Sequence[int] | None = None
    pairs: Pairs = ()

    def where(self, spans: Any) -> list[tuple[int, int]]:
        """Stretches, in the places of the first text."""
        found = [(span["start"], span["end"]) for span in as_list(spans)]
        return found if self.back is None else [(self.back[start], self.back[end]) for start, end in found]

    def who(self, id: str | None) -> str:
        """The bare name of an entity, as the first text has it."""
        names = {entity["id"]: entity["name"] for entity in self.reading["entities"]}
        name = re.sub(r"^the ", "", names.get(id or "", ""), flags=re.IGNORECASE)
        return exchange(name, self.pairs).text if self.pairs else name

    def views(self) -> dict[str, list[str]]:
        """What has to be the same on both sides."""
        framing = self.reading["framing"]
        rows: dict[str, list[Any]] = {
            "attributions": [
                (each["type"], each["anonymity"], self.where(each["content"]), self.who(each["claimant"]))
                for each in self.reading["attributions"]
            ],
            "claims": [self.claim(each) for each in self.reading["claims"]],
            "terms": [
                (self.where(each["span"]), each["concept"], each["favours"], each["voice"]) for each in framing["terms"]
            ],
            "vague sources": [self.where(each) for each in framing["vague_sources"]],
        }
        return {name: sorted(map(repr, found)) for name, found in rows.items()}

    def claim(self, claim: Plain) -> tuple[Any, ...]:
        """A claim without ids, scores and places."""
        sides = [self.who(within(claim, path)) for path in ("terms.holder", "terms.loser")]
        said = (claim["kind"], claim["voice"], claim["polarity"], within(claim, "terms.change"))
        return (*said, self.where(claim["spans"]), sides)


def check_mirror(first: Plain, second: Plain, exchanged: Exchanged, pairs: Pairs) -> list[Check]:
    """One check for each kind of finding: the same on both sides."""
    one, two = Side(first).views(), Side(second, exchanged.back, pairs).views()
    return [
        (one[name] == two[name], f"not mirrored, {name}: {sorted(set(one[name]) ^ set(two[name]))[:4]}") for name in one
    ]
