"""Invented news pages in a web archive: `python benchmarks/pages.py FILE.warc.gz [--count N] [--paragraphs N]`.

The articles are those of `articles.py`; around each stands what a news page has beside its article. Each record is packed by
itself, as in CC-NEWS. The same numbers make the same pages; only record ids and times of the archive differ.
"""

import argparse
import html
from io import BytesIO
from pathlib import Path

from articles import articles
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

LINKS = 40  # in a page's menus: what an extractor has to leave out
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | {outlet}</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="{outlet}">
<meta property="article:published_time" content="{day}T08:00:00Z"><style>.a{{margin:0}}</style></head>
<body><header><nav><ul>{menu}</ul></nav></header><main><article><h1>{title}</h1><p class="byline">By Ilse Quill</p>
{body}</article><aside><h2>More from {outlet}</h2><ul>{menu}</ul></aside></main>
<footer><p>Contact · Imprint · All rights reserved</p></footer></body></html>"""


def pages(count: int, paragraphs: int = 5) -> list[tuple[str, str]]:
    """Addresses and pages."""
    menu = "".join(f'<li><a href="/{number}">Section {number}</a></li>' for number in range(LINKS))
    made = []
    for article in articles(count):
        body = "".join(f"<p>{html.escape(each)}</p>\n" for each in article["text"].split("\n\n")[:paragraphs])
        named = {name: html.escape(article[name]) for name in ("title", "outlet")}
        page = PAGE.format(**named, day=article["published_at"], menu=menu, body=body)
        made.append((f"https://news.example/{article['id']}", page))
    return made


def write_pages(path: Path, count: int, paragraphs: int = 5) -> None:
    """So many pages, a response record each."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for url, page in pages(count, paragraphs):
            head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            record = writer.create_warc_record(url, "response", payload=BytesIO(page.encode()), http_headers=head)
            writer.write_record(record)


def main() -> None:
    """Write the archive."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--paragraphs", type=int, default=5)
    chosen = parser.parse_args()
    write_pages(chosen.path, chosen.count, chosen.paragraphs)


if __name__ == "__main__":
    main()
