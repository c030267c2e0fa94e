"""What only sounds like a decision: an act that somebody else foretells, that may come or not, or that is nobody's to decide."""

from collections.abc import Iterator, Sequence
from functools import cache

from sayso.annotate.asserting.cue_words import tokens
from sayso.annotate.asserting.prospects import DETERMINERS, has_deadline
from sayso.annotate.asserting.verbs import Token, verbs_of
from sayso.lexicons import lexicon, words_of
from sayso.model.attribution import Attribution, CueKind
from sayso.model.claim import ClaimKind
from sayso.model.entity import Entity

SPOKEN_OF = frozenset({ClaimKind.OTHER, ClaimKind.EVENT, ClaimKind.EVALUATION})
OWN = frozenset({"we", "i"})
MOST = 80  # words of a clause that are looked at: longer ones are lists
NOUN_BEFORE = (["the"], ["a"], ["an"], ["its"], ["their"], ["his"], ["her"], ["year"])
OPEN = frozenset(lexicon("prospects")["open"]["modals"])
BEHIND = frozenset(lexicon("prospects")["open"]["behind"])
STATES = words_of("clauses", "states") | words_of("prospects", "happening.states")


def is_onlooker(entity: Entity) -> bool:
    """Whether somebody is called by a title of those who look on and foretell: an economist decides no bank's rate."""
    return any(_is_listed(title) for title in entity.titles)


def foretold(words: Sequence[Token], attribution: Attribution | None, *, onlooker: bool) -> str:
    """The words that make a forecast of what reads as a decision, or nothing.

    They are its cue, its odds, who says it, a modal that leaves it open, or a verb of what happens. `attribution` is null
    where the narrator says it.
    """
    lows = [token.low for token in words[:MOST]]
    acts = next((low for low in lows if low in _listed("acting") or low.endswith("'ll")), "")
    cue = _cue(lows, attribution, acts) if attribution is not None else ""
    if acts and attribution is not None and (onlooker or any(_is_listed(span.text) for span in attribution.source)):
        cue = cue or acts
    return cue or next((low for low in lows if low in _listed("odds")), "") or next(_open(lows), "")


def left_open(words: Sequence[Token]) -> str:
    """The words that leave open what was not even taken for a decision ("should be back by noon", "may be banned"), or nothing.

    "May be" with the participle of another act may be of the present: "may be wounded".
    """
    lows = [token.low for token in words[:MOST]]
    found = next(_open(lows), "")
    if found in OPEN:
        at = lows.index(found)
        return found if not _decided().isdisjoint(lows[at + 2 : at + 4]) or "to" in lows[at + 2 : at + 3] else ""
    return found


def _cue(lows: Sequence[str], attribution: Attribution, acts: str) -> str:
    """A cue of foretelling, or one of belief before what somebody else will do: who believes it decides nothing."""
    cue = [low for span in attribution.cue for low in tokens(span.text)]
    if acts and attribution.cue_kind is CueKind.BELIEF and OWN.isdisjoint(lows[:1]) and cue:
        return cue[-1]
    return next((low for low in cue if low in foretelling_cues()), "")


def _open(lows: Sequence[str]) -> Iterator[str]:
    """What is left open ("may be banned"), looked for ("should be back"), timetabled ("is to be published on Friday"), or happens."""
    for at, low in enumerate(lows[:-2]):
        after = lows[at + 1 : at + 4]
        if (
            low in OPEN
            and after[0] in BEHIND
            and "been" not in after
            and "able" not in after
            and "already" not in after
        ):
            if after[0] != "have" or after[1] == "to":
                yield low
        elif low == "should" and at and _is_looked_for(after):
            yield f"should {after[0]}"
        elif low in {"is", "are"} and after[:2] == ["to", "be"] and _is_timetabled(lows, at + 3):
            yield f"{low} to be {lows[at + 3]}"
    for at, low in enumerate(lows[:-1]):
        if low in _listed("acting") or low.endswith("'ll"):
            verb = next((each for each in lows[at + 1 : at + 4] if each not in _adverbs()), "")
            follows = lows[lows.index(verb, at) + 1 :][:1] if verb else []
            if verb in _happening() and not (verb in _done_too() and follows and follows[0] in DETERMINERS):
                yield f"{low} {verb}"


