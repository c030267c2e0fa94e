"""Forecasts of a text, read as a user's reader reads them, but with the rule reader: no weights."""

import pytest

from sayso.annotate.forecasts import find_forecasts
from sayso.annotate.sentences import find_sentences
from sayso.annotate.times import find_times
from sayso.model.attribution import Attribution, CueKind, QuoteType
from sayso.model.claim import Claim, ClaimKind, Voice
from sayso.model.document import Document
from sayso.model.stance import Certainty, Factuality

PUBLISHED = "2026-11-02"


class Told:
    """The one forecast of a text: its terms, with the words of its deadline and its conditions."""

    def __init__(self, claim, document, timexes):
        self.claim, self.terms, self.document = claim, claim.terms, document
        self.flags, self.latest = claim.flags, claim.terms.due_latest
        self.due = next((each.span.text for each in timexes if each.id == claim.terms.due), None)
        self.conditions = [span.text for span in claim.terms.conditions]
        self.words = [span.text for span in claim.terms.probability_words]


def spans_of(document, *phrases):
    starts = [document.text.index(phrase) for phrase in phrases]
    return tuple(document.span(start, start + len(phrase)) for start, phrase in zip(starts, phrases, strict=True))


@pytest.fixture
def foretold():
    def tell(text, *claimed, source=None, cue=None, published_at=PUBLISHED, **more):
        document = Document(text=text, published_at=published_at)
        attributions = ()
        if source:
            attributions = (
                Attribution(id="at_0", type=QuoteType.INDIRECT, source=spans_of(document, source), cue=spans_of(document, cue),
                            content=spans_of(document, *claimed), cue_kind=CueKind.SPEECH, confidence=1.0, engine="hand", **more),
            )  # fmt: skip
        spans = spans_of(document, *(claimed or (text,)))
        claim = Claim(id="cl_0", kind=ClaimKind.FORECAST, spans=spans, text=" … ".join(span.text for span in spans),
                      voice=Voice.SOURCE if source else Voice.NARRATOR, attribution="at_0" if source else None, factuality=Factuality(certainty=Certainty.CERTAIN))  # fmt: skip
        sentences = find_sentences(document)
        timexes = find_times(document, sentences)
        (told,) = find_forecasts(document, sentences, (claim,), attributions, timexes)
        return Told(told, document, timexes)

    return tell
