import json

import pytest

CLAIMS = (
    {
        "id": "a",
        "text": "The ferry line across the Orle will close in March 2031.",
        "title": "Is the Orle Ferry Closing?",
    },
    {"id": "b", "text": "Mayor Ada Bell banned 40 bakeries in Vellmark."},
    {"id": "c", "text": "A photograph shows a wolf on the roof of the Vellmark station."},
)
POSTS = (
    {"id": "q1", "text": "So @AdaBell has forbidden bakeries in #Vellmark?! — Ida (@ida) May 1, 2031"},
    {"id": "q2", "text": "they are closing the ferry on the Orle"},
)


@pytest.fixture
def files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, rows in (("claims.jsonl", CLAIMS), ("posts.jsonl", POSTS)):
        (tmp_path / name).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.mark.usefixtures("files")
def test_each_post_gets_its_claims_best_first(sayso):
    run = sayso("match", "posts.jsonl", "--against", "claims.jsonl", "--top", "2")
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    assert [(row["query"], row["matches"][0]["id"]) for row in rows] == [("q1", "b"), ("q2", "a")]
    assert all(set(match) == {"id", "score"} and 0 <= match["score"] <= 1 for row in rows for match in row["matches"])


@pytest.mark.usefixtures("files")
def test_the_same_question_has_the_same_bytes_for_an_answer(sayso):
    asked = ("match", "posts.jsonl", "--against", "claims.jsonl")
    assert sayso(*asked).stdout == sayso(*asked).stdout


@pytest.mark.usefixtures("files")
def test_a_person_sees_score_words_and_title(sayso):
    run = sayso("match", "--text", "Is the Orle ferry closing?", "--against", "claims.jsonl", "--format", "text")
    assert "The ferry line across the Orle will close" in run.stdout
    assert "Is the Orle Ferry Closing? · a" in run.stdout


@pytest.mark.usefixtures("files")
def test_what_cannot_be_read_is_told_and_the_rest_is_answered(sayso, tmp_path):
    with (tmp_path / "posts.jsonl").open("a", encoding="utf-8") as file:
        file.write("{nonsense\n")
    run = sayso("match", "posts.jsonl", "--against", "claims.jsonl")
    assert run.exit_code == 3
    assert len(run.stdout.splitlines()) == 2
    assert "posts.jsonl:3" in run.stderr


@pytest.mark.usefixtures("filled")
def test_a_ledger_says_who_said_it_and_where(sayso):
    run = sayso("match", "--text", "The bridge may fall by 1 October", "--ledger", "ledger.db")
    best = json.loads(run.stdout)["matches"][0]
    assert (best["id"], best["outlet"]) == ("cl_02", "The Lowland Courier")
    told = sayso(
        "match", "--text", "The bridge may fall by 1 October", "--ledger", "ledger.db", "--format", "text"
    ).stdout
    assert "A dock worker who asked not to be named · The Lowland Courier" in told


@pytest.mark.parametrize("arguments", [(), ("posts.jsonl", "--text", "A sentence")])
@pytest.mark.usefixtures("files")
def test_one_of_the_ways_to_ask_is_needed(sayso, arguments):
    assert sayso("match", *arguments, "--against", "claims.jsonl").exit_code == 2
