"""Words are found again, and never other ones."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quotes.verdicts.anchors import cuts_a_word, find_anchor, find_words, make_anchor
from quotes.verdicts.plain import PlainText, plain

from .newsroom import Newsroom

STORY = (
    "The ferry was late again. “We waited an hour at the quay,” Ada Moreau said. "
    "Nobody came. “No,” Bo Kim said when he was asked. “No,” said Cleo Brandt, too."
)


def moved(text: str, words: str, changed: str, *, nth: int = 0) -> str | None:
    """The words as they are found in the changed text."""
    start = [found.start() for found in re.finditer(re.escape(words), text)][nth]
    anchor = make_anchor(PlainText(text), [(start, start + len(words))])
    spans = find_anchor(PlainText(changed), anchor)
    return spans and " … ".join(changed[one:other] for one, other in spans)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("“The ﬁrst\n\tone”", '"The first one"'),
        ("don’t", "don't"),
        ("caf\u00e9", "cafe\u0301"),
        ("re\u00adport", "report"),
        ("a — b", "a ― b"),
        (" a\u00a0\u200bb ", "a b"),
    ],
)
def test_plain_words(text: str, same: str) -> None:
    assert plain(text) == plain(same)
    assert PlainText(text).words.strip() == plain(text)


@pytest.mark.parametrize(("one", "other"), [("so", "So"), ("a–b", "a-b"), ("was", "wasn't")])
def test_other_words_stay_other_words(one: str, other: str) -> None:
    assert plain(one) != plain(other)


@pytest.mark.parametrize(
    "changed",
    [
        STORY,
        f"Corrected on Monday. {STORY}",
        STORY.replace("Nobody came. ", ""),
        STORY.replace("The ferry was late again.", "The ferry came late."),
        STORY.replace("“", '"').replace("”", '"').replace(" at", "\n  at"),
        f"{STORY} " * 2,
        "“We waited an hour at the quay,” she had told us.",
    ],
)
def test_long_words_are_found_wherever_they_stand(changed: str) -> None:
    found = moved(STORY, "“We waited an hour at the quay,”", changed)
    first = f"{STORY} " * 2 == changed  # they stand twice, with the same words around them
    assert (found is None) if first else plain(found or "") == '"We waited an hour at the quay,"'


@pytest.mark.parametrize(
    "changed",
    [
        "",
        STORY.replace("an hour", "two hours"),
        STORY.replace("waited", "did not wait"),
        STORY.replace("quay,”", "quays,”"),
        STORY.replace("“We waited", "“We waited,” she said. “We waited").replace("hour", "hours"),
    ],
)
def test_other_words_are_not_taken_for_them(changed: str) -> None:
    assert moved(STORY, "“We waited an hour at the quay,”", changed) is None


@pytest.mark.parametrize(
    ("words", "changed"),
    [
        ("can", "they can't say"),
        ("can", "they can\u2019t say"),
        ("5", "it costs 5.2 pounds"),
        ("5", "it costs $5 today"),
        ("5", "about 5% of them"),
        ("born", "foreign-born men"),
        ("cafe", "a caf\u00e9"),
        ("no", "in the north"),
    ],
)
def test_a_part_of_a_word_is_another_word(words: str, changed: str) -> None:
    assert find_words(PlainText(changed), [words]) == []
    assert len(find_words(PlainText(f"so {words}, he said"), [words])) == 1


def test_which_of_the_same_words_is_told_by_what_is_around_them() -> None:
    for nth, who in enumerate(("Bo Kim", "Cleo Brandt")):
        changed = f"“No,” said Dov Adler. {STORY}"
        start = [found.start() for found in re.finditer("“No,”", STORY)][nth]
        anchor = make_anchor(PlainText(STORY), [(start, start + 5)])
        spans = find_anchor(PlainText(changed), anchor)
        assert spans is not None
        assert who in changed[spans[0][0] : spans[0][0] + 25]


def test_when_one_of_the_same_words_goes_the_other_is_not_taken_for_it() -> None:
    """Next to each other the text on one side is the same once one has gone: which one, nobody can
    tell."""
    near = STORY.replace("“No,” Bo Kim said when he was asked. ", "")
    assert moved(STORY, "“No,”", near, nth=0) is None
    between = STORY.replace(" “No,” said Cleo", " The wind was strong. “No,” said Cleo")
    without = between.replace("“No,” Bo Kim said when he was asked. ", "")
    assert moved(between, "“No,”", without, nth=0) is None
    assert moved(between, "“No,”", without, nth=1) == "“No,”"


def test_of_the_very_same_words_around_the_number_tells() -> None:
    text = "“No,” he said. " * 40
    assert moved(text, "“No,”", text, nth=17) == "“No,”"
    assert moved(text, "“No,”", text[15:], nth=17) is None


def test_a_few_words_need_something_of_what_was_around_them() -> None:
    text = "He was asked twice. “Yes,” he said at last, and left the room."
    assert moved(text, "“Yes,”", f"Later. {text}") == "“Yes,”"
    assert moved(text, "“Yes,”", "Another day. “Yes,” they shouted.") is None


def test_pieces_are_found_one_after_the_other() -> None:
    text = "“We go,” Ann Roe said, “and we come again.” She left. “We go,” he said."
    spans = ((0, 8), (text.index("“and"), text.index(" She")))
    anchor = make_anchor(PlainText(text), spans)
    assert find_anchor(PlainText(text), anchor) == spans
    changed = f"No. {text.replace('Ann Roe said', 'said Ann Roe')}"
    found = find_anchor(PlainText(changed), anchor)
    assert found is not None
    assert [changed[start:end] for start, end in found] == ["“We go,”", "“and we come again.”"]
    assert find_anchor(PlainText(text.replace("come", "stay")), anchor) is None


def test_what_begins_within_a_word_is_found_where_it_did() -> None:
    text = "They said so-and-so about preowned cars, and nothing else of note all day."
    start = text.index("owned")
    anchor = make_anchor(PlainText(text), [(start, start + 10)])
    assert not anchor.whole
    assert find_anchor(PlainText(text), anchor) == ((start, start + 10),)
    assert find_anchor(PlainText(text.replace("preowned", "owned")), anchor) is None


_words = st.text("ab .,'\"“”-\n", min_size=1, max_size=40)


@settings(max_examples=300)
@given(_words, st.data())
def test_in_the_same_text_the_same_place_is_found(text: str, data: st.DataObject) -> None:
    """Whatever the words are, and however often they stand there."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not plain(text[start:end]):
        return
    anchor = make_anchor(PlainText(text), [(start, end)])
    assert find_anchor(PlainText(text), anchor) == ((start, end),)


