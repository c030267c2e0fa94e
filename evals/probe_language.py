"""The language of the probes: whether the plain form of a Reading (see `sayso.codec.to_plain`) meets a probe.

A probe is one JSON line: `{"id", "family", "text", "published_at"?, "expect": [...], "forbid"?: [...]}`. `text` is a string,
or a list of strings and `[string, times]` pairs, joined. An expectation is `{"list": "attributions", "where": {...}, "count"?}`:
that list of the Reading holds at least one (or so many) items that fit every field. What stands in `forbid` fits no item.
A field may be a path (`terms.change`). What a field wants:

- a field of spans: words of the text, `{"text", "nth"}` where they stand there more than once, or a list of these taken
  together. Only letters and digits count. `content` must be the same stretch (a union four fifths shared); any other field
  must cover the words with at most 40 letters more. `{"covers": w}`, `{"touches": w}`, `{"avoids": w}`, `{"half": w}` and
  `{"same": w}` say otherwise; `[]` wants no span.
- a reference (`claimant`, `within` ...): fields that the item behind the id must fit.
- `name`: each word begins a word of the name found. A list: each wanted value is there; `{"lacks": [...]}`: none is.
- else the value itself, null, `{"any": [...]}`, `{"not": ...}` or `{"min", "max"}` (numbers, or days as text).

`variants` are further texts with expectations of their own; `swap` (pairs of names) asks that the reading of the text with
the names exchanged mirrors the first; both belong to the probe.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

Plain = Mapping[str, Any]
Stretch = tuple[int, int]
Check = tuple[bool, str]  # met or not, and what was asked

SPANS = frozenset(
    [
        "source",
        "cue",
        "content",
        "occasion",
        "addressee",
        "span",
        "spans",
        "hedges",
        "distanced",
        "conditions",
        "probability_words",
        "mentions",
    ]
)
REFERENCES = frozenset(
    [
        "attribution",
        "claimant",
        "within",
        "holder",
        "loser",
        "place",
        "as_of",
        "due",
        "victims",
        "toponyms",
        "timexes",
        "quantities",
        "entities",
    ]
)
SAME, HALF = 0.8, 0.5  # shared part of the union: an article or a comma's clause may differ, a sentence may not
MORE_LETTERS = 40  # what a source may add to a bare name: a short apposition
COMPARISONS: Mapping[str, Callable[[set[int], set[int]], bool]] = {  # places of letters: found, wanted
    "same": lambda have, want: len(have & want) >= SAME * len(have | want),
    "half": lambda have, want: len(have & want) >= HALF * len(have | want),
    "near": lambda have, want: want <= have and len(have - want) <= MORE_LETTERS,
    "covers": lambda have, want: want <= have,
    "touches": lambda have, want: bool(have & want),
    "avoids": lambda have, want: not have & want,
}


class ProbeError(ValueError):
    """A probe that cannot be meant: its words are not in its text, or stand there more than once."""


def as_list(value: Any) -> list[Any]:
    """The value itself where it is a list, else a list of it."""
    return value if isinstance(value, list) else [value]


def full_text(case: Plain) -> str:
    """The text of a probe or variant, written out."""
    return "".join(part if isinstance(part, str) else part[0] * part[1] for part in as_list(case["text"]))


def find_words(text: str, wanted: Any) -> Stretch:
    """Where the wanted words stand, as whole words; ProbeError unless there is exactly one place that can be meant."""
    phrase, nth = (wanted["text"], wanted["nth"]) if isinstance(wanted, dict) else (wanted, None)
    edges = (r"(?<!\w)" if phrase[:1].isalnum() else "", r"(?!\w)" if phrase[-1:].isalnum() else "")
    places = [found.span() for found in re.finditer(re.escape(phrase).join(edges), text)]
    if len(places) < (nth or 1) or (nth is None and len(places) > 1):
        raise ProbeError(f"{phrase!r} stands {len(places)} times in {text[:80]!r}")
    return places[(nth or 1) - 1]


def manner(path: str, wanted: Any) -> tuple[str, Any]:
    """How the stretches of a field are compared, and with which words."""
    if isinstance(wanted, dict) and "text" not in wanted:
        ((how, words),) = wanted.items()
        return how, words
    return ("same" if path == "content" else "near"), wanted


def names_fit(found: Any, wanted: str) -> bool:
    """Whether each word wanted begins a word of the name found."""
    have = re.findall(r"\w+", str(found or "").casefold())
    return all(any(word.startswith(start) for word in have) for start in re.findall(r"\w+", wanted.casefold()))


def within_bounds(found: Any, low: Any, high: Any) -> bool:
    """Whether a number, or the day of a date, lies between two bounds (null: no bound)."""
    day = isinstance(low if low is not None else high, str)
    value = found[:10] if day and isinstance(found, str) else found
    if not isinstance(value, str if day else int | float):
        return False
    return (low is None or value >= low) and (high is None or value <= high)


def within(value: Any, path: str) -> Any:
    """What stands at a path of keys and list positions; null where the path leads nowhere."""
    for key in path.split("."):
        if isinstance(value, list):
            value = value[int(key)] if key.isdigit() and int(key) < len(value) else None
        else:
            value = value.get(key) if isinstance(value, dict) else None
    return value


def everything(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every value inside a plain Reading with the key it stands under; an item of a list has its list's key."""
    inside = value.items() if isinstance(value, dict) else ((key, item) for item in value)
    for name, part in inside:
        yield name, part
        if isinstance(part, dict | list):
            yield from everything(part, name)


