from functools import partial

import pytest

from sayso.annotate.claimants import find_claimants
from sayso.annotate.claims import find_claims
from sayso.annotate.read import Things
from sayso.model.attribution import CueKind, QuoteType
from sayso.model.claim import ClaimKind, Voice

claims_by = partial(find_claims, reader="hand")


def claims_of(page):
    attributions, entities = find_claimants(page.document, page.sentences, tuple(page.attributions))
    return claims_by(page.document, page.sentences, attributions, Things(entities=entities))[0]


def test_a_content_is_a_claim_of_its_source_and_leaves_the_narrator_none(by_hand):
    page = by_hand("Rioters burned the customs house on Friday, the port director said.")
    page.say("the port director", "said", "Rioters burned the customs house on Friday")
    (claim,) = claims_of(page)
    assert (claim.voice.value, claim.attribution, claim.kind.value, claim.flags) == ("source", "at_0", "event", ())


def test_a_sentence_on_nobodys_word_is_the_narrators_claim(by_hand):
    (claim,) = claims_of(by_hand("Rioters burned the customs house on Friday."))
    assert (claim.voice.value, claim.attribution, claim.kind.value, claim.flags) == (
        "narrator",
        None,
        "event",
        ("unattributed",),
    )


def test_questions_headings_and_mere_states_are_no_claims_of_the_narrator(by_hand):
    assert claims_of(by_hand("Who burned the house? The house has a cellar. A night in Harle.")) == ()


def test_what_somebody_declined_to_confirm_is_not_certain_in_the_narrators_words_either(by_hand):
    (claim,) = claims_of(by_hand("The clerk declined to confirm that the roof collapsed."))
    assert (claim.voice.value, claim.factuality.certainty.value) == ("narrator", "unknown")


def test_what_is_expected_is_a_forecast(by_hand):
    page = by_hand("The bank expects the crown to recover next year.")
    page.say("The bank", "expects", "the crown to recover next year", kind=CueKind.INTENTION)
    assert [(claim.kind.value, claim.flags) for claim in claims_of(page)] == [("forecast", ())]


def test_an_interrupted_claim_has_its_parts_joined(by_hand):
    page = by_hand("The harvest, said the board, was poor.").say("the board", "said", "The harvest", "was poor")
    (claim,) = claims_of(page)
    assert claim.text == "The harvest … was poor"
    assert len(claim.spans) == 2


def test_what_stands_beside_a_quoted_fragment_can_be_the_narrators(by_hand):
    page = by_hand("Clara Nunn called it “a wound” and the crowd burned the flag.")
    page.say("Clara Nunn", "called", "“a wound”", type=QuoteType.DIRECT)
    assert [(c.voice.value, c.text) for c in claims_of(page)] == [
        ("source", "“a wound”"),
        ("narrator", "the crowd burned the flag"),
    ]


def test_a_plan_is_a_claim_and_a_wish_is_none(by_hand):
    page = by_hand("Harle plans to build a port. Harle wants peace.")
    page.say("Harle", "plans", "to build a port", kind=CueKind.INTENTION)
    page.say("Harle", "wants", "peace", kind=CueKind.INTENTION, after="Harle wants")
    assert [claim.attribution for claim in claims_of(page) if claim.voice.value == "source"] == ["at_0"]


def test_the_forecast_of_an_office_that_one_person_holds_is_not_anonymous(by_hand):
    page = by_hand("The road will open in May 2031, the mayor said.").say(
        "the mayor", "said", "The road will open in May 2031"
    )
    assert claims_of(page)[0].flags == ()


def test_the_id_holds_the_spans_and_the_reader_and_nothing_else(by_hand):
    page = by_hand("The roof fell, the board said.").say("the board", "said", "The roof fell")
    one = claims_of(page)[0]
    attributions = tuple(page.attributions)
    other = find_claims(page.document, page.sentences, attributions, Things(), reader="another")[0][0]
    assert one.id != other.id
    assert one.id == claims_by(page.document, page.sentences, attributions, Things())[0][0].id


