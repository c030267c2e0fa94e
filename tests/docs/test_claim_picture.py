"""The picture in the documentation is the picture that is drawn."""

import re
from pathlib import Path

from sayso.export.account.gathering import account_of, seen
from sayso.export.account.lanes import lanes

PICTURE = Path(__file__).parents[2] / "docs" / "explanation" / "karrow.svg"
STYLE = (
    "svg{background:#fff;font:13px/1 system-ui,sans-serif}text{fill:#1c1c1a}.when{fill:#595954;font-size:12px}"
    ".tick,.lane{stroke:#d8d5cd}.tick{stroke-dasharray:2 4}.edge{fill:none;stroke:#595954;stroke-width:1.25}.edge.denial{stroke-dasharray:5 4}"
    ".mark circle,.mark path{fill:#fff;stroke:#1c1c1a;stroke-width:2}.mark .outer{stroke-width:1.25}.mark text{font-size:11px;font-weight:600}"
    ".origin circle,.denial path{fill:#1c1c1a}.origin text{fill:#fff}"
)


def test_the_page_shows_what_is_drawn_of_the_bridge_town(bridge, fallen):
    drawn = re.sub(r'<a href="[^"]*" tabindex="-1"', "<a", lanes(account_of(seen(bridge), fallen, "2026-05-15")))
    drawn = drawn.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    wanted = drawn.replace("><", f"><style>{STYLE}</style><", 1).replace("><", ">\n<") + "\n"
    assert PICTURE.read_text(encoding="utf-8") == wanted, f"the picture has changed; it is now:\n{wanted}"
