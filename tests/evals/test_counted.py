"""The sentences with numbers are sound, and what is not is refused."""

import counted
import pytest
from golden import LedgerFault

from sayso.model.document import Document


def test_every_sentence_is_sound():
    assert counted.check() == []


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("20: 20 killed person", (20, 20, False, "killed", "person", None)),
        ("20: 20..", (20, None, False, None, None, None)),
        ("20: ..20 person of 1", (None, 20, False, None, "person", 1)),
        ("20: ~20.. square mile", (20, None, True, None, "square mile", None)),
        ("20: 20..30 (men)", (20, 30, False, None, None, None)),
    ],
)
def test_an_entry_is_read(entry, expected):
    one = counted.listed(Document(text="some 20 men"), entry)
    assert (one.low, one.high, one.approximate, one.role, one.unit, one.whole) == expected


def test_words_that_are_not_there_are_refused():
    with pytest.raises(LedgerFault, match="does not stand in"):
        counted.listed(Document(text="some 20 men"), "30: 30")
    with pytest.raises(LedgerFault, match="is no entry"):
        counted.listed(Document(text="some 20 men"), "20 20")


def test_what_was_not_found_and_what_was_made_up_both_count():
    document = Document(text="At least 20 people were killed.")
    one = counted.Passage(document=document, listed=(counted.listed(document, "At least 20: 20.. killed person"),))
    figures = counted.Figures()
    assert counted.score(one, (), figures) == ["not right   At least 20: 20.. killed person"]
    assert (figures.counts["counts: recall"].hit, figures.counts["counts: recall"].wanted) == (0, 1)


def test_the_failures_of_the_test_part_are_shown_to_nobody(capsys):
    with pytest.raises(SystemExit):
        counted.main(["--part", "test", "--failures"])
    assert "kept apart" in capsys.readouterr().err
