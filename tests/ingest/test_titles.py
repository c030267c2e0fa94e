import pytest
from lxml import html

from sayso.ingest.titles import choose_title, find_headings, without_site


@pytest.mark.parametrize(
    ("declared", "headings", "title"),
    [
        (["The bridge stays closed | The Velm Post"], ["The bridge stays closed"], "The bridge stays closed"),
        (["The Bridge Stays Closed - Velm Post"], ["Velm Post", "The bridge stays closed"], "The bridge stays closed"),
        (["Ferry: the bridge stays closed"], ["The bridge stays closed"], "The bridge stays closed"),
        (["The bridge stays closed"], ["Traffic The bridge stays closed"], "The bridge stays closed"),
        (["What closed bridges cost", "Bridge closed - Velm Post"], ["Bridge closed"], "Bridge closed"),
        (["The bridge – a story of rust | Velm Post"], [], "The bridge – a story of rust"),
        (["The bridge – a story of rust – Velm Post"], [], "The bridge – a story of rust"),
        (["Velm Post: the bridge"], [], "Velm Post: the bridge"),
        (["Velm Post | The bridge"], [], "The bridge"),
        ([], ["The bridge"], "The bridge"),
        ([], ["Velm Post", "The bridge"], "The bridge"),
    ],
)
def test_the_title_is_what_page_and_declaration_agree_on_without_the_site(declared, headings, title):
    found = choose_title([(each, "og:title") for each in declared], headings, ["Velm Post", "velmpost.test"])
    assert found[0] == title


def test_a_title_element_alone_counts_less_than_the_only_heading():
    assert choose_title([("Velm news", "title")], ["The bridge stays closed"], []) == ("The bridge stays closed", "h1")
    assert choose_title([], [], ["Velm Post"]) is None


def test_a_place_that_the_sites_name_holds_is_not_taken_off_the_front():
    assert without_site("Velm - a town without a bridge", ["velmpost"]) == "Velm - a town without a bridge"
    assert without_site("Velm Post", ["velmpost"]) == "Velm Post"


def test_headings_that_lead_to_the_front_page_are_the_sites():
    tree = html.document_fromstring(
        "<h1><a href='/'>Velm</a></h1><h1><span>Kicker</span><br>The bri\u00addge</h1><h1> </h1><h1><a href='https://velm.test/'>V</a></h1>"
    )
    assert find_headings(tree) == ["Kicker The bridge"]
