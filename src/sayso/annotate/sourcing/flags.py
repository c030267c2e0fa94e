"""Flags on claims that follow an editor's rule: each is the name of a rule in `lexicons/rules.en.toml`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.lexicons import lexicon
from sayso.model.attribution import Anonymity, Attribution
from sayso.model.claim import Claim, ClaimKind, Voice

# What AP calls disputable where nobody of its own saw it: who holds a place, how many were hurt, what will be, what is good.
DISPUTABLE = frozenset({ClaimKind.CONTROL, ClaimKind.CASUALTIES, ClaimKind.FORECAST, ClaimKind.EVALUATION})
OPINION, NO_SOURCE = "anonymous_opinion", "disputable_unattributed"


def flag_claims(claims: Sequence[Claim], attributions: Sequence[Attribution]) -> tuple[Claim, ...]:
    """The claims with `anonymous_opinion` and `disputable_unattributed` added where the rules call for them; nothing is taken away."""
    known = {each.id: each for each in attributions}
    return tuple(_flagged(claim, known) for claim in claims)


def _flagged(claim: Claim, known: Mapping[str, Attribution]) -> Claim:
    attribution = known.get(claim.attribution or "")
    flag = None
    if claim.kind is ClaimKind.EVALUATION and attribution is not None and is_anonymous(attribution):
        flag = OPINION
    elif claim.voice is Voice.NARRATOR and claim.kind in DISPUTABLE:
        flag = NO_SOURCE
    return replace(claim, flags=(*claim.flags, flag)) if flag and flag not in claim.flags else claim


def is_anonymous(attribution: Attribution) -> bool:
    """Whether nobody can tell who said it; an office that one person holds ("the mayor") tells."""
    if attribution.anonymity is not Anonymity.ROLE:
        return attribution.anonymity in {Anonymity.VAGUE, Anonymity.NONE}
    source = " ".join(span.text for span in attribution.source).lower()
    offices = lexicon("titles")["offices"]["words"]
    return not any(source == f"the {office}" or source.startswith(f"the {office} of ") for office in offices)
