import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 10:30 p.m. on 2026-11-02", ["at", "10:30", "p.m.", "on", "2026-11-02"]),
        ("the year's mid-1990s", ["the", "year", "'s", "mid", "-", "1990", "s"]),
        ("it won't, on 7/8/07", ["it", "won't", ",", "on", "7/8/07"]),
        ("21st", ["21", "st"]),
    ],
)
def test_dates_clocks_and_marks_are_cut_as_grammar_needs_them(words, text, expected):
    assert [low for low in words(text).lows if low] == expected


def test_an_empty_word_parts_sentences_so_that_no_phrase_runs_over(words):
    found = words("It rained. It stopped.")
    assert found.lows[:8] == ["it", "rained", ".", "", "it", "stopped", ".", ""]
    assert found.sentences[:8] == [0, 0, 0, 0, 1, 1, 1, 1]


def test_every_word_quotes_the_text(words):
    text = "On May 5, “İstanbul” ﬁnally saw 12:30 p.m. — naïve dates’ end."
    found = words(text)
    assert all(text[start:end] == raw for start, end, raw in zip(found.starts, found.ends, found.raws, strict=True))
