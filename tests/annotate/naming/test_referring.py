import pytest


def asked(by_hand, text, source):
    """The claimant of the last sentence, which `source` is said to have spoken."""
    return by_hand(text).say(source, "said", "it was late", after=text[text.rindex(source) :])


@pytest.mark.parametrize(
    ("before", "source"),
    [
        ("Mayor Lotte Vink spoke first.", "The mayor"),
        ("Farm Minister Lotte Vink spoke first.", "The minister"),
        ("Farm Minister Lotte Vink spoke first.", "The official"),
        ("Farm Minister Lotte Vink spoke first.", "The politician"),
        ("Norwegian Farm Minister Lotte Vink spoke first.", "The Norwegian minister"),
        ("Norwegian Farm Minister Lotte Vink spoke first.", "The Norwegian"),
        ("The barrister Lotte Vink spoke first.", "The lawyer"),
        ("Lotte Vink, the first witness, spoke first.", "The witness"),
        ("Lotte Vink, 61, spoke first.", "The 61-year-old"),
        ("Lotte Vink, who owns two boats, spoke first.", "The fisherwoman"),
        ("Lotte Vink spoke first.", "The Belgian"),
        ("Lotte Vink spoke first.", "The former rower"),
        ("Lotte Vink, a painter, spoke first.", "The mother of two".removesuffix(" of two")),
        ("Green deputy Lotte Vink spoke first.", "The Green"),
        ("A potter called Lotte Vink spoke first.", "The potter"),
        ("The potter, the Rev Lotte Vink, spoke first.", "The potter"),
    ],
)
def test_a_noun_phrase_takes_up_whoever_may_be_it(by_hand, claimants, before, source):
    assert claimants(asked(by_hand, f"{before} {source} said it was late.", source)) == ["Lotte Vink"]


@pytest.mark.parametrize(
    ("before", "source"),
    [
        ("Mayor Lotte Vink spoke first.", "The deputy mayor"),
        ("Mayor Lotte Vink spoke first.", "A mayor"),
        ("Mayor Lotte Vink spoke first.", "The judge"),
        ("Lotte Vink spoke first.", "The judge"),
        ("Lotte Vink spoke first.", "The spokesman"),
        ("Lotte Vink, 61, spoke first.", "The 30-year-old"),
        ("Mrs Lotte Vink spoke first.", "The widower"),
        ("Lotte Vink, a Dane, spoke first.", "The mayor of Harle"),
        ("Swedish minister Lotte Vink spoke first.", "The Finnish minister"),
        ("The painter Lotte Vink spoke first.", "The plumber"),
    ],
)
def test_a_noun_phrase_does_not_take_up_whoever_cannot_be_it(by_hand, claimants, before, source):
    assert claimants(asked(by_hand, f"{before} {source} said it was late.", source)) != ["Lotte Vink"]


def test_the_younger_and_the_elder_of_one_name_are_told_apart(by_hand, claimants):
    page = by_hand("Karl Adler, 60, met his son, Tom Adler, 30. The younger Adler said no. The elder Adler said yes.")
    page.say("The younger Adler", "said", "no").say("The elder Adler", "said", "yes")
    assert claimants(page) == ["Tom Adler", "Karl Adler"]


def test_a_counterpart_holds_the_same_office(by_hand, claimants):
    page = by_hand(
        "Finnish Farm Minister Aino Salo said no. Her Swedish counterpart, Lars Berg, said yes. The Swedish minister said more."
    )
    page.say("The Swedish minister", "said", "more")
    assert claimants(page) == ["Lars Berg"]


@pytest.mark.parametrize(
    ("seat", "country"), [("Warsaw", "Poland"), ("Kyiv", "Ukraine"), ("Brussels", "European Union")]
)
def test_a_seat_of_government_speaks_for_its_country(by_hand, claimants, seat, country):
    assert claimants(by_hand(f"{seat} said it was late.").say(seat, "said", "it was late")) == [country]


def test_a_country_that_is_named_is_one_with_its_seat_of_government(by_hand, claimants):
    page = by_hand("The US left. Washington said it was late. The US said no more.")
    page.say("Washington", "said", "it was late").say("The US", "said", "no more", after="The US said")
    assert claimants(page) == ["US", "US"]


def test_a_person_who_has_the_name_of_a_seat_is_no_country(by_hand, claimants):
    page = by_hand("Denise Washington sang. Washington said it was late.")
    assert claimants(page.say("Washington", "said", "it was late", after="Washington said")) == ["Denise Washington"]
