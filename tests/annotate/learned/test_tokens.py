import re

from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.learned.tokens import NAME, OPENINGS, QUOTED, SHAPES, TAGS, ranges_of, shape_of, split_tokens
from sayso.annotate.quotations import find_quotations
from sayso.annotate.sentences import find_sentences
from sayso.model.document import Document

TOKENS = re.compile(r"[^\W_]+|[^\w\s]|_")
PIECES = st.sampled_from(
    [
        "The ",
        "UN",
        "mayor",
        "’s",
        " said",
        ", ",
        "“",
        "”",
        "it",
        "‘",
        "’",
        "\n\n",
        ". ",
        "42",
        "_",
        "é",
        "中",
        "🚢",
        "\u200b",
        "(",
        "«",
        "»",
    ]
)


def tokens_of(text):
    document = Document(text=text)
    return split_tokens(document, find_sentences(document), find_quotations(document))


def named(names, numbers):
    return [names[number] for number in numbers]


def test_runs_of_letters_and_single_marks_are_tokens():
    assert tokens_of("The U.S. mayor’s 3,000 words_are 中国.").texts == [
        "The", NAME, ".", "S", ".", "mayor", "’", "s", "3", ",", "000", "words", "_", "are", "中国", ".",
    ]  # fmt: skip


def test_a_token_shows_its_case():
    shapes = {
        "said": "lower",
        "Said": "initial",
        "UN": "upper",
        "McRae": "mixed",
        "iPhone": "mixed",
        "7th": "digit",
        "—": "mark",
    }
    assert {text: SHAPES[shape_of(text)] for text in shapes} == shapes
    assert SHAPES[shape_of("A")] == "initial"
    assert SHAPES[shape_of("中")] == "lower"


def test_a_token_shows_where_it_stands_towards_quotation_marks():
    found = tokens_of("Ann said: “He told me ‘no’ twice.” Nobody laughed.")
    assert named(QUOTED, found.quoted) == [
        *["outside"] * 3, "opening", *["inside"] * 3, "inner opening", "inner inside", "inner closing", *["inside"] * 2, "closing",
        *["outside"] * 3,
    ]  # fmt: skip


def test_a_token_shows_what_it_opens():
    found = tokens_of("One fell. Two ran.\n\nThree slept.")
    opened = [(start, OPENINGS[number]) for start, number in zip(found.starts, found.openings, strict=True) if number]
    assert opened == [(0, "paragraph"), (10, "sentence"), (20, "paragraph")]
    assert (found.paragraphs, found.sentences) == ([0, 6], [0, 3, 6])


def test_a_token_has_the_class_of_the_word_it_is_of():
    found = tokens_of("The mayor’s office in Harle has said so.")
    assert "".join(named(TAGS, found.tags)) == "DnnnnPNXVA."[: len(found.texts)]


def test_names_are_not_read_but_words_that_are_written_large_are():
    text = "Officials in Velsk said the Ministry of Torvia told Ana Torvald on Monday. Torvald denied it. I know May."
    assert [one for one, other in zip(TOKENS.findall(text), tokens_of(text).texts, strict=True) if other == NAME] == [
        "Velsk", "Torvia", "Ana", "Torvald", "Torvald",
    ]  # fmt: skip


def test_exchanged_names_leave_what_is_read_as_it_was():
    one = tokens_of("Russia said that Ukraine had shelled Kursk; Kyiv denied it.")
    other = tokens_of("Ukraine said that Russia had shelled Lviv; Moscow denied it.")
    assert (one.texts, one.shapes, one.tags) == (other.texts, other.shapes, other.tags)


def test_the_ranges_of_quotations_take_in_their_marks_and_leave_out_those_that_nothing_closes():
    document = Document(text="“Go,” she said. “Now.\n\nHe ‘went “off” alone’.")
    quotations = find_quotations(document)
    found = split_tokens(document, find_sentences(document), quotations)
    spans = [document.text[found.starts[low] : found.ends[high - 1]] for low, high in ranges_of(found, quotations)]
    assert spans == ["“Go,”", "‘went “off” alone’"]


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_has_tokens_in_order_with_a_feature_of_each_kind(text):
    found = tokens_of(text)
    written = [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)]
    assert all(token in (NAME, word) for token, word in zip(found.texts, written, strict=True))
    assert all(end <= start for end, start in zip(found.ends, found.starts[1:], strict=False))
    assert len({len(each) for each in (found.texts, found.shapes, found.tags, found.quoted, found.openings)}) == 1
    assert not found.texts or found.paragraphs[0] == found.sentences[0] == 0
    assert "".join(written) == "".join(text.split())
