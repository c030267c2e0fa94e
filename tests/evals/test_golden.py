"""The golden ledgers fit their articles, and what does not fit is refused."""

import re

import golden
import pytest
from golden import LedgerFault

from sayso.model.document import Document

TEXT = "Ada Bell spoke. “No,” she said.\n\nLater she said that it rained. It rained.\n"


def test_there_are_at_least_twelve_articles_and_each_says_that_its_outlet_is_invented():
    articles = golden.golden_set()
    assert len(articles) >= 12
    assert all("(invented)" in (article.document.outlet or "") for article in articles)


@pytest.mark.parametrize("article", golden.golden_set(), ids=lambda article: article.name)
def test_every_word_of_a_ledger_stands_in_its_article(article):
    text = article.document.text
    for entry in article.entries:
        for span in (*entry.source, *(entry.cue or ()), *entry.content, *entry.occasion, *entry.addressee):
            assert text[span.start : span.end] == span.text


@pytest.mark.parametrize("article", golden.golden_set(), ids=lambda article: article.name)
def test_numbers_are_distinct_and_every_nesting_lies_inside_the_content_it_names(article):
    entries = {entry.n: entry for entry in article.entries}
    assert len(entries) == len(article.entries)
    for entry in article.entries:
        if entry.within is not None:
            outer = entries[entry.within].content
            assert all(any(around.covers(part) for around in outer) for part in entry.content)


def test_every_quotation_that_is_no_false_friend_stands_in_some_content():
    for article in golden.golden_set():
        for found in re.finditer(r"“[^“”\n]+”", article.document.text):
            quoted = article.document.span(*found.span())
            said = any(part.touches(quoted) for entry in article.entries for part in entry.content)
            assert said or any(quoted.covers(friend) for friend in article.false_friends), quoted


def test_the_nearest_occurrence_in_the_same_paragraph_is_meant():
    document = Document(text=TEXT)
    content = (golden.only(document, "that it rained"),)
    assert golden.nearest(document, "she", content).start == TEXT.index("she said that")
    assert golden.nearest(document, "said", (golden.only(document, "“No,”"),)).start == TEXT.index("said")


def test_words_that_stand_twice_are_refused_until_nth_says_which():
    document = Document(text=TEXT)
    with pytest.raises(LedgerFault, match="stands 2 times"):
        golden.only(document, "rained")
    assert golden.only(document, {"text": "rained", "nth": 2}).start == TEXT.rindex("rained")


def test_words_that_do_not_stand_in_the_text_are_refused():
    with pytest.raises(LedgerFault, match="no single place"):
        golden.nearest(Document(text=TEXT), "replied", (golden.only(Document(text=TEXT), "“No,”"),))


def test_a_changed_article_changes_the_digest(tmp_path):
    (tmp_path / "a.toml").write_text("title = 'a'")
    before = golden.digest(tmp_path)
    (tmp_path / "a.toml").write_text("title = 'b'")
    assert golden.digest(tmp_path) != before
