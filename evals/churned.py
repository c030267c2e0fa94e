"""Invented reports, and what newsrooms make of them: rewritten, cut, merged and quoted versions, with what each came from.

Every word is made here: names out of syllables, sentences out of frames. Frames are few on purpose, so that reports that
have nothing to do with one another share turns of phrase, as real ones do. The same seed gives the same bytes.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sayso.model.document import Document

START = datetime(2031, 3, 1, 6, tzinfo=UTC)
WORDS = {
    "syllable": "ba do ka len mi nor pel ras sul tav ver zan gri hol jut fe qui mor dal esk ond ural",
    "n": "harbour bridge council budget ferry school clinic factory tunnel reservoir market railway museum strike vote "
    "licence tariff warehouse pipeline festival court inquiry merger shipment hospital union harvest storm dam lease "
    "auction patent tender quarry airport archive brewery canal depot embassy foundry gallery hangar island jetty",
    "v": "closed opened delayed approved rejected funded inspected sold bought repaired cancelled postponed widened "
    "halved doubled moved surveyed cleared blocked reopened handed leased flooded guarded emptied audited merged split",
    "a": "old new northern regional disputed costly narrow public private empty crowded historic temporary rural "
    "coastal unfinished profitable damaged modern vacant heavy quiet sudden remote wooden joint federal municipal",
    "p": "mayor engineer minister farmer teacher trader judge captain nurse inspector economist driver",
    "d": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
CHOICES = {slot: tuple(words.split()) for slot, words in WORDS.items()}
FRAMES = (
    "The {a} {n} in {P} was {v} on {d} after the {p} of {P2} {v2} a {a2} {n2}.",
    "According to {N}, the {p} who {v} the {n}, about {i} people had {v2} the {a} {n2} by {d}.",
    "{N} said the {n} would be {v} before the {a} {n2} near {P} is {v2}.",
    "A spokesman for the {n} declined to comment on the {a} {n2}, which {N} {v} last {d}.",
    "In {P}, {i} of the {i2} {n}s were {v}, and the {p} {v2} every {a} {n2} along the {n3}.",
    "The {p} of {P} told reporters on {d} that the {a} {n} had been {v} for {i} {a2} weeks.",
    "It is the first time since {i} that a {a} {n} has been {v} without the {n2} of {P}.",
    "Neither the {n} nor the {a} {n2} had {v} when {N} arrived from {P2} with {i} {p}s.",
    "At least {i} {p}s were {v} as the {n} between {P} and {P2} {v2} overnight.",
    "The plan, {v} by {N} in {P}, sets aside {i} million crowns for a {a} {n} and a {n2}.",
    "Shares in the {a} {n} rose {i} percent after {P} {v} its {n2} and the {p} {v2} the {n3}.",
    "Since {d} the {a} {n} has been {v} by the {p}s of {P}, {P2} and the {n2} beyond.",
)
QUOTATIONS = (
    "“We never {v} the {n}, and no {p} in {P} would have {v2} it,” {N} said.",
    "“Whoever {v} the {a} {n} must answer to {P} for every {a2} {n2} that was {v2},” said {N}, a {p}.",
)


@dataclass(frozen=True)
class Planted:
    """A made version: which document it is, which ones it was made from, and how."""

    copy: str
    origins: tuple[str, ...]
    made_by: str


@dataclass
class World:
    """Documents in no telling order, and which of them were made from which."""

    documents: list[Document] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)


def make_world(stories: int, seed: int = 1) -> World:
    """A world of `stories` reports, one version of each kind for every second one, and look-alikes that are no copies."""
    chance = random.Random(seed)  # noqa: S311  # a seed, not a secret
    reports = [_report(chance) for _ in range(stories)]
    house = [_paragraph(chance, 2) for _ in range(12)]
    world = World()
    for number, report in enumerate(reports):
        world.documents.append(_document(f"s{number}", report, START + timedelta(hours=number % 97)))
    for number in range(0, stories, 2):
        other = (number + 1) % stories
        _plant(world, f"s{number}", (reports[number], reports[other]), f"s{other}", chance)
        _plant_alike(world, number, reports, house, chance)
    chance.shuffle(world.documents)
    return world


def edited(
    text: str, share: float, chance: random.Random, by: Sequence[str] = CHOICES["n"] + CHOICES["v"] + CHOICES["a"]
) -> str:
    """The text with a share of its words exchanged for one of others, left out or joined by one, evenly."""
    words = text.split(" ")
    for place in chance.sample(range(len(words)), round(share * len(words))):
        new = chance.choice(by)
        words[place] = chance.choice((new, "", f"{words[place]} {new}"))
    return " ".join(word for word in words if word)


def _plant(world: World, name: str, bodies: tuple[list[str], list[str]], other: str, chance: random.Random) -> None:
    mine, theirs = bodies
    third, most = _first(mine, 1 / 3), _first(mine, 2 / 3) + _first(theirs, 2 / 3)
    own = _report(chance)
    made: dict[str, tuple[list[str], tuple[str, ...]]] = {
        "edits 10 %": (mine, (name,)),
        "edits 20 %": (mine, (name,)),
        "a third, edits 10 %": (third, (name,)),
        "a third among own, edits 10 %": (_first(own, 2 * _words(third) / _words(own)) + third, (name,)),
        "re-ordered, edits 10 %": (mine[::-1], (name,)),
        "merged": (most, (name, other)),
        "merged, edits 10 %": (most, (name, other)),
        "repeated inside": (third * 3, (name,)),
    }
    for kind, (body, origins) in made.items():
        share = 0.2 if "20" in kind else 0.1 if "10" in kind else 0.0
        version = [edited(paragraph, share, chance) for paragraph in body]
        copy = f"{name} {kind}"
        world.documents.append(_document(copy, version, START + timedelta(days=6, minutes=chance.randint(0, 5000))))
        world.planted.append(Planted(copy, origins, kind))


def _words(body: Sequence[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in body)


def _first(body: Sequence[str], share: float) -> list[str]:
    """The first paragraphs with at least (where there are so many) a share of the words."""
    count = next((n for n in range(1, len(body)) if _words(body[:n]) >= share * _words(body)), len(body))
    return list(body[:count])


def _plant_alike(
    world: World, number: int, reports: Sequence[list[str]], house: Sequence[str], chance: random.Random
) -> None:
    """Two reports of their own: one with a quotation of another report, one with the house paragraphs of an outlet."""
    quoting = next((paragraph for paragraph in reports[number] if paragraph.startswith("“")), "")
    pages = house[number % 4 * 3 : number % 4 * 3 + 3]
    for kind, added in (("quotes", [quoting]), ("house", pages)):
        body = _report(chance)
        for paragraph in added:
            body.insert(chance.randint(1, len(body)), paragraph)
        world.documents.append(_document(f"s{number} {kind}", body, START + timedelta(days=5, minutes=number)))


def _document(name: str, body: Sequence[str], when: datetime) -> Document:
    return Document(text="\n\n".join(body), external_id=name, published_at=when.isoformat())


def _report(chance: random.Random) -> list[str]:
    towns, people = [_name(chance) for _ in range(3)], [f"{_name(chance)} {_name(chance)}" for _ in range(3)]
    body = [_paragraph(chance, chance.choice((1, 2, 2, 3)), towns, people) for _ in range(chance.randint(4, 11))]
    body.insert(1, _sentence(chance, QUOTATIONS, towns, people))
    return body


def _paragraph(chance: random.Random, sentences: int, towns: Sequence[str] = (), people: Sequence[str] = ()) -> str:
    towns, people = towns or [_name(chance), _name(chance)], people or [_name(chance)]
    return " ".join(_sentence(chance, FRAMES, towns, people) for _ in range(sentences))


def _sentence(chance: random.Random, frames: Sequence[str], towns: Sequence[str], people: Sequence[str]) -> str:
    lists = {**CHOICES, "P": towns, "N": people}
    slots = {slot: chance.choice(lists[slot.rstrip("23")]) for slot in ("n", "n2", "n3", "v", "v2", "a", "a2", "p")}
    slots |= {slot: chance.choice(lists[slot.rstrip("23")]) for slot in ("d", "P", "P2", "N")}
    numbers = {slot: str(chance.randint(2, 999)) for slot in ("i", "i2")}
    return chance.choice(frames).format(**slots, **numbers)


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(CHOICES["syllable"]) for _ in range(chance.choice((2, 3)))).capitalize()
