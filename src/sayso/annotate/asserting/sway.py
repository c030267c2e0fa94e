"""Who holds a place, told otherwise than by a verb of taking: by a flag, by whose it is, by what the place does, by attacks beaten off."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from sayso.annotate.asserting.cue_words import Phrases
from sayso.annotate.asserting.grounds import Control, IsPlace, is_force, is_ground, is_taken_place
from sayso.annotate.asserting.phrases import before, behind, behind_preposition, is_passive
from sayso.annotate.asserting.verbs import Token, Tokens
from sayso.lexicons import lexicon
from sayso.model.claim import Change

NEAR = 6  # words between a flag and what is done with it, and between an attack and what becomes of it
AFTER_STATE = frozenset({"to", "on", "in", "out", "until", "for", "after", "without", "again", "by", "at", "since", "firmly", "overnight", "under", "an", "last", "yesterday", "from", "five", "into"})  # fmt: skip
HANDS = 5  # words between "in" and "hands"
BECOMING = frozenset({"came", "come", "comes", "coming", "fell", "fall", "falls", "fallen", "became", "becomes"})
FIRING = frozenset({"fired", "shot", "shelled", "looked", "crashed", "fled", "ran", "bumped"})
HAVE = frozenset({"has", "have", "had"})
SELVES = frozenset({"we", "they"})
SKIPPED = frozenset(
    {"still", "again", "now", "once", "more", "back", "firmly", "all", "already", "safely", "not", "also"}
)


@dataclass(frozen=True, slots=True)
class _Words:
    flags: dict[str, frozenset[str]]
    verbs: frozenset[str]
    owners: frozenset[str]
    grips: frozenset[str]
    nobodys: Phrases
    belongs: Phrases
    places: dict[Change, Phrases]
    repels: dict[str, frozenset[str]]


@cache
def _words() -> _Words:
    listed = lexicon("sway")
    whose = listed["whose"]
    return _Words(
        {name: _as_set(words) for name, words in listed["flags"].items()},
        _as_set(whose["verbs"]),
        _as_set(whose["owners"]),
        _as_set(whose["grips"]),
        Phrases(whose["nobodys"]),
        Phrases(whose["phrases"]),
        {change: Phrases(listed["places"][change.value]) for change in Change},
        {name: _as_set(words) for name, words in listed["repels"].items()},
    )


def _as_set(words: str | Iterable[str]) -> frozenset[str]:
    return frozenset(words.split() if isinstance(words, str) else words)


def find_sway(tokens: Tokens, lows: list[str], is_place: IsPlace) -> Iterator[Control]:
    """What a clause says of a place's holder by these means."""
    yield from _by_flag(tokens)
    yield from _by_owner(tokens, lows, is_place)
    yield from _by_place(tokens, lows, is_place)
    yield from _by_repulse(tokens)
    yield from _by_having(tokens)
    yield from _by_moving(tokens, is_place)


def _by_flag(tokens: Tokens) -> Iterator[Control]:
    """As in "raised its flag over the mast", "lowering its colours at the fort"."""
    flags = _words().flags
    for at, token in enumerate(tokens):
        if token.low not in flags["nouns"]:
            continue
        over = next((n for n in range(at + 1, min(len(tokens), at + NEAR)) if tokens[n].low in flags["over"]), None)
        place = behind(tokens, over + 1) if over is not None else ()
        if not place:
            continue
        near = range(max(0, at - NEAR), min(len(tokens), at + NEAR))
        for name, change in (("raise", Change.TAKEN), ("fly", Change.HELD), ("lower", Change.LOST)):
            verb = next((n for n in near if tokens[n].low in flags[name]), None)
            if verb is not None:
                who = before(tokens, verb) if verb < at else ()
                yield Control(
                    change,
                    () if change is Change.LOST else who,
                    who if change is Change.LOST else (),
                    place,
                    f"{tokens[verb].low} {token.low}",
                )


def _by_owner(tokens: Tokens, lows: list[str], is_place: IsPlace) -> Iterator[Control]:
    """As in "the tower is still ours", "is once more under their thumb", "the airstrip is up for grabs"."""
    known = _words()
    for at, token in enumerate(tokens):
        verb = _verb_before(tokens, at)
        if token.low in known.owners and verb is not None:
            yield Control(Change.HELD, (token,), (), before(tokens, verb), f"{tokens[verb].low} {token.low}")
        if token.low in known.grips and at >= 2:  # noqa: PLR2004 - "in" and a word for whose
            start = next((n for n in range(at - 1, max(-1, at - HANDS), -1) if tokens[n].low in {"in", "under"}), None)
            verb = _verb_before(tokens, start) if start is not None and start + 1 < at else None
            if verb is not None and start is not None:
                whose = _whose(tokens[start + 1 : at]) or behind_preposition(tokens, at, "of")
                change = Change.TAKEN if tokens[verb].low in BECOMING else Change.HELD
                yield Control(change, whose, (), before(tokens, verb), f"{tokens[start].low} {token.low}")
    for start, end in known.nobodys.among(lows):
        subject = before(tokens, start)
        if is_taken_place(subject, is_place):
            yield Control(Change.CONTESTED, (), (), subject, " ".join(lows[start:end]))
    for start, end in known.belongs.among(lows):
        subject = before(tokens, start)
        holder = behind(tokens, end)
        named = bool(holder) and holder[-1].text[:1].isupper()
        if subject and is_ground(subject[-1]) and (named or is_force(holder)):
            yield Control(Change.HELD, holder, (), subject, " ".join(lows[start:end]))


