"""How far a reporting verb commits the narrator to what is reported: what people judged, never a guess.

The figures are means of judgements (MegaVeridicality); a verb, a voice or a negation that nobody judged has none. They say how a verb is
understood, not whether a content is so.
"""

import re
from collections.abc import Sequence
from functools import cache

from sayso.lexicons import lexicon, words_of
from sayso.model.document import Span

WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
PASSIVE = frozenset({"was", "were", "been", "being", "be", "is", "are"})
NEGATED = words_of("grammar", "negating") | words_of("grammar", "negated_auxiliaries")
# Behind these the verb that follows is not done: nobody judged "declined to say that".
UNDONE = frozenset(
    {"declined", "declines", "refused", "refuses", "failed", "fails", "unable", "neither", "nor", "could", "cannot"}
)
PARTICLES = frozenset({"out"})


def veridicality_of(cue: Sequence[Span]) -> float | None:
    """The mean judgement (-1 to 1) on the verb of a cue in its voice and negation; None where it was not judged."""
    words = [match[0] for span in sorted(cue) for match in WORD.finditer(span.text.lower().replace("\u2019", "'"))]
    verbs = [at for at, word in enumerate(words) if word in _lemmas()]
    if not verbs or not UNDONE.isdisjoint(words):
        return None
    at = verbs[-1]
    following = words[at + 1] if at + 1 < len(words) else ""
    lemmas = _lemmas()[words[at]]
    if following in PARTICLES:
        lemmas = frozenset(f"{lemma}_{following}" for lemma in lemmas)
    passive = not PASSIVE.isdisjoint(words[:at]) and not words[at].endswith("ing")
    negated = any(word in NEGATED or word.endswith("n't") for word in words[:at])
    judged = lexicon("veridicality")[("passive" if passive else "active") + ("_negated" if negated else "")]
    means = {float(judged[lemma][0]) for lemma in lemmas if lemma in judged}
    return means.pop() if len(means) == 1 else None


@cache
def _lemmas() -> dict[str, frozenset[str]]:
    """The verbs that were judged, by each of their forms; British spellings too."""
    irregular = dict(entry.split(":") for entry in lexicon("reporting")["irregular"].split())
    verbs = {verb.split("_")[0] for judged in lexicon("veridicality").values() for verb in judged}
    forms: dict[str, set[str]] = {}
    for verb in verbs:
        for spelling in {verb, f"{verb[:-3]}ise" if verb.endswith("ize") else verb}:
            for form in (*_regular(spelling), *irregular.get(verb, "").split(",")):
                forms.setdefault(form, set()).add(verb)
    forms.pop("", None)
    return {form: frozenset(lemmas) for form, lemmas in forms.items()}


def _regular(verb: str) -> tuple[str, ...]:
    stem = verb.removesuffix("e")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"
    return verb, third, f"{stem}ed", f"{stem}ing"
