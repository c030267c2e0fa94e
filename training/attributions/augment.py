"""Other wordings of a window: quotation marks of another style, other names, other case, and reports put into reports."""

import random
from itertools import pairwise

from training.attributions.examples import KINDS, Example, Gold, Token

from sayso.annotate.learned.tokens import NAME, QUOTED, SHAPES, TAG_OF, shape_of
from sayso.model.attribution import CueKind

STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}
OPENING, INSIDE, CLOSING = (QUOTED.index(state) for state in ("opening", "inside", "closing"))
LOWER, INITIAL, UPPER, MARK = (SHAPES.index(shape) for shape in ("lower", "initial", "upper", "mark"))
# Shares of windows that are changed in each way; chosen by hand, so small that most windows stay as they were written.
STRAIGHTENED, CURLED, UNQUOTED, LOWERED, GRAFTED = 0.2, 0.2, 0.05, 0.04, 0.3
SENTENCES = range(5, 61)  # tokens of a sentence that is put into a report
HALF = 0.5
SAID = (
    "said",
    "said",
    "said",
    "announced",
    "claimed",
    "wrote",
    "stated",
    "reported",
    "insisted",
    "warned",
    "added",
    "says",
    "confirmed",
    "believes",
)
KIND_OF = {"wrote": CueKind.WRITING, "believes": CueKind.BELIEF}
PLAIN = (
    "the ministry",
    "officials",
    "an official",
    "she",
    "he",
    "the agency",
    "witnesses",
    "a spokesman",
    "they",
    "the newspaper",
    "local media",
    "the command",
    "a source",
    "the report",
    "two experts",
    "the governor",
    "his lawyer",
    "the company",
    "analysts",
)


BODIES = (
    NAME,
    f"the {NAME}",
    f"{NAME} {NAME}",
    f"the Ministry of {NAME}",
    f"{NAME} officials",
    f"the {NAME} army",
    f"{NAME} ’s government",
    f"the {NAME} Ministry",
)
TITLES = ("", "", "", "Minister", "General", "Mayor", "Dr", "President", "spokeswoman", "the spokesman ,", "Governor")


def vary(example: Example, chance: random.Random) -> Example:
    """The example, with each change made or not made by chance; its tokens are changed in place, so give it a copy."""
    if chance.random() < GRAFTED:
        _graft(example, chance)
    style = chance.random()
    if style < STRAIGHTENED:
        for token in example.tokens:
            token.text = STRAIGHT.get(token.text, token.text)
    elif style < STRAIGHTENED + CURLED:
        _curl(example.tokens)
    elif style < STRAIGHTENED + CURLED + UNQUOTED:
        _unquote(example)
    if chance.random() < LOWERED:
        for token in example.tokens:
            if token.shape in (INITIAL, UPPER) and token.text != NAME:
                token.shape = LOWER
                token.tag = TAG_OF["n"] if token.tag == TAG_OF["N"] else token.tag
    return example


def _curl(tokens: list[Token]) -> None:
    for token in tokens:
        if token.text == '"' and token.quoted:
            token.text = "“" if QUOTED[token.quoted].endswith("opening") else "”"
        elif token.text == "'":
            token.text = "’"


def _unquote(example: Example) -> None:
    """Take out the marks of quotations, as careless pages do."""
    gone = {
        id(token)
        for token in example.tokens
        if QUOTED[token.quoted].endswith(("opening", "closing")) and token.shape == MARK
    }
    example.tokens = [token for token in example.tokens if id(token) not in gone]
    for token in example.tokens:
        token.quoted = 0
    for gold in example.golds:
        for spans in (gold.source, gold.cue, gold.content):
            spans[:] = [kept for span in spans if (kept := [token for token in span if id(token) not in gone])]
    example.golds = [gold for gold in example.golds if gold.cue and gold.content]


def _made(text: str, kind: str = "n") -> list[Token]:
    found = [
        Token(
            word,
            shape_of("Name" if word == NAME else word),
            TAG_OF["N" if word == NAME or word[0].isupper() else kind],
            0,
            0,
        )
        for word in text.split()
    ]
    for token in found:
        if token.text.lower() in ("the", "a", "an", "his", "two"):
            token.tag = TAG_OF["D"]
        elif token.text.lower() in ("she", "he", "they"):
            token.tag = TAG_OF["R"]
        elif token.text in (",", ".", ":"):
            token.tag = TAG_OF[token.text]
    return found


