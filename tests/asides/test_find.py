"""Text around the story is marked, and quotes in it are left out and counted."""

from __future__ import annotations

import pytest

import quotes
from quotes import api
from quotes.asides import find_asides
from quotes.asides.features import KINDS, features
from quotes.asides.model import Classifier
from quotes.errors import ModelError
from quotes.records import Article

STORY = [
    "The bridge over the river will be closed for the winter, the council of Ostrava decided.",
    "“We need your support,” Mayor Ann Roe told the crowd. “You can sign the list today.”",
    "She said that nobody had found the money for repairs so far.",
    "Readers of the paper had asked for a new bridge for years, Ben Oak said.",
]
AROUND = [
    "Your support helps us to keep our journalism free for everyone. Please donate today.",
    "Sign up for our daily newsletter and get the best stories in your inbox.",
    "Subscribe today for full access to every story. Already a subscriber? Sign in here.",
    "Follow us on social media and share this article with your friends.",
]


def marked(*paragraphs: str) -> list[str]:
    """The paragraphs that the pipeline marks."""
    doc = quotes.load()("\n\n".join(paragraphs))
    return [span.text.strip() for span in doc.spans["asides"]]


def test_the_story_is_none() -> None:
    assert marked(*STORY) == []
    assert find_asides("") == []
    assert find_asides("\n \n") == []


@pytest.mark.parametrize("aside", AROUND)
def test_at_both_ends(aside: str) -> None:
    assert marked(aside, *STORY) == [aside]
    assert marked(*STORY, aside) == [aside]
    assert marked(*STORY, *STORY) == []


def test_the_title_is_none() -> None:
    text = "\n\n".join([*AROUND[:2], "Support Us, Mayor Says", AROUND[2], *STORY])
    starts = [aside.start for aside in find_asides(text, "Support Us, Mayor Says")]
    assert text.index("Support Us, Mayor Says") not in starts
    assert len(starts) >= 3


def test_quotes_are_left_out_and_counted() -> None:
    appeal = "We believe that news should be free. Please support our journalism with a donation."
    text = "\n\n".join([*STORY, AROUND[0], appeal, AROUND[1]])
    found = api.find(Article(id="a", text=text))
    assert found.left_out >= 1
    assert all(quote.content[0][0] < text.index(AROUND[0]) for quote in found.quotes)
    assert any("We need your support" in quote.text for quote in found.quotes)


def test_the_doc_says_what_is_around_the_story() -> None:
    doc = quotes.load()("\n\n".join([*STORY, AROUND[0]]))
    assert [(span.text.strip(), span.label_) for span in doc.spans["asides"]] == [
        (AROUND[0], "PROMOTION")
    ]


def test_features_are_of_form_and_words() -> None:
    found = set(features("READ MORE: Council says “no”"))
    assert {"read", "^ read", "form marks", "form no stop", "form label"} <= found
    assert set(features("")) == {"^ $", "size 0"}


def test_a_missing_classifier_is_said(tmp_path: object) -> None:
    from pathlib import Path

    with pytest.raises(ModelError, match="install quotes again"):
        Classifier.read(Path(str(tmp_path), "none.json"))


def test_the_classifier_is_written_as_it_is(tmp_path: object) -> None:
    from pathlib import Path

    import numpy as np

    file = Path(str(tmp_path), "a.json")
    weights = np.array([[0.5, -0.25, 0, 0, 0, 0], [0] * 6, [1.0, 0, 0, 0, 0, 0]])
    Classifier({"one": 0, "none": 1}, weights).write(file)
    again = Classifier.read(file)
    assert again.numbers == {"one": 0}
    assert again.weights.tolist() == [weights[0].tolist(), weights[2].tolist()]
    assert len(again("one")) == len(KINDS)


@pytest.mark.parametrize(
    ("line", "is_aside"),
    [
        ("**Related:** [Mayor says “no” to tram plan](https://post.example/1)", True),
        ("[Mayor says “no” to tram plan](#)", True),
        ("# [Mayor says “no” to tram plan](#)", False),
        ("The [mayor](#) said “no” to the tram plan on Monday.", False),
    ],
)
def test_a_line_that_is_a_link_leads_elsewhere(line: str, is_aside: bool) -> None:
    assert (line in marked(*STORY[:2], line, *STORY[2:])) == is_aside
