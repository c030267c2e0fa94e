import json

import pytest

pytestmark = pytest.mark.usefixtures("filled")


def test_hits_are_claims_first_with_what_stands_around_them(sayso):
    rows = [json.loads(line) for line in sayso("search", "bridge", "--ledger", "ledger.db").stdout.splitlines()]
    assert [row["claim"] for row in rows] == ["cl_02", None]
    assert {row["text"] for row in rows} == {"bridge"}
    assert all(row["before"].endswith("[the] ") for row in rows)
    assert all(row["after"].startswith(" may fall") for row in rows)


def test_text_shows_brackets_and_lets_no_control_character_out(sayso):
    run = sayso("search", "orlen", "--ledger", "ledger.db", "--format", "text")
    assert "Quays [of] Orlen [31mburn." in run.stdout
    assert "\x1b" not in run.stdout


@pytest.mark.parametrize("words", ['"', "NEAR(", "text:", "*", "nowhere"])
def test_words_that_are_nowhere_are_no_fault(sayso, words):
    run = sayso("search", words, "--ledger", "ledger.db", "--format", "text")
    assert run.exit_code == 0
    assert run.stdout == "Nothing found.\n"
