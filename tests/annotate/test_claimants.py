import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.annotate.claimants import find_claimants
from sayso.model.attribution import Anonymity, QuoteType
from sayso.model.document import check_spans
from sayso.model.entity import EntityKind


def resolved(page):
    """(claimant's name or None, anonymity) of each attribution, and the entities by name."""
    attributions, entities = find_claimants(page.document, page.sentences, tuple(page.attributions))
    check_spans((attributions, entities), page.document.text)
    names = {entity.id: entity.name for entity in entities}
    return [(names.get(each.claimant), each.anonymity.value) for each in attributions], {e.name: e for e in entities}


def test_a_surname_and_a_role_go_back_to_the_full_name(by_hand):
    page = by_hand(
        "Senator Rolf Adler met the painter Hanno Brill on Friday. Mr Brill was late. “It is over,” the senator said. "
        "“It never began,” Brill answered."
    )
    page.say("the senator", "said", "“It is over,”").say("Brill", "answered", "“It never began,”", after="“It never")
    found, entities = resolved(page)
    assert found == [("Rolf Adler", "named"), ("Hanno Brill", "named")]
    assert entities["Rolf Adler"].titles == ("Senator",)
    assert [span.text for span in entities["Hanno Brill"].mentions] == ["Hanno Brill", "Brill", "Brill"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("the mayor, Lotte Vink,", "Lotte Vink"),
        ("Lotte Vink, the mayor,", "Lotte Vink"),
        ("Clara Nunn, who led the search,", "Clara Nunn"),
        ("spokeswoman Ines Roy", "Ines Roy"),
        ("Harle's water minister, Ivo Brandl,", "Ivo Brandl"),
        ("the farm ministry", "farm ministry"),
        ("the Interior Ministry", "Interior Ministry"),
        ("Harle", "Harle"),
        ("the report", "report"),
        ("Ivo Brandl and Clara Nunn", "Ivo Brandl and Clara Nunn"),
    ],
)
def test_the_entity_has_the_bare_name(by_hand, source, name):
    found, _ = resolved(by_hand(f"The dam had burst, {source} said.").say(source, "said", "The dam had burst"))
    assert found[0][0] == name


def test_two_men_in_one_paragraph_each_keep_their_word(by_hand):
    page = by_hand(
        "Karl Adler said the dam was old. He added that it leaked. Peter Brill denied it. “Well,” he said nothing."
    )
    page.say("Karl Adler", "said", "the dam was old").say("He", "added", "that it leaked")
    page.say("Peter Brill", "denied", "it", after="Peter").say("he", "said", "nothing", after="he said")
    assert [name for name, _ in resolved(page)[0]] == ["Karl Adler", "Karl Adler", "Peter Brill", "Peter Brill"]


@pytest.mark.parametrize("verb", ["met", "told off", "left", "led", "saw", "sued"])
def test_a_name_that_opens_a_sentence_is_not_part_of_its_verbs_object(by_hand, verb):
    page = by_hand(f"Ada Bell {verb} the mayor. She said the pipe was old.").say("She", "said", "the pipe was old")
    assert resolved(page)[0] == [("Ada Bell", "named")]


def test_a_channel_is_nobody_that_she_can_mean(by_hand):
    page = by_hand("Asked on Channel 5, she said the pipe was old.").say("she", "said", "the pipe was old")
    assert resolved(page)[0] == [(None, "role")]


def test_a_pronoun_means_nobody_of_another_gender(by_hand):
    page = by_hand("Ingrid Dahl praised Karl Dahl. She said he was brave. He said nothing was left.")
    page.say("She", "said", "he was brave").say("He", "said", "nothing was left", after="He said")
    assert [name for name, _ in resolved(page)[0]] == ["Ingrid Dahl", "Karl Dahl"]


def test_where_two_fit_alike_nobody_is_chosen(by_hand):
    page = by_hand("Karl Adler and Peter Brill met. He said the dam was old.").say("He", "said", "the dam was old")
    assert resolved(page)[0] == [(None, "role")]


def test_who_is_named_in_what_a_pronoun_says_is_not_meant_by_it(by_hand):
    page = by_hand("Karl Adler left. He said Adler had lied.").say("He", "said", "Adler had lied")
    assert resolved(page)[0][0][0] is None


def test_words_that_go_on_belong_to_whom_they_are_continued_from(by_hand):
    page = by_hand("“We left,” said Clara Nunn.\n\n“Nobody stayed.”").say("Clara Nunn", "said", "“We left,”")
    page.say("", "", "“Nobody stayed.”", reasons=("continues at_0",))
    assert resolved(page)[0] == [("Clara Nunn", "named"), ("Clara Nunn", "named")]


