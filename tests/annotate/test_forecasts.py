"""The stage of forecasts: which claims it touches, its flags, and that no text makes it fail."""

import time
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso import read
from sayso.annotate.forecasting.ahead import ahead
from sayso.annotate.forecasts import find_forecasts
from sayso.annotate.sentences import find_sentences
from sayso.annotate.times import find_times
from sayso.annotate.timing.narrative import published_day
from sayso.model.attribution import Anonymity, Attribution, CueKind, QuoteType
from sayso.model.claim import Claim, ClaimKind, ForecastTerms, PolicyTerms, Voice
from sayso.model.document import Document, check_spans
from sayso.model.stance import Certainty, Factuality

WORDS = st.sampled_from(
    [
        "If",
        "unless",
        ",",
        "the",
        "strike",
        "goes",
        "on",
        ".",
        ";",
        "—",
        "“",
        "”",
        "shelves",
        "will",
        "be",
        "empty",
        "by",
        "Easter",
        "2027",
        "said",
        "a",
        "trader",
        "who",
        "asked",
        "not",
        "to",
        "named",
        "would",
        "should",
        "were",
        "when",
        "once",
        "within",
        "72",
        "hours",
        "likely",
        "almost",
        "certainly",
        "not",
        "more",
        "60",
        "%",
        "chance",
        "two",
        "in",
        "three",
        "50-50",
        "before",
        "June",
        "until",
        "next",
        "week",
        "and",
        "but",
        "that",
        "then",
        "with",
        "enough",
        "May",
        "might",
        "could",
        "expected",
        "is",
        "at",
        "least",
        "a",
        "provided",
        "without",
        "?",
        "!",
        "(",
        ")",
        "\n\n",
        "2024",
        "one",
        "day",
        "every",
        "Friday",
        "Norland",
        "\x00",
        "�",
        "é́",
    ]
)


def read_on(text, cuts=(), published="2026-11-02", kind=ClaimKind.FORECAST):
    document = Document(text=text, published_at=published)
    sentences = find_sentences(document)
    bounds = sorted({0, len(text), *(cut % (len(text) + 1) for cut in cuts)})
    spans = [document.span(start, end) for start, end in pairwise(bounds)] or [document.span(0, 0)]
    attributions = tuple(
        Attribution(id=f"at_{n}", type=QuoteType.INDIRECT, source=(span,), cue=(span,), content=(span,), cue_kind=CueKind.SPEECH,
                    confidence=1.0, engine="hand", within="at_0" if n % 3 else None)
        for n, span in enumerate(spans) if n % 2
    )  # fmt: skip
    claims = tuple(
        Claim(id=f"cl_{n}", kind=kind, spans=(span,), text=span.text, voice=Voice.SOURCE, attribution=f"at_{n}" if n % 2 else None,
              factuality=Factuality(certainty=Certainty.CERTAIN))
        for n, span in enumerate([*spans, document.span(0, len(text))])
    )  # fmt: skip
    times = find_times(document, sentences)
    return document, claims, find_forecasts(document, sentences, claims, attributions, times), times


def last_days(due, published):
    """What a deadline may end on: its own last day, that once it is known to be foretold, none where it is vague."""
    return {None} if due is None else {due.latest, ahead(due, published).latest, *([None] if due.vague else [])}


@settings(max_examples=300, deadline=None)
@given(
    st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=80),
    st.lists(st.integers(0, 400), max_size=6),
    st.sampled_from(["2026-11-02", "2026-11-02T10:00:00Z", None, "soon", "0001-01-01", "9999-12-31"]),
)
@example("that day", [], "9999-12-31")
def test_no_text_makes_the_stage_fail_or_lie(text, cuts, published):
    document, before, after, times = read_on(text, cuts, published)
    check_spans(after, text)
    assert [claim.id for claim in after] == [claim.id for claim in before]
    known = {each.id: each for each in times}
    for claim in after:
        terms = claim.terms
        assert isinstance(terms, ForecastTerms)
        assert ("no_deadline" in claim.flags) is (terms.due is None)
        assert ("condition_untracked" in claim.flags) is bool(terms.conditions)
        assert terms.due_latest in last_days(known.get(terms.due), published_day(published))
        late = terms.due_latest is None or terms.due_latest >= (document.published_at or "")[:10]
        assert late or published == "soon" or "due_before_published" in claim.flags
        assert (terms.probability is None) is (terms.scale is None)
        assert terms.probability is None or 0 <= terms.probability[0] <= terms.probability[1] <= 1
        assert claim.factuality.certainty is not Certainty.CERTAIN or not terms.conditions
    assert after == read_on(text, cuts, published)[2]


def test_other_claims_are_left_as_they_are():
    _, before, after, _ = read_on("If it rains, the road will close by June.", kind=ClaimKind.EVENT)
    assert before == after


