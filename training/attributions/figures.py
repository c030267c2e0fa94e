"""Figures of findings on documents whose attributions are known, in tokens."""

import json
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.attributions.examples import ROLES, ranges_of

from sayso.annotate.learned.finding import Finding
from sayso.annotate.learned.tokens import Tokens, split_tokens
from sayso.annotate.quotations import find_quotations
from sayso.annotate.reporting.ranges import joined
from sayso.annotate.sentences import find_sentences
from sayso.model.document import Document

ALIKE = 0.5  # of the tokens of two contents, shared over joint: the same one
Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """A document's tokens, and of each of its attributions the source, cue and content as ranges of them."""

    tokens: Tokens
    attributions: list[tuple[Ranges, ...]]


def read_gold(path: Path) -> list[Gold]:
    """Every document of a corpus file."""
    with path.open(encoding="utf-8") as lines:
        return [as_gold(json.loads(line)) for line in lines]


def as_gold(record: Mapping[str, Any]) -> Gold:
    """One record, its spans widened to whole tokens."""
    document = Document(text=record["text"])
    tokens = split_tokens(document, find_sentences(document), find_quotations(document))
    attributions = [tuple(joined(ranges_of(tokens, each[role])) for role in ROLES) for each in record["attributions"]]
    return Gold(tokens, attributions)


def spans_of(finding: Finding) -> tuple[Ranges, ...]:
    """Source, cue and content of a finding."""
    return finding.source, (finding.cue,), finding.content


def figures(findings: Sequence[Sequence[Finding]], golds: Sequence[Gold]) -> dict[str, float]:
    """Strict F1 of the spans of each role, and of whole attributions; and of each role's words (letters and digits), spans aside."""
    found = {
        role: {(at, span) for at, each in enumerate(findings) for one in each for span in spans_of(one)[number]}
        for number, role in enumerate(ROLES)
    }
    wanted = {
        role: {(at, span) for at, gold in enumerate(golds) for one in gold.attributions for span in one[number]}
        for number, role in enumerate(ROLES)
    }
    made = {role: f1(found[role], wanted[role]) for role in ROLES}
    for role in ROLES:
        made[f"words of {role}"] = f1(words_of(found[role], golds), words_of(wanted[role], golds))
    whole = {(at, *spans_of(one)) for at, each in enumerate(findings) for one in each}
    return made | {"whole": f1(whole, {(at, *one) for at, gold in enumerate(golds) for one in gold.attributions})}


def words_of(spans: set[tuple[int, tuple[int, int]]], golds: Sequence[Gold]) -> set[tuple[int, int]]:
    """The words in spans of some documents, by document and token."""
    tokens = {(at, place) for at, (low, high) in spans for place in range(low, high)}
    return {(at, place) for at, place in tokens if any(map(str.isalnum, golds[at].tokens.texts[place]))}


def f1(found: set[Any], wanted: set[Any]) -> float:
    """F1 of two sets."""
    return round(2 * len(found & wanted) / max(1, len(found) + len(wanted)), 4)


def is_right(finding: Finding, gold: Gold) -> bool:
    """Whether a finding is a known attribution in substance: it shares its cue, its speaker and half of its content."""
    source, cue, content = (places(each) for each in spans_of(finding))
    for theirs in gold.attributions:
        their_source, their_cue, their_content = (places(each) for each in theirs)
        speaker = bool(source & their_source) or not (source or their_source)
        if cue & their_cue and speaker and len(content & their_content) >= ALIKE * len(content | their_content):
            return True
    return False


def places(ranges: Ranges) -> set[Hashable]:
    """The tokens of ranges."""
    return {at for low, high in ranges for at in range(low, high)}