def test_the_entities_of_a_claim_are_those_it_mentions(by_hand):
    page = by_hand("Clara Nunn left. Ivo Brandl said Nunn had lied.").say("Ivo Brandl", "said", "Nunn had lied")
    attributions, entities = find_claimants(page.document, page.sentences, tuple(page.attributions))
    claim = next(
        c for c in claims_by(page.document, page.sentences, attributions, Things(entities=entities))[0] if c.attribution
    )
    assert [entity.name for entity in entities if entity.id in claim.entities] == ["Clara Nunn"]


def test_each_clause_of_a_content_is_a_claim_and_shares_its_subject(by_hand):
    page = by_hand("Rebels took the mill and burned the bridge, the mayor said.")
    page.say("the mayor", "said", "Rebels took the mill and burned the bridge")
    first, second = claims_of(page)
    assert (first.text, first.kind.value, first.subject) == ("Rebels took the mill", "control", ())
    assert (second.text, [span.text for span in second.subject]) == ("burned the bridge", ["Rebels"])


def test_of_words_within_words_the_innermost_speaker_has_the_claim(by_hand):
    page = by_hand("Aro said police had told her the door was open.")
    page.say("Aro", "said", "police had told her the door was open")
    page.say("police", "had told", "the door was open", within="at_0")
    assert [(claim.text, claim.attribution) for claim in claims_of(page)] == [("the door was open", "at_1")]


def test_control_names_holder_and_loser_as_entities_and_the_place_as_a_toponym(by_hand):
    page = by_hand("Loyalist troops have retaken Harle from the rebels, the minister said.")
    page.say("the minister", "said", "Loyalist troops have retaken Harle from the rebels")
    attributions, entities = find_claimants(page.document, page.sentences, tuple(page.attributions))
    (claim,), things = claims_by(page.document, page.sentences, attributions, Things(entities=entities))
    names = {entity.id: entity.name for entity in things.entities}
    towns = {toponym.id: toponym.span.text for toponym in things.toponyms}
    terms = claim.terms
    assert (names[terms.holder], names[terms.loser], towns[terms.place]) == ("Loyalist troops", "rebels", "Harle")
    assert terms.change.value == "taken"


def test_we_who_hold_a_place_are_whoever_speaks(by_hand):
    page = by_hand("“We hold the bridge,” Clara Nunn said.").say(
        "Clara Nunn", "said", "“We hold the bridge,”", type=QuoteType.DIRECT
    )
    attributions, entities = find_claimants(page.document, page.sentences, tuple(page.attributions))
    (claim,), things = claims_by(page.document, page.sentences, attributions, Things(entities=entities))
    assert {entity.id: entity.name for entity in things.entities}[claim.terms.holder] == "Clara Nunn"


def test_a_policy_says_who_does_what(by_hand):
    page = by_hand("The ministry will ban nets from May.")
    attributions, entities = find_claimants(page.document, page.sentences, ())
    (claim,), things = claims_by(page.document, page.sentences, attributions, Things(entities=entities))
    assert {entity.id: entity.name for entity in things.entities}[claim.terms.actor] == "ministry"
    assert [span.text for span in claim.terms.action] == ["ban nets from May"]


@pytest.mark.parametrize("clause", ["three people died", "many died", "several left", "both lied"])
def test_a_short_clause_is_its_sources_claim_whatever_its_verb(by_hand, clause):
    page = by_hand(f"The governor said {clause}.").say("The governor", "said", clause)
    assert [(claim.text, claim.voice) for claim in claims_of(page)] == [(clause, Voice.SOURCE)]


def test_no_confirmation_weakens_too(by_hand):
    page = by_hand("The roof fell, the board said. There was no independent confirmation.")
    (claim,) = claims_of(page.say("the board", "said", "The roof fell"))
    assert [hedge.text for hedge in claim.hedges] == ["no independent confirmation"]


