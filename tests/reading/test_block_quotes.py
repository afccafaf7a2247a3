"""Block quotes of pages: in marks and signed where the page tells whose words they are."""

from __future__ import annotations

import pytest

from quotes.reading.html import fragment_text, page_draft

SAID = "<p>The sluice is stuck.</p>"
SIGNED = "“The sluice is stuck.” — Runa Feld, smith"


@pytest.mark.parametrize(
    "markup",
    [
        f"<blockquote>{SAID}<cite>Runa Feld, smith</cite></blockquote>",
        f"<blockquote>{SAID}<footer>— <cite>Runa Feld</cite>, smith</footer></blockquote>",
        f"<blockquote>{SAID}<footer><b>Runa Feld</b><span>smith</span></footer></blockquote>",
        f"<blockquote>{SAID}<footer><b>Runa Feld,</b> <i>smith</i></footer></blockquote>",
        f"<blockquote>{SAID}<p>— <cite>Runa Feld, smith</cite></p></blockquote>",
        f"<blockquote>{SAID}<cite>Runa Feld<br>smith</cite></blockquote>",
        "<blockquote><p>The sluice is stuck. <cite>Runa Feld, smith</cite></p></blockquote>",
        "<blockquote><p>The sluice is stuck<br><cite>Runa Feld, smith</cite></p></blockquote>",
        f"<blockquote>{SAID}<p>— Runa Feld, smith</p></blockquote>",
        "<blockquote>The sluice is stuck.<br>~ Runa Feld, smith</blockquote>",
        "<blockquote><p>The sluice is stuck. – Runa Feld, smith</p></blockquote>",
        f"<blockquote>{SAID}</blockquote><p>— Runa Feld, smith</p>",
        f"<blockquote>{SAID}</blockquote><cite>Runa Feld, smith</cite>",
        f"<blockquote>{SAID}<p class='quote__author'>Runa Feld</p><p class='source'>smith</p>"
        "</blockquote>",
        f"<figure><blockquote>{SAID}</blockquote><figcaption>Runa Feld, smith</figcaption>"
        "</figure>",
        f"<figure class='wp-block-pullquote'><blockquote>{SAID}<cite>Runa Feld, smith</cite>"
        "</blockquote></figure>",
        f"<aside class='pull-quote'>{SAID}<span class='attribution'>Runa Feld, smith</span>"
        "</aside>",
        "<div class='pullquote'>“The sluice is stuck.”<br>– Runa Feld, smith</div>",
    ],
)
def test_the_page_tells_whose_words_they_are(markup: str) -> None:
    found = fragment_text(f"<p>Before.</p>{markup}<p>After.</p>")
    signed = SIGNED if "stuck<br>" not in markup else SIGNED.replace(".”", "”")
    assert found == f"Before.\n\n{signed}\n\nAfter."


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (
            f"<blockquote>{SAID}<p>We wait.</p><cite>Runa Feld</cite></blockquote>",
            "“The sluice is stuck.\n\n“We wait.” — Runa Feld",
        ),
        (
            '<blockquote class="twitter-tweet"><p lang="en">The sluice is stuck. '
            '<a href="https://t.co/a">pic.twitter.com/a1</a></p>&mdash; Runa Feld (@runaf) '
            '<a href="https://x.example/1">May 5, 2021</a></blockquote>',
            "“The sluice is stuck.” — Runa Feld (@runaf) May 5, 2021",
        ),
        (
            f'<blockquote class="instagram-media"><div>{SAID}<p><a href="x">A post shared by Runa '
            "Feld (@runaf)</a> on <time>May 5, 2021</time></p></div></blockquote>",
            "“The sluice is stuck.” — Runa Feld (@runaf)",
        ),
        (
            f"<p>The smith, Runa Feld, wrote:</p><blockquote>{SAID}</blockquote>",
            "The smith, Runa Feld, wrote:\n\n“The sluice is stuck.”",
        ),
        (
            "<div>Feld wrote:<blockquote>The sluice is stuck.</blockquote></div>",
            "Feld wrote:\n\n“The sluice is stuck.”",
        ),
        (
            "<div><b>Feld</b> wrote:<blockquote>The sluice is stuck.</blockquote></div>",
            "Feld wrote:\n\n“The sluice is stuck.”",
        ),
        (
            f"<blockquote>{SAID}</blockquote><cite>all rights reserved</cite>",
            "The sluice is stuck.\n\nall rights reserved",
        ),
        (
            f"<figure><img src='a'><blockquote>{SAID}<cite>Runa Feld</cite></blockquote>"
            "<figcaption>The lock</figcaption></figure>",
            "“The sluice is stuck.” — Runa Feld\n\nThe lock",
        ),
        (
            f"<blockquote>{SAID}<blockquote>{SAID}<cite>Runa Feld</cite></blockquote></blockquote>",
            "The sluice is stuck.\n\n“The sluice is stuck.” — Runa Feld",
        ),
    ],
)
def test_more_than_one_sentence(markup: str, text: str) -> None:
    assert fragment_text(markup) == text


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>It is old.</p><blockquote>{SAID}</blockquote><p>It was built in 1790.</p>",
        "<blockquote><p>I read <cite>The Sluice</cite> twice.</p></blockquote>",
        "<blockquote><p>I have just read <cite>The Sluice</cite></p></blockquote>",
        f"<blockquote>{SAID}<footer>all rights reserved</footer></blockquote>",
        f"<figure><img src='a'><blockquote>{SAID}</blockquote><figcaption>Runa Feld</figcaption>"
        "</figure>",
        "<p>She says you need:</p><blockquote><ul><li>Oil.</li><li>Tar.</li></ul></blockquote>",
        "<p>Two things are wrong:</p><blockquote>The sluice is stuck.</blockquote>",
        "<blockquote><ul><li>- Oil</li><li>- Tar</li></ul></blockquote>",
        f"<blockquote>{SAID * 400}<cite>Runa Feld</cite></blockquote>",
        "<blockquote>I have just read <cite>The Sluice</cite></blockquote>",
        "<blockquote><p>I have just <i>read</i> <cite>The Sluice</cite></p></blockquote>",
        f"<article class='has-pullquote'>{SAID}<footer>Runa Feld</footer></article>",
        f"<blockquote>{SAID}<cite>Photo: Runa Feld</cite></blockquote>",
        f"<blockquote>{SAID}<cite>{'Runa and ' * 20}</cite></blockquote>",
        f"<blockquote>{SAID}</blockquote> It is old. <p>— Runa Feld, smith</p>",
        "<p>She said:</p><blockquote>Oil and tar</blockquote>",
        "<blockquote><cite>Runa Feld</cite></blockquote>",
        "<blockquote></blockquote><p>— Runa Feld, smith</p>",
        "<div class='quote-box'>The sluice is stuck.</div>",
    ],
)
def test_others_stay_as_they_are(markup: str) -> None:
    assert "“" not in fragment_text(markup)


@pytest.mark.parametrize(
    "block",
    [
        f"<blockquote>{SAID}<footer>Runa Feld, smith</footer></blockquote>",
        f"<figure><blockquote>{SAID}</blockquote><figcaption>Runa Feld</figcaption></figure>",
        f"<figure><blockquote>{SAID}<cite>Runa Feld, smith</cite></blockquote></figure>",
        f"<aside class='pullquote'>{SAID}<cite>Runa Feld, smith</cite></aside>",
    ],
)  # fmt: skip
def test_in_a_page(block: str) -> None:
    story = "<p>The lock was closed on Friday, and boats wait below the mill for a tug.</p>" * 6
    page = f"<html><body><article><h1>Lock</h1>{story}{block}{story}</article></body></html>"
    assert "\n\n“The sluice is stuck.” — Runa Feld" in page_draft(page.encode()).text
