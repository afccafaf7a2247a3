"""No paragraph of a saved page vanishes, whatever characters and marks stand in it."""

from __future__ import annotations

import pytest

from quotes.reading.html import fragment_text, page_draft

BEFORE = (
    "The lighthouse on Gannet Rock has been dark since the storm tore the cable from the sea bed.",
    "Its keeper left in 1987, when the lamp was given a motor, and the house has stood empty.",
    "Fishermen say that they steer by the mast of the radio station, which is lit for aircraft.",
    "The coast guard has put two buoys with bells on the western side, where the water is shallow.",
)
AFTER = (
    "A new cable would have to be made in a works abroad and could not be laid before the summer.",
    "Lamps that are fed by the sun have been tried on three other rocks and lasted two winters.",
    "The parish has offered the use of its boat, which carries six people and no heavy goods.",
    "A decision is expected when the harbour commission meets at the end of the month in Tarn.",
)


def story(markup: str) -> list[str]:
    """The lines between BEFORE and AFTER in the text of a page with this markup between them."""
    paragraphs = "".join(f"<p>{words}</p>" for words in (*BEFORE, "@", *AFTER))
    body = paragraphs.replace("<p>@</p>", markup)
    page = (
        '<!doctype html><html><head><meta charset="utf-8"><title>Rock Stays Dark</title></head>'
        f"<body><article><h1>Rock Stays Dark</h1>{body}</article>"
        '<div class="sidebar"><p>Ferry times have changed for the winter, and so on.</p></div>'
        "</body></html>"
    )
    blocks = page_draft(page.encode()).text.split("\n\n")
    assert blocks[:5] == ["Rock Stays Dark", *BEFORE]
    assert blocks[-4:] == list(AFTER)
    return blocks[5:-4]


SAID = "“Nobody here sleeps well in a fog,” said Maren Thole, the harbour warden."


@pytest.mark.parametrize(
    "words",
    [
        "“No&shy;body here sleeps well in a fog,” said Maren Thole, the har&shy;bour warden.",
        "“No\u00adbody here sleeps well in a fog,” said Maren Thole, the har\u00adbour warden.",
        "“Nobody\u200b here sleeps well in a fog,”\u200b said Maren Thole, the harbour warden.",
        "“Nobody here sleeps well in a fog,” said\u2060 Maren Thole, the har&#8288;bour warden.",
        "\ufeff“Nobody here sleeps well in a fog,” said Maren Thole,\ufeff the harbour warden.",
        "“No\u034fbody here sleeps well in a fog,” said Maren Thole, the harbour warden.",
        "“No\u200cbody here sleeps well in a fog,” said Ma&zwj;ren Thole, the harbour warden.",
        "\u200e“Nobody here sleeps well in a fog,”\u202c said Maren Thole, the harbour warden.",
        "“Nobody here sleeps well in a fog,” said \ue80aMaren Thole, the harbour warden.\uf0b7",
        "“Nobody here sleeps well in a fog,” said Maren&#127; Thole, the har\x81bour warden.",
        "&#147;Nobody here sleeps well in a fog,&#148; said Maren Thole, the harbour warden.",
        "\x93Nobody here sleeps well in a fog,\x94 said Maren Thole, the harbour warden.",
        "&amp;ldquo;Nobody here sleeps well in a fog,&amp;#8221; said Maren&amp;nbsp;Thole, the "
        "harbour warden.",
        "&amp;amp;ldquo;Nobody here sleeps well in a fog,&amp;#x201d; said Maren Thole, the "
        "harbour warden.",
        "“Nobody&nbsp;here sleeps&thinsp;well in a fog,” said Maren Thole, the harbour warden.",
        "“No<wbr>body <em>here</em> sle<b>eps</b> well in a fog,” said <a href='/t'>Maren Thole"
        "</a>, the harbour warden.",
        "<q>Nobody here sleeps well in a fog,</q> said Maren Thole, the harbour warden.",
        "<q> Nobody <i>here</i> sleeps well in a <b>fog,</b> </q> said Maren Thole, the harbour "
        "warden.",
        "<q>“Nobody here sleeps well in a fog,”</q> said Maren Thole, the harbour warden.",
        "“<q>Nobody here sleeps well in a fog,</q>” said Maren Thole, the harbour warden.",
        "“Nobody here sleeps well in a fog,”<br>said Maren Thole, the harbour warden.",
        "“Nobody here sleeps<br/>well in a fog,” said Maren Thole,<br />the harbour warden.",
        "“Nobody here sleeps well in a fog,” said<br>\nMaren Thole, the harbour warden.<br>",
    ],
)  # fmt: skip
@pytest.mark.parametrize("element", ["p", "div", "blockquote"])
def test_a_paragraph_is_kept_as_it_is_shown(words: str, element: str) -> None:
    assert story(f"<{element}>{words}</{element}>") == [SAID]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("<q>He called it <q>a pity</q> and left,</q> Thole said of the last keeper.",
         "“He called it ‘a pity’ and left,” Thole said of the last keeper."),
        ("The re\u0301sume\u0301 of the keeper, A\u030age Thole, is kept at the town hall.",
         "The résumé of the keeper, Åge Thole, is kept at the town hall."),
        ("Thole &amp;amp; Sons, who built the lamp, are no longer in the trade.",
         "Thole & Sons, who built the lamp, are no longer in the trade."),
        ("“Too dear,” he wrote beside the sum of 40 &euro; for each of the oﬃcial lamps.",
         "“Too dear,” he wrote beside the sum of 40 € for each of the oﬃcial lamps."),
        ("“\U0001f468\u200d\U0001f469\u200d\U0001f467 ❤\ufe0f,” the keeper's daughter wrote.",
         "“\U0001f468\u200d\U0001f469\u200d\U0001f467 ❤\ufe0f,” the keeper's daughter wrote."),
        ("The page said <code>&amp;quot;</code> where the keeper had meant to quote somebody.",
         "The page said &quot; where the keeper had meant to quote somebody."),
        ("She read R&D; and AT&T on the crate that the sea had brought to the rock.",
         "She read R&D; and AT&T on the crate that the sea had brought to the rock."),
        ("“No\u00ad.”", "“No.”"),
        ("“Never.”", "“Never.”"),
        ("A lamp (<button>why?</button>) <span class='tip'>one of 400 W</span> was there.",
         "A lamp () one of 400 W was there."),
    ],
)  # fmt: skip
def test_what_a_browser_shows(words: str, shown: str) -> None:
    assert story(f"<p>{words}</p>") == [shown]