def test_what_could_not_be_verified_weakens_the_claim_before_it_and_is_none_itself(by_hand):
    page = by_hand("The roof fell, the board said. The claim could not be verified.").say(
        "the board", "said", "The roof fell"
    )
    (claim,) = claims_of(page)
    assert [hedge.text for hedge in claim.hedges] == ["could not be verified"]
    assert (claim.distanced, claim.factuality.certainty.value) == (claim.hedges, "unknown")
    assert claim.polarity.value == "asserted"


def test_whoever_rejects_a_claim_has_one_too_and_denies_it(by_hand):
    page = by_hand("The dairy rejected the claim that the pipe burst.")
    page.say("The dairy", "rejected", "the claim that the pipe burst")
    page.say("", "claim", "that the pipe burst", within="at_0")
    assert [(claim.attribution, claim.polarity.value) for claim in claims_of(page)] == [
        ("at_0", "denied"),
        ("at_1", "asserted"),
    ]


def test_what_goes_on_behind_a_cue_is_its_sources_claim(by_hand):
    page = by_hand("Five people died, the mayor said, and two are missing. Rain fell.")
    page.say("the mayor", "said", "Five people died")
    assert [(claim.voice.value, claim.kind.value) for claim in claims_of(page)] == [
        ("source", "casualties"),
        ("source", "casualties"),
        ("narrator", "event"),
    ]


def test_what_somebody_ordered_or_agreed_to_is_the_narrators_claim(by_hand):
    page = by_hand("The mayor ordered the schools to stay shut.")
    page.say("The mayor", "ordered", "the schools to stay shut", kind=CueKind.INTENTION)
    assert [(claim.voice.value, claim.kind.value) for claim in claims_of(page)] == [("narrator", "policy")]


def test_a_place_that_is_on_no_map_is_given_in_its_words(by_hand):
    (claim,) = claims_of(by_hand("Rebels took the mill."))
    assert (claim.terms.place, [span.text for span in claim.terms.ground]) == (None, ["the mill"])


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("51 deaths", ClaimKind.CASUALTIES),
        ("the capture of Halden", ClaimKind.CONTROL),
        ("an explosion near the port", ClaimKind.EVENT),
    ],
)
def test_a_happening_that_only_a_noun_names_is_the_claim_of_whoever_reports_it(by_hand, content, kind):
    [claim] = claims_of(by_hand(f"The agency reported {content}.").say("The agency", "reported", content))
    assert (claim.text, claim.kind, claim.voice) == (content, kind, Voice.SOURCE)


def test_what_was_done_by_saying_it_is_told_by_the_narrator(by_hand):
    [claim] = claims_of(
        by_hand("The council announced a ban on mopeds.").say("The council", "announced", "a ban on mopeds")
    )
    assert claim.voice is Voice.NARRATOR


def test_a_number_that_somebody_puts_is_theirs(by_hand):
    [claim] = claims_of(by_hand("A clerk put the number at five.").say("A clerk", "put", "the number at five"))
    assert (claim.text, claim.voice) == ("the number at five", Voice.SOURCE)


@pytest.mark.parametrize("content", ["three take-offs", "at least 40 lorries"])
def test_a_number_of_things_that_a_record_shows_is_its_claim(by_hand, content):
    [claim] = claims_of(by_hand(f"The log shows {content}.").say("The log", "shows", content, kind=CueKind.DOCUMENT))
    assert (claim.text, claim.voice) == (content, Voice.SOURCE)


def test_what_somebody_counted_is_told_by_the_narrator(by_hand):
    [claim] = claims_of(
        by_hand("Anglers counted 300 trout.").say("Anglers", "counted", "300 trout", kind=CueKind.PERCEPTION)
    )
    assert claim.voice is Voice.NARRATOR


def test_a_relative_pronoun_alone_is_no_claim(by_hand):
    page = by_hand("The audit which, they say, was hidden is gone.").say("they", "say", "which", "was hidden")
    assert "which" not in {claim.text for claim in claims_of(page)}
