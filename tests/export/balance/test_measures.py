from dataclasses import replace

import pytest

from sayso.export.balance.drawing import page
from sayso.export.balance.measures import LEAST, compare
from sayso.export.balance.sides import OTHER, SEVERAL, Sides
from sayso.model.document import check_spans
from sayso.model.quotation import Quotation

SIDES = Sides.of(
    {"side": [{"name": "coast", "names": ["coast guard"]}, {"name": "south", "names": ["South Grouping"]}]}
)


@pytest.fixture
def quoted(harbour):
    """The harbour's reading with its quotations."""
    found = []
    for words in ("We did not fire at the landing,", "Not one shell,", "until the last boat leaves"):
        start = harbour.document.text.index(words)
        inner = harbour.document.span(start, start + len(words))
        found.append(Quotation(span=harbour.document.span(start - 1, inner.end + 1), inner=inner))
    return replace(harbour, quotations=tuple(found))


def of(rows, measure):
    return {row.side: (row.n, row.of) for row in rows if row.measure == measure}


def test_words_in_quotation_marks_and_speakers_are_counted_by_side_with_what_they_are_counted_from(quoted):
    rows = compare([quoted], SIDES, "article")
    assert of(rows, "quoted words") == {"coast": (10, 15), "south": (0, 15), SEVERAL: (0, 15), OTHER: (5, 15)}
    assert of(rows, "speakers") == {"coast": (1, 3), "south": (1, 3), SEVERAL: (0, 3), OTHER: (1, 3)}


def test_every_count_opens_its_instances(quoted):
    for row in compare([quoted], SIDES, "article"):
        check_spans(tuple(each.span for each in row.instances), quoted.document.text)
        words = sum(len(each.span.text.split()) for each in row.instances)
        assert not row.assessed or row.n == (words if row.measure == "quoted words" else len(row.instances))


def test_words_of_a_speaker_inside_anothers_content_are_counted_once(quoted):
    outer, inner = quoted.attributions[1], quoted.attributions[2]
    wide = replace(outer, content=(quoted.document.span(0, inner.content[0].end),))
    rows = compare([replace(quoted, attributions=(wide, *quoted.attributions[2:]))], SIDES, "article")
    assert of(rows, "quoted words")["coast"] == (10, 15)


def test_fewer_than_ten_verbs_are_not_assessed_and_ten_are(quoted):
    rows = compare([quoted], SIDES, "article")
    assert all(not row.assessed and row.value is None for row in rows if row.measure == "reporting verbs")
    many = [replace(quoted, attributions=tuple(
        replace(each, veridicality=0.5) for each in quoted.attributions)) for _ in range(LEAST)]  # fmt: skip
    rows = compare(many, SIDES, "outlet")
    assert [row.value for row in rows if row.measure == "veridicality of verbs" and row.side == "coast"] == [0.5]
    assert {row.detail: row.n for row in rows if row.measure == "reporting verbs" and row.side == "coast"} == {
        "said": LEAST, "added": LEAST,
    }  # fmt: skip


def test_groups_stand_in_the_order_in_which_they_came_and_no_row_is_a_score(quoted):
    readings = [replace(quoted, document=replace(quoted.document, outlet=name)) for name in ("Wire", "Post", "Wire")]
    rows = compare(readings, SIDES, "outlet")
    assert list(dict.fromkeys(row.group for row in rows)) == ["Wire", "Post"]
    assert {row.measure for row in rows} == {
        "quoted words", "speakers", "without a name", "reporting verbs", "contested words",
    }  # fmt: skip


def test_terms_are_counted_by_voice(quoted):
    found = [row.detail for row in compare([quoted], SIDES, "article") if row.measure == "contested words"]
    assert found == [
        "capture-of-a-place: liberated, indirect, favours the taker",
        "name-of-a-government: regime, quote",
        "presence-of-troops: occupiers, narrator, favours the loser",
    ]


def test_the_page_holds_every_count_and_loads_nothing(quoted):
    nasty = replace(quoted, document=replace(quoted.document, outlet="<Y> & Co"))
    html = page(compare([nasty], SIDES, "outlet"), "Measured: so and so.")
    assert "10 of 15" in html
    assert "&lt;&#89;&gt; &amp; Co" in html
    assert "default-src 'none'" in html
    assert "src=" not in html
    assert "Measured: so and so." in html