@pytest.mark.parametrize(
    ("text", "day", "flags"),
    [
        ("Orlmark has promised a second ferry before 22 March 2027.", "2027-03-21", set()),
        ("The premier pledged elections by June, her office said.", "2027-06-30", set()),
        ("The council had promised to close the pit by 2024 if the state paid.", "2024-12-31", {"due_before_published", "condition_untracked"}),
    ],
)  # fmt: skip
def test_what_is_promised_by_a_day_has_a_deadline_beside_its_own_terms(text, day, flags):
    claims = read(text, reader="rules", published_at="2026-11-02").claims
    promised = [each for each in claims if isinstance(each.terms, PolicyTerms) and each.terms.promised]
    assert [(each.kind, each.terms.promised.due_latest) for each in promised] == [(ClaimKind.POLICY, day)]
    assert set(promised[0].flags) - {"unattributed"} == flags


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ministry will ban nets by May 2027, an official said.", "2027-05-31"),
        ("Nets will be banned by the end of May 2027, an official said.", "2027-05-31"),
        ("Her lawyer said that she would appeal before the first of July 2027.", "2027-06-30"),
        ("The council is to close two pits by the middle of August 2027.", "2027-08-20"),
        ("Nothing has changed: the council will close the pit by May 2027, the mayor said.", "2027-05-31"),
        ("The company plans to open a second mill in Tarn by the end of May 2027.", "2027-05-31"),
        ("The council has agreed to close the pit by May 2027.", "2027-05-31"),
        ("The new council would stand before Easter 2027, the mayor said.", "2027-03-27"),
    ],
)
def test_what_is_announced_for_a_day_has_a_deadline_beside_its_own_terms(text, day):
    claims = read(text, reader="rules", published_at="2026-11-02").claims
    announced = [each for each in claims if isinstance(each.terms, PolicyTerms) and each.terms.promised]
    assert [each.terms.promised.due_latest for each in announced] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "The council did not promise to close the pit by 2027.",
        "The council has promised to close the pit.",
        "Nobody has promised a second ferry before 22 March 2027.",
        "The ministry will not ban nets by May 2027, an official said.",
        "Nobody will be dismissed before the end of 2027, the company said.",
        "The school would close in May 2024, the council said.",
        "Kindergartens will stay shut next week, the council said.",
        "The beach will be closed until 4 May 2027, the council said.",
        "The council ordered the firm to close the pit by May 2027.",
        "The company does not plan to open a second mill by May 2027.",
        "The council has agreed to close the pit, which it opened in 2020.",
    ],
)
def test_no_promise_and_none_with_a_day_has_a_deadline(text):
    claims = read(text, reader="rules", published_at="2026-11-02").claims
    assert claims
    assert not any(isinstance(each.terms, PolicyTerms) and each.terms.promised for each in claims)


@pytest.mark.parametrize(
    "token", ["if ", "if it rains, ", "by June ", "unless, will ", "60 % chance ", "should the ", "likely, ", "if x, y, will ", "two in three ", "once "]
)  # fmt: skip
def test_time_is_linear_in_a_hostile_sentence(token):
    def took(times):
        text = token * times
        cuts = range(0, len(text), max(1, len(text) // 500))
        document = Document(text=text, published_at="2026-11-02")
        sentences = (document.span(0, len(text)),)
        claims = tuple(
            Claim(id=f"cl_{n}", kind=ClaimKind.FORECAST, spans=(document.span(cut, min(cut + 40, len(text))),), text="", voice=Voice.NARRATOR)
            for n, cut in enumerate(cuts)
        )  # fmt: skip
        times_found = find_times(document, sentences)
        start = time.process_time()
        find_forecasts(document, sentences, claims, (), times_found)
        return time.process_time() - start

    took(10)
    assert took(20_000) < 3


def trader(**more):
    document = Document(text="The shelves will be empty, said a trader.", published_at="2026-11-02")
    attribution = Attribution(id="at_0", type=QuoteType.INDIRECT, source=(document.span(32, 40),), cue=(document.span(27, 31),),
                              content=(document.span(0, 25),), cue_kind=CueKind.SPEECH, confidence=1.0, engine="hand", **more)  # fmt: skip
    claim = Claim(id="cl_0", kind=ClaimKind.FORECAST, spans=(document.span(0, 25),), text="The shelves will be empty", voice=Voice.SOURCE,
                  attribution="at_0", flags=("no_deadline", "vague_source"))  # fmt: skip
    return find_forecasts(document, find_sentences(document), (claim,), (attribution,), ())[0].flags


def test_whoever_cannot_be_identified_foretells_anonymously():
    assert trader(anonymity=Anonymity.ROLE) == ("anonymous_forecast", "no_deadline", "vague_source")
    assert trader(anonymity=Anonymity.NONE)[0] == "anonymous_forecast"
    assert trader(anonymity=Anonymity.NAMED) == ("no_deadline", "vague_source")
