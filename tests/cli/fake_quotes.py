"""The command line with a quick stand-in for the model, so that tests need none.

Run as a script it is the whole command; `fake_find` alone is for tests within the process.
A text with the word EXPLODE raises, one with SLOW takes a minute, once a file "slow" is made.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path
from typing import Any

from quotes import api
from quotes.records import Article, Quote, Speaker, join_pieces, quote_id

SAID = re.compile(r'("[^"]+"),? (said|hoped) ([A-Z][\w-]+(?: [A-Z][\w-]+)*)')


def fake_extract(article: Article, **_: Any) -> list[Quote]:
    """Every `"…" said Name` of an article; "hoped" makes it a thought."""
    if "EXPLODE" in article.text:
        raise ZeroDivisionError("division by zero")
    if "SLOW" in article.text:
        Path("slow").touch()
        time.sleep(60)
    return [_quote(article, match) for match in SAID.finditer(article.text)]


def fake_find(article: Article) -> api.Findings:
    """The same, with how many were left out: none."""
    return api.Findings(fake_extract(article))


def _quote(article: Article, match: re.Match[str]) -> Quote:
    content, cue, source = ((match.span(group),) for group in (1, 2, 3))
    return Quote(
        id=quote_id(article.id, content, "direct"),
        article_id=article.id,
        title=article.title,
        date=article.date,
        url=article.url,
        publisher=article.publisher,
        kind="direct",
        act="speech" if match[2] == "said" else "thought",
        text=match[1],
        content=content,
        cue=cue,
        source=source,
        cue_text=join_pieces(article.text, cue),
        source_text=join_pieces(article.text, source),
        speaker=Speaker(name=match[3]),
        said_on=article.date,
        confidence=0.9,
    )


if __name__ == "__main__":
    from quotes.cli.app import main

    api.find = fake_find
    sys.argv[0] = "quotes"
    main()
