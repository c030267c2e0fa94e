import pytest

from sayso.annotate.counting.amounts import find_amounts
from sayso.annotate.counting.counted import find_counted
from sayso.annotate.counting.persons import Kind, is_person, kind_of
from sayso.annotate.counting.plurals import is_plural
from sayso.annotate.counting.words import split


def counted(text):
    line = split(text, 0, len(text))
    amounts = list(find_amounts(line))
    found = find_counted(line, amounts[0], {each.first: each for each in amounts})
    return " ".join(line.lows(found.first, found.last)), found.kind.value, found.role and found.role.value


@pytest.mark.parametrize(
    ("text", "noun", "kind", "role"),
    [
        ("12 young fishermen drowned", "young fishermen", "person", None),
        ("12 police officers came", "police officers", "person", None),
        ("three grain silos burned", "grain silos", "unknown", None),
        ("12 F-16s flew", "f-16s", "unknown", None),
        ("five Chinese were hurt", "chinese", "person", None),
        ("six Iraqis came", "iraqis", "person", None),
        ("38,000 U.S. troops left", "u.s. troops", "person", None),
        ("30,000 combat and civilian deaths", "combat and civilian deaths", "person", "killed"),
        ("two 16-year-old schoolgirls died", "16 - year-old schoolgirls", "person", None),
        ("12 missing hikers", "missing hikers", "person", "missing"),
        ("12 missing tanks", "missing tanks", "unknown", None),
        ("12 dead in Kesh", "dead", "person", "killed"),
        ("6,000 dead and wounded", "dead", "person", None),
        ("nine bodies lay there", "bodies", "person", "killed"),
        ("two attempted murders", "attempted murders", "thing", None),
        ("700 prisoners of war", "prisoners", "person", "captured"),
        ("2 million refugees", "refugees", "person", "displaced"),
        ("8,000 families fled", "families", "group", None),
        ("300 sheep drowned", "sheep", "thing", None),
        ("twelve helicopters came", "helicopters", "thing", None),
        ("dozens of nurses fell ill", "nurses", "person", None),
        ("40 of the defenders left", "defenders", "person", None),
        ("two of the wounded died", "wounded", "person", "injured"),
        ("one Marland soldier died", "marland soldier", "person", None),
        ("one armoured vehicle was hit", "armoured vehicle", "thing", None),
        ("12 were hurt", "", "nothing", None),
        ("12 more were hurt", "", "nothing", None),
        ("a 40-strong patrol", "", "person", None),
        ("twelve died", "", "nothing", None),
    ],
)
def test_a_number_counts_the_noun_behind_it(text, noun, kind, role):
    assert counted(text) == (noun, kind, role)


def test_lives_are_lost_where_something_took_them():
    assert counted("14 lives were lost")[2] == "killed"
    assert counted("14 lives were saved")[2] is None


def test_a_part_names_its_whole():
    line = split("31 of the 45 drones fell", 0, 24)
    amounts = list(find_amounts(line))
    found = find_counted(line, amounts[0], {each.first: each for each in amounts})
    assert found.whole == amounts[1].first


@pytest.mark.parametrize(
    ("word", "plural"),
    [
        ("tanks", True),
        ("children", True),
        ("police", True),
        ("was", False),
        ("gas", False),
        ("virus", False),
        ("class", False),
        ("olm's", False),
    ],
)
def test_plurals_are_told_by_their_ending(word, plural):
    assert is_plural(word) is plural


@pytest.mark.parametrize("word", ["soldiers", "child", "policewomen", "schoolboys", "passers-by", "strikers", "nurse"])
def test_nouns_of_people_are_told(word):
    assert is_person(word)


@pytest.mark.parametrize("word", ["computers", "papers", "tanks", "cattle", "family"])
def test_other_nouns_are_not(word):
    assert not is_person(word)


def test_a_people_has_a_capital():
    assert kind_of("marlanders", capital=True) is Kind.PERSON
    assert kind_of("sudrians", capital=True) is Kind.PERSON
