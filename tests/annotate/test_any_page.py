import functools
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotate.claimants import find_claimants
from sayso.annotate.claims import find_claims
from sayso.annotate.framing import find_framing
from sayso.annotate.naming.aliases import NOBODY, Aliases
from sayso.annotate.read import Things
from sayso.annotate.wording.packs import Packs
from sayso.lexicons import contested
from sayso.model.attribution import Attribution, CueKind, QuoteType
from sayso.model.document import Document, check_spans

claims_by = functools.partial(find_claims, reader="hand")
WORDS = st.sampled_from(
    [
        "the",
        "a",
        "Senator",
        "Rolf",
        "Adler",
        "Mr",
        "Adler's",
        "he",
        "she",
        "they",
        "said",
        "“",
        "”",
        ",",
        ".",
        "who",
        "and",
        "of",
        "ministry",
        "officials",
        "may",
        "not",
        "the-mayor",
        "al-Hadid",
        "J.",
        "her",
        "his",
        "brother",
        "both",
        "the two",
        "one",
        "Belgian",
        "68-year-old",
        "former",
        "younger",
        "company",
        "paper",
        "report",
        "Warsaw",
        "US",
        "(",
        ")",
        "NGB",
        "Harle",
        "Workers’",
        "Union",
        "called",
        ", 61,",
        "at",
        "which",
        "asked",
        "poll",
        "in",
        "%",
        "\n\n",
        "́",
        "\x00",
        "�",
    ]
)


@st.composite
def pages(draw):
    text = " ".join(draw(st.lists(WORDS, max_size=40))) + draw(st.text(max_size=20))
    document = Document(text=text)

    def span():
        start = draw(st.integers(0, len(text)))
        return document.span(start, draw(st.integers(start, len(text))))

    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)) | {0, len(text)})
    sentences = tuple(document.span(a, b) for a, b in pairwise(cuts))
    attributions = tuple(
        Attribution(
            id=f"at_{number}",
            type=draw(st.sampled_from(QuoteType)),
            source=tuple(span() for _ in range(draw(st.integers(0, 2)))),
            cue=tuple(span() for _ in range(draw(st.integers(0, 1)))),
            content=tuple(span() for _ in range(draw(st.integers(0, 2)))),
            cue_kind=draw(st.sampled_from(CueKind)),
            within=draw(st.sampled_from([None, "at_0", "at_1", "at_9"])),
            confidence=0.5,
            engine="hand",
            reasons=draw(st.sampled_from([(), ("continues at_0",), ("continues at_7",)])),
        )
        for number in range(draw(st.integers(0, 4)))
    )
    return document, sentences, attributions


PACKS = Packs.of(contested())
ALIASES = Aliases.of({"entity": [{"name": "Rolf", "aliases": ["Adler", "NGB", "the company"]}]})


def read_on(document, sentences, attributions, aliases=NOBODY):
    attributions, entities = find_claimants(document, sentences, attributions, aliases=aliases)
    claims, things = claims_by(document, sentences, attributions, Things(entities=entities))
    entities = things.entities
    framing = find_framing(document, sentences, (), attributions, entities, claims, packs=PACKS)
    return attributions, entities, claims, framing


@settings(max_examples=120, deadline=None)
@given(pages())
def test_any_text_and_any_attributions_are_read_on_twice_alike_with_spans_that_quote_the_text(page):
    read_on(*page, aliases=ALIASES)
    found = read_on(*page)
    assert found == read_on(*page)
    check_spans(found, page[0].text)
    assert all(list(entity.mentions) == sorted(set(entity.mentions)) and entity.mentions for entity in found[1])
    assert [entity.mentions for entity in found[1]] == sorted(entity.mentions for entity in found[1])
    attributions, entities, claims, _ = found
    ids = {entity.id for entity in entities}
    assert len(ids) == len(entities)
    assert all(each.claimant is None or each.claimant in ids for each in attributions)
    assert list(claims) == sorted(claims, key=lambda claim: claim.spans)
    assert len({claim.id for claim in claims}) == len(claims)


def test_three_thousand_sources_and_pronouns_cost_no_more_than_their_number():
    text = "Karl Adler said he was old. He said it. " * 1500
    document = Document(text=text)
    sentences, attributions, place = [], [], 0
    for number in range(1500):
        place = number * 40
        sentences += [document.span(place, place + 27), document.span(place + 28, place + 39)]
        for kind, start in (("a", place), ("b", place + 28)):
            source = document.span(start, start + (10 if kind == "a" else 2))
            content = document.span(source.end + 6, source.end + 8)
            attributions.append(
                Attribution(
                    id=f"at_{kind}{number}",
                    type=QuoteType.INDIRECT,
                    source=(source,),
                    cue=(document.span(source.end + 1, source.end + 5),),
                    content=(content,),
                    cue_kind=CueKind.SPEECH,
                    confidence=1.0,
                    engine="hand",
                )
            )
    found, entities, _, _ = read_on(document, tuple(sentences), tuple(attributions))
    assert [entity.name for entity in entities] == ["Karl Adler"]
    assert all(each.claimant == entities[0].id for each in found)
