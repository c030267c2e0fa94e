import json

import pytest

SIDES = '[[side]]\nname = "Tarvia"\nnames = ["Tarvian"]\n[[side]]\nname = "Kesh"\nnames = ["Keshi"]\n'
ARTICLES = (
    '{"id": "a", "outlet": "Wire", "text": "“We hold the hill,” said the Tarvian president, Ilse Korn. The occupiers left."}\n'
    '{"id": "b", "outlet": "Post", "text": "“They lie,” said a Keshi spokesman."}\n'
)


@pytest.fixture
def files(inputs):
    inputs.write_text(ARTICLES, encoding="utf-8")
    sides = inputs.with_name("sides.toml")
    sides.write_text(SIDES, encoding="utf-8")
    return inputs, sides


def rows(output):
    return [json.loads(line) for line in output.splitlines()]


def test_articles_are_compared_with_counts_and_their_instances(sayso, files):
    run = sayso("framing", files[0], "--sides", files[1], "--reader", "rules", "--format", "jsonl")
    assert run.exit_code == 0
    found = {(row["group"], row["side"]): row for row in rows(run.stdout) if row["measure"] == "quoted words"}
    assert (found["a", "Tarvia"]["n"], found["a", "Tarvia"]["of"]) == (4, 4)
    assert [each["text"] for each in found["b", "Kesh"]["instances"]] == ["They lie,"]
    assert found["b", "Tarvia"]["n"] == 0


def test_outlets_as_text_name_no_score_and_say_how_often_the_reader_errs(sayso, files):
    run = sayso("framing", files[0], "--sides", files[1], "--reader", "rules", "--by", "outlet", "--format", "text")
    assert "Tarvia: 4 of 4" in run.stdout
    assert "not assessed (n = 1)" in run.stdout
    assert "taking-of-a-place: occupiers, narrator, favours the loser: 1 of 1" in run.stdout
    assert "Measured:" in run.stdout
    assert "score" not in run.stdout


@pytest.mark.parametrize(
    ("name", "begins"), [("x.html", "<!doctype html>"), ("x.csv", "group,measure,side"), ("x.jsonl", '{"group"')]
)
def test_the_suffix_of_the_output_says_the_form(sayso, files, name, begins):
    path = files[0].with_name(name)
    assert sayso("framing", files[0], "--sides", files[1], "--reader", "rules", "-o", path).exit_code == 0
    assert path.read_text(encoding="utf-8").startswith(begins)


def test_the_rules_are_printed_with_their_guides(sayso):
    text = sayso("framing", "--rules", "--format", "text").stdout
    assert "anonymous_forecast" in text
    assert "https://blog.ap.org" in text
    assert {"agentless", "contested_term"} <= {row["name"] for row in rows(sayso("framing", "--rules").stdout)}


@pytest.mark.parametrize(
    ("content", "told"), [("side = 3", "expected tables [[side]]"), ("[[side", "not readable as TOML")]
)
def test_bad_sides_are_named_with_their_file(sayso, files, content, told):
    files[1].write_text(content, encoding="utf-8")
    run = sayso("framing", files[0], "--sides", files[1], "--reader", "rules")
    assert run.exit_code == 2
    assert "sides.toml" in run.stderr
    assert told in run.stderr


def test_without_sides_it_says_what_it_expects(sayso, files):
    run = sayso("framing", files[0])
    assert run.exit_code == 2
    assert "--sides FILE" in run.stderr


def test_an_input_that_cannot_be_read_is_told_and_the_rest_is_counted(sayso, files):
    files[0].write_text(ARTICLES + '{"id": "c", "text": 3}\n', encoding="utf-8")
    run = sayso("framing", files[0], "--sides", files[1], "--reader", "rules")
    assert run.exit_code == 3
    assert "wire.jsonl" in run.stderr
    assert {row["group"] for row in rows(run.stdout)} == {"a", "b"}
