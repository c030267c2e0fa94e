import pytest

from sayso.annotate.quotations import find_quotations
from sayso.annotate.sentences import find_sentences
from sayso.annotate.sourcing.agentless import find_agentless
from sayso.annotate.sourcing.flags import flag_claims
from sayso.annotate.sourcing.fragments import find_fragments
from sayso.annotate.sourcing.vague import find_vague
from sayso.annotate.wording.tokens import split_tokens
from sayso.model.attribution import Anonymity
from sayso.model.claim import Claim, ClaimKind, Voice
from sayso.model.document import Document


def agentless(text):
    document = Document(text=text)
    return [span.text for span in find_agentless(document, find_sentences(document), split_tokens(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine villagers were killed in the market.", ["were killed"]),
        ("Nine villagers were killed by shells.", []),
        ("Nine villagers were killed late on Monday evening by shells.", []),
        ("The mill was also badly damaged and later destroyed.", []),
        ("The mill was later destroyed.", ["was later destroyed"]),
        ("The army shelled the market. Nine villagers were killed.", []),
        ("The army shelled the market. It rained. Nine villagers were killed.", ["were killed"]),
        ("An earthquake shook the town. Nine were killed.", []),
        ("She may have been murdered.", []),
        ("If he was killed, nobody told us.", []),
        ("The killed and wounded were counted.", []),
        ("The police station has been attacked.", ["has been attacked"[4:]]),
    ],
)
def test_a_harm_is_listed_where_nobody_is_said_to_have_done_it(text, found):
    assert agentless(text) == found


def vague(page):
    return [span.text for span in find_vague(page.sentences, find_quotations(page.document), page.attributions)]


def test_a_vague_source_is_let_go_where_somebody_with_a_name_follows_within_three_sentences(by_hand):
    text = "Analysts said it failed. {}Ada Venn said it cost too much."
    for between, expected in (("", []), ("It rained. " * 4, ["Analysts"])):
        page = by_hand(text.format(between)).say("Analysts", "said", "it failed", anonymity=Anonymity.VAGUE)
        page.say("Ada Venn", "said", "it cost too much", after="Ada", anonymity=Anonymity.NAMED, claimant="en_1")
        assert vague(page) == expected


def test_a_single_vague_source_is_not_resolved_by_another_speaker(by_hand):
    page = by_hand("A source said it failed. Ada Venn said it cost too much.")
    page.say("A source", "said", "it failed", anonymity=Anonymity.VAGUE)
    page.say("Ada Venn", "said", "it cost too much", after="Ada", anonymity=Anonymity.NAMED, claimant="en_1")
    assert vague(page) == ["A source"]


@pytest.mark.parametrize("source", ["Nobody", "They", "Anyone"])
def test_nobody_in_particular_is_no_vague_source(by_hand, source):
    page = by_hand(f"{source} said it failed.").say(source, "said", "it failed", anonymity=Anonymity.VAGUE)
    assert vague(page) == []


def test_what_a_quoted_person_says_of_people_at_large_is_the_persons(by_hand):
    page = by_hand("“Critics say it failed,” said Ada Venn.")
    page.say("Critics", "say", "it failed", anonymity=Anonymity.VAGUE)
    assert vague(page) == []


def fragments(text):
    document = Document(text=text)
    return [each.span.text for each in find_fragments(document, find_quotations(document), ())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The “reform” began on Friday.", ["reform"]),
        ("She sang on “Harbour Nights” on Friday.", []),
        ("The film “13th” opened on Friday.", []),
        ('A <b class="note">word</b> stood there.', []),
    ],
)
def test_quoted_words_are_told_from_titles_figures_and_markup(text, found):
    assert fragments(text) == found


def flags(kind, **attribution):
    def claim(document):
        span = document.span(0, 3)
        voice = Voice.SOURCE if attribution else Voice.NARRATOR
        return Claim(
            id="cl_1", kind=kind, spans=(span,), text="", voice=voice, attribution="at_0" if attribution else None
        )

    return claim


@pytest.mark.parametrize(
    ("anonymity", "source", "expected"),
    [
        (Anonymity.ROLE, "A diplomat", ("anonymous_opinion",)),
        (Anonymity.ROLE, "the mayor", ()),
        (Anonymity.VAGUE, "Critics", ("anonymous_opinion",)),
        (Anonymity.NAMED, "Ada Venn", ()),
    ],
)
def test_a_judgement_by_somebody_unnamed_is_flagged(by_hand, anonymity, source, expected):
    page = by_hand(f"{source} said it was a wound.").say(source, "said", "it was a wound", anonymity=anonymity)
    claim = flags(ClaimKind.EVALUATION, attribution=True)(page.document)
    assert flag_claims((claim,), page.attributions)[0].flags == expected


@pytest.mark.parametrize(
    ("kind", "expected"), [(ClaimKind.CASUALTIES, ("disputable_unattributed",)), (ClaimKind.EVENT, ())]
)
def test_a_disputable_claim_of_the_narrators_is_flagged_and_an_event_is_not(kind, expected):
    claim = flags(kind)(Document(text="Nine died."))
    (flagged,) = flag_claims((claim,), ())
    assert flagged.flags == expected
    assert flag_claims((flagged,), ()) == (flagged,)
