"""How much slower `quotes add` is on web pages than on the same texts as plain files.

    python benchmarks/html_speed.py CORPORA/polnear/dev.jsonl.gz

Each text is written as it is, and as a page with what pages have around it; each folder is added to
a new database by the command, three times in turn, and the best times count.
"""

from __future__ import annotations

import html
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from quotes.evaluate.gold import read_gold
from quotes.records import Article

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>{title} | The Post</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="The Post">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "A", "author":
{{"@type": "Person", "name": "Ann Roe"}}}}</script></head><body><header><nav><ul>{links}</ul></nav>
</header><main><article><h1>{title}</h1><p class="byline">By Ann Roe</p>{text}</article>
<aside class="related"><h2>More</h2><ul>{links}</ul></aside></main><footer><ul>{links}</ul></footer>
</body></html>"""
LINKS = "".join(f'<li><a href="/{n}">Section number {n}</a></li>' for n in range(40))


def page(article: Article) -> str:
    """The article as a web page."""
    lines = filter(str.strip, article.text.splitlines())
    text = "\n".join(f"<p>{html.escape(line.strip())}</p>" for line in lines)
    return PAGE.format(title=html.escape(article.title or "No title"), text=text, links=LINKS)


def seconds(folder: Path) -> float:
    """How long it takes to add the folder to a new database."""
    with tempfile.TemporaryDirectory() as place:
        command = [sys.executable, "-m", "quotes", "add", str(folder), "--db", f"{place}/q.db"]
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return time.perf_counter() - began


def main(gold: Path) -> None:
    """Print both times and the difference."""
    with tempfile.TemporaryDirectory() as place:
        plain, pages = Path(place, "plain"), Path(place, "pages")
        for folder in (plain, pages):
            folder.mkdir()
        for number, item in enumerate(read_gold(gold).values()):
            (plain / f"{number}.txt").write_text(item.article.text, encoding="utf8")
            (pages / f"{number}.html").write_text(page(item.article), encoding="utf8")
        times = [(seconds(plain), seconds(pages)) for _ in range(3)]
        a, b = (min(column) for column in zip(*times, strict=True))
        print(f"plain {a:.1f} s, pages {b:.1f} s: {100 * (b / a - 1):.0f} % slower")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
