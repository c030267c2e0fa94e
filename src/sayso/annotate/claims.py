"""Claims: what sources are said to have said, and what the narrator asserts on nobody's word.

The content of every statement (see `statements`) makes claims of its source, one for each clause; of words within words the innermost
speaker has the claim. Of the narrator's own words a claim is what tells of an event, a control, casualties, a forecast, a policy or a
judgement, and what is hedged; words of a statement are nobody else's.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.annotate.asserting.carrying import Carried, is_condition, near_cue, with_conditions
from sayso.annotate.asserting.clauses import Clause, find_clauses
from sayso.annotate.asserting.continuing import Continuing
from sayso.annotate.asserting.denials import denies
from sayso.annotate.asserting.doubts import Doubt, find_doubts, longest, weaken
from sayso.annotate.asserting.foretelling import (
    SPOKEN_OF,
    foretells,
    foretold,
    goes_with,
    is_onlooker,
    is_timetabled,
    left_open,
)
from sayso.annotate.asserting.inserts import take_out
from sayso.annotate.asserting.kinds import Told, kind_of
from sayso.annotate.asserting.parties import Parties
from sayso.annotate.asserting.predicates import asserts_event
from sayso.annotate.asserting.remainders import remainders
from sayso.annotate.asserting.statements import Asked, is_pointer, is_statement, puts_forward, speaks
from sayso.annotate.asserting.stretches import Stretches
from sayso.annotate.asserting.terms import Located, terms_of
from sayso.annotate.asserting.towns import Towns
from sayso.annotate.asserting.verbs import Token, verbs_of
from sayso.annotate.asserting.within import Within
from sayso.annotate.forecasting.ahead import is_day_of_week
from sayso.annotate.read import Things
from sayso.annotate.reporting.words import split_words
from sayso.annotate.stance import beside_content, find_hedges, find_stance, inside
from sayso.model.attribution import Anonymity, Attribution
from sayso.model.claim import Claim, ClaimKind, Voice
from sayso.model.document import Document, Span
from sayso.model.entity import EntityKind
from sayso.model.provenance import digest_id

NEAR = 3  # words between a verb and the day of its timetable: "opens on Friday", "resume early on Friday"
JOINT = " … "  # stands between the parts of a claim that the text interrupts


def find_claims(
    document: Document,
    sentences: Sequence[Span],
    attributions: Sequence[Attribution],
    things: Things,
    *,
    reader: str,
) -> tuple[tuple[Claim, ...], Things]:
    """All claims in the order of the text, and what the document names with those entities and places that only claims tell of.

    `things` is what the document names; `reader` is the digest of what reads, and a part of each claim's id.
    """
    ground = _Ground.of(document, sentences, things, reader)
    times = sorted(timex.span for timex in things.timexes)
    attributions = [near_cue(each, document, sentences) for each in attributions]
    statements = [each for each in attributions if is_statement(each) and speaks(each, times)]
    carried = Carried(document, sentences, statements)
    told = [*statements, *(each for each in attributions if is_pointer(each))]
    inner = _inner(statements)
    found = [claim for each in statements for claim in _attributed(ground, each, inner.get(each.id, []))]
    continuing = Continuing(document, statements, attributions)
    for sentence, part in remainders(document, sentences, told):
        found += _narrated(ground, carried, sentence, part, continuing.speaker(sentence, part))
    unique: dict[str, Claim] = {}
    for claim in sorted(found, key=lambda claim: (claim.spans, claim.voice, claim.attribution or "")):
        unique.setdefault(claim.id, claim)
    weaken(unique, ground.doubts, sentences)
    located = ground.located
    return tuple(unique.values()), replace(things, entities=located.parties.all(), toponyms=located.towns.all())


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every claim of a document is made from."""

    document: Document
    hedges: tuple[Span, ...]
    stretches: Stretches
    located: Located
    mentions: Within
    people: frozenset[str]
    towns: frozenset[int]
    quoted: Callable[[int], bool]
    doubts: tuple[Doubt, ...]
    onlookers: frozenset[str]
    reader: str

    @classmethod
    def of(cls, document: Document, sentences: Sequence[Span], things: Things, reader: str) -> "_Ground":
        words = split_words(document.text, tuple(things.quotations))
        people = {
            word
            for entity in things.entities
            if entity.kind is EntityKind.PERSON
            for word in entity.name.split()
            if word[0].isupper()
        }
        return cls(
            document,
            find_hedges(document),
            Stretches(document, words, sentences),
            Located.of(things, Parties(document, things.entities, things.toponyms), Towns(document, things.toponyms)),
            Within((span, entity.id) for entity in things.entities for span in entity.mentions),
            frozenset(people),
            frozenset(toponym.span.start for toponym in things.toponyms if toponym.literal),
            words.is_quoted,
            tuple(find_doubts(document, words)),
            frozenset(entity.id for entity in things.entities if is_onlooker(entity)),
            reader,
        )

    def is_place(self, token: Token) -> bool:
        """Whether a capitalised word may name a place: it is no part of a person's name."""
        return token.start in self.towns or token.text.partition("\u2019")[0] not in self.people

    def is_doubt(self, part: Span) -> bool:
        """Whether a part of the narrator's words only says that something was not confirmed."""
        return any(part.start <= doubt.span.start < part.end for doubt in self.doubts)

    def id(self, spans: Sequence[Span]) -> str:
        return digest_id("cl", self.document.id, *((span.start, span.end) for span in spans), self.reader)


