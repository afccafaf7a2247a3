"""Web Annotations: the form of the standard, and offsets and words that find the text again."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given, settings

from quotes.export import How, export
from quotes.export.as_webannotation import AROUND, address, annotation
from quotes.records import Article, Quote, Saying, Speaker
from tests.export.build import HOSTILE_IDS, finder, talks
from tests.store.build import make_article, make_quote


def page(quotes: Sequence[Quote], how: How) -> dict[str, Any]:
    """The whole page, read as any program reads JSON."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.jsonld"
        assert export(quotes, path, "webannotation", how=how) == len(quotes)
        found: dict[str, Any] = json.loads(path.read_bytes())
    return found


def test_the_page() -> None:
    how = How(article=make_article)
    one = make_quote(make_article())
    found = page([one, make_quote(make_article("b"), id="é")], how)
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert found["type"] == "AnnotationPage"
    assert [item["id"] for item in found["items"]] == [f"urn:quotes:{one.id}", "urn:quotes:%C3%A9"]
    assert found["id"].startswith("urn:quotes:page:")
    assert found["id"] == page([one, make_quote(make_article("b"), id="é")], how)["id"]
    assert found["id"] != page([one], how)["id"]
    assert page([], how)["items"] == []


def test_an_annotation() -> None:
    article = make_article(url="https://example.org/bridge")
    quote = make_quote(
        article,
        id="1a",
        content=((0, 4), (5, 11)),
        cue=((46, 50),),
        speaker=Speaker(name="Chloé Dupont", id="dupont"),
        said_on=dt.date(2021, 2, 28),
    )
    found = annotation(quote, article)
    assert found["motivation"] == "identifying"
    assert [(body["type"], body["purpose"], body["value"]) for body in found["body"]] == [
        ("TextualBody", "identifying", "Chloé Dupont"),
        ("TextualBody", "describing", "Mayor"),
        ("TextualBody", "tagging", "direct"),
        ("TextualBody", "tagging", "speech"),
        ("TextualBody", "tagging", "factual"),
    ]
    assert found["target"][1] == {
        "type": "SpecificResource",
        "source": "https://example.org/bridge",
        "selector": [
            {"type": "TextPositionSelector", "start": 5, "end": 11},
            {
                "type": "TextQuoteSelector",
                "exact": "bridge",
                "prefix": "“The ",
                "suffix": article.text[11 : 11 + AROUND],
            },
        ],
    }
    ours = {key: value for key, value in found.items() if key.startswith("urn:quotes:")}
    assert ours == {
        "urn:quotes:article_id": "bridge.txt",
        "urn:quotes:title": "Bridge to open",
        "urn:quotes:date": "2021-03-01",
        "urn:quotes:url": "https://example.org/bridge",
        "urn:quotes:publisher": "The Courier",
        "urn:quotes:kind": "direct",
        "urn:quotes:act": "speech",
        "urn:quotes:factuality": "factual",
        "urn:quotes:text": quote.text,
        "urn:quotes:cue": "46-50",
        "urn:quotes:speaker": "Chloé Dupont",
        "urn:quotes:speaker_id": "dupont",
        "urn:quotes:speaker_type": "person",
        "urn:quotes:role": "Mayor",
        "urn:quotes:said_on": "2021-02-28",
        "urn:quotes:confidence": 0.9,
    }


def test_a_speaker_of_wikidata_is_told_by_the_address_there() -> None:
    who = Speaker(name="Chloé Dupont", id="dupont", wikidata="Q7 a")
    bodies = annotation(make_quote(make_article(), speaker=who), make_article())["body"]
    address = "http://www.wikidata.org/entity/Q7%20a"
    entity = {"type": "SpecificResource", "purpose": "identifying", "source": address}
    assert entity in bodies


def test_without_a_speaker_the_source_is_shown() -> None:
    quote = make_quote(make_article(), speaker=None, role=None, source_text="a guard")
    bodies = annotation(quote, make_article())["body"]
    assert bodies[0] == {"type": "TextualBody", "purpose": "identifying", "value": "a guard"}
    assert len(bodies) == 4
    assert (
        len(annotation(quote.model_copy(update={"source_text": None}), make_article())["body"]) == 3
    )


def test_sayings_have_their_fields() -> None:
    saying = Saying(**dict(make_quote(make_article())), occurrences=3, first_article="b")
    (item,) = page([saying], How(model=Saying, article=make_article))["items"]
    assert (item["urn:quotes:occurrences"], item["urn:quotes:first_article"]) == (3, "b")
    (item,) = page([saying], How(article=make_article))["items"]
    assert "urn:quotes:occurrences" not in item


@pytest.mark.parametrize(
    "url, source",
    [
        ("https://example.org/a?b=1#c", "https://example.org/a?b=1#c"),
        ("https://example.org/é ü", "https://example.org/%C3%A9%20%C3%BC"),
        ("example.org/a", "urn:quotes:article:a%201.txt"),
        ("javascript:alert(1)", "urn:quotes:article:a%201.txt"),
        (None, "urn:quotes:article:a%201.txt"),
    ],
)
def test_the_address(url: str | None, source: str) -> None:
    assert address(make_article("a 1.txt", url=url)) == source


@pytest.mark.parametrize("id", HOSTILE_IDS)
def test_hostile_ids_make_one_address(id: str) -> None:
    found = address(make_article(id, url=None))
    assert found.isascii() and found.isprintable() and " " not in found
    assert unquote(urlsplit(found).path) == f"quotes:article:{id}"


@settings(max_examples=40)
@given(talks())
def test_selectors_find_the_words(quotes: list[Quote]) -> None:
    find = finder(quotes)
    items = page(quotes, How(article=find))["items"]
    for quote, item in zip(quotes, items, strict=True):
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        assert [spans_of(target) for target in targets] == list(quote.content)
        for target in targets:
            check_words(find(quote.article_id), *spans_of(target), target["selector"][1])


def spans_of(target: dict[str, Any]) -> tuple[int, int]:
    return target["selector"][0]["start"], target["selector"][0]["end"]


def check_words(article: Article, start: int, end: int, selector: dict[str, Any]) -> None:
    exact, prefix, suffix = selector["exact"], selector["prefix"], selector["suffix"]
    assert exact == article.text[start:end]
    assert article.text[: start + len(exact)].endswith(prefix + exact)
    assert article.text[start:].startswith(exact + suffix)
    assert len(prefix) == min(start, AROUND)
    assert len(suffix) == min(len(article.text) - end, AROUND)
