"""How much of saved web pages is read right: title, date, byline, publisher, address, body.

    python benchmarks/pages.py [-v]

The 30 pages in tests/reading/pages/ are invented, in the markup of thirty kinds of news systems;
beside each stands what a careful reader finds in it. A field is right where it is the same; the
body is right where each of its paragraphs is there, in order, and nothing from outside that is not
marked as no part of the story.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from quotes.asides import find_asides
from quotes.errors import InputError
from quotes.reading import Input, read_article
from quotes.records import Article

PAGES = Path(__file__).parents[1] / "tests" / "reading" / "pages"
FIELDS = ("title", "date", "byline", "publisher", "body")


def plain(words: object) -> str:
    """With single spaces, and marks as a typewriter has them."""
    text = re.sub(r"[“”]", '"', re.sub(r"[‘’]", "'", str(words or "")))
    return " ".join(text.split())


def body_faults(article: Article, wanted: dict[str, list[str]]) -> Iterator[str]:
    """Sentences on what is missing of the body, and on what is there from outside."""
    asides = find_asides(article.text, article.title)
    borders = [0, *(at for aside in asides for at in (aside.start, aside.end)), len(article.text)]
    text = plain(
        " ".join(article.text[a:b] for a, b in zip(borders[::2], borders[1::2], strict=True))
    )
    at = 0
    for start in wanted["body"]:
        found = text.find(plain(start), at)
        if found < 0:
            yield f"missing: {start}"
        at = max(at, found)
    yield from (f"outside: {words}" for words in wanted["outside"] if plain(words) in text)


def faults(page: Path) -> dict[str, str]:
    """The fields of a page that are wrong, each with what is wrong."""
    wanted = tomllib.loads(page.with_suffix(".toml").read_text(encoding="utf8"))
    try:
        article = read_article(Input(str(page), page.name))
    except InputError as error:
        return dict.fromkeys(FIELDS, str(error))
    found = {}
    for name in (*FIELDS[:-1], "url"):
        want = wanted.get(name)
        want = ", ".join(want) if isinstance(want, list) else want
        if plain(want) != plain(getattr(article, name)):
            found[name] = f"{getattr(article, name)!r} ({article.found_in.get(name)}), not {want!r}"
    body = "; ".join(body_faults(article, wanted))
    return found | ({"body": body} if body else {})


def main(*, verbose: bool) -> None:
    """Print the share of the fields that are right."""
    wrong: Counter[str] = Counter()
    pages = sorted(PAGES.glob("*.html"))
    for page in pages:
        for name, what in faults(page).items():
            wrong[name] += 1
            if verbose:
                print(f"{page.name}: {name}: {what}")
    for name in (*FIELDS, "url"):
        print(f"{name:10} {len(pages) - wrong[name]} of {len(pages)}")
    fields = len(pages) * len(FIELDS)
    print(
        f"{100 * (fields - sum(wrong[name] for name in FIELDS)) / fields:.1f} % of {fields} fields",
        end="",
    )
    print(" are right, the address aside")


if __name__ == "__main__":
    main(verbose="-v" in sys.argv)
