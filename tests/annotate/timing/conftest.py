"""Texts and their times, without the other stages."""

import pytest

from sayso.annotate.sentences import find_sentences
from sayso.annotate.times import find_times
from sayso.annotate.timing.words import split_words
from sayso.model.document import Document


@pytest.fixture
def times():
    """The timexes of a text; published on Monday, 2 November 2026, where nothing else is said."""

    def find(text, published="2026-11-02"):
        document = Document(text=text, published_at=published)
        return find_times(document, find_sentences(document))

    return find


@pytest.fixture
def words():
    """The words of a text."""

    def split(text):
        document = Document(text=text)
        return split_words(text, find_sentences(document))

    return split
