import pytest

from sayso.relate.copying.quoted import find_own
from sayso.relate.copying.words import words_of


def own(text):
    words = words_of(text)
    found = find_own(text, words)
    return tuple(
        [word for word, counts in zip(words.folded, mask, strict=True) if counts]
        for mask in (found.unquoted, found.plain)
    )


@pytest.mark.parametrize("marks", ["“”", '""', "„“", "«»"])
def test_a_sentence_that_brings_a_quotation_has_no_words_of_its_own(marks):
    quoted = f"{marks[0]}We shall not sell a single cow this year,{marks[1]} Ada Holm said. Rain fell."
    assert own(quoted) == (["rain", "fell"], ["rain", "fell"])


def test_a_title_in_marks_leaves_its_sentence_its_words():
    unquoted, plain = own("The choir sang “Green Water” twice.")
    assert unquoted == plain == ["the", "choir", "sang", "twice"]


def test_a_mark_that_its_paragraph_does_not_close_is_no_quotation():
    assert own('A pipe of 6" burst.\n\nNobody "saw it.')[0] == ["a", "pipe", "of", "6", "burst", "nobody", "saw", "it"]


def test_a_block_that_comes_again_counts_once():
    block = "one two three four five six seven eight nine"
    assert own(f"{block}. So {block}.")[0] == [*block.split(), "so"]
