"""Whether a reader treats two sides alike: the reading of a text whose names are exchanged mirrors the first reading."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
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
    return rename(text, {one: two for pair in pairs for one, two in (tuple(pair), tuple(reversed(pair)))})


def rename(text: str, names: Mapping[str, str]) -> Exchanged:
    """Write another name for each of these wherever it stands as whole words; a longer name is seen before a shorter one."""
    known = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    written, back, last = [], list[int](), 0
    for found in re.finditer(rf"(?<!\w)(?:{known})(?!\w)", text):
        name = names[found[0]]
        written += [text[last : found.start()], name]
        back += range(last, found.start())
        back += (found.start() + place for place in places(found[0], name))
        last = found.end()
    return Exchanged("".join([*written, text[last:]]), (*back, *range(last, len(text) + 1)))


def places(first: str, second: str) -> Iterator[int]:
    """For each place in the second name, the place in the first.

    Where both have as many words, the ends of words are where the same words end. Everything else stays inside: a reader
    that cuts one of the names in two must not seem to have seen it whole.
    """
    have, want = edges(first), edges(second)
    if len(have) != len(want):
        have, want = [0, len(first)], [0, len(second)]
    for (start, end), (start_then, end_then) in zip(pairwise(want), pairwise(have), strict=True):
        yield start_then
        yield from (min(start_then + place, end_then - 1) for place in range(1, end - start))


def edges(name: str) -> list[int]:
    """Where the words of a name begin and end."""
    return [edge for word in re.finditer(r"\S+", name) for edge in word.span()]


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
