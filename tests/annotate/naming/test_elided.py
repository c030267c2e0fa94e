from sayso.model.attribution import QuoteType


def test_who_stands_before_the_cue_of_a_quotation_says_it(by_hand, claimants):
    page = by_hand("“It is late,” Lotte Vink, who runs the office of the mayor, said Monday.")
    assert claimants(page.say("", "said Monday", "“It is late,”", type=QuoteType.DIRECT)) == ["Lotte Vink"]


def test_who_owns_a_noun_says_what_it_is_of(by_hand, claimants):
    page = by_hand("They rejected Farm Minister Lotte Vink’s accusation that it was late.")
    assert claimants(page.say("", "accusation", "that it was late")) == ["Lotte Vink"]


def test_a_second_cue_of_one_source_is_its_own(by_hand, claimants):
    page = by_hand("Lotte Vink denied the charge and said that it was late.").say("Lotte Vink", "denied", "the charge")
    assert claimants(page.say("", "said", "that it was late")) == ["Lotte Vink", "Lotte Vink"]


def test_a_passive_has_nobody(by_hand, claimants):
    page = by_hand("Lotte Vink left and it was said that it was late.").say("", "was said", "that it was late")
    assert claimants(page) == [None]