def test_attributions_that_continue_one_another_in_a_circle_have_no_claimant(by_hand):
    page = by_hand("“We left.” “Nobody stayed.”").say("", "", "“We left.”", reasons=("continues at_1",))
    page.say("", "", "“Nobody stayed.”", reasons=("continues at_0",))
    assert resolved(page)[0] == [(None, "none"), (None, "none")]


def test_a_company_and_its_initials_go_back_to_the_name(by_hand):
    page = by_hand(
        "The Harle Grain Board (HGB) met on Friday. The HGB said the silos were empty. The board said no more."
    )
    page.say("The HGB", "said", "the silos were empty").say("The board", "said", "no more", after="The board")
    assert [name for name, _ in resolved(page)[0]] == ["Harle Grain Board", "Harle Grain Board"]


def test_they_are_the_group_and_it_is_the_body(by_hand):
    page = by_hand(
        "The hikers met Joe Tull. They said the hut was shut. Harle Rail Agency laughed. It said it was open."
    )
    page.say("They", "said", "the hut was shut").say("It", "said", "it was open", after="It said")
    found, entities = resolved(page)
    assert [name for name, _ in found] == ["hikers", "Harle Rail Agency"]
    assert entities["hikers"].kind is EntityKind.GROUP


@pytest.mark.parametrize(
    ("source", "anonymity"),
    [
        ("Insiders", "vague"),
        ("Experts", "vague"),
        ("Some analysts", "vague"),
        ("Officials", "vague"),
        ("Several analysts", "vague"),
        ("A source", "vague"),
        ("Many", "vague"),
        ("Three people familiar with the talks", "vague"),
        ("A spokeswoman for the ministry", "role"),
        ("A trader who asked not to be named", "role"),
        ("A senior official at the ministry", "role"),
        ("Residents of Harle", "role"),
        ("The deputy governor", "role"),
        ("The farm ministry", "named"),
        ("Police", "named"),
        ("Lotte Vink", "named"),
        ("Harle", "named"),
        ("A bank", "role"),
        ("Studies", "vague"),
        ("A report by the Harle Audit Office", "named"),
    ],
)
def test_anonymity_is_how_far_a_reader_could_tell_who_it_is(by_hand, source, anonymity):
    page = by_hand(f"{source} said the dam was old.").say(source, "said", "the dam was old")
    assert resolved(page)[0][0][1] == anonymity


def test_without_a_source_there_is_no_anonymity(by_hand):
    page = by_hand("It is said that the dam is old.").say("", "is said", "that the dam is old")
    assert resolved(page)[0] == [(None, Anonymity.NONE.value)]


def test_a_pronoun_is_as_anonymous_as_whom_it_means(by_hand):
    page = by_hand("A trader said the dam was old. She said it leaked.").say("A trader", "said", "the dam was old")
    page.say("She", "said", "it leaked", after="She")
    assert resolved(page)[0] == [("trader", "role"), ("trader", "role")]


@pytest.mark.parametrize(("one", "other"), [("Adler Moss", "Brill Tane"), ("Brill Tane", "Adler Moss")])
def test_exchanging_two_names_exchanges_the_claimants(by_hand, one, other):
    first, second = one.split()[1], other.split()[1]
    page = by_hand(
        f"Senator {one} met the painter {other} on Friday. Mr {second} was late. “It is over,” the senator said. “No,” {second} "
        f"said. He added that {first} had lied. {first} denied that he had lied."
    )
    page.say("the senator", "said", "“It is over,”").say(second, "said", "“No,”", after="“No")
    page.say("He", "added", f"that {first} had lied").say(first, "denied", "that he had lied", after=f"{first} denied")
    assert [name for name, _ in resolved(page)[0]] == [one, other, other, one]


MEN = ("Karl Adler", "Peter Brill", "Rolf Tane", "Hanno Moss")
STORY = (
    "Mayor {0} met the painter {1} on Friday. Mr {3} was late. “It is over,” the mayor said. “No,” {3} said. He added that {2} "
    "had lied.\n\n{2} denied it. Then {3} shook his head. “Ask him.” The official said that he would. The painter laughed."
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # the fixture is a class
@given(one=st.permutations(MEN), other=st.permutations(MEN))
def test_exchanging_any_two_people_exchanges_every_claimant(by_hand, one, other):
    def read(names):
        full, last = names[:2], [name.split()[1] for name in names[:2]]
        page = by_hand(STORY.format(*full, *last))
        page.say("the mayor", "said", "“It is over,”").say(last[1], "said", "“No,”", after="“No")
        page.say("He", "added", f"that {last[0]} had lied").say(last[0], "denied", "it", after=f"\n\n{last[0]}")
        page.say("", "", "“Ask him.”", type=QuoteType.DIRECT).say("The official", "said", "that he would")
        return [full.index(name) for name, _ in resolved(page)[0]]

    assert read(one) == read(other) == [0, 1, 1, 0, 1, 0]
