"""Quotes are corrected, confirmed, dropped and given back, by whoever may; all else is said."""

from __future__ import annotations

import html
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from quotes.records import Quote
from quotes.serve.guard import csrf_of
from quotes.serve.settings import Limits, Settings
from quotes.store import Fix, Store

from ..conftest import asking

TOKEN = "a-token-of-ours"
CSRF = csrf_of(Settings(place="", edit=True, token=TOKEN))
BEARER = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def editor(own_newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """Somebody with the token, who can correct the quotes of a store of the test's own."""
    monkeypatch.setenv("QUOTES_USER", "Jo")
    client = asking(own_newsroom, edit=True, token=TOKEN)
    client.get("/", params={"token": TOKEN})
    return client


def _quote(place: Path, text: str) -> Quote:
    with Store(place, read_only=True) as store:
        return next(one for one in store.quotes(act="all", factuality="all") if text in one.text)


def _fixes(place: Path) -> list[Fix]:
    with Store(place, read_only=True) as store:
        return store.fixes()


def _form(client: TestClient, address: str) -> dict[str, str]:
    """The fields of the form that has most on a page, as a browser would send them."""
    page = client.get(address).text
    form = max(re.findall(r"<form.*?</form>", page, re.DOTALL), key=len)
    fields = re.findall(r'<input[^>]* name="(\w+)"[^>]* value="([^"]*)"', form)
    fields += re.findall(r'<textarea[^>]* name="(\w+)"[^>]*>\n([^<]*)<', form)
    for name, choices in re.findall(r'<select[^>]* name="(\w+)">(.*?)</select>', form, re.DOTALL):
        fields += [(name, value) for value in re.findall(r'value="(\w+)" selected', choices)]
    return {name: html.unescape(value) for name, value in fields}


@pytest.mark.parametrize("address", ["/correct/ab", "/doubts", "/fixes"])
@pytest.mark.parametrize("api", ["", "/api"])
def test_nothing_can_be_changed_unless_started_so(newsroom: Path, api: str, address: str) -> None:
    for client in (asking(newsroom), asking(newsroom, token=TOKEN)):
        answer = client.get(f"{api}{address}", headers=BEARER)
        assert answer.status_code == 403
        assert "start it with 'quotes serve --edit'" in html.unescape(answer.text)
        post = client.post(f"{api}/correct/ab", data={"do": "drop"}, headers=BEARER)
        assert post.status_code == 403


def test_links_to_correct_are_for_editors(newsroom: Path, editor: TestClient) -> None:
    for address in ("/", "/quotes", "/quotes?words=bridge"):
        assert "/correct/" not in asking(newsroom).get(address).text
        assert "/correct/" in editor.get(address).text


@pytest.mark.parametrize("address", ["/correct/ab", "/doubts", "/fixes"])
def test_without_the_token_nobody_edits(own_newsroom: Path, address: str) -> None:
    client = asking(own_newsroom, edit=True, token=TOKEN)
    assert client.get(address).status_code == 403
    assert client.post("/correct/ab", data={"csrf": CSRF, "do": "drop"}).status_code == 403


def test_a_quote_is_changed_by_its_form(own_newsroom: Path, editor: TestClient) -> None:
    quote = _quote(own_newsroom, "Not one crack")
    sent = _form(editor, f"/correct/{quote.id}")
    assert (sent["speaker"], sent["kind"], sent["by"]) == ("Nils Berg", "direct", "Jo")
    sent |= {"speaker": "Ada Moreau", "role": "mayor", "said_on": "2021-02-28", "note": "misread"}
    answer = editor.post(f"/correct/{quote.id}", data={**sent, "do": "change"})
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/article?id=bridge.html&quote={quote.id}#q-{quote.id}"
    changed = _quote(own_newsroom, "Not one crack")
    assert changed.speaker and changed.speaker.name == "Ada Moreau"
    assert (changed.role, str(changed.said_on), changed.checked_by) == ("mayor", "2021-02-28", "Jo")
    (fix,) = _fixes(own_newsroom)
    assert set(fix.fields) == {"speaker", "role", "said_on"}
    assert fix.note == "misread"


def test_an_emptied_field_is_taken_away(own_newsroom: Path, editor: TestClient) -> None:
    quote = _quote(own_newsroom, "The toll stays")
    sent = _form(editor, f"/correct/{quote.id}") | {"via": "", "speaker": "", "do": "change"}
    assert editor.post(f"/correct/{quote.id}", data=sent).status_code == 303
    changed = _quote(own_newsroom, "The toll stays")
    assert (changed.via, changed.speaker) == (None, None)


def test_confirm_then_drop_then_undo(own_newsroom: Path, editor: TestClient) -> None:
    quote = _quote(own_newsroom, "So will my dog")
    address = f"/correct/{quote.id}"
    assert editor.post(address, data=_form(editor, address) | {"do": "confirm"}).status_code == 303
    assert [fix.what for fix in _fixes(own_newsroom)] == ["right"]
    assert "confirmed" in editor.get(address).text
    dropped = editor.post(address, data=_form(editor, address) | {"do": "drop"})
    assert dropped.headers["location"] == "/article?id=ferry.txt"
    page = editor.get(address)
    assert page.status_code == 200
    assert "This is no quote any more" in page.text
    assert "dropped" in editor.get("/fixes").text
    back = editor.post(address, data={"csrf": CSRF, "do": "undo", "back": "/fixes?limit=5"})
    assert back.headers["location"] == "/fixes?limit=5"
    assert _fixes(own_newsroom) == []
    assert _quote(own_newsroom, "So will my dog").id == quote.id


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"text": "nowhere at all"}, "the text stands nowhere in bridge.html"),
        ({"text": "  "}, "there are no words"),
        ({"said_on": "31.2.2021"}, "is no day"),
        ({"kind": "loud"}, "kind 'loud' is none of"),
        ({"content": "a-b"}, "content 'a-b' is no place"),
        ({"content": "0-99999"}, "0-99999 is no place"),
        ({"speaker": "Ada Moreau", "do": "confirm"}, "speaker should be another: change it"),
        ({"was": "0-0-0", "role": "x"}, "it has changed since this was shown"),
    ],
)
def test_what_was_typed_is_kept_beside_the_error(
    own_newsroom: Path, editor: TestClient, typed: dict[str, str], sentence: str
) -> None:
    quote = _quote(own_newsroom, "Not one crack")
    sent = _form(editor, f"/correct/{quote.id}") | {"note": "a note & more", "do": "change"} | typed
    answer = editor.post(f"/correct/{quote.id}", data=sent)
    assert answer.status_code == 422
    page = html.unescape(answer.text)
    assert sentence in page
    assert 'value="a note & more"' in page
    for name in typed.keys() - {"do", "was", "kind"}:
        assert typed[name] in page
    assert _fixes(own_newsroom) == []


