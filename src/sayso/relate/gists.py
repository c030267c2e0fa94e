"""What of a claim is compared with others: what it speaks of, its figures, on whose word, when, and what it answers."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.lexicons import lexicon, words_of
from sayso.model.attribution import Attribution, QuoteType
from sayso.model.claim import Claim, ClaimKind, Voice
from sayso.model.days import day_of, shown_by
from sayso.ports.stories import Member
from sayso.relate.ahead import is_ahead
from sayso.relate.answers import EARLY, find_denied, is_denied, is_pointer
from sayso.relate.binding import find_binding
from sayso.relate.claimants import Claimant, find_claimants
from sayso.relate.due import foretold
from sayso.relate.figures import Figure, find_figures
from sayso.relate.terms import Control, Deadline, find_control, find_deadline, find_holder
from sayso.relate.words import folded, names_in, stem, themes, words

SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")

Words = frozenset[str]
OWN = frozenset({"it", "its", "our", "we", "their", "my", "i", "ours"})
SUBORDINATE = re.compile(
    r",? \b(?:before|after|when|while|because|since|if|unless|until|although|though|as soon as)\b "
)
# Lines that say whose article it is: "PORT KELN (Norr Wire) - ", "Source: Norr Wire", "With material from Norr Wire".
CREDIT = re.compile(
    r"\A[^(\n]{0,60}\([^)\n]{2,40}\) ?[-–—:]"
    r"|^(?:Sources?:|By |With (?:material|reporting|files) (?:from|by) |(?:Additional )?[Rr]eporting by |© |(?:First )?[Pp]ublished (?:by|in) )[^\n]{2,80}$",
    re.MULTILINE,
)
MAIN = 2  # themes of a main clause that tell what it says; mean overall of five worlds .894, at 3 .886
SHORT = 3  # words: fewer are a phrase ("the accusations")
WHOLE = 4  # themes: a claim inside another that has fewer is a phrase of it ("job cuts in the town"), not compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """A claim as it is compared. Words are themes (see `words`).

    `place` is where it begins in its document, `order` sorts by publication (`shown_by`), then arrival, then place. `around` is the text
    of the sentences that it stands in and of the one before, `credit` that of the lines that name whose article it is, `answer` the themes of what is denied there, where something is.
    `background` is what somebody had said before; `first_hand` says that the outlet's own reporter was there, `part`
    that it is a few words of a longer claim. `sequel` says that it goes on from a claim that denies
    nothing ("the gates went up and there was no siren"). `own` says that it speaks of the claimant's own, `future`
    of what is still to come. `end` is where its last span ends. `names` are those of its themes that name
    somebody or something; `due` and `control` are its typed terms.
    """

    claim: str
    document: str
    outlet: str
    day: int | None
    order: tuple[str, int, int, str]
    kind: ClaimKind
    denied: bool
    narrated: bool
    text: str
    themes: Words
    names: Words
    figures: tuple[Figure, ...]
    due: Deadline | None
    control: Control | None
    holder: Words
    claimant: Claimant | None
    via: tuple[Claimant, ...]
    around: str
    credit: str
    denies: bool
    answer: Words
    background: bool
    same_again: bool
    again: bool
    first_hand: bool
    part: bool = False
    sequel: bool = False
    own: bool
    future: bool
    end: int

    @property
    def said(self) -> tuple[object, ...]:
        """What of it is compared: claims that have this in common are alike to any other."""
        told = (self.kind, self.text, self.themes, self.names, self.figures, self.due, self.control, self.holder)
        flags = (
            self.denied,
            self.denies,
            self.narrated,
            self.same_again,
            self.again,
            self.first_hand,
            self.own,
            self.future,
        )
        return (*told, *flags)

    @property
    def place(self) -> int:
        """Where it begins in its document."""
        return self.order[2]


class _Page:
    """A document as its claims are looked up in it."""

    def __init__(self, member: Member, aliases: Mapping[str, str], outlets: frozenset[Words]) -> None:
        self.arrival, self.reading = member.arrival, member.reading
        self.text = member.reading.document.text
        self.starts = [0, *(found.end() for found in SENTENCE.finditer(self.text))]
        self.claimants = find_claimants(member.reading, outlets)
        self.attributions = {each.id: each for each in member.reading.attributions}
        self.entities = {each.id: each.name for each in member.reading.entities}
        self.times = {each.id: each for each in member.reading.timexes}
        self.credit = " ".join(found[0] for found in CREDIT.finditer(self.text))
        self.names = names_in(self.text)
        self.name_stems = frozenset(stem(aliases.get(each, each)) for each in self.names)
        self._aliases = aliases

    def themes(self, text: str) -> Words:
        """The themes of a text of this document, those of names that are one as one."""
        found = themes(text, self.names)
        return frozenset(stem(self._aliases[each]) if each in self._aliases else each for each in found)

    def holder(self, claim: Claim, claimant: Claimant | None, told: str) -> Words:
        """The words for whoever has a place by a claim of control, the claimant's where it is their own; none where unknown."""
        holder = find_holder(claim)
        if holder is None:
            return frozenset()
        if claimant is not None and not OWN.isdisjoint(words(told)[:EARLY]):
            return frozenset({*claimant.name, *claimant.body, *claimant.roles})
        return frozenset(map(stem, words(self.entities[holder]))) if holder in self.entities else frozenset()

    def chain(self, attribution: str | None) -> list[Claimant]:
        """The claimants of an attribution and of those whose contents hold it, innermost first."""
        seen: list[str] = []
        while attribution and attribution not in seen:
            seen.append(attribution)
            outer = self.attributions.get(attribution)
            attribution = outer.within if outer else None
        return [self.claimants[each] for each in seen if each in self.claimants]

    def around(self, claim: Claim) -> tuple[str, str, str]:
        """The sentence before, those in which the claim stands, and both together."""
        first = bisect_right(self.starts, claim.spans[0].start) - 1
        last = bisect_right(self.starts, max(claim.spans[-1].end - 1, 0))
        end = self.starts[last] if last < len(self.starts) else len(self.text)
        begin = self.starts[first]
        before, own = self.text[self.starts[first - 1] if first else begin : begin], self.text[begin:end]
        return before, own, f"{before} {own}"


