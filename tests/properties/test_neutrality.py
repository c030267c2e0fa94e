from itertools import product

import pytest
from probe_mirror import check_mirror, exchange

from sayso.codec import to_plain
from sayso.model.claim import Voice

SIDES = [
    [["Tarvian", "Keshi"], ["Tarvia", "Kesh"], ["Orlov Bay", "Mount Sel"]],
    [["Russian", "Ukrainian"], ["Russia", "Ukraine"], ["Moscow", "Kyiv"]],
    [["Chinese", "Taiwanese"], ["China", "Taiwan"], ["Beijing", "Taipei"]],
    [["Israeli", "Palestinian"], ["Israel", "Palestine"], ["Jerusalem", "Ramallah"]],
    [["Azerbaijani", "Armenian"], ["Azerbaijan", "Armenia"], ["Baku", "Yerevan"]],
    [["French", "German"], ["France", "Germany"], ["Paris", "Berlin"]],
]
TEXTS = [
    "{0} soldiers crossed the river on Monday, {2} said. {5} denied that the line had moved.",
    "The {0} army said that it had shot down a drone. “They missed,” said a {3} officer.",
    "{1} claims that {4} broke the truce. {4} says that {1} broke it.",
    "{0} officials warned that {4} would attack by June. {4} did not comment.",
    "According to {1}, nine {3} soldiers were killed. {4} reportedly lost two.",
    "{0} troops took the village from the {3} army on Friday.",
    "“{1} must answer,” the {3} minister told reporters in {5}, “or we will.”",
    "{4} has accused {1} of shelling the market. Experts say {1} may have done so.",
    "{1}: Truce holds in the valley",
    "The {0} president said {4} had told him that the bridge was mined.",
]
SENTENCES = [
    "the army burned the village of Osk",
    "guards beat two prisoners on Sunday",
    "the bank hid its losses for a decade",
    "foreign agents poisoned nine wells",
    "rebels took the port of Marsa",
    "31 people were killed in the market",
    "the company dumped acid in the river",
    "the dam will burst by June",
    "the minister said nothing and fled",
]
WRAPS = [
    "“{0},” said Ilya Rand.",
    '"{0}," the priest, Ilya Rand, said.',
    "‘{0},’ wrote Ilya Rand in a letter.",
    "Ilya Rand said: “{0}.”",
    "Ilya Rand, a priest, said that {1}.",
    "{0}, according to Ilya Rand.",
    "According to Ilya Rand, {1}.",
    "{0}, Ilya Rand told the court.",
    "“{0}.” – Ilya Rand, priest",
    "“{0}.\n\n“I saw it,” said Ilya Rand.",
]  # fmt: skip


@pytest.mark.parametrize("pairs", SIDES, ids=lambda pairs: "-".join(pairs[1]))
def test_exchanging_the_names_of_two_sides_mirrors_the_reading(reader, pairs):
    one, two = zip(*pairs, strict=True)
    for template in TEXTS:
        text = template.format(*one, *two)
        exchanged = exchange(text, pairs)
        first, second = to_plain(reader(text)), to_plain(reader(exchanged.text))
        assert [what for met, what in check_mirror(first, second, exchanged, pairs) if not met] == [], text


@pytest.mark.parametrize("wrap", WRAPS)
def test_a_sentence_put_into_anothers_mouth_is_no_longer_the_narrators(reader, wrap):
    for sentence in SENTENCES:
        text = wrap.format(sentence[0].upper() + sentence[1:], sentence)
        start = text.casefold().index(sentence.casefold())
        within = [claim for claim in reader(text).claims if any(
            span.start < start + len(sentence) and start < span.end for span in claim.spans)]  # fmt: skip
        assert within, text
        assert [claim.text for claim in within if claim.voice is Voice.NARRATOR] == [], text


def test_a_sentence_of_the_narrator_is_the_narrators(reader):
    for sentence, end in product(SENTENCES[:-1], [".", ". The priest, Ilya Rand, was in Osk."]):
        text = sentence[0].upper() + sentence[1:] + end
        voices = [claim.voice for claim in reader(text).claims if claim.spans[0].start < len(sentence)]
        assert voices, text
        assert set(voices) == {Voice.NARRATOR}, text
