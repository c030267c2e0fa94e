"""How much of a golden ledger a reading holds: counts that add up over articles, and the figures made of them.

Spans of a role are compared strictly (same start, same end, each distinct span of an article once) and by words (letters
and digits alone). Pairs are one to one, most shared words first: a found attribution may pair with an entry whose cue
shares a word with its own, or, where either has no cue, whose content does (as PolNeAR's scorers do). Type, claimant,
anonymity, nesting and denial are shares of all entries that judge them, so that an entry nobody found counts as missed.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from golden import Entry, Golden

from sayso.model.attribution import Attribution
from sayso.model.claim import Claim, Voice
from sayso.model.document import Document, Span
from sayso.model.reading import Reading
from sayso.model.stance import Polarity

WORD = re.compile(r"\w+(?:['’]\w+)*")
NEGATION = re.compile(
    r"\b(?:no|not|never|nothing|nobody|none|neither|nor|cannot|deny|denied|denies)\b|n['’]t\b", re.IGNORECASE
)
ROLES = ("source", "cue", "content")
MOST = 0.5  # of the words: a narrator's claim "is" the sentence, or lies in what somebody else said
Pairs = Mapping[int, Attribution]  # what was found, by the entry's number


@dataclass(frozen=True, slots=True)
class Count:
    """Hits, and out of how many found and how many wanted."""

    hit: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: "Count") -> "Count":
        """Both together."""
        return Count(self.hit + other.hit, self.found + other.found, self.wanted + other.wanted)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 to 1; a plain share where `found` equals `wanted`."""
        return 2 * self.hit / (self.found + self.wanted) if self.found + self.wanted else 1.0


def share(hits: Iterable[bool]) -> Count:
    """How many of several are so."""
    answers = list(hits)
    return Count(sum(answers), len(answers), len(answers))


@dataclass(slots=True)
class Figures:
    """One Count per figure, by name, in the order in which they are first counted."""

    counts: dict[str, Count] = field(default_factory=dict)

    def add(self, name: str, count: Count) -> None:
        """Count further cases of a figure."""
        self.counts[name] = self.counts.get(name, Count()) + count

    def lines(self) -> list[str]:
        """A line for each figure, with what it was counted from."""
        return [f"{name:34} {count.f1:6.3f}   {count.hit} of {count.wanted}" for name, count in self.counts.items()]


def words(spans: Iterable[Span]) -> set[tuple[int, int]]:
    """The places of the words in the spans."""
    return {(span.start + word.start(), span.start + word.end()) for span in spans for word in WORD.finditer(span.text)}


def within_any(spans: Iterable[Span], stretches: Iterable[Span]) -> bool:
    """Whether one of the spans touches one of the stretches."""
    return any(span.touches(stretch) for span in spans for stretch in stretches)


def shared(entry: Entry, found: Attribution) -> int:
    """Words that the two share in the three roles; 0 where they may not pair."""
    cue, content = words(entry.cue or ()) & words(found.cue), words(entry.content) & words(found.content)
    if not (cue if entry.cue and found.cue else content):
        return 0
    return len(cue) + len(content) + len(words(entry.source) & words(found.source))


def pair(entries: Iterable[Entry], attributions: Iterable[Attribution]) -> Pairs:
    """Entries with what was found for them, by the entry's number."""
    attributions = list(attributions)
    ranked = sorted(
        (-shared(entry, found), entry.n, at)
        for entry in entries
        for at, found in enumerate(attributions)
        if shared(entry, found)
    )
    pairs: dict[int, Attribution] = {}
    taken: set[int] = set()
    for _, n, at in ranked:
        if n not in pairs and at not in taken:
            pairs[n] = attributions[at]
            taken.add(at)
    return pairs


def arguable_left_out(article: Golden, reading: Reading) -> list[Attribution]:
    """The attributions that are counted: those in open passages are not."""
    return [
        each
        for each in folded(article.document, reading.attributions)
        if not within_any(each.cue or each.content, article.open)
    ]


