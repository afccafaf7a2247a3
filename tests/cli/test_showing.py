"""A quote in its paragraphs."""

from __future__ import annotations

from quotes.cli.showing import facts, paragraphs
from quotes.records import Article, Offsets, Quote

TEXT = 'Before.\n"One," she said. "Two."\n\nBetween.\n\n"Three\nlines.'


def quote(*content: Offsets) -> Quote:
    return Quote(
        id="0" * 16,
        article_id="a",
        kind="direct",
        act="speech",
        text="",
        content=content,
        confidence=0.5,
    )


def place(words: str) -> Offsets:
    start = TEXT.index(words)
    return start, start + len(words)


def test_pieces_in_one_paragraph() -> None:
    shown = list(paragraphs(quote(place('"One,"'), place('"Two."')), TEXT))
    assert shown == ['[["One,"]] she said. [["Two."]]']


def test_pieces_in_two_paragraphs_leave_out_what_is_between() -> None:
    shown = list(paragraphs(quote(place('"Two."'), place('"Three')), TEXT))
    assert shown == ['"One," she said. [["Two."]]', '[["Three]]']


def test_a_piece_over_a_line_break() -> None:
    shown = list(paragraphs(quote(place('"Three\nlines.')), TEXT))
    assert shown == ['[["Three\nlines.]]']


def test_a_piece_that_ends_with_its_line() -> None:
    start, end = place('"Two."\n')
    assert list(paragraphs(quote((start, end - 1)), TEXT)) == ['"One," she said. [["Two."]]']


def test_what_is_not_known_is_left_out() -> None:
    names = [name for name, _ in facts(quote(place('"One,"')), Article(id="a", text=TEXT))]
    assert names == ["kind", "confidence", "article", "offsets", "id"]


def test_the_office_stands_beside_the_role() -> None:
    held = {"role": "leader", "affiliation": "Ruritania", "office": "King of Ruritania"}
    shown = facts(quote(place('"One,"')).model_copy(update=held), Article(id="a", text=TEXT))
    assert shown[:3] == list(held.items())
