"""Attributions set down by hand, so that what comes after them is tested without the stage that finds them."""

import re
from itertools import pairwise

import pytest

from sayso.model.attribution import Attribution, CueKind, QuoteType
from sayso.model.document import Document


class ByHand:
    """A document, its sentences, and attributions by their words: each is the next one that stands in the text."""

    def __init__(self, text):
        self.document = Document(text=text)
        ends = [match.end() for match in re.finditer(r"(?<=[a-z0-9][.?!])[”\"]? (?=[A-Z“\"])|\n+", text)]
        bounds = [0, *ends, len(text)]
        self.sentences = tuple(
            self.document.span(start, start + len(text[start:end].rstrip()))
            for start, end in pairwise(bounds)
            if text[start:end].strip()
        )
        self.attributions = []

    def spans(self, *phrases, after=0):
        found = []
        for phrase in phrases:
            start = self.document.text.index(phrase, after)
            found.append(self.document.span(start, start + len(phrase)))
        return tuple(found)

    def say(self, source, cue, *content, kind=CueKind.SPEECH, type=QuoteType.INDIRECT, after="", **more):
        place = self.document.text.index(after) if after else 0
        each = Attribution(
            id=f"at_{len(self.attributions)}",
            type=type,
            source=self.spans(source, after=place) if source else (),
            cue=self.spans(cue, after=place) if cue else (),
            content=self.spans(*content, after=place),
            cue_kind=kind,
            confidence=1.0,
            engine="hand",
            **more,
        )
        self.attributions.append(each)
        return self


@pytest.fixture
def by_hand():
    return ByHand