def folded(document: Document, attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions, with further paragraphs of a quotation as part of the first.

    The contract lets a reader give a quotation over paragraphs as one attribution or as one for each paragraph; both are
    counted alike: what has neither source nor cue and opens the next paragraph goes to the same claimant's attribution.
    """
    whole: list[Attribution] = []
    for each in sorted(attributions, key=lambda each: each.content[0].start if each.content else 0):
        going_on = not (each.source or each.cue or each.within) and each.content
        first = next((at for at, other in enumerate(whole) if going_on and goes_on(document, other, each)), None)
        if first is None:
            whole.append(each)
        else:
            whole[first] = replace(whole[first], content=whole[first].content + each.content)
    return whole


def goes_on(document: Document, first: Attribution, each: Attribution) -> bool:
    """Whether one attribution's content opens the paragraph after the other's, of the same claimant."""
    if not first.content or first.claimant != each.claimant or first.within:
        return False
    between = document.text[first.content[-1].end : each.content[0].start]
    return between.count("\n\n") == 1 and between.endswith("\n\n")


def score(article: Golden, reading: Reading, figures: Figures) -> None:
    """Add one article's counts to the figures."""
    counted = arguable_left_out(article, reading)
    pairs = pair(article.entries, counted)
    score_spans(article, counted, pairs, figures)
    score_values(article, reading, pairs, figures)
    score_claims(article, reading, pairs, figures)
    score_false_friends(article, counted, figures)


def score_spans(article: Golden, counted: list[Attribution], pairs: Pairs, figures: Figures) -> None:
    """Attributions found; then source, cue and content, strictly and by words; occasion and addressee by words."""
    figures.add("attributions", Count(len(pairs), len(counted), len(article.entries)))
    unjudged = {pairs[entry.n].id for entry in article.entries if entry.cue is None and entry.n in pairs}
    for role in ROLES:
        wanted = {span for entry in article.entries for span in getattr(entry, role) or ()}
        found = {
            span
            for each in counted
            if role != "cue" or each.id not in unjudged
            for span in getattr(each, role)
        }  # fmt: skip
        figures.add(f"{role} strict", Count(len(wanted & found), len(found), len(wanted)))
        asked, given = words(wanted), words(found)
        figures.add(f"{role} words", Count(len(asked & given), len(given), len(asked)))
    for role in ("occasion", "addressee"):
        asked = words(span for entry in article.entries for span in getattr(entry, role))
        given = words(span for each in counted for span in getattr(each, role))
        figures.add(f"{role} words", Count(len(asked & given), len(given), len(asked)))


def name_fits(wanted: str | None, reading: Reading, found: Attribution) -> bool:
    """Whether the claimant's name holds every word of the wanted name."""
    names = {entity.id: entity.name for entity in reading.entities}
    have = {word.casefold() for word in WORD.findall(names.get(found.claimant or "", ""))}
    return {word.casefold() for word in WORD.findall(wanted or "")} <= have


def score_values(article: Golden, reading: Reading, pairs: Pairs, figures: Figures) -> None:
    """Type, claimant, anonymity and nesting: shares of the entries that judge them."""

    def right(name: str, judged: Callable[[Entry], object], fits: Callable[[Entry, Attribution], bool]) -> None:
        asked = [entry for entry in article.entries if judged(entry)]
        figures.add(name, share(entry.n in pairs and fits(entry, pairs[entry.n]) for entry in asked))

    right("type", lambda entry: entry.type, lambda entry, found: found.type == entry.type)
    right("claimant", lambda entry: entry.claimant, lambda entry, found: name_fits(entry.claimant, reading, found))
    right("anonymity", lambda entry: entry.anonymity, lambda entry, found: found.anonymity == entry.anonymity)
    ids = {n: found.id for n, found in pairs.items()}
    right("nested", lambda entry: entry.within, lambda entry, found: found.within == ids.get(entry.within or 0, ""))


def score_claims(article: Golden, reading: Reading, pairs: Pairs, figures: Figures) -> None:
    """Denials, hedges, and the narrator's own claims."""
    by_attribution: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        by_attribution.setdefault(claim.attribution or "", []).append(claim)
    hedged = []
    for entry in article.entries:
        claims = by_attribution.get(pairs[entry.n].id, []) if entry.n in pairs else []
        denied = any(claim.polarity is Polarity.DENIED for claim in claims)
        if entry.denied or not negated(entry):
            figures.add("denials", Count(int(denied and entry.denied), int(denied), int(entry.denied)))
        hedged += [any(within_any(claim.hedges, [hedge]) for claim in claims) for hedge in entry.hedges]
    own = [claim for claim in reading.claims if claim.voice is Voice.NARRATOR]
    for narration in article.narrations:
        said = [claim for claim in own if covers(claim.spans, [narration.span])]
        figures.add("narrator's claims", share([bool(said)]))
        hedged += [any(within_any(claim.hedges, [hedge]) for claim in said) for hedge in narration.hedges]
    figures.add("hedges", share(hedged))
    contents = [span for entry in article.entries for span in entry.content]
    figures.add("narrator kept apart", share(not covers(contents, claim.spans) for claim in own))


def negated(entry: Entry) -> bool:
    """Whether the content says of something that it is not so: whether that is a denial, the ledger leaves open."""
    return any(NEGATION.search(span.text) for span in entry.content)


def covers(spans: Iterable[Span], others: Iterable[Span]) -> bool:
    """Whether the spans hold most of the others' words."""
    asked = words(others)
    return bool(asked) and len(asked & words(spans)) >= MOST * len(asked)


def score_false_friends(article: Golden, counted: list[Attribution], figures: Figures) -> None:
    """Quotation marks that quote nobody: the share that was left alone."""
    for friend in article.false_friends:
        taken = any(covers([friend], each.content) for each in counted)
        figures.add("false friends", share([not taken]))
