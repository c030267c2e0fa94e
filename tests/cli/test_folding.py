from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from sayso.cli.folding import cuts, folded

WORDS = st.text(st.sampled_from("ab -é日本☎️👩‍🚒e\u0301"), max_size=80)


@given(WORDS, st.integers(2, 30))
@example(" 日日", 3)
def test_no_line_is_wider_than_asked_and_no_word_is_lost(text, width):
    lines = [line.plain for line in folded(Text(text), width)]
    assert max((cell_len(line) for line in lines), default=0) <= width
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(st.lists(st.text("abc", min_size=1, max_size=9), min_size=1), st.integers(9, 30))
def test_words_that_fit_are_not_cut(words, width):
    lines = [line.plain for line in folded(Text(" ".join(words)), width)]
    assert " ".join(lines).split() == words


@given(WORDS, st.integers(1, 30))
def test_cuts_rise_and_lie_inside_the_text(text, width):
    found = cuts(text, width)
    assert found == sorted(set(found))
    assert all(0 < cut < len(text) for cut in found)


def test_a_character_wider_than_the_line_stands_alone():
    assert [line.plain for line in folded(Text("日本"), 1)] == ["日", "本"]
