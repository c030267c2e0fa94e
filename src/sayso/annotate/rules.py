"""The stages of the rule reader: the named fallback, and the floor that every other reader is measured against."""

from collections.abc import Callable

from sayso.annotate.attributions import find_attributions
from sayso.annotate.quotations import find_quotations
from sayso.annotate.read import Attributions, Claims, Entities, Quotations, Sentences, Stages
from sayso.annotate.sentences import find_sentences
from sayso.lexicons import fingerprint
from sayso.model.document import Document
from sayso.model.framing import Framing
from sayso.model.provenance import Provenance


def rule_stages(
    *,
    version: str,
    claimants: Callable[[Document, Sentences, Attributions], tuple[Attributions, Entities]],
    claims: Callable[[Document, Sentences, Attributions, Entities], Claims],
    framing: Callable[[Document, Quotations, Attributions, Claims], Framing],
) -> Stages:
    """Stages that read by rules and lexicons alone; `version` is sayso's own."""
    stages = {
        "sentences": find_sentences,
        "quotations": find_quotations,
        "attributions": find_attributions,
        "claimants": claimants,
        "claims": claims,
        "framing": framing,
    }
    return Stages(
        sentences=find_sentences,
        quotations=find_quotations,
        attributions=find_attributions,
        claimants=claimants,
        claims=claims,
        framing=framing,
        made_by=Provenance(
            sayso=version,
            reader=fingerprint(),
            stages={name: f"{getattr(stage, '__name__', 'find_' + name)}@{version}" for name, stage in stages.items()},
        ),
    )
