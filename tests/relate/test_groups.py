import pytest

from sayso.relate.claimants import Claimant
from sayso.relate.groups import group_claimants


def person(name, body="", roles="", **more):
    return Claimant(name, tuple(name.lower().split()), frozenset(roles.split()), frozenset(body.split()), **more)


def body(words, proper="", **more):
    return Claimant(words, (), frozenset(words.split()), frozenset(words.split()), frozenset(proper.split()), **more)


def are_one(*claimants, document="d"):
    return len(set(group_claimants([(f"{document}{number}", each) for number, each in enumerate(claimants)]))) == 1


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (person("Ada Venn"), person("Venn"), True),
        (person("Ada Venn"), person("Tom Brask"), False),
        (body("rescu servic"), body("regional rescu servic"), True),
        (person("Ada Venn", body="orlen", roles="spokesman"), body("orlen", proper="orlen"), True),
        (person("Ada Venn", roles="financ minist"), body("financ minist"), True),
        (body("ministry norland", proper="norland"), body("ministry sudland", proper="sudland"), False),
        (body("ministry norland", proper="norland"), body("norlandian ministry", proper="norlandian"), True),
        (body("crew", unnamed=True), body("crew", unnamed=True), False),
    ],
)
def test_who_is_one(one, other, expected):
    assert are_one(one, other) is expected


def test_a_guessed_body_joins_no_other_than_the_known_one():
    guessed = person("Ada Venn", body="court", guessed=True)
    known = person("Ada Venn", body="orlen")
    numbers = group_claimants([("a", guessed), ("b", known), ("c", body("court")), ("d", body("orlen"))])
    assert numbers[0] == numbers[1] == numbers[3] != numbers[2]


def test_the_order_of_claimants_changes_no_group():
    all_of_them = [person("Ada Venn", body="orlen"), body("orlen"), person("Tom Brask"), person("Brask")]
    groups = group_claimants([(str(number), each) for number, each in enumerate(all_of_them)])
    backwards = group_claimants([(str(number), each) for number, each in enumerate(reversed(all_of_them))])[::-1]
    assert [[a == b for a in groups] for b in groups] == [[a == b for a in backwards] for b in backwards]


def test_a_guessed_body_keeps_nobody_apart():
    sure, guessed = (
        person("Ada Venn", body="pharmacy orlen", guessed=True),
        person("Ada Venn", body="company", guessed=True),
    )
    assert are_one(sure, guessed, body("orlen", proper="orlen"))
