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
DOCUMENTS = 500
ROUNDS = [pytest.param(50, id=f"fifty kills, round {number}", marks=pytest.mark.campaign) for number in range(1, 5)]


@pytest.fixture(scope="module")
def articles(tmp_path_factory):
    path = tmp_path_factory.mktemp("articles") / "articles.jsonl"
    choice = random.Random(7)
    with path.open("w", encoding="utf-8") as file:
        for number in range(DOCUMENTS):
            text = f'The mill of Orlen has {choice.randrange(10**9)} sacks. "We count them," Ada Venn said.'
            file.write(json.dumps({"id": str(number), "text": text}) + "\n")
    return path


def start(articles, ledger):
    return subprocess.Popen(
        [*SAYSO, "add", str(articles), "--ledger", str(ledger), "--format", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


@pytest.fixture(scope="module")
def seconds(articles, tmp_path_factory):
    """How long one undisturbed run takes, and that it stores everything."""
    began = time.monotonic()
    process = start(articles, tmp_path_factory.mktemp("whole") / "ledger.db")
    lines = process.communicate()[0].splitlines()
    assert process.returncode == 0
    assert len(lines) == DOCUMENTS
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
    settings = Settings(ledger=str(ledger))
    opened = open_ledger(ledger, create=True)
    known = [each.known for each in add_inputs([str(articles)], open_ingest(settings), stages(settings), opened)]
    opened.close()
    assert len(known) == DOCUMENTS
    return sum(known)


@pytest.mark.parametrize("kills", [3, *ROUNDS])
def test_nothing_acknowledged_is_lost_or_doubled_when_an_add_is_killed(articles, seconds, tmp_path, kills):
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
        stored = counted(ledger) if ledger.exists() and promised else Counter()
        assert set(promised) <= set(stored)
        assert set(stored.values()) <= {1}
        in_the_middle += 0 < len(stored) < DOCUMENTS
        assert complete(articles, ledger) >= len(promised)
        assert counted(ledger) == Counter(map(str, range(DOCUMENTS)))
    assert kills < 50 or in_the_middle > 5, (
        f"only {in_the_middle} of {kills} kills came while documents were being added"
    )
