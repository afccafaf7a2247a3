"""Texts that no newspaper prints: an answer, exact offsets, in bounded time and memory."""

from __future__ import annotations

import subprocess
import sys

import pytest

import quotes
from quotes.errors import QuotesError

SAID = '"We are ready," Ada Moreau said on Monday. The river was calm. '
TEXTS = {
    "nothing": "",
    "white space": " \n\t\u2028\u00a0 \r\n" * 500,
    "marks only": "“”\"'«»„‘’" * 300,
    "opening marks only": "“" * 3000,
    "straight marks": '"' * 3000,
    "control characters": "".join(map(chr, range(32))) * 50 + SAID,
    "emoji": "👩‍👩‍👧‍👦🇦🇲 “🔥🔥,” said 😀 Ada 🎉. " * 100,
    "right to left": "אמר ראש הממשלה: ״אנחנו מוכנים״. \u202eabc\u202c قال الرئيس: «نحن مستعدون». "
    * 100,
    "Cyrillic": "«Мы готовы», — сказал Владимир Путин. Он добавил, что переговоры начнутся. " * 100,
    "Armenian and Georgian": "«Մենք պատրաստ ենք»,- ասաց նա։ „ჩვენ მზად ვართ“, თქვა მან. " * 100,
    "combining marks": "“Y" + "\u0301" * 5000 + "es,” she said.",
    "private and unassigned": "\ue000\uf8ff\U000e0001\ufdd0 said \ufffe\uffff. " * 200,
    "one word": "a" * 200_000,
    "one line": SAID * 2000,
    "no sentence ends": "and she said that it was so " * 3000,
    "line breaks": "said\n" * 5000,
    "brackets": "((([[[{{{" * 1000,
    "a table": "12\t34\t56\n" * 3000,
    "labels": "HOST: It is so.\nLEE: It is not.\n" * 1500,
    "signed": "“It works.” — Ann Lee\n" * 1500,
    "dashes": "—" * 5000,
    "who was told": "The minister was told by Ann Lee that it rained. " * 1000,
    "passed on": "Interfax quoted Ann Lee as saying that it rained. " * 1000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_an_answer(name: str) -> None:
    text = TEXTS[name]
    found = quotes.extract(text)
    for quote in found:
        for places, words in (
            (quote.content, quote.text),
            (quote.cue, quote.cue_text),
            (quote.source, quote.source_text),
        ):
            assert " … ".join(text[a:b] for a, b in places) == (words or "")
    if name in ("nothing", "white space", "dashes", "brackets", "a table", "one word"):
        assert found == []


def test_half_a_surrogate_pair_is_refused_in_one_line() -> None:
    with pytest.raises(QuotesError, match="surrogate"):
        quotes.extract('"Yes," said \ud83d.')


BOOK = """
import resource, sys, quotes
sentence = '“We will open bridge {} in May,” Anna Berg said. Karl Moe told me that it was not so. '
text = "".join(sentence.format(n) + "\\n" * (n % 4 == 0) for n in range(5600))
assert len(text.split()) > 100_000
found = quotes.extract(text)
print(len(found), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def test_a_whole_book() -> None:
    """A hundred thousand words in less than 900 MB."""
    run = subprocess.run(
        [sys.executable, "-c", BOOK], capture_output=True, text=True, check=True, timeout=550
    )
    count, megabytes = map(int, run.stdout.split())
    assert count > 10_000
    assert megabytes < 900
