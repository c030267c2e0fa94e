"""Where the reason or purpose of an act begins: "because the boiler leaked", "to spare the animals", "since drivers refuse", "for leaking it"."""

from functools import cache

from sayso.annotate.asserting.cue_words import Phrases
from sayso.annotate.asserting.verbs import Tokens, is_finite
from sayso.lexicons import lexicon, words_of

INFINITIVE_NOUNS = words_of("clauses", "infinitive_nouns")
TAKING_INFINITIVES = words_of("clauses", "taking_infinitives")
PUNISHING = words_of("clauses", "punishing")
SAFEGUARDS = words_of("clauses", "safeguards")
PERFECT = frozenset({"has", "have", "hasn't", "haven't", "'ve"})
PRESENT_MODALS = frozenset({"must", "can", "cannot", "can't", "will", "is", "are"})
OBJECTS = (
    "DO#R"  # what follows a verb in the infinitive and no noun: "to spare the animals", not "to hospital on Monday"
)
ACTS = ("tion", "sion", "ment", "ure", "ban", "ing", "ings", "tions", "ments")  # how nouns of acts end: "postponement"
BEING = frozenset({"is", "was", "were", "are", "been", "be", "became", "being"})
DETERMINERS = frozenset({"the", "its", "their", "our", "his", "her", "my", "whose", "one"})
LOOKED_AT = 6  # words behind "so" or "for" in which the verb of its clause stands


@cache
def reasons() -> Phrases:
    """The phrases that open a reason."""
    return Phrases(lexicon("clauses")["reasons"])


def opens_reason(tokens: Tokens, at: int) -> bool:
    """Whether the words from here on say why or what for something was done."""
    token = tokens[at]
    lows = [each.low for each in tokens[at : at + LOOKED_AT]]
    if reasons().opens(lows):
        return token.tag != "T" or at == 0 or _may_be_purpose(tokens, at)
    if token.tag == "T":
        return is_purpose(tokens, at) and (at == 0 or _may_be_purpose(tokens, at))
    set_off = at > 0 and tokens[at - 1].tag in ",-"
    if token.low == "since":
        present = any(low in PRESENT_MODALS for low in lows)
        return (set_off or present) and _has_verb(tokens, at) and PERFECT.isdisjoint([each.low for each in tokens[:at]])
    if token.low == "for":
        blamed = any(each.low in PUNISHING for each in tokens[:at]) and lows[1:2] != [] and tokens[at + 1].tag == "G"
        return blamed or (set_off and at + 1 < len(tokens) and tokens[at + 1].tag == "R" and _has_verb(tokens, at))
    if token.low == "so":
        return at + 1 < len(tokens) and tokens[at + 1].tag in "RDnN" and _has_verb(tokens, at)
    return token.low == "as" and lows[1:2] in (["a"], ["an"]) and any(low in SAFEGUARDS for low in lows[2:4])


def is_purpose(tokens: Tokens, at: int) -> bool:
    """Whether an infinitive with an object begins here."""
    if at + 2 >= len(tokens):
        return False
    verb, following = tokens[at + 1], tokens[at + 2]
    return (
        verb.tag in "nV" and verb.text[:1].islower() and (following.tag in OBJECTS or following.low in {"more", "all"})
    )


def _has_verb(tokens: Tokens, at: int) -> bool:
    """Whether a clause follows: its verb comes before any mark."""
    for index in range(at + 1, min(len(tokens), at + 1 + LOOKED_AT)):
        if tokens[index].tag in ",;:.-":
            return False
        if is_finite(tokens, index):
            return True
    return False


def _may_be_purpose(tokens: Tokens, at: int) -> bool:
    """Whether an infinitive may tell what an act is for: behind an object or a time, no verb or noun that takes one."""
    if tokens[at - 1].tag not in "nNY#O,AGVEP" or tokens[at - 1].low in INFINITIVE_NOUNS:
        return False
    return not any(token.low in TAKING_INFINITIVES for token in tokens[:at])


@cache
def _about_why(name: str) -> frozenset[str]:
    return words_of("kinds", f"justification.{name}")


def is_pointed_to(tokens: Tokens, at: int) -> bool:
    """Whether the act before a reason is only pointed to: "it was done [to save money]", "we did it [because ...]"."""
    while at and (tokens[at - 1].tag == "A" or tokens[at - 1].low in {"out", "only", "solely", "simply"}):
        at -= 1
    before = [token.low for token in tokens[max(0, at - 4) : at]]
    if before[-1:] != [] and before[-1] in _about_why("meant"):
        return not BEING.isdisjoint(before[:-1])
    if before[-1:] != [] and before[-1] in _about_why("pointed"):
        return not BEING.isdisjoint(before[:-1]) and _is_act_itself(tokens[:at])
    return before[-2:-1] in (["did"], ["done"], ["doing"], ["do"]) and before[-1] in {"it", "this", "that", "so"}


def _is_act_itself(tokens: Tokens) -> bool:
    """Whether the subject stands for an act: "it", "the step", "the postponement"; not those whom it befell."""
    verb = next((at for at, token in enumerate(tokens) if token.low in BEING | PERFECT | {"had"}), len(tokens))
    noun = tokens[verb - 1].low if verb else ""
    return noun in _about_why("acts") or noun.endswith(ACTS)


def told_why(tokens: Tokens) -> str:
    """The words by which a sentence says why something was done, and nothing else; or nothing."""
    lows = [token.low for token in tokens]
    if BEING.isdisjoint(lows) and "did" not in lows:
        return ""
    if len(lows) > 1 and lows[0] in DETERMINERS:
        noun = next((low for low in lows[1:3] if low in _about_why("why") | _about_why("why_to")), "")
        being = next((at for at in range(2, len(lows)) if lows[at] in BEING), 0)
        followed = noun in _about_why("why") or lows[being + 1 : being + 2] in (["to"], ["that"])
        if noun and being and followed:
            return f"{lows[0]} {noun}"
    for at in range(2, len(tokens)):
        purpose = tokens[at].tag == "T" or lows[at] == "at"
        opens = purpose or reasons().opens(lows[at : at + LOOKED_AT]) > 0
        if opens and (lows[at] != "at" or lows[at - 1] == "aimed") and is_pointed_to(tokens, at):
            return " ".join(lows[max(0, at - 1) : at + 1])
    return ""
