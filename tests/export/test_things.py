import time
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from sayso.export.html import IN_A_CELL, reading_html, show, to_html
from sayso.model.entity import Entity, EntityKind


def parse(html):
    return LexborHTMLParser(str(html))


def words(node):
    return " ".join(node.text().split())


@pytest.fixture(scope="module")
def page(convoy):
    return parse(reading_html(convoy))


def card(page, id):
    return page.css_first(f'.card[id="{id}"]')


def rows(page, id):
    names = [words(each) for each in card(page, id).css("dt")]
    return dict(zip(names, map(words, card(page, id).css("dd")), strict=True))


def test_the_text_stays_the_text_under_marks_that_overlap(convoy):
    assert parse(to_html(convoy)).css_first("article").text() == convoy.document.text


def test_every_thing_is_marked_in_the_text_and_links_to_its_card(page):
    marked = [(each.attributes["class"].split()[1], each.text()) for each in page.css(".text a.thing")]
    assert marked == [
        ("place", "Karsk"),
        ("time", "Monday"),
        ("time", "the next morning"),
        ("figure", "at least 20"),
        ("figure", "three"),
        ("name", "Lena Orlu"),
        ("figure", "dozens"),
        ("name", "she"),
        ("place", "Tolm"),
        ("name", "the mayor of "),
        ("place", "Westerfield"),
        ("figure", "500 to 600"),
        ("time", "by mid-April"),
        ("place", "Nowhere Ford"),
        ("time", "every Friday"),
    ]
    ids = {each.attributes["id"] for each in page.css(".things .card")}
    assert {each.attributes["href"][1:] for each in page.css(".text a.thing")} | {"en_0000000000000022"} == ids


def test_of_things_over_the_same_words_each_has_its_line_and_the_innermost_the_link(page):
    tolm = page.css_first('.text a[href="#tp_0000000000000022"]')
    assert tolm.parent.attributes["class"] == "thing name"
    assert tolm.parent.parent.attributes["class"] == "m source"
    assert [each.attributes["class"] for each in tolm.parent.parent.css("i")] == ["tag source", "tag place"]


def test_a_thing_is_one_stop_of_the_tabulator_however_often_it_is_named(page):
    stops = [each.text() for each in page.css(".text a.thing") if "tabindex" not in each.attributes]
    assert "Lena Orlu" in stops
    assert "she" not in stops


def test_a_place_tells_where_it_lies_how_it_was_found_and_what_else_it_could_be(page):
    assert rows(page, "tp_0000000000000021") == {
        "Place": "Karsk, Tolmland, XK",
        "Lies at": "48.28° north, 37.18° east",
        "Found by": "another name that the gazetteer has for it, score 0.94",
        "Meant": "the place itself",
        "Candidates": "Karsk, Tolmland, XK · town · 48.28° north, 37.18° east · score 0.94 · taken"
        "Karsk, YY · town · 52.50° south, 13.25° west · score 0.41",
    }
    assert rows(page, "tp_0000000000000022")["Meant"] == "those who act in its name, not the ground"


def test_a_place_that_is_not_resolved_says_so_in_the_text_and_on_its_card(page):
    assert [words(card(page, f"tp_000000000000002{each}").css_first(".form")) for each in (3, 4)] == [
        "not resolved"
    ] * 2
    assert rows(page, "tp_0000000000000023")["Place"] == "none: no candidate fits well enough"
    assert rows(page, "tp_0000000000000024") == {
        "Place": "none: no candidate was found",
        "Meant": "the place itself",
    }
    assert len(page.css(".text .tag.unresolved")) == 2


def test_a_time_tells_what_it_was_counted_from_and_links_to_it(page):
    assert rows(page, "tx_0000000000000021") == {
        "Value": "2026-03-09 (Monday)",
        "Counted": "from the day of publication, 2026-03-12 (Thursday): 3 days earlier",
    }
    assert rows(page, "tx_0000000000000022") == {
        "Value": "2026-03-10TMO",
        "Means": "2026-03-10 (Tuesday)",
        "Counted": "from Monday, 2026-03-09 (Monday): 1 day later",
    }
    assert card(page, "tx_0000000000000022").css_first("dd a").attributes["href"] == "#tx_0000000000000021"
    assert rows(page, "tx_0000000000000023") == {
        "Value": "2026-04, its middle",
        "Means": "until 2026-04-20 (Monday), without a beginning",
        "Limit": "by then at the latest",
        "Counted": "from the day of publication, 2026-03-12 (Thursday)",
    }
    assert words(card(page, "tx_0000000000000023").css_first(".form")) == "date, vague"
    assert rows(page, "tx_0000000000000024")["Counted"] == "from its own words alone"


def test_an_anchor_that_is_missing_or_not_a_time_is_said(convoy):
    first = replace(convoy.timexes[0], anchor="qt_0000000000000021")
    second = replace(convoy.timexes[1], anchor="tx_gone")
    undated = replace(convoy.document, published_at=None)
    page = parse(reading_html(replace(convoy, document=undated, timexes=(first, second, *convoy.timexes[2:]))))
    assert rows(page, first.id)["Counted"] == "from at least 20"
    assert rows(page, second.id)["Counted"] == "from (not listed)"
    assert rows(page, convoy.timexes[2].id)["Counted"] == "from the day of publication, which is not known"


