import pytest

from sayso.annotate.quotations import find_quotations
from sayso.annotate.reporting.words import split_words
from sayso.model.document import Document


def tags(text):
    return "".join(split_words(text, find_quotations(Document(text=text))).tags)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The old mayor spoke.", "DnnV."),
        ("He will not say why.", "RXAVW."),
        ("Mr. Holm, 61, left on Monday.", "NN,#,VPY."),
        ("“Yes” – no (maybe)", "QNQ-D(A)"),
        ("the hunters’ league", "Dnnn"),
        ("the auditor, May Bright, wrote", "Dn,NN,V"),
    ],
)
def test_each_word_has_its_class(text, expected):
    assert tags(text) == expected


def test_the_words_of_an_outer_quotation_carry_its_number():
    text = "“A ‘b’ c,” he said. “D.”"
    words = split_words(text, find_quotations(Document(text=text)))
    assert set(words.quoted) == {0, -1, 2}
    assert [text[words.starts[first] : words.ends[last - 1]] for first, last in words.ranges.values()] == [
        "“A ‘b’ c,”",
        "“D.”",
    ]