def _whose(words: Tokens) -> tuple[Token, ...]:
    """The words of the holder in "the rebels' hands", "enemy hands"."""
    return tuple(token for token in words if token.low not in {"the", "safe", "full", "firm", "complete"})


def _verb_before(tokens: Tokens, at: int) -> int | None:
    """The verb of being or remaining that stands before a word, adverbs between."""
    while at and (tokens[at - 1].low in SKIPPED or tokens[at - 1].tag == "A"):
        at -= 1
    return at - 1 if at > 1 and tokens[at - 1].low in _words().verbs else None


def _by_place(tokens: Tokens, lows: list[str], is_place: IsPlace) -> Iterator[Control]:
    """As in "the port surrendered", "the islets changed hands", "the town held out"."""
    for change, phrases in _words().places.items():
        for start, end in phrases.among(lows):
            subject = before(tokens, start)
            follows = end >= len(tokens) or tokens[end].tag in ",.;:-Y(A" or tokens[end].low in AFTER_STATE
            told = lows[end - 1] in {"to", "from", "under", "into"}
            if subject and is_taken_place(subject, is_place) and (follows or told):
                beside = behind(tokens, end) if told else behind_preposition(tokens, end, "to")
                lost = change is Change.LOST
                yield Control(
                    change, () if lost else beside, beside if lost and told else (), subject, " ".join(lows[start:end])
                )


def _by_repulse(tokens: Tokens) -> Iterator[Control]:
    """As in "threw back nine assaults on the mill", "a thrust at the port was parried", "hurled them back"."""
    known = _words().repels
    for at, token in enumerate(tokens):
        if token.low not in known["verbs"]:
            continue
        if is_passive(tokens, at) or (at and tokens[at - 1].low in {"was", "were", "been"}):
            subject = before(tokens, at)
            whole = tokens[max(0, at - 2 * NEAR) : at]
            attack = next((n for n, each in enumerate(whole) if each.low in known["attacks"]), None)
            if attack is not None and subject:
                yield Control(Change.HELD, behind_preposition(tokens, at, "by"), (), _target(whole, attack), token.low)
            continue
        beyond = tokens[at + 1 : at + 1 + NEAR]
        attack = next((n for n, each in enumerate(beyond) if each.low in known["attacks"]), None)
        if attack is not None and not any(each.tag in ",;:" for each in beyond[:attack]):
            yield Control(Change.HELD, before(tokens, at), (), _target(tokens[at + 1 :], attack), token.low)
        thrown = behind(tokens, at + 1)
        after = at + 1 + len(thrown)
        if (
            (is_force(thrown) or [each.low for each in thrown] == ["them"])
            and after < len(tokens)
            and tokens[after].low in known["particles"]
        ):
            yield Control(Change.HELD, before(tokens, at), (), (), token.low)


def _target(words: Tokens, attack: int) -> tuple[Token, ...]:
    """What an attack was on: "assaults on the brickworks"."""
    return behind_preposition(words, attack + 1, "on", "at", "against", "for", "to")


def _by_having(tokens: Tokens) -> Iterator[Control]:
    """As in "they have the bridge", of those who fight."""
    for at, token in enumerate(tokens):
        if token.low in HAVE and at + 1 < len(tokens):
            subject, place = before(tokens, at), behind(tokens, at + 1)
            who = is_force(subject) or [each.low for each in subject] in (["we"], ["they"])
            if who and len(place) > 1 and place[0].low == "the" and is_ground(place[-1]):
                yield Control(Change.HELD, subject, (), place, f"{token.low} the {place[-1].low}")


def _by_moving(tokens: Tokens, is_place: IsPlace) -> Iterator[Control]:
    """As in "tanks rumbled into the capital", of those who fight."""
    for at, token in enumerate(tokens[:-1]):
        if at and token.low == "into" and (tokens[at - 1].tag in "VE" or tokens[at - 1].low.endswith("ed")):
            subject, place = before(tokens, at - 1), behind(tokens, at + 1)
            if is_force(subject) and is_taken_place(place, is_place) and tokens[at - 1].low not in FIRING:
                yield Control(Change.TAKEN, subject, (), place, f"{tokens[at - 1].low} into")
