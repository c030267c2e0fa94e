"""`sayso add` is killed at random moments: what it had acknowledged is there, once, and the next `add` completes."""

import json
import random
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest

from sayso.settings import Settings
from sayso.store import open_ledger
from sayso.wiring import open_ingest, stages
from sayso.workflow import add_inputs

SAYSO = [sys.executable, "-c", "from sayso.cli import main; main(prog_name='sayso')"]
ROUNDS = [
    pytest.param(50, 500, id=f"fifty kills, round {number}", marks=pytest.mark.campaign) for number in range(1, 5)
]


def write_articles(path, documents):
    choice = random.Random(7)
    with path.open("w", encoding="utf-8") as file:
        for number in range(documents):
            text = f'The mill of Orlen has {choice.randrange(10**9)} sacks. "We count them," Ada Venn said.'
            file.write(json.dumps({"id": str(number), "text": text}) + "\n")
    return path


def start(articles, ledger):
    return subprocess.Popen(
        [*SAYSO, "add", str(articles), "--ledger", str(ledger), "--format", "jsonl", "--reader", "rules"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def undisturbed(articles, ledger, documents):
    """How long a run takes, and that it stores everything."""
    began = time.monotonic()
    process = start(articles, ledger)
    lines = process.communicate()[0].splitlines()
    assert process.returncode == 0
    assert len(lines) == documents
    return time.monotonic() - began


def kill(articles, ledger, after):
    """The external ids that a run had acknowledged when it was killed."""
    process = start(articles, ledger)
    try:
        process.communicate(timeout=after)
        output = b""
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        output = process.communicate()[0]
    return process.returncode, output


def acknowledged(output):
    """The arrivals of whole lines; a killed process may leave half of one."""
    return [json.loads(line)["external_id"] for line in output.split(b"\n")[:-1]]


def counted(ledger):
    """How often each external id is in the log, each with a reading."""
    opened = open_ledger(ledger)
    ids = Counter(each.external_id for each in opened.arrivals())
    assert Counter(each.document.external_id for each in opened.readings()) == ids
    assert opened.size() == len(ids)
    opened.close()
    return ids


def complete(articles, ledger):
    """How many of all inputs were there already when a run went to the end."""
    settings = Settings(ledger=str(ledger), reader="rules")
    opened = open_ledger(ledger, create=True)
    known = [each.known for each in add_inputs([str(articles)], open_ingest(settings), stages(settings), opened)]
    opened.close()
    return sum(known)


@pytest.mark.parametrize(("kills", "documents"), [(6, 150), *ROUNDS])
def test_nothing_acknowledged_is_lost_or_doubled_when_an_add_is_killed(tmp_path, kills, documents):
    articles = write_articles(tmp_path / "articles.jsonl", documents)
    seconds = undisturbed(articles, tmp_path / "whole.db", documents)
    choice = random.Random()
    killed = in_the_middle = 0
    while killed < kills:
        ledger = tmp_path / f"{killed}.db"
        code, output = kill(articles, ledger, choice.uniform(0, seconds))
        if code != -signal.SIGKILL:
            ledger.unlink()
            continue
        killed += 1
        promised = acknowledged(output)
        stored = counted(ledger) if promised else Counter()
        assert set(promised) <= set(stored)
        assert set(stored.values()) <= {1}
        in_the_middle += 0 < len(stored) < documents
        assert complete(articles, ledger) >= len(promised)
        assert counted(ledger) == Counter(map(str, range(documents)))
    assert kills < 50 or in_the_middle > 5, f"only {in_the_middle} of {kills} kills came while documents were added"