def _is_looked_for(after: Sequence[str]) -> bool:
    """Whether "should" tells what to expect: a state, or a verb of what happens by itself."""
    if after[0] == "be":
        return len(after) > 1 and after[1] in STATES
    return after[0] in _looked_for() and after[1:2] not in (["the"], ["a"], ["their"], ["its"], ["his"], ["her"])


def _is_timetabled(lows: Sequence[str], at: int) -> bool:
    """Whether a passive with "is to be" is a date in a calendar, or expected; not what an authority lays down."""
    participle = lows[at] if at < len(lows) else ""
    if participle in {"expected", "feared"}:
        return True
    return has_deadline(lows[at:]) and (participle in _calendar() or participle not in _decided())


def foretells(attribution: Attribution, words: Sequence[Token]) -> bool:
    """Whether the cue itself speaks of what is to come: "expects", "predicted", and with a mere noun "fears", "warned of"."""
    cue = [low for span in attribution.cue for low in tokens(span.text)]
    if not foretelling_cues().isdisjoint(cue):
        return True
    known = _cues()
    if (
        attribution.cue_kind is CueKind.BELIEF
        and not verbs_of(words)
        and any(token.low in known["odds"] for token in words)
    ):
        return True  # "thinks a new mill unlikely before 2028"
    dreads = not known["dreads"].isdisjoint(cue) or ("of" in cue and not known["warnings"].isdisjoint(cue))
    return dreads and not verbs_of(_main(words))


def _main(words: Sequence[Token]) -> Sequence[Token]:
    """The words before a condition."""
    end = next((at for at, token in enumerate(words) if token.low in {"if", "unless", "once"}), len(words))
    return words[:end]


def goes_with(kind: ClaimKind, words: Sequence[Token]) -> bool:
    """Whether a kind gives way to a cue that foretells: all that is said of things, and an infinitive taken for a purpose."""
    return kind in SPOKEN_OF or (kind is ClaimKind.JUSTIFICATION and words[0].low == "to")


def is_timetabled(lows: Sequence[str]) -> bool:
    """Whether a verb is one of calendars: "opens", "meets", "is due"; a mere state is none ("is closed until Monday")."""
    plans, copulas = _timetables()
    for at, low in enumerate(lows):
        if low in copulas:
            after = next((each for each in lows[at + 1 : at + 3] if each not in _adverbs()), "")
            told = after.endswith("ed") or after == "to" or after in _past()  # "is to shut": an order
            if not told or after in _planned():
                return True
        elif low in plans and lows[max(0, at - 1) : at] not in NOUN_BEFORE:
            return True  # not "at the end of May"
    return False


@cache
def foretelling_cues() -> frozenset[str]:
    """Cues that make a forecast of whatever they introduce."""
    return _listed("cues") | frozenset(lexicon("prospects")["cues"]["words"])


@cache
def _cues() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in lexicon("prospects")["cues"].items()}


@cache
def _timetables() -> tuple[frozenset[str], frozenset[str]]:
    copulas = words_of("prospects", "timetable.copulas")
    return (words_of("clauses", "plans") | words_of("prospects", "timetable.verbs")) - copulas, copulas


@cache
def _calendar() -> frozenset[str]:
    return words_of("prospects", "infinitives.calendar")


@cache
def _planned() -> frozenset[str]:
    return words_of("prospects", "timetable.planned")


@cache
def _past() -> frozenset[str]:
    return words_of("clauses", "past") | frozenset(lexicon("kinds")["events"]["participles"])


@cache
def _happening() -> frozenset[str]:
    return words_of("prospects", "happening.verbs")


@cache
def _done_too() -> frozenset[str]:
    return words_of("prospects", "happening.done_too")


@cache
def _looked_for() -> frozenset[str]:
    return words_of("prospects", "happening.looked_for")


@cache
def _decided() -> frozenset[str]:
    return words_of("kinds", "policy.decided", "policy.decides")


@cache
def _adverbs() -> frozenset[str]:
    return frozenset(
        {"not", "also", "soon", "never", "still", "all", "eventually", "probably", "likely", "just", "even", "quickly"}
    )


def _is_listed(text: str) -> bool:
    return any(low.strip(",.;:'\"“”’") in _listed("onlookers") for low in text.lower().split())


@cache
def _listed(name: str) -> frozenset[str]:
    listed = lexicon("kinds")["forecast"][name]
    return frozenset(listed if isinstance(listed, list) else listed.split())
