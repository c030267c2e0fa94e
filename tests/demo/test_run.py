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
    assert "23 of 23 inputs" in done.stdout
    for promised in (
        "attributions",
        "direct",
        "narrator's",
        "denied",
        "speakers",
        "Osip Talvik → Radek Umber → ",
        "articles a second",
        "5 articles of 5 outlets, 2 independent origins, 1 denial, 1 forecast.",
        "origin 1  reported by Northline Agency",
        "12:40 UTC  The Marrowgate Courier  echo",
        "16:00 UTC  Upland Voice  echo",
        "06:00 UTC  The Pellworth Gazette  copied text",
        "origin 2  on the word of Ilsa Marn",
        "▼ denied: the Lantern Brigade had taken the town of Karrow",
        "on the word of: Halla Rune > Harbour Radio Tolm",
        "“apparently”, first in Northline Agency: dropped in 2 of 3 later articles",
        "due  2026-04-30",
        "flags: anonymous_forecast, condition_untracked",
        "was  Four people were killed",
        "now  nine people had been killed",
    ):
        assert promised in done.stdout
