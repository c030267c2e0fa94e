from dataclasses import replace

import pytest

from sayso.export.chain import DEEPEST, chain, chain_of_claim, link, outlet
from sayso.model.attribution import Anonymity
from sayso.model.document import Document


def names(links):
    return [link.name for link in links]


def test_a_chain_runs_from_the_innermost_source_to_the_outlet(nested):
    links = chain(nested, nested.attributions[1])
    assert names(links) == ["the *unit*", "Ida Brandt", "quay.example"]
    assert [link.attribution for link in links] == ["at_b", "at_a", None]
    assert links[1].claimant == "en_a"
    assert links[0].source == nested.attributions[1].source


def test_a_narrators_claim_stands_on_the_outlet_alone(nested):
    assert names(chain_of_claim(nested, nested.claims[3])) == ["quay.example"]


def test_a_source_that_the_text_does_not_name_is_called_so_with_the_words_it_has(nested):
    assert names(chain_of_claim(nested, nested.claims[1])) == ["(unnamed)", "quay.example"]
    sailor = chain_of_claim(nested, nested.claims[2])[0]
    assert (sailor.name, sailor.named) == ("(unnamed) [a sailor](http://x.example)", False)


@pytest.mark.parametrize(
    ("words", "name", "anonymity", "shown"),
    [
        ("Ida Brandt", "Ida Maria Brandt", Anonymity.NAMED, "Ida Maria Brandt"),
        ("She", "Ida Brandt", Anonymity.NAMED, "Ida Brandt"),
        ("the *unit*", "*unit*", Anonymity.NAMED, "the *unit*"),
        ("said the *unit*", "*unit*", Anonymity.NAMED, "*unit*"),
        ("She", "harbour master", Anonymity.ROLE, "harbour master"),
        ("[a sailor](http://x.example)", "sailor", Anonymity.VAGUE, "(unnamed) [a sailor](http://x.example)"),
    ],
)
def test_a_link_is_called_by_a_name_else_by_the_texts_words_unless_they_only_point_back(
    nested, words, name, anonymity, shown
):
    start = nested.document.text.index(words)
    source = nested.document.span(start, start + len(words))
    attribution = replace(nested.attributions[0], source=(source,), claimant="en_x", anonymity=anonymity)
    assert link(attribution, {"en_x": name}).name == shown


def test_attributions_that_hold_each_other_make_no_endless_chain(nested):
    outer, inner, *rest = nested.attributions
    circle = replace(nested, attributions=(replace(outer, within="at_b"), inner, *rest))
    assert names(chain(circle, circle.attributions[1])) == ["the *unit*", "Ida Brandt", "quay.example"]


def test_a_chain_deeper_than_news_nests_is_cut_and_says_so(nested):
    first = nested.attributions[0]
    deep = [replace(first, id=f"at_{number}", within=f"at_{number + 1}") for number in range(100)]
    assert names(chain(replace(nested, attributions=tuple(deep), claims=()), deep[0])) == ["Ida Brandt"] * DEEPEST + [
        "…",
        "quay.example",
    ]


def test_a_chain_whose_outer_attribution_is_missing_ends_at_the_outlet(nested):
    alone = replace(nested, attributions=nested.attributions[1:])
    assert names(chain(alone, alone.attributions[0])) == ["the *unit*", "quay.example"]


@pytest.mark.parametrize(
    ("document", "name"),
    [
        (Document(text="", outlet="The Quay", url="https://quay.example"), "The Quay"),
        (Document(text="", url="https://quay.example/a"), "quay.example"),
        (Document(text="", url="http://[broken"), "this article"),
        (Document(text=""), "this article"),
    ],
)
def test_an_outlet_is_called_by_its_name_or_its_host_or_as_the_article_at_hand(document, name):
    assert outlet(document) == name


def test_a_quotation_that_goes_on_is_called_by_its_speaker(nested):
    attribution = replace(nested.attributions[0], source=(), cue=(), anonymity=Anonymity.NONE, claimant="en_x")
    assert (link(attribution, {"en_x": "Ida Brandt"}).name, link(attribution, {}).name) == ("Ida Brandt", "(unnamed)")
