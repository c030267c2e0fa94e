"""Four times the text takes about four times the time, also where a text is made to hang a careless reader."""

import gc
import time

import pytest

LINEAR = 7.0  # four times the text may cost 7 times the time: room for caches and a noisy machine; quadratic costs 16
ENOUGH = 0.06  # seconds of processor time below which a ratio says nothing
LONGEST = 4_000_000  # characters at which a pattern that costs nothing is given up
TRIES = 4  # the best of four: a neighbour can make a short run seem long or a long one longer, seldom four times
PATTERNS = {
    "opening marks": "“",
    "closing marks": "”",
    "straight marks": '" ',
    "apostrophes": "'",
    "low marks": "„x ",
    "guillemets": "« »",
    "nested openings": "“‘x ",
    "quotations that no one says": "“Yes.” ",
    "quotations that are said": "“Yes,” he said. ",
    "one long sentence of cues": "he said that ",
    "according to": "according to ",
    "names": "Ada Bell and ",
    "one word": "x",
    "blanks": " ",
    "line ends": "\n",
    "short paragraphs": "It rained.\n\n",
    "unclosed paragraphs": "“It rained.\n\n",
    "sentences": "The sea was cold. ",
    "one sentence of words": "and the sea was cold ",
    "commas": "a, ",
    "dashes": "a – ",
    "brackets": "([",
    "abbreviations": "Mr. St. No. U.S. ",
    "capitals": "A. ",
    "colons": "Bell: yes\n",
    "marks of combination": "\u0301",
    "controls": "\x00",
    "no Latin": "大臣は",
    "reports with pronouns": "Ada Bell spoke. She said it rained. The minister denied it.\n\n",
    "kin": "Ada Bell left. Her brother Karl said it rained. “No,” his sister said.\n\n",
    "bodies": "The Harle Board met. The board said it rained, and the company said no. The Belgian laughed. “Yes.”\n\n",
    "surnames": "Karl Bell and the younger Bell said ",
    "possessives": "Harle’s Workers’ Union and ",
    "hedges": "it may reportedly perhaps rain ",
}  # fmt: skip


def seconds(reader, text):
    """Processor time of one reading, without the garbage collector: its cost follows what the whole process holds."""
    gc.collect()
    gc.disable()
    try:
        started = time.process_time()
        reader(text)
        return time.process_time() - started
    finally:
        gc.enable()


def ratio(reader, pattern, enough):
    """Time for four times the text over time for the text, at the first size at which the time can be measured."""
    times, once = 250, 0.0
    while once < enough and times * len(pattern) < LONGEST:
        times *= 2
        once = seconds(reader, pattern * times)
    return seconds(reader, pattern * 4 * times) / once


def assert_linear(reader, pattern, enough):
    ratios = []
    while len(ratios) < TRIES and min(ratios, default=LINEAR + 1) > LINEAR:
        ratios.append(ratio(reader, pattern, enough))
    assert min(ratios) <= LINEAR, ratios


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_four_times_the_text_takes_about_four_times_the_time(reader, pattern):
    assert_linear(reader, pattern, ENOUGH)


@pytest.mark.campaign
@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_four_times_a_long_text_takes_about_four_times_the_time(reader, pattern):
    assert_linear(reader, pattern, 20 * ENOUGH)