def _inner(statements: Sequence[Attribution]) -> dict[str, list[Span]]:
    """For each content the words of the statements that stand within it: their claims are others'."""
    inner: dict[str, list[Span]] = {}
    for each in statements:
        if each.within is not None:
            inner.setdefault(each.within, []).extend((*each.source, *each.cue, *each.content, *each.addressee))
    return inner


def _attributed(ground: _Ground, each: Attribution, inner: Sequence[Span]) -> Iterator[Claim]:
    """The claims of a source: one for each clause of its words that puts something forward."""
    asked = Asked.by(each)
    if inner and denies(asked.cue):
        inner = ()  # "rejected the trust's claim that": both have a claim, and it is the same clause
    sentences = list(ground.stretches.sentences(each.content, inner))
    clauses = with_conditions(clause for sentence in sentences for clause in _clauses(ground, sentence, asked))
    several = len(clauses) > 1 or bool(inner)
    beside = beside_content(ground.document, each, ground.hedges)
    for clause in clauses:
        if several and not puts_forward(clause.tokens, fragment=bool(clause.shared)):
            continue
        spans = ground.stretches.spans(clause.tokens) if several else _whole(ground, each)
        if spans:
            yield _claim(ground, (each, beside), clause, spans, asked)


def _whole(ground: _Ground, each: Attribution) -> tuple[Span, ...]:
    """The spans of a content that is one claim, without the "that" that opens it."""
    spans = tuple(sorted(span for span in each.content if span.text.strip()))
    if spans and spans[0].text.lower().startswith("that "):
        spans = (ground.document.span(spans[0].start + len("that "), spans[0].end), *spans[1:])
    return spans


def _clauses(ground: _Ground, sentence: Sequence[Token], asked: Asked) -> Iterator[Clause]:
    def kind(words: Sequence[Token]) -> ClaimKind:
        return kind_of(words, reported=asked.reported, is_place=ground.is_place).kind

    if sentence and any(token.text == "?" for token in sentence[-2:]):
        if not verbs_of(sentence):
            return
        sentence = ()
    for clause in find_clauses(sentence):
        yield from take_out(clause, kind)


def _narrated(ground: _Ground, carried: Carried, sentence: Span, part: Span, by: Attribution | None) -> Iterator[Claim]:
    """The claims in a part of a sentence outside of contents, the narrator's or those of `by`, who goes on.

    Of the narrator not every state and description is one.
    """
    if sentence.text.rstrip(" \"'”’)").endswith("?") or ground.is_doubt(part):
        return
    asked = Asked.by(by) if by is not None else Asked(reported=False)
    for words in ground.stretches.sentences([part]):
        clauses = list(_clauses(ground, words, asked))
        for clause in clauses:
            spans = ground.stretches.spans(clause.tokens) if len(clauses) > 1 else (part,)
            if not spans or (part.start > sentence.start and is_condition(clause)):
                continue
            if not puts_forward(clause.tokens, fragment=len(clauses) == 1 or bool(clause.shared)):
                continue
            spoken = None if by else _carried(ground, carried, clause, spans, (sentence, part))
            claim = spoken or _claim(ground, (by, ()), clause, spans, asked)
            if by is not None or claim.kind is not ClaimKind.OTHER or claim.hedges:
                yield claim


