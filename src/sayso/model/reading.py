"""Everything found in one document by given stages."""

from dataclasses import dataclass
from typing import Literal

from sayso.model.attribution import Attribution
from sayso.model.claim import Claim
from sayso.model.document import Document, check_spans
from sayso.model.entity import Entity
from sayso.model.framing import Framing
from sayso.model.provenance import Provenance
from sayso.model.quotation import Quotation
from sayso.model.world import Quantity, Timex, Toponym


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The ledger of one document (output contract `sayso/1`).

    A Reading whose spans do not all quote the document's text cannot be made: OffsetError.
    """

    schema: Literal["sayso/1"] = "sayso/1"
    document: Document
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    entities: tuple[Entity, ...] = ()
    timexes: tuple[Timex, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    claims: tuple[Claim, ...] = ()
    framing: Framing = Framing()
    made_by: Provenance

    def __post_init__(self) -> None:
        """Hold the invariant that every span quotes the text."""
        for layer in (self.quotations, self.attributions, self.entities, self.timexes, self.toponyms,
                      self.quantities, self.claims, self.framing):  # fmt: skip
            check_spans(layer, self.document.text)
