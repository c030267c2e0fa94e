"""Who binds himself: an article that says what somebody promised or means to do by a day has it from that somebody."""

from functools import cache
from itertools import islice

from sayso.lexicons import words_of
from sayso.model.claim import Claim, Voice
from sayso.model.reading import Reading
from sayso.relate.claimants import Claimant, name_claimant
from sayso.relate.words import WORD, folded

SUBJECT = 8  # words of a claim in which its subject and what it does end: "The harbour board of Lower Keln wants to"


def find_binding(claim: Claim, reading: Reading) -> Claimant | None:
    """The subject of a claim in the narrator's voice that it has promise or intend something; None where it has none."""
    if claim.voice is not Voice.NARRATOR or not claim.spans:
        return None
    span = claim.spans[0]
    found = list(islice(WORD.finditer(span.text), SUBJECT))
    at = next((each.start() for each in found if folded(each[0]) in _binding()), 0)
    subject = span.text[:at].strip()
    if not subject:
        return None
    end = span.start + at
    named = [
        (mention.start, mention.end, each)
        for each in reading.entities
        for mention in each.mentions
        if span.start <= mention.start and mention.end <= end
    ]
    return name_claimant(subject, span.start, max(named, key=lambda each: each[:2])[2], reading) if named else None


@cache
def _binding() -> frozenset[str]:
    return words_of("vouching", "intending") | words_of("prospects", "promising.verbs")