def _carried(
    ground: _Ground, carried: Carried, clause: Clause, spans: tuple[Span, ...], where: tuple[Span, Span]
) -> Claim | None:
    """The claim as one of whoever speaks on there, or None; `where` are the sentence and the part of it."""
    speaker = carried.speaker(*where, clause.tokens)
    if speaker is None:
        return None
    told = kind_of(_with_subject(clause), reported=True, is_place=ground.is_place)
    if told.kind is not ClaimKind.FORECAST and "would" not in told.why:
        return None  # "it would pay" is reported speech, whatever its kind
    return _claim(ground, (speaker, ()), clause, spans, Asked(reported=True))


def _claim(
    ground: _Ground,
    by: tuple[Attribution | None, tuple[Span, ...]],
    clause: Clause,
    spans: tuple[Span, ...],
    asked: Asked,
) -> Claim:
    """A claim in these spans; `by` is the attribution that it is the content of, with the hedges beside its content."""
    each, beside = by
    text = JOINT.join(" ".join(span.text.split()) for span in spans)
    told = _told(ground, each, clause, spans, asked)
    hedges = tuple(sorted({*inside(ground.hedges, spans), *beside}))
    stance = find_stance(ground.document, spans, each, longest(hedges), ground.quoted)
    claimant = each.claimant if each is not None else None
    terms = terms_of(told, spans, ground.located, claimant, ground.stretches.spans)
    return Claim(
        id=ground.id(spans),
        kind=told.kind,
        spans=spans,
        text=text,
        subject=ground.stretches.spans(clause.shared),
        voice=Voice.NARRATOR if each is None else Voice.SOURCE,
        attribution=each.id if each is not None else None,
        polarity=stance.polarity,
        hedges=stance.hedges,
        distanced=stance.distanced,
        factuality=stance.factuality,
        toponyms=ground.located.towns.ids(spans),
        timexes=ground.located.timexes.ids(spans),
        quantities=ground.located.quantities.ids(spans),
        entities=ground.mentions.ids(spans),
        terms=terms,
        flags=tuple(_flags(each)),
        reasons=(told.why, *stance.reasons),
    )


def _told(ground: _Ground, each: Attribution | None, clause: Clause, spans: Sequence[Span], asked: Asked) -> Told:
    """The kind of a clause, read with the subject that it shares."""
    if clause.reason:
        return Told(ClaimKind.JUSTIFICATION, f"kind: justification, {clause.tokens[0].low}")
    words = _with_subject(clause)
    told = kind_of(words, reported=asked.reported, is_place=ground.is_place, planned=asked.planned, cue=asked.cue)
    if told.kind is ClaimKind.POLICY:
        why = foretold(words, each, onlooker=each is not None and each.claimant in ground.onlookers)
        return Told(ClaimKind.FORECAST, f"kind: forecast, {why}") if why else told
    if each is not None and goes_with(told.kind, words) and foretells(each, words):
        return Told(ClaimKind.FORECAST, f"kind: forecast, {each.cue[0].text}")
    if told.kind in SPOKEN_OF and (why := left_open(words)):
        return Told(ClaimKind.FORECAST, f"kind: forecast, {why}")
    if told.kind in SPOKEN_OF and _is_timetable(ground, words, spans):
        return Told(ClaimKind.FORECAST, "kind: forecast, a day to come")
    return told


def _with_subject(clause: Clause) -> Sequence[Token]:
    """The words of a clause, behind those of the subject that it shares."""
    return [*clause.shared, *clause.tokens] if clause.shared and verbs_of(clause.tokens[:1]) else clause.tokens


def _is_timetable(ground: _Ground, words: Sequence[Token], spans: Sequence[Span]) -> bool:
    """Whether a present tense stands with a day after that of publication: "the bridge opens on 3 May"."""
    published = (ground.document.published_at or "")[:10]
    lows = [token.low for token in words]
    if not published or not is_timetabled(lows):
        return False
    times = [ground.located.times[id] for id in ground.located.timexes.ids(spans)]
    if any((timex.earliest or "") > published for timex in times):
        return True
    ends = [
        bisect_left(words, timex.span.start, key=lambda token: token.start) for timex in times if is_day_of_week(timex)
    ]
    return any(is_timetabled(lows[max(0, end - NEAR) : end]) for end in ends) and not asserts_event(lows)


def _flags(attribution: Attribution | None) -> Iterator[str]:
    """What a rule can check: each flag is one rule's name."""
    if attribution is None:
        yield "unattributed"
    elif attribution.anonymity is Anonymity.VAGUE:
        yield "vague_source"
