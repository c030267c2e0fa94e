"""An article of a structure that editors meet: an anonymous expert, a deadline that is past, a contested word, a garbled town.

The article is invented; through the commands, as a user runs them.
"""

import json

import pytest

TEXT = """\
The Northern Grouping has liberated the village of Lower Sorn, a staff officer, Major Pavel Orsk, reported on Tuesday.

“Our soldiers have liberated the village,” he said. “The road is ours.”

The liberated village of Lower Sorn lies on the only road to Konotobpe.

A military expert who asked not to be named told Harbour Radio that the town of Konotobpe would fall by 15 September 2031 if \
the supply road was cut.

Another expert, also unnamed, said the bridge would be lost by 30 November.
"""


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "front-line.jsonl"
    path.write_text(json.dumps({"id": "front", "text": TEXT, "published_at": "2031-10-02"}) + "\n", encoding="utf-8")
    return str(path)


@pytest.fixture(params=["model", "rules"])
def shown(request, sayso, article):
    done = sayso("read", article, "--format", "jsonl", "--reader", request.param)
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def test_the_forecast_of_an_anonymous_expert_with_a_past_deadline_carries_both_flags(shown):
    first, second = (claim for claim in shown["claims"] if claim["kind"] == "forecast")
    assert {"anonymous_forecast", "due_before_published", "condition_untracked"} <= {*first["flags"]}
    assert first["terms"]["due_latest"] == "2031-09-15"
    assert [span["text"] for span in first["terms"]["conditions"]] == ["if the supply road was cut"]
    assert "anonymous_forecast" in second["flags"]
    assert "due_before_published" not in second["flags"]
    assert second["terms"]["due_latest"] == "2031-11-30"


def test_the_contested_word_is_the_narrators_only_where_the_narrator_speaks(shown):
    voices = {TEXT[: term["span"]["start"]].count("liberated"): term["voice"] for term in shown["framing"]["terms"]}
    assert voices == {0: "indirect", 1: "quote", 2: "narrator"}


def test_the_garbled_town_is_no_town_that_it_is_not(shown):
    towns = [toponym for toponym in shown["toponyms"] if toponym["span"]["text"] == "Konotobpe"]
    assert towns
    assert {toponym["method"] for toponym in towns} == {"fuzzy"}
    assert all(toponym["place"] is None or toponym["score"] < 1 for toponym in towns)


@pytest.mark.parametrize(("day", "states"), [("2031-10-02", ["due", "open"]), ("2031-11-30", ["due", "due"])])
def test_the_register_says_what_is_due(sayso, article, tmp_path, day, states):
    ledger = str(tmp_path / "ledger.db")
    added = sayso("add", article, "--ledger", ledger)
    assert added.exit_code == 0, added.stderr
    done = sayso("forecasts", "--ledger", ledger, "--as-of", day, "--format", "jsonl")
    assert done.exit_code == 0, done.stderr
    rows = sorted((json.loads(line) for line in done.stdout.splitlines()), key=lambda row: row["due"])
    assert [row["state"] for row in rows] == states