def test_an_untouched_form_says_nothing(own_newsroom: Path, editor: TestClient) -> None:
    quote = _quote(own_newsroom, "Not one crack")
    sent = _form(editor, f"/correct/{quote.id}") | {"do": "change"}
    answer = editor.post(f"/correct/{quote.id}", data=sent)
    assert (answer.status_code, "this changes nothing" in answer.text) == (422, True)


def test_a_name_of_several_is_told_with_those(own_newsroom: Path, editor: TestClient) -> None:
    quotes = [_quote(own_newsroom, text) for text in ("Not one crack", "The toll stays", "my dog")]
    for quote, name in zip(quotes, ("Ann Roe", "Ben Roe", "Roe"), strict=True):
        sent = _form(editor, f"/correct/{quote.id}") | {"speaker": name, "do": "change"}
        answer = editor.post(f"/correct/{quote.id}", data=sent)
    assert answer.status_code == 422
    assert "'Roe' means 2 speakers" in html.unescape(answer.text)
    assert "Ann Roe (person, 1 quote)" in answer.text


def test_a_quote_that_went_meanwhile(own_newsroom: Path, editor: TestClient) -> None:
    quote = _quote(own_newsroom, "my dog")
    sent = _form(editor, f"/correct/{quote.id}") | {"role": "owner", "do": "change"}
    with Store(own_newsroom) as store:
        store.fix(quote.id, drop=True, by="Ann")
    answer = editor.post(f"/correct/{quote.id}", data=sent)
    assert answer.status_code == 404
    assert "This is no quote any more" in answer.text
    assert 'value="undo"' in answer.text
    with Store(own_newsroom) as store:
        store.undo(quote.id)
        store.remove(article="ferry.txt")
    answer = editor.post(f"/correct/{quote.id}", data=sent)
    assert answer.status_code == 404
    assert f"no quote '{quote.id}' is stored" in html.unescape(answer.text)


def test_a_locked_database_keeps_what_was_typed(own_newsroom: Path, editor: TestClient) -> None:
    quote = _quote(own_newsroom, "Not one crack")
    sent = _form(editor, f"/correct/{quote.id}") | {"role": "a welder", "do": "change"}
    limits = Limits(wait=0.01)
    client = asking(own_newsroom, edit=True, token=TOKEN, limits=limits)
    writer = sqlite3.connect(own_newsroom)
    writer.execute("BEGIN IMMEDIATE")
    answer = client.post(f"/correct/{quote.id}", data=sent, headers=BEARER)
    assert answer.status_code == 503
    assert 'value="a welder"' in answer.text
    writer.close()
    assert editor.post(f"/correct/{quote.id}", data=sent).status_code == 303


@pytest.mark.parametrize("csrf", [None, "", "0" * 64, TOKEN])
def test_a_form_from_elsewhere_changes_nothing(
    own_newsroom: Path, editor: TestClient, csrf: str | None
) -> None:
    quote = _quote(own_newsroom, "my dog")
    sent = {"do": "drop"} | ({} if csrf is None else {"csrf": csrf})
    assert editor.post(f"/correct/{quote.id}", data=sent).status_code == 403
    sent["csrf"] = CSRF
    elsewhere = {"origin": "http://evil.example"}
    assert editor.post(f"/correct/{quote.id}", data=sent, headers=elsewhere).status_code == 403
    assert _fixes(own_newsroom) == []


