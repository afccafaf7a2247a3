"""From inputs to articles to quotes; whatever fails on the way is named, and counted in a Tally."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from quotes.errors import InputError, QuotesError, unexpected

if TYPE_CHECKING:
    from quotes.api import Findings
    from quotes.cli.tally import Tally
    from quotes.reading import Failure, Input, Reading
    from quotes.records import Article


def articles_of(
    item: Input | Failure,
    how: Reading,
    tally: Tally,
    seen: set[str],
    handle: BinaryIO | None = None,
) -> Iterator[Article]:
    """The articles of one input, of which `handle` may be open; what could not be read is named."""
    from quotes.reading import Failure, Skipped, read_input

    for found in read_input(item, how=how, seen=seen, handle=handle):
        if isinstance(found, Skipped):
            tally.skip(found.name, found.message)
        elif isinstance(found, Failure):
            tally.fail(found.name, found.message)
        else:
            yield found


def quotes_of(article: Article, tally: Tally) -> Findings | None:
    """The article's quotes; None, and the article named, where it alone is at fault."""
    from quotes import api

    try:
        return api.find(article)
    except InputError as error:
        tally.fail(article.id, str(error))
    except QuotesError:
        raise
    except BaseException as error:
        tally.fail(article.id, unexpected(error))
    return None
