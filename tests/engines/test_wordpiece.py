import pytest

from sayso.annotate.learned.tokens import NAME
from sayso.engines.wordpiece import WordPiece

VOCABULARY = [
    "[UNK]",
    "[unused0]",
    "un",
    "##believ",
    "##able",
    "said",
    "mu",
    "##nch",
    "##en",
    "istanbul",
    "中",
    "国",
    "#",
    "“",
    "a",
    "##a",
]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("unbelievable", ["un", "##believ", "##able"]),
        ("SAID", ["said"]),
        ("München", ["mu", "##nch", "##en"]),
        ("İstanbul", ["istanbul"]),
        ("中国", ["中", "国"]),
        ("“", ["“"]),
        ("unbelief", ["[UNK]"]),
        ("a" * 100, ["a", *["##a"] * 99]),
        ("a" * 101, ["[UNK]"]),
        ("\u0301", ["[UNK]"]),
        ("\u200bsaid", ["said"]),
    ],
)
def test_a_word_is_cut_into_the_longest_pieces_from_left_to_right(word, pieces):
    cutter = WordPiece(VOCABULARY)
    assert [VOCABULARY[number] for number in cutter.cut([word])[0]] == pieces
    assert cutter.cut([word, word])[1] == cutter.cut([word])[0]


def test_what_stands_for_a_name_has_a_piece_of_its_own():
    assert WordPiece(VOCABULARY).cut([NAME, "said"]) == [[VOCABULARY.index("[unused0]")], [VOCABULARY.index("said")]]
