"""Whether a claim denies: in its own words, or because its article says that its claimant denies something."""

from functools import cache
from itertools import pairwise

from sayso.lexicons import lexicon, words_of
from sayso.model.attribution import Attribution, QuoteType
from sayso.model.claim import Claim, ClaimKind
from sayso.model.stance import Polarity
from sayso.relate.claimants import DATELINE, Claimant
from sayso.relate.words import stem, words

NEGATING = frozenset({"no", "not", "never", "nobody", "none", "nothing", "neither", "cannot"})
PASSIVE = frozenset({"was", "were", "been", "be", "being", "is", "are"})  # "he was dismissed" denies nothing
BIDDING = frozenset({"must", "should", "shall", "may"})
LIMITS = frozenset({"before", "until", "till"})  # "will not open before May" gives a day, and denies nothing
POINTERS = frozenset({"it", "that", "this", "them", "those", "so"})
EARLY = 6  # words of a claim, "that" among them, in which its main clause is negated: "nobody was warned" at the end is no denial
BEFORE = 8  # words: "had" so near before a denial puts it into the past ("after it had called the reports invented")


def is_denied(claim: Claim) -> bool:
    """Whether a claim says that something is not so; what must not be is forbidden, not denied.

    Behind a colon stands what is said: "nothing has changed: the bridge will open by May" denies no bridge.
    """
    before, colon, told = claim.text.rpartition(": ")
    is_told = bool(colon) and len(told.split()) > len(before.split()) // 2
    found = words(told if is_told else claim.text)
    early = found[:EARLY]
    if any(word in BIDDING and following == "not" for word, following in pairwise(early)):
        return False
    if claim.kind is ClaimKind.FORECAST and not LIMITS.isdisjoint(found) and "not" in early:
        return False
    return (claim.polarity is Polarity.DENIED and not is_told) or not NEGATING.isdisjoint(early)


def is_pointer(claim: Claim) -> bool:
    """Whether a claim has no words of its own: "denied it"."""
    return claim.text.strip(" .,").lower() in POINTERS


def find_denied(
    around: tuple[str, str],
    attribution: Attribution | None,
    cue: str,
    claimant: Claimant | None = None,
    *,
    pointed: bool = False,
) -> list[str]:
    """Of the sentence before a claim and its own those that say that its claimant denies something.

    A quotation goes on from the sentence before it: "Orlen denied it. "No shell was fired," the staff said." Where a claim only points at what is
    denied ("Orlen denied it"), as `pointed` says, the sentence before says what that is.
    """
    if not _gives_in().isdisjoint(words(cue)):
        return []
    before, own = around
    if pointed and _answers(cue):
        return [before, own] if before else [own]
    quoted = attribution is not None and attribution.type is not QuoteType.INDIRECT and "\n" not in before
    found = [
        DATELINE.sub("", each)
        for each, goes_on in ((before, quoted), (own, False))
        if _answers(each) and (goes_on or claimant is None or _mentions(each, claimant))
    ]
    return found or ([own] if _answers(cue) else [])


def _mentions(text: str, claimant: Claimant) -> bool:
    """Whether a sentence speaks of whoever makes the claim."""
    found = set(words(text))
    called = {*claimant.name, *claimant.body, *claimant.roles}
    return bool(called & (found | {stem(word) for word in found}))


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
    if any(word in single and _is_now(found[max(place - BEFORE, 0) : place]) for place, word in enumerate(found)):
        return True
    spaced = f" {' '.join(found)} "
    return any(each in spaced and _is_now(spaced.partition(each)[0].split()[-BEFORE:]) for each in phrases)


def _is_now(before: list[str]) -> bool:
    """Whether the words before a denial put it neither into the past nor into the passive ("five drones were shot down")."""
    return "had" not in before and PASSIVE.isdisjoint(before[-2:])
