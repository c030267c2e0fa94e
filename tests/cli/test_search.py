import json

import pytest

pytestmark = pytest.mark.usefixtures("filled")


def test_hits_are_claims_first_with_what_stands_around_them(sayso):
    rows = [json.loads(line) for line in sayso("search", "smoke", "--ledger", "ledger.db").stdout.splitlines()]
    assert rows[0]["claim"].startswith("cl_")
    assert rows[-1]["claim"] is None
    assert {row["text"] for row in rows} == {"smoke"}
    assert rows[-1]["after"].startswith("\x1b[31m")


def test_text_shows_brackets_and_lets_no_control_character_out(sayso):
    run = sayso("search", "mill", "orlen", "--ledger", "ledger.db", "--format", "text")
    assert "The mill [of] Orlen burned" in run.stdout
    assert "\x1b" not in run.stdout


@pytest.mark.parametrize("words", ['"', "NEAR(", "text:", "*", "nowhere"])
def test_words_that_are_nowhere_are_no_fault(sayso, words):
    run = sayso("search", words, "--ledger", "ledger.db", "--format", "text")
    assert run.exit_code == 0
    assert run.stdout == "Nothing found.\n"