@dataclass(frozen=True)
class Found:
    """A plain Reading of one text, ready to be asked."""

    text: str
    reading: Plain

    @cached_property
    def by_id(self) -> dict[str, Plain]:
        """Every item of the Reading by its id."""
        items = [self.reading[key] for key in self.reading if key not in ("document", "made_by")]
        return {value["id"]: value for _, value in everything(items) if isinstance(value, dict) and "id" in value}

    def faults(self) -> list[str]:
        """What no Reading may hold: another text, spans that do not quote it, ids that lead nowhere."""
        if self.reading.get("document", {}).get("text") != self.text:
            return ["the Reading is of another text"]
        found = []
        for key, value in everything({k: v for k, v in self.reading.items() if k != "document"}):
            if isinstance(value, dict) and value.keys() >= {"start", "end", "text"}:
                start, end = value["start"], value["end"]
                if not 0 <= start <= end <= len(self.text) or self.text[start:end] != value["text"]:
                    found.append(f"{key} {start}:{end} does not quote the text: {value['text']!r:.80}")
            if key in REFERENCES and isinstance(value, str) and value not in self.by_id:
                found.append(f"{key} {value} leads nowhere")
        return found

    def letters(self, stretches: list[Stretch]) -> set[int]:
        """The places of the letters and digits inside some stretches."""
        return {i for start, end in stretches for i in range(start, end) if self.text[i].isalnum()}

    def spans_fit(self, path: str, found: Any, wanted: Any) -> bool:
        """Whether the spans of a field are the stretches wanted."""
        how, words = manner(path, wanted)
        have = [(span["start"], span["end"]) for span in as_list(found or []) if span]
        if words == []:
            return not have
        if how not in COMPARISONS:
            raise ProbeError(f"no way to compare is called {how!r}")
        return COMPARISONS[how](self.letters(have), self.wanted_letters(words))

    @cached_property
    def wanted(self) -> dict[str, set[int]]:
        """The letters of words that were looked for: a long text is searched once for them, not once for every item."""
        return {}

    def wanted_letters(self, words: Any) -> set[int]:
        """The places of the letters and digits of the words wanted."""
        key = repr(words)
        if key not in self.wanted:
            self.wanted[key] = self.letters([find_words(self.text, each) for each in as_list(words)])
        return self.wanted[key]

    def fits(self, path: str, found: Any, wanted: Any) -> bool:
        """Whether what was found in a field is what is wanted."""
        if isinstance(wanted, dict) and wanted.keys() & {"any", "not"}:
            fitting = any(self.fits(path, found, each) for each in wanted.get("any", [wanted.get("not")]))
            return fitting if "any" in wanted else not fitting
        if wanted is None:
            return found is None or found == []
        if path in SPANS:
            return self.spans_fit(path, found, wanted)
        if isinstance(wanted, dict):
            return self.fits_table(path, found, wanted)
        if isinstance(wanted, list):
            return isinstance(found, list) and all(any(self.fits(path, f, w) for f in found) for w in wanted)
        return names_fit(found, wanted) if path == "name" else bool(found == wanted)

    def fits_table(self, path: str, found: Any, wanted: Plain) -> bool:
        """Bounds, what a list may not hold, or the fields of the item behind a reference."""
        if wanted and wanted.keys() <= {"min", "max"}:
            return within_bounds(found, wanted.get("min"), wanted.get("max"))
        if wanted.keys() == {"lacks"}:
            return not any(self.fits(path, each, bad) for each in found or [] for bad in wanted["lacks"])
        item = self.by_id.get(found) if isinstance(found, str) else found
        return isinstance(item, dict) and self.item_fits(item, wanted)

    def item_fits(self, item: Plain, where: Plain) -> bool:
        """Whether an item fits every field."""
        return all(
            self.fits(path.rsplit(".", 1)[-1], item if "start" in item else within(item, path), wanted)
            for path, wanted in where.items()
        )

    def count(self, expectation: Plain) -> int:
        """How many items of the Reading fit an expectation."""
        items = as_list(within(self.reading, expectation["list"]) or [])
        return sum(self.item_fits(item, expectation["where"]) for item in items)


def count_fits(number: int, wanted: Any) -> bool:
    """Whether there are so many: at least one, exactly a number, or between `min` and `max`."""
    if isinstance(wanted, dict):
        return within_bounds(number, wanted.get("min"), wanted.get("max"))
    return number >= 1 if wanted is None else number == wanted


def check_case(case: Plain, reading: Plain | str) -> list[Check]:
    """Every expectation of one text, then what it forbids; instead of a Reading the reason why there is none.

    A prohibition is met only where all expectations are: silence earns nothing. A text with neither asks for a valid Reading.
    """
    wanted, forbidden = case.get("expect", []), case.get("forbid", [])
    asked = max(1, len(wanted) + len(forbidden))
    found = Found(full_text(case), {} if isinstance(reading, str) else reading)
    faults = [reading] if isinstance(reading, str) else found.faults()
    if faults:
        return [(False, "; ".join(faults[:3]))] * asked
    checks = []
    for each in wanted:
        number = found.count(each)
        checks.append((count_fits(number, each.get("count")), f"expected ({number} found): {each}"))
    spoke = all(met for met, _ in checks)
    for each in forbidden:
        number = found.count(each)
        checks.append((spoke and number == 0, f"forbidden ({number} found): {each}"))
    return checks or [(True, "a valid Reading")]
