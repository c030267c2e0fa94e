"""What of a claim is compared with others: what it speaks of, its figures, on whose word, when, and what it answers."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from sayso.lexicons import lexicon, words_of
from sayso.model.attribution import Attribution, QuoteType
from sayso.model.claim import Claim, ClaimKind, ForecastTerms, Voice
from sayso.model.reading import Reading
from sayso.model.stance import Polarity
from sayso.ports.stories import Member
from sayso.relate.claimants import Claimant, find_claimants
from sayso.relate.figures import Figure, find_figures
from sayso.relate.stories import day_of
from sayso.relate.words import folded, stem, themes, words

DATELINE = re.compile(r"^[A-Z][A-Z .'-]{2,40}(?:\([^)\n]{1,40}\))? ?[-–—:] ")
SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")

Words = frozenset[str]
NEGATING = frozenset({"no", "not", "never", "nobody", "none", "nothing", "neither", "cannot"})
PASSIVE = frozenset({"was", "were", "been", "be", "being", "is", "are"})  # "he was dismissed" denies nothing
AHEAD = re.compile(
    r" (?:will|would|shall|wo|may|might|could|(?:is|are|was|were) (?:to|going|about)|plans?|expected|planned|planning) "
)
OWN = frozenset({"its", "our", "we", "their", "my", "i", "ours"})
BIDDING = frozenset({"must", "should", "shall", "may"})
EARLY = 6  # words of a claim, "that" among them, in which its main clause is negated: "nobody was warned" at the end is no denial
BEFORE = 8  # words: "had" so near before a denial puts it into the past ("after it had called the reports invented")
SUBORDINATE = re.compile(
    r",? \b(?:before|after|when|while|because|since|if|unless|until|although|though|as soon as)\b "
)
MAIN = 3  # themes of a main clause that tell what it says
SHORT = 3  # words: fewer are a phrase ("the accusations")
WHOLE = 4  # themes: a claim inside another that has fewer is a phrase of it ("job cuts in the town"), not compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """A claim as it is compared. Words are themes (see `words`).

    `place` is where it begins in its document, `order` sorts by publication, then arrival, then place. `around` is the text
    of the sentences that it stands in and of the one before, `answer` the themes of what is denied there, where something is.
    `background` is what somebody had said before; `first_hand` says that the outlet's own reporter was there, `part`
    that it is a few words of a longer claim. `sequel` says that it goes on from a claim that denies
    nothing ("the gates went up and there was no siren"). `own` says that it speaks of the claimant's own, `future`
    of what is still to come. `end` is where its last span ends.
    """

    claim: str
    document: str
    outlet: str
    day: int | None
    order: tuple[str, int, str, int]
    kind: ClaimKind
    denied: bool
    narrated: bool
    text: str
    themes: Words
    figures: tuple[Figure, ...]
    due: str | None
    claimant: Claimant | None
    via: tuple[Claimant, ...]
    around: str
    context: Words
    denies: bool
    answer: Words
    background: bool
    same_again: bool
    first_hand: bool
    part: bool
    sequel: bool
    own: bool
    future: bool
    end: int

    @property
    def place(self) -> int:
        """Where it begins in its document."""
        return self.order[3]


def find_gists(member: Member, names: Mapping[str, str], outlets: frozenset[Words]) -> Iterator[Gist]:
    """The claims of a document as they are compared, in the order of the text.

    `names` are those that are one, folded, and `outlets` the words of the outlets' names.
    """
    reading = member.reading
    starts = [0, *(found.end() for found in SENTENCE.finditer(reading.document.text))]
    claimants = find_claimants(reading, outlets)
    within = {each.id: each.within for each in reading.attributions}
    parts = _parts(reading.claims)
    opening: dict[str | None, bool] = {}  # whether the first claim of an attribution denies
    for claim in reading.claims:
        if not claim.spans:
            continue
        chain = [claimants[each] for each in _outer(claim.attribution, within) if each in claimants]
        gist = _gist(claim, member, _around(claim, reading, starts), chain, names)
        opening.setdefault(claim.attribution, gist.denied)
        yield replace(
            gist,
            sequel=not opening[claim.attribution],
            part=(claim.id in parts and len(gist.themes) < WHOLE) or gist.text.count(" ") < SHORT - 1,
        )


def _parts(claims: Sequence[Claim]) -> set[str]:
    """The claims that stand wholly inside a longer one."""
    ranked = sorted(
        ((claim.spans[0].start, -claim.spans[-1].end, claim.id) for claim in claims if claim.spans),
    )
    inside: set[str] = set()
    furthest = -1
    for _, minus_end, id in ranked:
        if -minus_end <= furthest:
            inside.add(id)
        furthest = max(furthest, -minus_end)
    return inside


def _outer(attribution: str | None, within: Mapping[str, str | None]) -> list[str]:
    """An attribution and those whose contents hold it, innermost first."""
    chain: list[str] = []
    while attribution and attribution not in chain:
        chain.append(attribution)
        attribution = within.get(attribution)
    return chain


def _gist(
    claim: Claim, member: Member, around: tuple[str, str], chain: Sequence[Claimant], names: Mapping[str, str]
) -> Gist:
    reading, document = member.reading, member.reading.document
    before, own = around
    claimant = chain[0] if chain else None
    attribution = next((each for each in reading.attributions if each.id == claim.attribution), None)
    cue = " ".join(span.text for span in attribution.cue) if attribution else ""
    denying = _denials(around, attribution, cue, claimant)
    low = folded(f"{before} {own}")
    return Gist(
        claim=claim.id,
        document=document.id,
        outlet=document.outlet or document.path or document.id,
        day=day_of(document),
        order=(document.published_at or "9", member.arrival, claim.id, claim.spans[0].start),
        kind=claim.kind,
        denied=_is_denied(claim),
        narrated=claim.voice is Voice.NARRATOR,
        text=" ".join(words(claim.text)),
        themes=frozenset(_named(each, names) for each in _main(claim)),
        figures=find_figures(claim.spans, reading.quantities),
        due=_due(claim, reading) if claim.kind is ClaimKind.FORECAST else None,
        claimant=claimant,
        via=tuple(chain[1:]),
        around=f"{before} {own}",
        context=frozenset(_named(each, names) for each in themes(f"{before} {own}")),
        denies=bool(denying),
        answer=frozenset(_named(each, names) for text in denying for each in themes(text)),
        background=words(cue)[:1] == ["had"],
        same_again=any(each in low for each in lexicon("vouching")["same"]),
        first_hand=any(each in low for each in lexicon("vouching")["witness"]),
        part=False,
        sequel=False,
        future=claim.kind is ClaimKind.FORECAST or AHEAD.search(f" {' '.join(words(claim.text))} ") is not None,
        own=not OWN.isdisjoint(words(claim.text)[:EARLY]),
        end=claim.spans[-1].end,
    )


def _is_denied(claim: Claim) -> bool:
    """Whether a claim says that something is not so; what must not be is forbidden, not denied."""
    early = words(claim.text)[:EARLY]
    if any(word in BIDDING and following == "not" for word, following in pairwise(early)):
        return False
    return claim.polarity is Polarity.DENIED or not NEGATING.isdisjoint(early)


def _main(claim: Claim) -> frozenset[str]:
    """What the main clause of a claim speaks of, with the subject that it shares; all of it where that is too little."""
    subject = " ".join(span.text for span in claim.subject)
    cut = SUBORDINATE.search(claim.text)
    main = themes(f"{subject} {claim.text[: cut.start()]}") if cut else frozenset()
    return main if len(main) >= MAIN else themes(f"{subject} {claim.text}")


def _denials(
    around: tuple[str, str], attribution: Attribution | None, cue: str, claimant: Claimant | None
) -> list[str]:
    """Of the sentence before a claim and its own those that say that its claimant denies something.

    A quotation goes on from the sentence before it: "Orlen denied it. "No shell was fired," the staff said."
    """
    if not _gives_in().isdisjoint(words(cue)):
        return []
    before, own = around
    quoted = attribution is not None and attribution.type is not QuoteType.INDIRECT and "\n" not in before
    found = [
        DATELINE.sub("", each)
        for each, goes_on in ((before, quoted), (own, False))
        if _answers(each) and (goes_on or claimant is None or _mentions(each, claimant))
    ]
    return found or ([own] if _answers(cue) else [])


def _due(claim: Claim, reading: Reading) -> str | None:
    """The last day that a forecast names: its own term, or else the latest day of a time in its words."""
    if isinstance(claim.terms, ForecastTerms) and claim.terms.due_latest:
        return claim.terms.due_latest
    inside = (
        each.latest for each in reading.timexes if each.latest and any(span.covers(each.span) for span in claim.spans)
    )
    return max(inside, default=None)


def _mentions(text: str, claimant: Claimant) -> bool:
    """Whether a sentence speaks of whoever makes the claim."""
    found = set(words(text))
    called = {*claimant.name, *claimant.body, *claimant.roles}
    return bool(called & (found | {stem(word) for word in found}))


def _named(theme: str, names: Mapping[str, str]) -> str:
    return stem(names[theme]) if theme in names else theme


def _around(claim: Claim, reading: Reading, starts: Sequence[int]) -> tuple[str, str]:
    """The sentence before, and those in which the claim stands."""
    text = reading.document.text
    first = bisect_right(starts, claim.spans[0].start) - 1
    last = bisect_right(starts, max(claim.spans[-1].end - 1, 0))
    end = starts[last] if last < len(starts) else len(text)
    begin = starts[first]
    return text[starts[first - 1] if first else begin : begin], text[begin:end]


@cache
def _gives_in() -> frozenset[str]:
    return words_of("vouching", "giving_in")


@cache
def _denying() -> tuple[frozenset[str], tuple[str, ...]]:
    listed = [*lexicon("hedges")["denials"]["verbs"], *lexicon("vouching")["denying"]]
    return frozenset(each for each in listed if " " not in each), tuple(f" {each} " for each in listed if " " in each)


def _answers(text: str) -> bool:
    """Whether a sentence says that something is denied, now and not before ("after it had denied it")."""
    single, phrases = _denying()
    found = words(text)
    for place, word in enumerate(found):
        before = found[max(place - BEFORE, 0) : place]
        if word in single and "had" not in before and PASSIVE.isdisjoint(before[-2:]):
            return True
    spaced = f" {' '.join(found)} "
    return any(each in spaced for each in phrases)
