"""A reading that holds the whole ledger scores 1; what is missing, moved or put into the wrong mouth costs."""

from dataclasses import replace

import golden
import pytest
import score

from sayso.model.attribution import Anonymity, Attribution, CueKind, QuoteType
from sayso.model.claim import Claim, ClaimKind, Voice
from sayso.model.entity import Entity, EntityKind
from sayso.model.provenance import Provenance
from sayso.model.reading import Reading
from sayso.model.stance import Polarity

ARTICLES = golden.golden_set()


def by_hand(article):
    """The reading that says exactly what the ledger says."""
    names = sorted({entry.claimant for entry in article.entries if entry.claimant})
    entities = tuple(Entity(id=f"en_{name}", name=name, kind=EntityKind.OTHER, mentions=()) for name in names)
    attributions = tuple(
        Attribution(
            id=f"at_{entry.n}",
            type=QuoteType(entry.type or "indirect"),
            source=entry.source,
            cue=entry.cue or (),
            content=entry.content,
            cue_kind=CueKind.SPEECH,
            claimant=f"en_{entry.claimant}" if entry.claimant else None,
            anonymity=Anonymity(entry.anonymity or "none"),
            within=f"at_{entry.within}" if entry.within else None,
            occasion=entry.occasion,
            addressee=entry.addressee,
            confidence=1.0,
            engine="hand",
        )
        for entry in article.entries
    )
    said = tuple(
        Claim(
            id=f"cl_{entry.n}",
            kind=ClaimKind.OTHER,
            spans=entry.content,
            text="",
            voice=Voice.SOURCE,
            attribution=f"at_{entry.n}",
            polarity=Polarity.DENIED if entry.denied else Polarity.ASSERTED,
            hedges=entry.hedges,
        )
        for entry in article.entries
    )
    own = tuple(
        Claim(
            id=f"cn_{at}", kind=ClaimKind.EVENT, spans=(each.span,), text="", voice=Voice.NARRATOR, hedges=each.hedges
        )
        for at, each in enumerate(article.narrations)
    )
    made_by = Provenance(sayso="0", reader="hand", stages={})
    return Reading(
        document=article.document, attributions=attributions, entities=entities, claims=said + own, made_by=made_by
    )


def figures_of(article, reading):
    figures = score.Figures()
    score.score(article, reading, figures)
    return {name: count.f1 for name, count in figures.counts.items()}


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_the_ledger_read_back_is_right_in_every_figure(article):
    assert set(figures_of(article, by_hand(article)).values()) == {1.0}


def test_silence_scores_nothing_but_what_silence_leaves_alone():
    for article in ARTICLES:
        silent = Reading(document=article.document, made_by=Provenance(sayso="0", reader="silent", stages={}))
        figures = figures_of(article, silent)
        idle = {"narrator kept apart", "false friends"}
        asked = {name for name, count in measured(article).items() if count.wanted} - idle
        assert all(figures[name] == 0 for name in asked)


def measured(article):
    figures = score.Figures()
    score.score(article, by_hand(article), figures)
    return figures.counts


def test_a_source_that_is_a_word_too_long_costs_strictly_and_little_by_words():
    article = next(each for each in ARTICLES if each.name == "01-split-quotes")
    reading = by_hand(article)
    first = reading.attributions[0]
    longer = article.document.span(first.source[0].start - 5, first.source[0].end)
    moved = replace(reading, attributions=(replace(first, source=(longer,)), *reading.attributions[1:]))
    figures = figures_of(article, moved)
    assert figures["source strict"] < 1
    assert figures["source strict"] < figures["source words"] < 1
    assert figures["content strict"] == 1


def test_the_wrong_claimant_type_anonymity_and_nesting_cost_each_their_own_figure():
    article = next(each for each in ARTICLES if each.name == "08-nested")
    reading = by_hand(article)
    for change, name in (
        ({"claimant": None}, "claimant"),
        ({"type": QuoteType.DIRECT}, "type"),
        ({"anonymity": Anonymity.VAGUE}, "anonymity"),
        ({"within": None}, "nested"),
    ):
        wrong = replace(reading, attributions=tuple(replace(each, **change) for each in reading.attributions))
        assert [key for key, value in figures_of(article, wrong).items() if value < 1] == [name]


def test_a_denial_that_is_read_as_an_assertion_costs_and_so_does_the_opposite():
    article = next(each for each in ARTICLES if each.name == "09-denials")
    reading = by_hand(article)
    for polarity in Polarity:
        claims = tuple(replace(claim, polarity=polarity) for claim in reading.claims)
        assert figures_of(article, replace(reading, claims=claims))["denials"] < 1


def test_what_somebody_said_put_into_the_narrators_mouth_costs():
    article = next(each for each in ARTICLES if each.name == "09-denials")
    reading = by_hand(article)
    claims = tuple(replace(claim, voice=Voice.NARRATOR, attribution=None) for claim in reading.claims)
    assert figures_of(article, replace(reading, claims=claims))["narrator kept apart"] < 1


def test_a_scare_quote_that_is_taken_for_speech_costs():
    article = next(each for each in ARTICLES if each.name == "13-false-friends")
    reading = by_hand(article)
    invented = replace(reading.attributions[0], id="at_9", content=(article.false_friends[0],), cue=(), source=())
    figures = figures_of(article, replace(reading, attributions=(*reading.attributions, invented)))
    assert figures["false friends"] < 1
    assert figures["attributions"] < 1


def test_what_is_found_in_an_open_passage_is_not_counted():
    article = next(each for each in ARTICLES if each.open)
    reading = by_hand(article)
    arguable = replace(reading.attributions[0], id="at_9", cue=(article.open[0],), content=(article.open[0],))
    assert set(figures_of(article, replace(reading, attributions=(*reading.attributions, arguable))).values()) == {1.0}


def test_a_quotation_over_paragraphs_may_come_as_one_attribution_or_as_one_for_each_paragraph():
    article = next(each for each in ARTICLES if each.name == "05-over-paragraphs")
    reading = by_hand(article)
    first = reading.attributions[0]
    apart = [
        replace(first, id=f"at_1{at}", source=(), cue=(), addressee=(), content=(part,))
        for at, part in enumerate(first.content[2:])
    ]
    each_paragraph = replace(
        reading, attributions=(replace(first, content=first.content[:2]), *apart, *reading.attributions[1:])
    )
    assert set(figures_of(article, each_paragraph).values()) == {1.0}
    somebody_elses = tuple(replace(each, claimant="en_Ruth Amdal") for each in apart)
    wrong = replace(each_paragraph, attributions=(each_paragraph.attributions[0], *somebody_elses))
    assert figures_of(article, wrong)["attributions"] < 1