def _someone(chance: random.Random) -> list[Token]:
    kind = chance.choice(("plain", "plain", "plain", "body", "person", "person"))
    if kind == "plain":
        return _made(chance.choice(PLAIN))
    if kind == "body":
        return _made(chance.choice(BODIES))
    return _made(f"{chance.choice(TITLES)} {NAME} {NAME}")


def _graft(example: Example, chance: random.Random) -> None:
    """Put one sentence that holds a whole attribution into the mouth of someone else."""
    place = {id(token): at for at, token in enumerate(example.tokens)}
    firsts = [at for at, token in enumerate(example.tokens) if token.opening] + [len(example.tokens)]
    bounds = list(pairwise(firsts))
    chance.shuffle(bounds)
    for low, high in bounds:
        inside, crossing = [], False
        for gold in example.golds:
            at = [
                place[id(token)] for spans in (gold.source, gold.cue, gold.content) for span in spans for token in span
            ]
            within = [low <= each < high for each in at]
            if all(within):
                inside.append(gold)
            elif any(within):
                crossing = True
        tokens = example.tokens[low:high]
        if not inside or crossing or len(tokens) not in SENTENCES:
            continue
        quoted = any(token.quoted for token in tokens)
        if quoted and any(token.quoted > CLOSING for token in tokens):
            continue
        _carry(example, low, high, inside, chance)
        return


def _carry(example: Example, low: int, high: int, inside: list[Gold], chance: random.Random) -> None:
    tokens = example.tokens[low:high]
    stop = tokens.pop() if tokens[-1].text == "." and not tokens[-1].quoted else None
    opening = tokens[0].opening
    source, verb = _someone(chance), chance.choice(SAID)
    cue = _made(verb, "V")
    form = chance.choice(("that", "that", "bare", "after", "according", "quote", "quote-after", "quote-colon"))
    kind = KINDS.index(KIND_OF.get(verb, CueKind.SPEECH))
    end = [stop] if stop else _made(".")
    tokens[0].opening = 0
    if form.startswith("quote"):
        states = {OPENING: 4, INSIDE: 5, CLOSING: 6}
        for token in tokens:
            token.quoted = states.get(token.quoted, INSIDE)
            token.text = (
                {"“": "‘", "”": "’", '"': "'"}.get(token.text, token.text) if token.quoted != INSIDE else token.text
            )
        open_mark, close_mark = _made("“"), _made("”")
        open_mark[0].quoted, close_mark[0].quoted = OPENING, CLOSING
        open_mark[0].tag = close_mark[0].tag = TAG_OF["Q"]
        closing = [stop] if stop else _made(".")
        closing[0].text, closing[0].tag, closing[0].quoted = (
            (",", TAG_OF[","], INSIDE) if form == "quote-after" else (".", TAG_OF["."], INSIDE)
        )
        content = [*open_mark, *tokens, *closing, *close_mark]
        end = _made(".") if form == "quote-after" else []
    else:
        content = tokens
        if tokens[0].shape == INITIAL and tokens[0].text not in (NAME, "I"):
            tokens[0].text, tokens[0].shape = tokens[0].text.lower(), LOWER
            tokens[0].tag = TAG_OF["n"] if tokens[0].tag == TAG_OF["N"] else tokens[0].tag
    if form == "according":
        cue, kind = _made("according to"), KINDS.index(CueKind.SPEECH)
        made = (
            [*cue, *source, *_made(","), *content] if chance.random() < HALF else [*content, *_made(","), *cue, *source]
        )
    elif form in ("after", "quote-after"):
        comma = [] if form == "quote-after" else _made(",")
        made = [*content, *comma, *source, *cue]
    elif form == "that":
        made = [*source, *cue, *_made("that", "H"), *content]
    elif form == "quote-colon":
        made = [*source, *cue, *_made(":"), *content]
    else:
        made = [*source, *cue, *([] if form == "bare" else _made(",")), *content]
    made += end
    if made[0].text[0].islower():
        made[0].text = made[0].text.capitalize()
        made[0].shape = INITIAL
    made[0].opening = opening
    for gold in inside:
        gold.nested = True
    that = [token for token in made if token.text == "that" and token.tag == TAG_OF["H"]]
    body = [*that[:1], *content] if form == "that" else content
    example.golds.append(Gold([source], [cue], [body], kind))
    example.tokens[low:high] = made
