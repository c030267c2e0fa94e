import pytest

from sayso.annotate.quantities import find_quantities
from sayso.annotate.sentences import find_sentences
from sayso.model.document import Document


def roles(text):
    document = Document(text=text)
    found = find_quantities(document, find_sentences(document))
    return [each.role.value if each.role else None for each in found]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Twelve people died.", "killed"),
        ("Twelve people in the market at Olm were killed.", "killed"),
        ("Twelve people, including the mayor, were killed.", "killed"),
        ("Twelve people may have drowned.", "killed"),
        ("Twelve are feared dead.", "killed"),
        ("Twelve were shot dead.", "killed"),
        ("Twelve men were captured and killed.", "killed"),
        ("Twelve people fleeing the town were shot dead.", "killed"),
        ("Bus Crash: 12 Killed", "killed"),
        ("It left 12 people dead.", "killed"),
        ("They shot 12 people dead.", "killed"),
        ("Twelve people were killed or wounded.", None),
        ("Twelve are trapped.", None),
        ("Twelve candidates are in a dead heat.", None),
        ("Twelve guards he knew were killed.", None),
        ("At least 12 were hurt.", "injured"),
        ("Twelve were taken to hospital.", "injured"),
        ("Twelve children are in hospital with measles.", None),
        ("Twelve patients were taken to another hospital.", None),
        ("Twelve remain unaccounted for.", "missing"),
        ("Twelve hikers have not been found.", "missing"),
        ("Twelve families were made homeless.", "displaced"),
        ("Some 3,000 people left the city.", "displaced"),
        ("Twelve men laid down their arms.", "captured"),
        ("They took 12 men hostage.", "captured"),
        ("Twelve men said the mayor was killed.", None),
        ("Twelve houses have lost their roofs.", None),
        ("Twelve sheep drowned.", None),
        ("A family of six was killed.", "killed"),
        ("None of the 12 was hurt.", None),
    ],
)
def test_the_predicate_of_the_clause_tells(text, role):
    assert roles(text) == [role]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two gunmen killed five farmers.", [None, "killed"]),
        ("Five farmers were killed by two gunmen.", ["killed", None]),
        ("It killed five and wounded 12.", ["killed", "injured"]),
        ("It buried four and hurt two.", [None, "injured"]),
        ("It killed the mayor, his wife and their three sons.", ["killed"]),
        ("She was killed along with her two sons.", ["killed"]),
        ("Three soldiers and 12 civilians died.", ["killed", "killed"]),
        ("The blast killed a guard and two women were hurt.", ["injured"]),
        ("The deaths of 12 miners", ["killed"]),
        ("It claimed the lives of 12 miners.", ["killed"]),
        ("It put the lives of 12 miners at risk.", [None]),
        ("The army lost 15 lorries and 60 men.", [None, "killed"]),
        ("The party lost 12 members.", [None]),
        ("The arrest of 12 students", ["captured"]),
        ("Police arrested a group of 12 students.", ["captured"]),
        ("Divers are searching for 12 sailors.", ["missing"]),
        ("Police are searching for two men.", [None]),
        ("Seven were shot dead and as many as 50 trampled.", ["killed", "injured"]),
        ("It killed nine on Monday and two on Tuesday.", ["killed", "killed"]),
        ("One was killed and one wounded.", ["killed", "injured"]),
        ("Twelve dead, 30 wounded.", ["killed", "injured"]),
        ("Water drove hundreds out of their homes.", ["displaced"]),
        ("Losses were 19 killed and 60 injured.", ["killed", "injured"]),
    ],
)
def test_the_verb_before_tells_of_its_object(text, told):
    assert roles(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The death toll rose on Monday to more than 60.", ["killed"]),
        ("The number of injured rose to 60.", ["injured"]),
        ("The number of people killed has reached 60.", ["killed"]),
        ("Fatalities now number 26.", ["killed"]),
        ("The toll was revised from 310 to 287.", ["killed", "killed"]),
        ("Dead: 14. Wounded: 52.", ["killed", "injured"]),
        ("The toll rose to 60, with 200 houses gone.", ["killed", None]),
        ("The toll came after 12 soldiers left.", [None]),
        ("Among the dead were nine pupils.", ["killed"]),
        ("The injured include six children.", ["injured"]),
        ("Of the dead, 14 were women.", ["killed"]),
    ],
)
def test_a_toll_tells_of_its_figure(text, told):
    assert roles(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Five prisoners were killed.", ["killed"]),
        ("Five prisoners were freed.", ["captured"]),
        ("Two million refugees fled again.", ["displaced"]),
        ("Twelve dead were taken to hospital.", ["killed"]),
        ("Twelve missing hikers were found dead.", ["killed"]),
    ],
)
def test_a_predicate_outweighs_most_nouns(text, told):
    assert roles(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It wounded five men, two of them critically.", ["injured", "injured"]),
        ("It wounded five men, one of them fatally.", ["injured", "killed"]),
        ("They seized nine men, of whom two were later found dead.", ["captured", "killed"]),
        ("31 of the 45 arrested were released.", ["captured", "captured"]),
        ("Of the 60 passengers, 22 survived.", [None, None]),
        ("They took 14 tanks, two of them intact.", [None, None]),
    ],
)
def test_a_part_shares_what_became_of_its_whole(text, told):
    assert roles(text) == told
