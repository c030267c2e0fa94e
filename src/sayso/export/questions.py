"""What an editor would ask of an article: each question with the rule it follows and the words that it is asked of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.lexicons import lexicon
from sayso.model.claim import Claim
from sayso.model.document import Span
from sayso.model.framing import TermVoice
from sayso.model.reading import Reading

TERM, FRAGMENT, AGENTLESS, VAGUE = "contested_term", "quoted_fragment", "agentless", "vague_source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule, named as its flag: what it says, what it asks, and the public guide that has it (`url` and `read` may be empty).

    A `quiet` one is counted and listed nowhere: most of any article would stand under it.
    """

    name: str
    title: str
    asks: str
    says: str
    guide: str
    url: str
    read: str
    quiet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A rule and one place it looks at; `claim` is the id of the claim that carries the flag, where one does."""

    rule: Rule
    spans: tuple[Span, ...]
    claim: str | None = None

    @property
    def anchor(self) -> str:
        """The id, in the rendered text, of the place where the words begin."""
        return f"in-{self.claim}" if self.claim else f"word-{self.spans[0].start}"


@cache
def rules() -> Mapping[str, Rule]:
    """All rules by name, in the order in which questions are asked."""
    return {name: Rule(name=name, **row) for name, row in lexicon("rules").items()}


def questions(reading: Reading) -> tuple[Question, ...]:
    """All questions of rules that are not quiet: by rule, and in the order of the text."""
    found = [each for each in asked(reading) if not each.rule.quiet and each.spans]
    order = {name: at for at, name in enumerate(rules())}
    return tuple(sorted(found, key=lambda each: (order[each.rule.name], each.spans)))


def asked(reading: Reading) -> Iterator[Question]:
    """Every place that a rule looks at."""
    known, framing = rules(), reading.framing
    for claim in reading.claims:
        yield from (
            Question(rule=known[flag], spans=claim.spans, claim=claim.id) for flag in claim.flags if asks(flag, claim)
        )
    for term in framing.terms:
        if term.favours is not None and term.voice is TermVoice.NARRATOR:
            yield Question(rule=known[TERM], spans=(term.span,))
    yield from (Question(rule=known[VAGUE], spans=(span,)) for span in framing.vague_sources)
    yield from (Question(rule=known[FRAGMENT], spans=(span,)) for span in spoken_by_nobody(reading))
    yield from (Question(rule=known[AGENTLESS], spans=(span,)) for span in framing.agentless)


def asks(flag: str, claim: Claim) -> bool:
    """Whether a claim's flag is a question of its own; a vague source is asked of once, at its own words."""
    return flag in rules() and flag != VAGUE and bool(claim.spans)


def asks_of(claim: Claim) -> bool:
    """Whether a rule that is not quiet has flagged the claim."""
    return any(flag in rules() and not rules()[flag].quiet for flag in claim.flags)


def spoken_by_nobody(reading: Reading) -> tuple[Span, ...]:
    """The quoted words of which the text does not say whose they are."""
    return tuple(each.span for each in reading.framing.quoted_fragments if each.attribution is None)


def by_rule(found: Sequence[Question]) -> Mapping[str, Sequence[Question]]:
    """The questions under the names of their rules."""
    return {name: each for name in rules() if (each := [one for one in found if one.rule.name == name])}
