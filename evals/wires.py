"""Invented days of news of the size of real ones: thousands of words, names and places, stories that run for days, and their copies.

Every report is put together here, out of frames, names made of syllables and English words of the encoder's vocabulary. A
story keeps to words of its own, so that its reports share what reports on one event share, and those of other stories little.
The same day gives the same bytes.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from importlib.resources import files
from itertools import accumulate

from churned import START, edited

from sayso.model.document import Document

OPENED = 40  # stories that begin on a day; with what is told of them and copied some 300 documents
REPORTS = 60  # of the longest story; half of all stories have one report or two, the mean is 4
LASTS = 6  # days of the longest story
OUTLETS, PLACES, PEOPLE, BODIES = 400, 3000, 4000, 800
OWN = 0.7  # of the words of a report that are its story's
SIZES = {"n": 16, "v": 12, "a": 10, "r": 4}  # words of a story, by slot
COPIES = (0, 0, 0, 1, 1, 2, 3)  # versions of a report, one of these; half of all documents are versions
VERSIONS = {"word for word": 0.0, "edits 10 %": 0.1, "edits 20 %": 0.2, "cut": 0.0, "merged": 0.0}
FLAT = 20  # ranks that are about as frequent as the first: function words, which frames have of their own, are left out
COMMON = 300  # the commonest words of the vocabulary, for the most part function words
LISTS = {
    name: tuple(words.split())
    for name, words in {
        "syllables": "ba do ka len mi nor pel ras sul tav ver zan gri hol jut fe qui mor dal esk ond ural bri cas dun erl fal gan hes "
        "ing jor kel lund mar nes ost pra rin stel tor ulm vas wen yar zel",
        "r": "mayor engineer minister farmer teacher trader judge captain nurse inspector economist driver governor senator lawyer "
        "pilot fisherman surgeon historian auditor chemist priest coach director chairman treasurer guard miner printer",
        "kinds": "Authority Council Ministry Bank Union Institute Agency Company Railway Hospital University Court",
        "papers": "Times Post Wire Herald",
        "s": "said told warned announced argued claimed added insisted confirmed predicted",
        "d": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    }.items()
}
ENDINGS = {"v": ("ed",), "a": ("al", "ic", "ous", "ive", "able", "ful", "ant", "ent", "less")}
LEADS = (
    "{B} {v} the {a} {n} in {P} on {d}, {r} {N} said.",
    "The {a} {n} of {P} was {v} on {d} after {i} people {v2} the {n2}, according to {B}.",
    "At least {i} people were {v} when a {n} {v2} near {P} on {d}, {B} said.",
    "{N}, the {r} of {P}, said on {d} that the {n} would be {v} within {i} weeks.",
    "{B} denied on {d} that it had {v} the {n} in {P}.",
)
FRAMES = (
    "The {n} had been {v} since {d}, and the {a} {n2} was {v2} by the {r}s of {P}.",
    "{N} {s} that the {n} was {v} and that no {a} {n2} had been {v2}.",
    "According to {N}, about {i} {n}s were {v} before the {a} {n2} {v2}.",
    "{B} expects the {n} to be {v} by {d}, {N} said.",
    "A spokesman for {B} declined to comment on the {a} {n}.",
    "It was the first {n} in {P} since the {a} {n2} was {v}.",
    "Neither {N} nor {B} had {v} the {n}, {N2} {s}.",
    "The {a} {n} cost {i} million crowns and was {v} without the {n2}.",
    "In {P}, {i} of the {n}s were {v} and the {n2} {v2}.",
    "Shares in the {a} {n} fell {i} percent after {B} {v} its {n2}.",
    "{N2}, a {r}, {s} the {n} could be {v} if the {n2} is {v2}.",
    "The {n} between {P} and {P2} was {v}, {B} said in a statement.",
    "“The {n} was {v} and the {a} {n2} is gone,” {N} said.",
    "“We {v} the {n} in {P} and nobody {v2} the {n2},” said {N2}, a {r}.",
    "“There is no {a} {n},” {N} told reporters in {P2}.",
)


@dataclass(frozen=True)
class Made:
    """A document, the story that it tells, and the numbers, among all of its day, of those that it was made from."""

    document: Document
    story: str = ""
    origins: tuple[int, ...] = ()
    made_by: str = "report"


@dataclass(frozen=True)
class Story:
    """What the reports of one event share; `reports` says how many there are on each of its days."""

    words: dict[str, list[str]]
    places: list[str]
    people: list[str]
    bodies: list[str]
    reports: tuple[int, ...]


def make_day(day: int) -> list[Made]:
    """The documents of a day, the earliest first: reports on the stories that run, and what is made of the reports that day."""
    chance = random.Random(f"day {day}")  # noqa: S311  # a seed, not a secret
    made: list[Made] = []
    names: list[str] = []
    for opened in range(max(day - LASTS + 1, 0), day + 1):
        for number in range(OPENED):
            story = _story(opened, number)
            since, told = day - opened, list[int]()
            for _ in range(story.reports[since] if since < len(story.reports) else 0):
                told.append(len(made))
                made.append(_made(_report(chance, story), day, chance))
                made += _churned(told, made, day, chance)
                names += [f"{opened}/{number}"] * (len(made) - len(names))
    order = sorted(range(len(made)), key=lambda number: (made[number].document.published_at or "", number))
    place = {number: rank for rank, number in enumerate(order)}
    return [
        replace(made[number], story=names[number], origins=tuple(place[each] for each in made[number].origins))
        for number in order
    ]


def make_days() -> Iterator[Document]:
    """The documents of one day after the other, without end; each has an id of its own."""
    day = 0
    while True:
        for made in make_day(day):
            yield made.document
        day += 1


@cache
def _story(opened: int, number: int) -> Story:
    chance = random.Random(f"story {opened} {number}")  # noqa: S311  # as above
    count = min(int(1 / max(chance.random(), 1e-9) ** 0.9), REPORTS)
    reports = [0] * LASTS
    for _ in range(count):
        reports[min(int(chance.expovariate(1)), LASTS - 1)] += 1
    known = _world()
    people = [_often(chance, known["N"]) if chance.random() < OWN else _person(chance) for _ in range(4)]
    return Story(
        words={slot: [_often(chance, _words()[slot]) for _ in range(size)] for slot, size in SIZES.items()},
        places=[_often(chance, known["P"]) for _ in range(3)],
        people=people,
        bodies=[_often(chance, known["B"]) for _ in range(2)],
        reports=tuple(reports),
    )


def _report(chance: random.Random, story: Story) -> list[str]:
    """Two to five paragraphs, 60 to 150 words."""
    told = [_sentence(chance, LEADS, story), *(_sentence(chance, FRAMES, story) for _ in range(chance.randint(4, 8)))]
    return [" ".join(told[place : place + 2]) for place in range(0, len(told), 2)]


def _churned(told: Sequence[int], made: Sequence[Made], day: int, chance: random.Random) -> list[Made]:
    """What other outlets make of the last of a story's reports, `told` by their places in `made`, as they know the others."""
    found = []
    body = made[told[-1]].document.text.split("\n\n")
    for _ in range(chance.choice(COPIES)):
        kind = chance.choice(tuple(VERSIONS) if len(told) > 1 else tuple(VERSIONS)[:-1])
        version, origins = list(body), told[-1:]
        if kind == "cut":
            version = body[: max(len(body) * 2 // 3, 1)]
        if kind == "merged":
            other = chance.choice(told[:-1])
            version, origins = body + made[other].document.text.split("\n\n")[:2], [told[-1], other]
        words = _words()["n"]
        version = [edited(each, VERSIONS[kind], chance, words) for each in version]
        found.append(_made(version, day, chance, tuple(origins), kind))
    return found


VERSIONS = {"word for word": 0.0, "edits 10 %": 0.1, "edits 20 %": 0.2, "cut": 0.0, "merged": 0.0}


def _made(
    body: Sequence[str], day: int, chance: random.Random, origins: tuple[int, ...] = (), made_by: str = "report"
) -> Made:
    hour = timedelta(minutes=chance.randint(0, 600) + (600 if origins else 0))
    document = Document(
        text="\n\n".join(body),
        external_id=f"{day}/{chance.getrandbits(40):010x}",
        outlet=_often(chance, _world()["outlets"]),
        published_at=(START + timedelta(days=day) + hour).isoformat(),
    )
    return Made(document, origins=origins, made_by=made_by)


def _sentence(chance: random.Random, frames: Sequence[str], story: Story) -> str:
    def word(slot: str) -> str:
        return chance.choice(story.words[slot]) if chance.random() < OWN else _often(chance, _words()[slot])

    frame = chance.choice(frames)
    told = frame.format(
        n=word("n"), n2=word("n"), v=word("v"), v2=word("v"), a=word("a"), r=word("r"), s=chance.choice(LISTS["s"]),
        P=chance.choice(story.places), P2=chance.choice(story.places), N=chance.choice(story.people), N2=chance.choice(story.people),
        B=chance.choice(story.bodies), d=chance.choice(LISTS["d"]), i=chance.randint(4, 999),
    )  # fmt: skip
    return told[0].upper() + told[1:]


def _often(chance: random.Random, listed: Sequence[str]) -> str:
    """One of a list in which the first come oftenest, as words and names do (Zipf)."""
    return chance.choices(listed, cum_weights=_weights(len(listed)))[0]


@cache
def _weights(count: int) -> list[float]:
    return list(accumulate(1 / (rank + FLAT) for rank in range(count)))


@cache
def _words() -> dict[str, list[str]]:
    """Words by slot, the commoner ones first; what a word is, is told by its ending."""
    listed = (files("sayso") / "engines" / "weights" / "vocabulary.txt").read_text(encoding="utf-8").split()
    whole = [word for word in listed if word.isascii() and word.isalpha() and 4 <= len(word) <= 12][COMMON:]  # noqa: PLR2004 # letters
    rest = [word for word in whole if not word.endswith(("ed", "ing", "ly", "s", *ENDINGS["a"]))]
    return {slot: [word for word in whole if word.endswith(ends)] for slot, ends in ENDINGS.items()} | {
        "n": rest,
        "r": list(LISTS["r"]),
    }


@cache
def _world() -> dict[str, list[str]]:
    """The places, people, bodies and outlets that are known on all days."""
    chance = random.Random("world")  # noqa: S311  # as above
    places = [_name(chance) for _ in range(PLACES)]
    return {
        "P": places,
        "N": [_person(chance) for _ in range(PEOPLE)],
        "B": [f"the {chance.choice(places)} {chance.choice(LISTS['kinds'])}" for _ in range(BODIES)],
        "outlets": [f"{chance.choice(places)} {chance.choice(LISTS['papers'])}" for _ in range(OUTLETS)],
    }


def _person(chance: random.Random) -> str:
    return f"{_name(chance)} {_name(chance)}"


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(LISTS["syllables"]) for _ in range(chance.choice((2, 2, 3)))).capitalize()
