import json

import pytest


@pytest.mark.usefixtures("filled")
def test_the_log_has_every_input_with_what_became_of_it(sayso):
    rows = [json.loads(line) for line in sayso("log", "--ledger", "ledger.db").stdout.splitlines()]
    assert [(row["number"], row["outcome"], row["known"]) for row in rows] == [
        (1, "stored", False), (2, "stored", True), (3, "rejected", False), (4, "stored", False),
    ]  # fmt: skip
    assert "record" in rows[2]["reason"]


@pytest.mark.usefixtures("filled")
def test_text_gives_the_reason_under_what_was_rejected(sayso):
    lines = sayso("log", "--ledger", "ledger.db", "--format", "text").stdout.splitlines()
    assert lines[2].split()[:2] == ["3", "rejected"]
    assert lines[3].strip().startswith("record:")


@pytest.mark.usefixtures("filled")
def test_a_limited_log_is_the_newest_lines(sayso):
    rows = [json.loads(line) for line in sayso("log", "--ledger", "ledger.db", "--limit", "2").stdout.splitlines()]
    assert [row["number"] for row in rows] == [4, 3]
