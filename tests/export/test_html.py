import re
import time
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

import sayso
from sayso.export.assets import reading_style
from sayso.export.html import IN_A_CELL, reading_html, show, to_html
from sayso.model.attribution import Anonymity, Attribution, CueKind, QuoteType
from sayso.model.claim import Claim, ClaimKind, Voice
from sayso.model.document import SURROGATE_PAIR, Cut, Document
from sayso.model.entity import Entity, EntityKind
from sayso.model.world import Quantity, Timex, TimexType, Toponym

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=60).filter(
    lambda text: not SURROGATE_PAIR.search(text)
)


def parse(html):
    return LexborHTMLParser(str(html))


def card(reading, id):
    return next(each for each in parse(reading_html(reading)).css(".card") if each.attributes["id"] == id)


def words(node):
    return " ".join(node.text().split())


def in_html(text):
    return re.sub("[\0\ud800-\udfff]", "\ufffd", text)


def test_the_text_of_the_article_is_the_text_of_the_document(harbour):
    article = parse(to_html(harbour)).css_first("article")
    assert article.text() == harbour.document.text


@st.composite
def marked_texts(draw):
    document = Document(text=draw(ANY_TEXT), title=draw(ANY_TEXT), outlet=draw(ANY_TEXT), url=draw(ANY_TEXT))

    def spans():
        places = draw(st.lists(st.integers(0, len(document.text)), min_size=2, max_size=2))
        return (document.span(min(places), max(places)),)

    attributions = tuple(
        Attribution(id=f"at_{number}", type=draw(st.sampled_from(QuoteType)), source=spans(), cue=spans(),
                    content=spans(), cue_kind=CueKind.SPEECH, confidence=0.5, engine=draw(ANY_TEXT),
                    within=draw(st.sampled_from([None, "at_0", "at_1", "at_9"])))
        for number in range(draw(st.integers(0, 3)))
    )  # fmt: skip
    claims = tuple(
        Claim(id=f"cl_{number}", kind=ClaimKind.EVENT, spans=spans(), text="", voice=draw(st.sampled_from(Voice)),
              attribution=draw(st.sampled_from([None, "at_0", "at_9"])), hedges=spans())
        for number in range(draw(st.integers(0, 3)))
    )  # fmt: skip
    return document, {"attributions": attributions, "claims": claims} | draw(things_of(document))


@st.composite
def things_of(draw, document):
    def span():
        places = draw(st.lists(st.integers(0, len(document.text)), min_size=2, max_size=2))
        return document.span(min(places), max(places))

    def some(make):
        return tuple(make(number) for number in range(draw(st.integers(0, 2))))

    other = st.sampled_from([None, "published_at", "tx_0", "tx_9", "qt_0", "qt_1"])
    return {
        "entities": some(lambda at: Entity(id=f"en_{at}", name=draw(ANY_TEXT), kind=draw(st.sampled_from(EntityKind)),
                                           mentions=tuple(span() for _ in range(draw(st.integers(0, 3)))))),
        "timexes": some(lambda at: Timex(id=f"tx_{at}", span=span(), type=draw(st.sampled_from(TimexType)), value=draw(ANY_TEXT),
                                         mod=draw(ANY_TEXT), earliest=draw(ANY_TEXT), latest=draw(ANY_TEXT), anchor=draw(other))),
        "toponyms": some(lambda at: Toponym(id=f"tp_{at}", span=span())),
        "quantities": some(lambda at: Quantity(id=f"qt_{at}", span=span(), low=draw(st.none() | st.floats()),
                                               unit=draw(ANY_TEXT), counted=span(), part_of=draw(other))),
    }  # fmt: skip


@given(marked_texts())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_marked_in_whatever_text_the_page_holds_the_text_and_its_links_lead_somewhere(bare, drawn):
    document, found = drawn
    reading = replace(bare(document.text), document=document, **found)
    page = to_html(reading)
    page.encode("utf-8")
    tree = parse(page)
    assert tree.css_first("article").text() == in_html(document.text)
    ids = Counter(each.attributes["id"] for each in tree.css("[id]"))
    assert [id for id, count in ids.items() if count > 1] == []
    assert {each.attributes["href"][1:] for each in tree.css('a[href^="#"]')} <= set(ids)
    assert tree.css("script, img, link, iframe, [style], [onerror], [onload]") == []


@pytest.mark.parametrize("text", ["", "\n\n", " ", "\r", "\0", "one line without an end"])
def test_a_text_of_nearly_nothing_has_a_page(bare, text):
    tree = parse(to_html(bare(text)))
    assert tree.css_first("article").text() == in_html(text)
    assert "No attributed claims found" in words(tree.css_first(".ledger"))


def test_markup_in_the_text_stays_text(bare):
    hostile = "<img src=x onerror=alert(1)></article></script><!-- &lt; {{ 7*7 }}"
    tree = parse(to_html(bare(hostile, title=hostile, outlet=hostile, authors=(hostile,), external_id=hostile)))
    assert tree.css_first("article").text() == hostile
    assert hostile in tree.css_first("h1").text()
    assert tree.css("img, script") == []


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JavaScript:alert(1)", " https://x.example", "data:text/html,x"]
)
def test_only_addresses_of_the_web_become_links(bare, url):
    assert parse(to_html(bare("x", url=url))).css("a[rel]") == []