def test_a_figure_tells_how_many_of_what_and_what_it_is_part_of(page):
    assert rows(page, "qt_0000000000000021") == {
        "Amount": "20 or more",
        "Of": "people",
        "Unit": "person",
        "Role": "killed",
        "Holds": "three",
    }
    assert rows(page, "qt_0000000000000022")["Part of"] == "at least 20"
    assert rows(page, "qt_0000000000000023") == {"Amount": "about 24 or more"}
    assert words(card(page, "qt_0000000000000023").css_first(".form")) == "approximate"


def test_a_name_tells_its_titles_its_entries_and_its_mentions_and_lights_them_all(page):
    assert words(card(page, "en_0000000000000021").css_first("h3")) == "Lena Orlu personin the text#"
    assert rows(page, "en_0000000000000021") == {
        "Titles": "Governor",
        "Entries": "1, 2",
        "Mentions": "Lena Orlu, she",
    }
    marked = page.css(".text .m")
    lit = [
        marked[int(each.partition("-")[0])] for each in card(page, "en_0000000000000021").attributes["data-at"].split()
    ]
    assert [each.css_first("a").text() for each in lit] == ["Lena Orlu", "she"]
    links = [each.attributes["href"] for each in card(page, "en_0000000000000021").css("dd a")][2:]
    assert links == ["#in-en_0000000000000021", "#in-en_0000000000000021-2"]


def test_a_long_row_of_mentions_is_cut_and_says_how_many_more_there_are(bare):
    text = "Ada, she, " + "she, " * 40
    document = bare(text).document
    spans = (document.span(0, 3), *(document.span(5 + 5 * each, 8 + 5 * each) for each in range(41)))
    entity = Entity(id="en_1", name="Ada", kind=EntityKind.PERSON, mentions=spans)
    page = parse(reading_html(replace(bare(text), entities=(entity,))))
    assert rows(page, "en_1")["Mentions"].endswith("she, she and 18 more")


def test_an_entity_that_the_text_never_names_has_a_card_without_a_way_into_the_text(bare):
    entity = Entity(id="en_1", name="Ada", kind=EntityKind.PERSON, mentions=())
    page = parse(reading_html(replace(bare("x"), entities=(entity,))))
    assert words(card(page, "en_1")) == "Ada person#"


def test_a_claim_links_to_when_where_and_how_many(page):
    claim = page.css_first('[id="at_0000000000000021"] .claim')
    assert [words(each) for each in claim.css("dd")] == ["the next morning", "at least 20, three"]
    assert [each.attributes["href"] for each in claim.css("dd a")] == [
        *("#tx_0000000000000022", "#qt_0000000000000021", "#qt_0000000000000022")
    ]
    assert [words(each) for each in page.css('[id="at_0000000000000023"] .claim dd')] == ["Westerfield, (not listed)"]


def test_the_claimant_of_an_entry_links_to_the_name(page):
    assert card(page, "at_0000000000000022").css_first("dd a").attributes["href"] == "#en_0000000000000021"


def switches(reading):
    groups = parse(reading_html(reading)).css(".layers")
    return {words(each): "disabled" in each.css_first("input").attributes for each in groups[1].css("label")}


def test_a_layer_without_a_mark_has_a_switch_that_cannot_be_used_and_says_why(convoy, harbour):
    assert switches(convoy) == {"Names": False, "Times": False, "Places": False, "Figures": False}
    assert switches(replace(convoy, timexes=())) == {
        "Names": False,
        "Times: none found": True,
        "Places": False,
        "Figures": False,
    }
    assert switches(harbour) == {
        "Names": False,
        "Times: not looked for": True,
        "Places: not looked for": True,
        "Figures: not looked for": True,
    }
    assert parse(reading_html(harbour)).css(".things.time, .things.place, .things.figure") == []


def test_a_notebook_lists_the_first_of_a_kind_and_says_so(peopled):
    cell = parse(show(peopled(1000))._repr_html_())
    assert [words(each) for each in cell.css(".things h2")] == [
        f"{name} (the first {IN_A_CELL} of 250)" for name in ("Names", "Times", "Places", "Figures")
    ]
    assert len(cell.css(".text a.thing")) == IN_A_CELL
    ids = {each.attributes["id"] for each in cell.css("[id]")}
    assert {each.attributes["href"][1:] for each in cell.css('a[href^="#"]')} <= ids


def test_four_times_the_things_cost_about_four_times_the_time(peopled):
    def seconds(reading):
        begun = time.process_time()
        reading_html(reading)
        return time.process_time() - begun

    few, many = peopled(1000), peopled(4000)
    reading_html(few)  # what is loaded once is loaded now
    assert seconds(many) < 10 * min(seconds(few) for _ in range(3))
