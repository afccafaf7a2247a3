"""Articles as paragraphs with their quotes marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotes.records import Offsets, Saying
from quotes.serve.marked import Marked, Note, marked

_text = st.text("ab “”.\n\r\t", max_size=60)
_spans = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=3)


def _note(number: int, content: list[Offsets], cue: list[Offsets] | None = None) -> Note:
    quote = Saying(
        id=f"{number:016x}",
        article_id="a",
        kind="direct",
        act="speech",
        text="",
        content=tuple(content),
        cue=tuple(cue or []),
        confidence=0.5,
        occurrences=1,
        first_article="a",
    )
    return Note(number=number, quote=quote)


def _whole(found: Marked) -> str:
    return "".join(
        "".join(piece.text for piece in one.pieces) + one.after for one in found.paragraphs
    )


def test_quotes_in_quotes_and_over_paragraphs() -> None:
    text = "He said she said no.\n\nNever. Ever."
    outer, inner = _note(1, [(8, 28)], [(3, 7)]), _note(2, [(17, 19)], [(12, 16)])
    first, second = marked(text, [outer, inner], chosen=inner.quote.id).paragraphs
    assert [(piece.text, piece.kinds) for piece in first.pieces] == [
        ("He ", ()),
        ("said", ("cue",)),
        (" ", ()),
        ("she ", ("content",)),
        ("said", ("content", "cue", "chosen")),
        (" ", ("content",)),
        ("no", ("content", "inner", "chosen")),
        (".", ("content",)),
    ]
    assert first.after == "\n\n"
    assert first.notes == (outer, inner)
    assert [(piece.text, piece.opened) for piece in second.pieces] == [
        ("Never.", ((outer, ""),)),
        (" Ever.", ()),
    ]
    assert second.notes == ()
    assert first.pieces[1].told == "cue of 1"


def test_lines_that_a_width_broke_are_one_paragraph() -> None:
    lines = [
        "The council of the harbour town met on Monday",
        "evening to hear what the engineers had found",
        "below the bridge and to talk about the money",
        "that is needed before the winter begins, and",
        "nobody was surprised that it was far too much",
        "for a town of that size and of those means.",
    ]
    found = marked("\n".join(lines) + "\n\nNobody spoke.", [])
    assert [one.after for one in found.paragraphs] == ["\n\n", ""]


def test_what_has_no_place_is_left() -> None:
    nowhere = [_note(1, [(50, 60)]), _note(2, [(1, 2)])]
    assert marked("a \n b", nowhere).others == tuple(nowhere)
    assert marked("", nowhere).others == tuple(nowhere)


@given(_text, st.lists(_spans, max_size=5), st.integers(0, 60), st.integers(0, 60))
def test_the_text_is_whole_and_each_quote_begins_once(
    text: str, spans: list[list[Offsets]], start: int, end: int
) -> None:
    notes = [_note(number, content) for number, content in enumerate(spans, 1)]
    found = marked(text, notes, start, end)
    assert _whole(found) == text[start:end]
    pieces = [piece for one in found.paragraphs for piece in one.pieces]
    begun = [id for piece in pieces for _, id in piece.opened if id]
    assert len(set(begun)) == len(begun)
    assert {*begun, *(note.quote.id for note in found.others)} == {n.quote.id for n in notes}
    assert [id for one in found.paragraphs for id in (n.quote.id for n in one.notes)] == begun