def test_every_entry_has_a_number_in_the_text_that_leads_to_its_card_and_back(harbour):
    tree = parse(reading_html(harbour))
    numbers = tree.css(".text .n")
    assert [each.attributes["data-n"] for each in numbers] == ["1", "2", "3", "4", "5", "6", "7"]
    for number in numbers:
        there = tree.css_first(f'[id="{number.attributes["href"][1:]}"]')
        assert "card" in there.attributes["class"].split()
        assert there.css_first(f'a[href="#{number.attributes["id"]}"]') is not None


def test_the_chain_is_printed_outward(harbour):
    chain = card(harbour, "at_0000000000000001").css_first(".chain")
    assert words(chain) == "The South Grouping → Ilmar Vesk → Harbour Courier"
    assert [each.attributes["href"] for each in chain.css("a")] == [
        "#source-at_0000000000000001",
        "#source-at_0000000000000002",
    ]


def test_a_link_that_the_text_does_not_name_is_printed_as_not_named(harbour):
    first = replace(harbour.attributions[0], source=(), claimant=None, anonymity=Anonymity.NONE)
    reading = replace(
        harbour,
        attributions=(first, *harbour.attributions[1:]),
        document=replace(harbour.document, outlet=None, url=None),
    )
    assert words(card(reading, first.id).css_first(".chain")) == "(not named) → Ilmar Vesk → this article"


def test_a_circle_of_nested_attributions_ends(harbour):
    inner, outer = harbour.attributions[:2]
    reading = replace(harbour, attributions=(inner, replace(outer, within=inner.id)))
    assert words(card(reading, inner.id).css_first(".chain")) == "The South Grouping → Ilmar Vesk → Harbour Courier"


def test_a_card_tells_how_it_is_said_and_leaves_the_softwares_doubt_to_a_fold(harbour):
    forecast = card(harbour, "at_0000000000000005")
    claim = words(forecast.css_first(".claim"))
    assert "▲ asserts · hedged: “may” · said as possible · forecast" in claim
    assert "Due2026-04-20" in claim.replace(" ", "")
    assert "flagged: anonymous forecast" in claim
    assert "extraction a guess" in words(forecast.css_first("details"))
    assert "0.40" not in words(forecast).replace(words(forecast.css_first("details")), "")
    assert "▼ denies · no hedge" in words(card(harbour, "at_0000000000000004"))


def test_a_card_names_occasion_and_addressee_and_the_claimant_behind_a_pronoun(harbour):
    said = words(card(harbour, "at_0000000000000004").css_first("dl"))
    assert said.replace(" ", "") == "SourcesheClaimantAnaTorvaldCueaddedOccasioninastatementToHarbourRadio"


def test_no_verdict_stands_on_a_page(harbour):
    page = words(parse(to_html(harbour)).css_first("main")).lower()
    assert not re.search(r"\b(true|false|verified|debunked|fake)\b", page)
    assert "machine-made ledger; not a finding of fact" in page


def test_loaded_words_are_listed_with_voice_and_slot(harbour):
    rows = [words(each) for each in parse(reading_html(harbour)).css(".words-list li")]
    assert rows[0] == "liberated in reported speech · capture of a place, favours the taker"
    assert rows[1].startswith("occupiers in the outlet’s own voice")
    assert rows[3] == "Critics"


def test_a_text_with_claims_of_its_own_voice_alone_says_so(harbour):
    reading = replace(harbour, attributions=(), claims=harbour.claims[-1:])
    empty = words(parse(reading_html(reading)).css_first(".empty"))
    assert "1 sentence looks like claims in the outlet’s own voice" in empty


def test_a_document_that_was_cut_says_what_is_missing(bare):
    reading = bare("x", cuts=(Cut(reason="nested too deeply", start=1000, end=None),))
    assert "not in this text: nested too deeply (byte 1,000 to the end)" in words(
        parse(reading_html(reading)).css_first(".notice")
    )


def test_a_notebook_gets_the_same_fragment_without_a_script_and_says_where_it_stops(harbour, crowded):
    assert str(reading_html(harbour)) in show(harbour)._repr_html_()
    cell = parse(show(crowded(1000))._repr_html_())
    assert len(cell.css(".card")) == IN_A_CELL
    assert "first 200 entries of 250" in words(cell.css_first(".notice"))
    assert cell.css("script") == []
    assert repr(show(harbour)).endswith(
        "7 entries: 2 direct, 1 mixed, 3 indirect, 1 in the outlet’s own voice · 1 without a name to check"
    )


def test_every_rule_of_the_style_sheet_stays_inside_the_reading():
    style = re.sub(r"/\*.*?\*/", "", reading_style(), flags=re.DOTALL)
    selectors = re.findall(r"([^{}]+)\{", style)
    outside = [
        each.strip() for each in selectors if not each.strip().startswith(("@media", ".sayso", "body.sayso-page"))
    ]
    assert outside == []
    assert "url(" not in style
    assert "@import" not in style
    assert "<" not in style


def test_the_same_reading_makes_the_same_bytes(harbour):
    assert to_html(harbour) == to_html(replace(harbour))


def test_four_times_the_marks_cost_about_four_times_the_time(crowded):
    def seconds(reading):
        begun = time.process_time()
        reading_html(reading)
        return time.process_time() - begun

    few, many = crowded(3000), crowded(12_000)
    reading_html(few)  # what is loaded once is loaded now
    assert seconds(many) < 10 * min(seconds(few) for _ in range(3))


def test_the_page_is_public(harbour):
    assert sayso.to_html(harbour) == to_html(harbour)
    assert sayso.show(harbour) == show(harbour)