def test_a_list_that_is_the_whole_story_keeps_its_short_items() -> None:
    """The extractor glues them together."""
    items = (*BEFORE, "“No.”", "He left.", *AFTER)
    markup = "".join(f"<li>{words}</li>" for words in items)
    page = f"<html><head><title>Rock</title></head><body><ul>{markup}</ul></body></html>"
    assert page_draft(page.encode()).text.split("\n\n") == ["Rock", *items]


def test_list_items_and_headings_stay_too() -> None:
    items = "<h3>What the war\u00adden asks for</h3><ul><li>“A bell\u200b.”</li><li>Light</li></ul>"
    assert story(items) == ["What the warden asks for", "“A bell.”", "Light"]


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("<p>The rock is dark.<br><br>Nobody goes there.</p>",
         ["The rock is dark.", "Nobody goes there."]),
        ("<p>The rock is dark.<br>&nbsp;<br/>\nNobody goes there.</p>",
         ["The rock is dark.", "Nobody goes there."]),
        ("<p>The rock is dark.<br>Nobody goes there.</p>",
         ["The rock is dark.\nNobody goes there."]),
        ("<p>Q: Is the rock still dark?<br>A: It is, and it will be.</p>",
         ["Q: Is the rock still dark?\nA: It is, and it will be."]),
        ("<p>By Ida Moor<br>Staff writer<br>May 3, 2019<br>TARN – The rock is dark.</p>",
         ["By Ida Moor\nStaff writer\nMay 3, 2019\nTARN – The rock is dark."]),
        ("<p>The lighthouse on Gannet Rock will stay dark<br>by Ida Moor<br>3 May 2019</p>",
         ["The lighthouse on Gannet Rock will stay dark\nby Ida Moor\n3 May 2019"]),
        ("<p>What the rock needs before the winter comes<br>• a cable<br>• a lamp</p>",
         ["What the rock needs before the winter comes\n• a cable\n• a lamp"]),
        ("<p>The lamp that the parish wants to buy for the<br>Gannet Rock is fed by the sun.</p>",
         ["The lamp that the parish wants to buy for the Gannet Rock is fed by the sun."]),
    ],
)  # fmt: skip
def test_line_breaks(markup: str, blocks: list[str]) -> None:
    assert fragment_text(markup).split("\n\n") == blocks


@pytest.mark.parametrize(
    "clutter",
    [
        "<div class='newsletter'><p>Get the Rock Letter, free of charge.</p></div>",
        "<nav><a href='/a'>Har\u00adbour</a> <a href='/b'>Sport</a></nav>",
        "<aside><p><q>We were lied to</q>: what the keeper's wife told us last year</p></aside>",
        "<p><a href='/c'>&amp;ldquo;No more boats&amp;rdquo;, says the mayor</a></p>",
    ],
)
def test_what_is_no_story_stays_out(clutter: str) -> None:
    assert story(clutter) == []