@settings(max_examples=300)
@given(_words, _words, st.integers(0, 39), st.integers(1, 40))
@example("so a b", "so a b's", 3, 6)
def test_what_is_found_is_always_the_very_words(
    text: str, changed: str, start: int, end: int
) -> None:
    """In any text, out of any other; and none of them stands within a word."""
    words = text[start:end]
    if words != words.strip() or not plain(words):
        return
    anchor = make_anchor(PlainText(text), [(start, min(end, len(text)))])
    spans = find_anchor(PlainText(changed), anchor)
    if spans is not None:
        assert [plain(changed[one:other]) for one, other in spans] == [plain(words)]
        assert not anchor.whole or not cuts_a_word(PlainText(changed), spans)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_whatever_becomes_of_a_story_no_paragraph_is_taken_for_another(seed: int) -> None:
    """Ten random edits, one after the other; each paragraph has a quote, some in the same words."""
    room = Newsroom(random.Random(seed))
    room.write(1, 8)
    (story,) = room.stories.values()
    text = story.article.text
    anchors = {}
    for found in re.finditer('"[^"]*"', text):
        number = story.paragraph_of([found.span()])
        anchors[number] = make_anchor(PlainText(text), [found.span()])
    words = {number: plain(anchor.pieces[0]) for number, anchor in anchors.items()}
    for _ in range(10):
        story = room.edit(story)
        text = story.article.text
        for number, anchor in anchors.items():
            spans = find_anchor(PlainText(text), anchor)
            if spans is not None:
                assert plain(text[spans[0][0] : spans[0][1]]) == words[number]
                assert story.paragraph_of(spans) == number
                anchors[number] = make_anchor(PlainText(text), spans)