@pytest.mark.parametrize(
    ("back", "address"),
    [
        ("/doubts?skip=2", "/doubts?skip=2&by=Ann"),
        ("/doubts", "/doubts?by=Ann"),
        ("/fixes", "/fixes"),
        ("https://evil.example/doubts", None),
        ("//evil.example", None),
        ("/\\evil.example", None),
        ("javascript:alert(1)", None),
        ("http://[", None),
    ],
)
def test_it_leads_back_to_our_pages_only(
    own_newsroom: Path, editor: TestClient, back: str, address: str | None
) -> None:
    quote = _quote(own_newsroom, "my dog")
    sent = {"csrf": CSRF, "do": "confirm", "by": "Ann", "back": back}
    answer = editor.post(f"/correct/{quote.id}", data=sent)
    place = f"/article?id=ferry.txt&quote={quote.id}#q-{quote.id}"
    assert (answer.status_code, answer.headers["location"]) == (303, address or place)


def test_doubts_are_a_queue(own_newsroom: Path, editor: TestClient) -> None:
    seen: list[str] = []
    address = "/doubts?speaker=moreau"
    for _ in range(4):
        found = editor.get(f"/api{address}").json()
        if found["doubt"] is None:
            break
        seen.append(found["doubt"]["quote"]["text"])
        sent = _form(editor, address) | {"do": "confirm", "by": "Ann"}
        address = editor.post(f"/correct/{found['doubt']['quote']['id']}", data=sent).headers[
            "location"
        ]
    assert len(seen) == 3
    assert seen[0] == "“So will my dog,”"
    assert "Nothing to check" in editor.get(address).text
    assert {fix.by for fix in _fixes(own_newsroom)} == {"Ann"}


def test_doubts_are_skipped(editor: TestClient) -> None:
    first, second = (editor.get(f"/api/doubts?skip={n}").json()["doubt"]["quote"] for n in (0, 1))
    assert first["id"] != second["id"]
    assert second["text"].strip("“”,") in html.unescape(editor.get("/doubts?skip=1").text)
    assert "/doubts?skip=2" in html.unescape(editor.get("/doubts?skip=1").text)
    assert "begin again" in editor.get("/doubts?skip=99").text
    assert editor.get("/doubts?skip=-1").status_code == 422


def test_fixes_come_page_by_page(own_newsroom: Path, editor: TestClient) -> None:
    with Store(own_newsroom) as store:
        said = [store.confirm(one.id, by="Jo").quote_id for one in store.quotes(limit=5)]
    found: list[str] = []
    after: Any = ""
    while after is not None:
        page = editor.get(f"/api/fixes?limit=2&after={after}").json()
        found += [one["quote_id"] for one in page["fixes"]]
        after = page["next"]
    assert len(found) == 5
    assert set(found) == set(said)
    shown = editor.get("/fixes?limit=2").text
    assert shown.count('value="undo"') == 2
    assert 'rel="next"' in shown
    assert editor.get("/api/fixes?after=none").status_code == 404


def test_json_corrects_with_the_token_in_its_header(own_newsroom: Path) -> None:
    quote = _quote(own_newsroom, "Not one crack")
    client = asking(own_newsroom, edit=True, token=TOKEN)
    address = f"/api/correct/{quote.id}"
    shown = client.get(address, headers=BEARER).json()
    assert shown["quote"]["id"] == quote.id
    assert "“Not one crack,” he added" in shown["excerpt"]
    assert shown["speakers"][0] == "Nils Berg"
    said = {"role": "a diver", "by": "Ann", "was": shown["state"]}
    assert client.post(address, json=said).status_code == 403
    done = client.post(address, json=said, headers=BEARER)
    assert done.json()["fix"]["fields"] == {"role": [None, "a diver"]}
    late = client.post(address, json={**said, "role": "another"}, headers=BEARER)
    assert (late.status_code, "it has changed since" in late.json()["error"]) == (422, True)
    undone = client.post(address, data={"do": "undo"}, headers=BEARER)
    assert undone.json()["fix"]["what"] == "changed"
    for wrong in ({"do": "shout"}, {"speeker": "x"}, ["no"]):
        answer = client.post(address, json=wrong, headers=BEARER)
        assert answer.status_code == 422
        assert answer.json()["error"]


def test_a_hostile_article_is_only_shown(own_newsroom: Path, editor: TestClient) -> None:
    quote = _quote(own_newsroom, "Vote")
    page = editor.get(f"/correct/{quote.id}").text
    assert "<script" not in page
    assert "<img src=http" not in page
    sent = _form(editor, f"/correct/{quote.id}") | {"do": "confirm", "back": "/fixes"}
    assert editor.post(f"/correct/{quote.id}", data=sent).status_code == 303
    assert "<script" not in editor.get("/fixes").text
