"""`DEMO_SERVE=0 make demo`, without make: what a newcomer sees first."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_demo_reads_every_article_prints_its_summary_and_ends_well(tmp_path):
    done = subprocess.run(
        [sys.executable, str(ROOT / "demo" / "run.py"), str(tmp_path / "story.ledger")],
        env=os.environ | {"DEMO_SERVE": "0"},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "17 of 17 inputs" in done.stdout
    for promised in (
        "attributions",
        "direct",
        "narrator's",
        "denied",
        "speakers",
        "Osip Talvik → Radek Umber → ",
        "articles a second",
    ):
        assert promised in done.stdout
