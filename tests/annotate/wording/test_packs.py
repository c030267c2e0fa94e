import pytest

from sayso.annotate.wording.packs import Packs
from sayso.lexicons import contested

BUILT_IN = dict(contested())
CONCEPTS = [(name, concept) for name, pack in BUILT_IN.items() for concept in pack["concepts"]]


def pack(**concept):
    slots = {"taker": "who takes", "loser": "who loses"}
    return {"pack": "mine", "concepts": [{"id": "c", "title": "T", "slots": slots, "terms": [], **concept}]}


def test_every_built_in_pack_can_be_used_and_they_cover_more_than_three_unrelated_conflicts():
    assert Packs.of(contested()).by_word
    assert {name.removesuffix(".yaml") for name in BUILT_IN} >= {"wars", "cyprus", "karabakh", "russia-ukraine"}


@pytest.mark.parametrize(("name", "concept"), CONCEPTS, ids=lambda each: each if isinstance(each, str) else each["id"])
def test_a_term_that_favours_a_slot_says_what_it_presupposes_who_uses_it_and_who_objects(name, concept):
    for term in concept["terms"]:
        if term.get("favours"):
            assert all(term[key] for key in ("presupposes", "used_by", "objected_to_by")), (name, term["term"])


def test_nothing_is_called_neutral_in_what_a_reader_sees():
    shown = [str(value) for _, concept in CONCEPTS for term in concept["terms"] for value in term.values()]
    assert [words for words in shown if "neutral" in words.lower() and "neutralise" not in words] == []


def test_slots_and_no_countries_are_favoured():
    assert all(term.get("favours") in {None, *concept["slots"]} for _, concept in CONCEPTS for term in concept["terms"])


def test_a_later_pack_replaces_the_one_with_its_id_and_another_id_adds():
    first = pack(terms=[{"term": "gone", "forms": "gone"}])
    second = pack(terms=[{"term": "kept", "forms": "kept, has kept"}])
    packs = Packs.of([("a.yaml", first), ("b.yaml", second), ("c.yaml", {**first, "pack": "other"})])
    assert set(packs.by_word) == {"kept", "has", "gone"}
    assert not Packs.of([("a.yaml", first), ("b.yaml", {"pack": "mine", "concepts": []})]).by_word


def test_hyphens_part_the_words_of_a_form():
    ((rest, _),) = Packs.of([("a.yaml", pack(terms=[{"term": "x", "forms": "rebel-held"}]))]).by_word["rebel"]
    assert rest == ("held",)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ([], r"bad\.yaml is no table; expected the keys pack, title"),
        ({"pack": "p"}, r"bad\.yaml has no 'concepts'; expected pack, concepts"),
        ({"pack": "p", "concepts": [], "colour": 1}, r"bad\.yaml has an unknown key 'colour'; expected some of"),
        ({"pack": "p", "concepts": [{"id": "c"}]}, r"bad\.yaml: concept 1 has no 'title'"),
        ({"pack": "p", "concepts": [{"id": "c", "title": "t", "slots": ["a"], "terms": []}]}, r"concept 1: slots is \['a'\]"),
        (pack(terms=[{"term": "free"}]), r"bad\.yaml: concept 'c', term 1 has no 'forms'"),
        (pack(terms=[{"term": "free", "forms": "free,,"}]), r"term 'free': an empty form"),
        (pack(terms=[{"term": "free", "forms": "free", "favours": "Tarvia"}]), r"'free' favours 'Tarvia'; expected a slot"),
        (pack(terms=[{"term": "free", "forms": "free", "needs": ["the town"]}]), r"term 'free': the pattern 'the town' has 0 times _"),
        (pack(terms=[{"term": "free", "forms": "free", "needs": ["_ {town}"]}]), r"names a class 'town'; expected one of"),
        (pack(terms=[{"term": "free", "forms": "free", "kind": "verb"}]), r"has the kind 'verb'; expected one of word, name"),
        (pack(terms=[{"term": "free", "forms": "free", "used_by": "them"}]), r"used_by is 'them'; expected a list"),
        (pack(terms=[{"term": "free", "forms": "free", "guidance": [{"by": "x"}]}]), r"is no guidance; expected the keys by"),
        (pack(slots={"taker": 3}, terms=[{"term": "free", "forms": "free"}]), r"a slot has no meaning in words"),
        (pack(terms=[{"term": "free", "forms": "free", "needs": ["_ so-called|{Name}"]}]), r"has 'so-called'; expected words without"),
        (pack(terms=["free"]), r"concept 'c', term 1 is no table"),
        ({"pack": "p", "classes": {"place": ["town"]}, "concepts": []}, r"class 'place' is \['town'\]; expected words"),
    ],
)  # fmt: skip
def test_a_bad_pack_is_refused_with_the_file_the_entry_and_what_was_expected(table, told):
    with pytest.raises(ValueError, match=told):
        Packs.of([("bad.yaml", table)])