def find_gists(member: Member, aliases: Mapping[str, str], outlets: frozenset[Words]) -> Iterator[Gist]:
    """The claims of a document as they are compared, in the order of the text.

    `aliases` are names that are one, folded, and `outlets` the words of the outlets' names.
    """
    page = _Page(member, aliases, outlets)
    parts = _parts(member.reading.claims)
    opening: dict[str | None, bool] = {}  # whether the first claim of an attribution denies
    for claim in member.reading.claims:
        if not claim.spans:
            continue
        gist = _gist(claim, page)
        opening.setdefault(claim.attribution, gist.denied)
        is_phrase = (claim.id in parts and len(gist.themes) < WHOLE) or gist.text.count(" ") < SHORT - 1
        answers = gist.denies and is_pointer(claim)  # "denied it" says by itself what is not so
        part = not answers and (is_phrase or _asks_no_name(gist.text))
        yield replace(gist, sequel=not opening[claim.attribution], part=part)


def _parts(claims: Sequence[Claim]) -> set[str]:
    """The claims that stand wholly inside one span of a longer one."""
    ends = sorted(
        (span.start, -span.end, number, claim.id) for claim in claims for number, span in enumerate(claim.spans)
    )
    last = {claim.id: claim.spans[-1].end for claim in claims if claim.spans}
    inside: set[str] = set()
    furthest = -1
    for _, minus_end, number, id in ends:
        if number == 0 and last[id] <= furthest:
            inside.add(id)
        furthest = max(furthest, -minus_end)
    return inside


def _gist(claim: Claim, page: _Page) -> Gist:
    document = page.reading.document
    before, own, around = page.around(claim)
    foretells = _foretells(claim)
    binding = find_binding(claim, page.reading) if foretells else None
    chain = [binding] if binding else page.chain(claim.attribution)
    attribution = page.attributions.get(claim.attribution or "")
    denied = find_denied((before, own), attribution, _cue(attribution), *chain[:1], pointed=is_pointer(claim))
    told = _told(claim, attribution)
    found = _main(claim, told, page)
    return Gist(
        claim=claim.id,
        document=document.id,
        outlet=document.outlet or document.path or document.id,
        day=_day(document.published_at),
        order=(shown_by(document.published_at), page.arrival, claim.spans[0].start, claim.id),
        kind=ClaimKind.FORECAST if foretells else claim.kind,
        denied=is_denied(claim),
        narrated=claim.voice is Voice.NARRATOR and binding is None,
        text=" ".join(words(told)),
        themes=found,
        names=found & page.name_stems,
        figures=find_figures(claim.spans, page.reading.quantities),
        due=find_deadline(claim, page.times),
        control=find_control(claim),
        holder=page.holder(claim, chain[0] if chain else None, told),
        claimant=chain[0] if chain else None,
        via=tuple(chain[1:]),
        around=around,
        credit=page.credit,
        denies=bool(denied),
        answer=frozenset(each for text in denied for each in page.themes(text)),
        background=words(_cue(attribution))[:1] == ["had"],
        same_again=_has("same", around),
        again=_is_again(before if attribution and attribution.type is QuoteType.DIRECT else "", own),
        first_hand=_has("witness", around),
        future=foretells or is_ahead(" ".join(words(told))),
        own=not OWN.isdisjoint(words(told)[:EARLY]),
        end=claim.spans[-1].end,
    )


def _foretells(claim: Claim) -> bool:
    """Whether a claim is a forecast, or says what somebody will do by a day."""
    return claim.kind is ClaimKind.FORECAST or foretold(claim) is not None


def _cue(attribution: Attribution | None) -> str:
    return " ".join(span.text for span in attribution.cue) if attribution else ""


def _day(published_at: str | None) -> int | None:
    day = day_of(published_at)
    return day.toordinal() if day else None


def _has(listed: str, text: str) -> bool:
    """Whether one of the phrases that the lexicon lists stands in a text."""
    low = folded(text)
    return any(each in low for each in lexicon("vouching")[listed])


def _told(claim: Claim, attribution: Attribution | None) -> str:
    """The words of a claim; what somebody agreed or refused to do says who and so."""
    if attribution is None or not claim.text.startswith("to "):
        return claim.text
    return " ".join([*(span.text for span in (*attribution.source, *attribution.cue)), claim.text])


def _is_again(*sentences: str) -> bool:
    """Whether sentences tell that something is said once more."""
    text = " ".join(words(" ".join(sentences)))
    single = words_of("vouching", "again")
    return not single.isdisjoint(text.split()) or any(each in text for each in lexicon("vouching")["again_phrases"])


def _asks_no_name(text: str) -> bool:
    """Whether a claim only says why a source is not named."""
    return any(each in text for each in lexicon("vouching")["nameless"])


def _main(claim: Claim, told: str, page: _Page) -> Words:
    """What the main clause of a claim speaks of, with the subject that it shares; all of it where that is too little."""
    subject = " ".join(span.text for span in claim.subject)
    cut = SUBORDINATE.search(told)
    main = page.themes(f"{subject} {told[: cut.start()]}") if cut else frozenset()
    found = main if len(main) >= MAIN else page.themes(f"{subject} {told}")
    control = find_control(claim)
    return found | {control.theme} if control else found
