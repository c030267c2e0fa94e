"""The stages of the reader that learned: attributions by an encoder, beside the rules for what only typography shows."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from sayso.annotate.asserting.doubted import without_doubts
from sayso.annotate.attributions import attributions_among
from sayso.annotate.learned.attributions import as_attribution, confidence, is_time
from sayso.annotate.learned.bounds import at_home, behind_others, to_clauses, to_marks, to_predicates
from sayso.annotate.learned.finding import find
from sayso.annotate.learned.tokens import ranges_of, split_tokens
from sayso.annotate.learned.union import unite
from sayso.annotate.naming.aliases import NOBODY, Aliases
from sayso.annotate.read import Stages
from sayso.annotate.reporting.words import split_words
from sayso.annotate.rules import rule_stages
from sayso.annotate.sourcing.citing import with_cited
from sayso.annotate.typography.rendering import Rendering
from sayso.annotate.wording.packs import NONE, Packs
from sayso.model.attribution import Attribution
from sayso.model.document import Document, Span
from sayso.model.quotation import Quotation
from sayso.ports.encoder import Encoder
from sayso.ports.gazetteer import Gazetteer

# Findings that are less sure than this are left out: on PolNeAR dev strict F1 stays what it is, and precision gains .01.
LEAST = 0.25
# Inside contents it takes more: of 79 of a confidence below .5 on PolNeAR dev nearly all have no source, and on our own nested passages and
# three articles of war news no right one is below this.
INNER = 0.4


def encoder_stages(  # whatever a reader is made of
    *,
    version: str,
    reader: str,
    encoder: Encoder,
    gazetteer: Gazetteer,
    aliases: Aliases = NOBODY,
    packs: Packs = NONE,
) -> Stages:
    """Stages that find attributions with a trained encoder; `reader` is the digest that signs them."""
    ruled = rule_stages(version=version, reader=reader, gazetteer=gazetteer, aliases=aliases, packs=packs)
    stages = {**ruled.made_by.stages, "attributions": f"model:{encoder.name}@{version}"}
    return replace(
        ruled,
        attributions=partial(find_attributions, encoder=encoder),
        made_by=replace(ruled.made_by, stages=stages),
    )


def find_attributions(
    document: Document, sentences: Sequence[Span], quotations: Sequence[Quotation], *, encoder: Encoder
) -> tuple[Attribution, ...]:
    """The attributions of a document in order of their first word; nested ones name the one they stand in."""
    words = split_words(document.text, tuple(quotations))
    tokens = split_tokens(document, sentences, quotations, words)
    rendering = Rendering.of(quotations)
    marked = ranges_of(tokens, quotations)
    found = [to_marks(at_home(each, tokens), marked) for each in find(tokens, encoder)]
    outer: list[Attribution] = []
    inner: list[Attribution] = []
    sure = [each for each in found if confidence(each, encoder.weights) >= (LEAST if each.outer else INNER)]
    for each in to_predicates(behind_others(to_clauses(sure, tokens), tokens), tokens, words):
        made = as_attribution(document, tokens, rendering, each, confidence(each, encoder.weights))
        if not is_time(made.source):
            (outer if each.outer else inner).append(made)
    united = unite(document, (outer, inner), attributions_among(document, sentences, quotations, words), rendering)
    united = without_doubts(document, words, united, rendering)
    return with_cited(document, words, sentences, united, rendering)
