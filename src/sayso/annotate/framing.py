"""Framing: what an editor's rule would look at, as instances with their denominators."""

from collections.abc import Callable, Iterable, Sequence

from sayso.annotate.asserting.cue_words import tokens as words_in
from sayso.annotate.asserting.predicates import has_finite_verb
from sayso.annotate.reporting.cue_lexicon import cue_lexicon
from sayso.annotate.sourcing.agentless import find_agentless
from sayso.annotate.sourcing.blocks import find_blocks
from sayso.annotate.sourcing.fragments import count_words, find_fragments
from sayso.annotate.sourcing.vague import find_vague
from sayso.annotate.wording.packs import NONE, Packs
from sayso.annotate.wording.patterns import Ground
from sayso.annotate.wording.terms import find_terms
from sayso.annotate.wording.tokens import Tokens, split_tokens
from sayso.annotate.wording.voices import Stretches, Voices
from sayso.lexicons import lexicon, words_of
from sayso.model.attribution import Anonymity, Attribution, CueKind, QuoteType
from sayso.model.claim import Claim, Voice
from sayso.model.document import Document, Span
from sayso.model.entity import Entity, EntityKind
from sayso.model.framing import Counts, Framing, LoadedTerm, TermNote
from sayso.model.quotation import Quotation

SPEECH = frozenset({CueKind.SPEECH, CueKind.WRITING, CueKind.DOCUMENT})
LOOKED_AT = 200  # code points of a content in which a clause shows its verb


def find_framing(  # noqa: PLR0913 # a stage takes what the stages before it found
    document: Document,
    sentences: Sequence[Span],
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
    entities: Sequence[Entity],
    claims: Sequence[Claim],
    *,
    packs: Packs = NONE,
) -> Framing:
    """Contested terms of the packs with their voice, vague sources, quoted fragments, harms without a doer, and the counts."""
    tokens = split_tokens(document.text)
    voices = Voices(quotations, [each for each in attributions if lends_words(each)], find_blocks(document))
    terms, notes = _terms(document, tokens, voices, _people(tokens, entities), packs)
    return Framing(
        terms=terms,
        vague_sources=find_vague(sentences, quotations, attributions),
        quoted_fragments=find_fragments(document, quotations, attributions),
        agentless=find_agentless(document, sentences, tokens),
        counts=_counts(document, quotations, attributions, claims),
        notes=notes,
    )


def lends_words(attribution: Attribution) -> bool:
    """Whether its content is in its source's words: what is quoted, said or put as a clause.

    A mere noun that somebody condemns, supports, ignores or imposes something on ("condemned the invasion", "sanctions on
    terrorists") is the narrator's word for it.
    """
    if attribution.type is not QuoteType.INDIRECT:
        return True
    listed = lexicon("kinds")
    words = words_in(attribution.content[0].text[:LOOKED_AT]) if attribution.content else []
    first = words[0] if words else ""
    if first in listed["attitude"]["clauses"] or first.endswith("ing") or "as" in words or has_finite_verb(words):
        return True  # "viewed the rebels as terrorists" names them
    said = {word for span in attribution.cue for word in words_in(span.text)}
    cue = said | {word.removesuffix("ing") for word in said}
    naming = words_of("framing", "distancing") | {*listed["attitude"]["blaming"]}
    if not cue.isdisjoint(listed["attitude"]["words"]) and cue.isdisjoint(naming):
        return False
    return any(cue_lexicon().kinds.get(word) in SPEECH for word in cue)


def _people(tokens: Tokens, entities: Iterable[Entity]) -> Callable[[int], bool]:
    """Whether a word belongs to the name of a person."""
    named = Stretches(span for each in entities if each.kind is EntityKind.PERSON for span in each.mentions)
    return lambda at: named.hold(tokens.starts[at])


def _terms(
    document: Document, tokens: Tokens, voices: Voices, is_person: Callable[[int], bool], packs: Packs
) -> tuple[tuple[LoadedTerm, ...], tuple[TermNote, ...]]:
    """The terms in the order of the text, and what the packs have on each of them, once."""
    found: list[LoadedTerm] = []
    notes: dict[tuple[str, str], TermNote] = {}
    for first, last, term in find_terms(Ground(tokens, is_person), packs):
        note = notes.setdefault((term.note.concept, term.note.term), term.note)
        found.append(
            LoadedTerm(
                span=document.span(tokens.starts[first], tokens.ends[last - 1]),
                concept=note.concept,
                favours=note.favours,
                voice=voices.at(tokens, first),
                term=note.term,
            )
        )
    return tuple(found), tuple(notes.values())


def _counts(
    document: Document, quotations: Iterable[Quotation], attributions: Iterable[Attribution], claims: Iterable[Claim]
) -> Counts:
    speakers = {each.claimant: False for each in attributions if each.claimant and each.cue_kind in SPEECH}
    for each in attributions:
        if each.claimant in speakers and each.anonymity is Anonymity.NAMED:
            speakers[each.claimant] = True
    claims = tuple(claims)
    return Counts(
        words=count_words(document.text),
        quoted_words=sum(count_words(each.inner.text) for each in quotations if each.depth == 1),
        speakers=len(speakers),
        named_speakers=sum(speakers.values()),
        claims=len(claims),
        unattributed_claims=sum(claim.voice is Voice.NARRATOR for claim in claims),
    )
