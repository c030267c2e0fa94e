"""The method, on one page: the questions asked of a text, in order."""

from collections.abc import Callable
from dataclasses import dataclass

from sayso.model.attribution import Attribution
from sayso.model.claim import Claim
from sayso.model.document import Document, Span
from sayso.model.entity import Entity
from sayso.model.framing import Framing
from sayso.model.provenance import Provenance
from sayso.model.quotation import Quotation
from sayso.model.reading import Reading
from sayso.model.world import Quantity, Timex, Toponym

Sentences = tuple[Span, ...]
Quotations = tuple[Quotation, ...]
Attributions = tuple[Attribution, ...]
Entities = tuple[Entity, ...]
Claims = tuple[Claim, ...]
Quantities = tuple[Quantity, ...]
Timexes = tuple[Timex, ...]
Toponyms = tuple[Toponym, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Things:
    """Whom and what a document names and quotes, and where and when: what claims speak of."""

    quotations: Quotations = ()
    entities: Entities = ()
    quantities: Quantities = ()
    timexes: Timexes = ()
    toponyms: Toponyms = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """The questions asked of a text. Each can be answered by another function: `replace(RULES, attributions=mine)`."""

    sentences: Callable[[Document], Sentences]
    quotations: Callable[[Document], Quotations]
    attributions: Callable[[Document, Sentences, Quotations], Attributions]
    claimants: Callable[[Document, Sentences, Attributions], tuple[Attributions, Entities]]
    quantities: Callable[[Document, Sentences], Quantities]
    times: Callable[[Document, Sentences], Timexes]
    places: Callable[[Document, Sentences], Toponyms]
    claims: Callable[[Document, Sentences, Attributions, Things], tuple[Claims, Things]]
    forecasts: Callable[[Document, Sentences, Claims, Attributions, Timexes], Claims]
    flags: Callable[[Claims, Attributions], Claims]
    framing: Callable[[Document, Sentences, Quotations, Attributions, Entities, Claims], Framing]
    made_by: Provenance


def read(document: Document, by: Stages) -> Reading:
    """Everything that the stages find in one document: the same text and the same stages make the same Reading."""
    sentences = by.sentences(document)
    quotations = by.quotations(document)
    attributions = by.attributions(document, sentences, quotations)
    attributions, entities = by.claimants(document, sentences, attributions)
    quantities = by.quantities(document, sentences)
    timexes = by.times(document, sentences)
    toponyms = by.places(document, sentences)
    things = Things(quotations=quotations, entities=entities, quantities=quantities, timexes=timexes, toponyms=toponyms)
    claims, things = by.claims(document, sentences, attributions, things)
    claims = by.forecasts(document, sentences, claims, attributions, timexes)
    claims = by.flags(claims, attributions)
    framing = by.framing(document, sentences, quotations, attributions, things.entities, claims)
    return Reading(
        document=document,
        quotations=quotations,
        attributions=attributions,
        entities=things.entities,
        quantities=quantities,
        timexes=timexes,
        toponyms=things.toponyms,
        claims=claims,
        framing=framing,
        made_by=by.made_by,
    )
