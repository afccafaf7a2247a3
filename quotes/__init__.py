"""Finds who said what in news articles, and in which role.

    import quotes
    for quote in quotes.extract(text):
        print(quote.speaker, quote.text)

Everything here is imported on first use, so that `import quotes` costs next to nothing.
"""

import os

from quotes.lazily import TYPE_CHECKING, lazily

if TYPE_CHECKING:
    from quotes.api import extract, extract_many, load
    from quotes.errors import (
        AmbiguousError,
        InputError,
        ModelError,
        QuotesError,
        StoreError,
        UsageError,
    )
    from quotes.export.frame import to_frame
    from quotes.records import Article, Quote, Run, Saying, Speaker
    from quotes.store import Store

# quotes is offline. onnxruntime tells its makers (from 1.29 on) that it is used, and keeps a number
# for the machine in the user's cache folder, both as soon as it is imported; this keeps it from
# that, here and in child processes.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

__version__ = "0.4.0"

__all__ = [
    "AmbiguousError",
    "Article",
    "InputError",
    "ModelError",
    "Quote",
    "QuotesError",
    "Run",
    "Saying",
    "Speaker",
    "Store",
    "StoreError",
    "UsageError",
    "__version__",
    "extract",
    "extract_many",
    "load",
    "to_frame",
]

_HOMES = {
    "AmbiguousError": "quotes.errors",
    "Article": "quotes.records",
    "InputError": "quotes.errors",
    "ModelError": "quotes.errors",
    "Quote": "quotes.records",
    "QuotesError": "quotes.errors",
    "Run": "quotes.records",
    "Saying": "quotes.records",
    "Speaker": "quotes.records",
    "Store": "quotes.store",
    "StoreError": "quotes.errors",
    "UsageError": "quotes.errors",
    "extract": "quotes.api",
    "extract_many": "quotes.api",
    "load": "quotes.api",
    "to_frame": "quotes.export.frame",
}

if not TYPE_CHECKING:  # who checks types is to see what is not there
    __getattr__, __dir__ = lazily(globals(), _HOMES)
