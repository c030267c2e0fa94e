import pytest

from sayso.annotate.claimants import find_claimants
from sayso.annotate.framing import find_framing, lends_words
from sayso.annotate.wording.packs import Packs
from sayso.lexicons import contested
from sayso.model.attribution import QuoteType
from sayso.model.quotation import Quotation


def framing_of(page, *quoted):
    quotations = []
    for words in quoted:
        (span,) = page.spans(words)
        quotations.append(Quotation(span=span, inner=page.document.span(span.start + 1, span.end - 1)))
    attributions, entities = find_claimants(page.document, page.sentences, tuple(page.attributions))
    return find_framing(
        page.document, page.sentences, tuple(quotations), attributions, entities, (), packs=Packs.of(contested())
    )


def test_a_few_quoted_words_inside_a_content_are_a_fragment_of_that_source(by_hand):
    page = by_hand("Clara Nunn said the sale was “a wound” to all.")
    page.say("Clara Nunn", "said", "the sale was “a wound” to all", type=QuoteType.MIXED)
    (fragment,) = framing_of(page, "“a wound”").quoted_fragments
    assert (fragment.span.text, fragment.attribution) == ("a wound", "at_0")


def test_quoted_words_in_the_narrators_sentence_are_a_fragment_of_nobody(by_hand):
    (fragment,) = framing_of(by_hand("The so-called “reform” began on Friday."), "“reform”").quoted_fragments
    assert fragment.attribution is None


def test_a_quotation_that_is_the_whole_content_is_no_fragment(by_hand):
    page = by_hand("“We will rebuild,” said Clara Nunn.")
    page.say("Clara Nunn", "said", "“We will rebuild,”", type=QuoteType.DIRECT)
    assert framing_of(page, "“We will rebuild,”").quoted_fragments == ()


@pytest.mark.parametrize(("source", "vague"), [("Insiders", ["Insiders"]), ("Clara Nunn", [])])
def test_vague_sources_are_listed_and_named_ones_are_not(by_hand, source, vague):
    page = by_hand(f"{source} said the dam was old.").say(source, "said", "the dam was old")
    assert [span.text for span in framing_of(page).vague_sources] == vague


def test_the_counts_are_of_words_and_of_different_speakers(by_hand):
    page = by_hand("“We left,” said Clara Nunn. Nunn said the dam was old. A trader said it leaked.")
    page.say("Clara Nunn", "said", "“We left,”").say("Nunn", "said", "the dam was old", after="Nunn said")
    page.say("A trader", "said", "it leaked", after="A trader")
    counts = framing_of(page, "“We left,”").counts
    assert (counts.words, counts.quoted_words, counts.speakers, counts.named_speakers) == (16, 2, 2, 1)


@pytest.mark.parametrize(
    ("cue", "content", "lent"),
    [
        ("condemned", "the invasion of Osk", False),
        ("avoids condemning", "the invasion of Osk", False),
        ("has imposed", "sanctions on terrorists", False),
        ("said", "the invasion of Osk had failed", True),
        ("announced", "the liberation of Osk", True),
        ("accused", "the army of a massacre", True),
        ("viewed", "the rebels as terrorists", True),
        ("called for", "striking the terrorists", True),
    ],
)
def test_a_mere_noun_that_somebody_condemns_is_the_narrators(by_hand, cue, content, lent):
    (attribution,) = by_hand(f"The League {cue} {content}.").say("The League", cue, content).attributions
    assert lends_words(attribution) is lent
