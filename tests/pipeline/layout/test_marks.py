"""Pairs of quotation marks, found on blank English Docs."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from quotes.pipeline.layout.marks import Marks, find_marks
from tests.counted import steps


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


CASES = [
    # every style
    ("He said “We will go,” and left.", ["“We will go,”"]),
    ('He said "We will go," and left.', ['"We will go,"']),
    ("He said ‘We will go,’ and left.", ["‘We will go,’"]),
    ("He said 'We will go,' and left.", ["'We will go,'"]),
    ("He said «We will go» and left.", ["«We will go»"]),
    ("He said « We will go » and left.", ["« We will go »"]),
    ("He said »We will go« and left.", ["»We will go«"]),
    ("He said „We will go“ and left.", ["„We will go“"]),
    ("He said „We will go” and left.", ["„We will go”"]),
    ("He said ``We will go,'' and left.", ["``We will go,''"]),
    ("He said ''We will go,'' and left.", ["''We will go,''"]),
    ("He said `We will go,' and left.", ["`We will go,'"]),
    ("He said ”We will go,” and left.", ["”We will go,”"]),
    # mismatched
    ('“We will go," he said. "Soon.”', ['“We will go,"', '"Soon.”']),
    ("“We will go,“ he said.", ["“We will go,“"]),
    ("\"We will go,'' he said.", ["\"We will go,''"]),
    # never closed: what comes after may be the reporter's, unless the next paragraph goes on
    ("“We won. The law passed, and “trees” grow.", ["“We won.", "“trees”"]),
    # nor when a later mark, which has lost its own partner, seems to close it
    (
        "It was “full. The “old” law and the “new” one passed. We go,” he said.",
        ["“full.", "“old”", "“new”"],
    ),
    (
        'It was “full. The "old" law and the "new" one passed. We go,” he said.',
        ["“full.", '"old"', '"new"'],
    ),
    (
        "It was “full. " + "It was so. " * 100 + "The “old” law. We go,” he said.",
        ["“full.", "“old”"],
    ),
    (
        'He said "we won. The law passed. "Now we rest," he added. "Bye."',
        ['"we won.', '"Now we rest,"', '"Bye."'],
    ),
    (
        "He cried: 'We won. The law passed. Some booed. It was the voters' choice. We rest.",
        ["'We won."],
    ),
    ("He spoke of ‘the old ways’ again.", ["‘the old ways’"]),
    (
        'She typed "ask if "go" stands beside the "halt" key," and left.',
        ['"ask if "go" stands beside the "halt" key,"', '"go"', '"halt"'],
    ),
    ("He said “I told them “no” twice,” and left.", ["“I told them “no” twice,”", "“no”"]),
    ("He said: “We won. The law was passed.", ["“We won."]),
    ("“We won. We sang.\n\n“We slept,” he said.", ["“We won. We sang.", "“We slept,”"]),
    ('"We march. Some are marked as "going," he said.', ['"We march.', '"going,"']),
    # never closed, or with a stray mark
    ('He said: "We will go.\n\nThen he left.', ['"We will go.']),
    ("He said: 'We will go.\nThen he left.", ["'We will go."]),
    ('We will go," he said.', []),
    ("He saw ‘the old bridge and went home. It rained.", []),
    ("We will go,” he said. “Soon.”", ["“Soon.”"]),
    ('"Hello, "he said. "Bye."', ['"Hello, "', '"Bye."']),
    # reopened at each paragraph
    ('"One.\n\n"Two.\n\n"Three," he said.', ['"One.', '"Two.', '"Three,"']),
    ("“One.\n“Two,” he said.", ["“One.", "“Two,”"]),
    ("‘One.\n\n‘Two,’ he said.", ["‘One.", "‘Two,’"]),
    # a line break inside a paragraph bounds nothing
    ('"One\ntwo," he said.\n\nEnd.', ['"One\ntwo,"']),
    # apostrophes
    ("The Russians' tank and the miners' pay don't matter.", []),
    ("’tis the season, 'twas the '90s, rock 'n' roll in the ’08 crash.", []),
    (
        "'We can't see the Russians' tanks here,' she said.",
        ["'We can't see the Russians' tanks here,'"],
    ),
    ("‘It is the players’ choice’, he said.", ["‘It is the players’ choice’"]),
    ("Mr O'Neill met Qur'an scholars of the Ka‘ba.", []),
    # measures
    ('He is 6\'2" tall, the pipe 5" wide.', []),
    ('"He is 6\'2" tall," she said.', ['"He is 6\'2" tall,"']),
    # nested
    ("“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”", "‘no’"]),
    ("‘He said “no” to me,’ she said.", ["‘He said “no” to me,’", "“no”"]),
    ("“He said “no” to me,” she said.", ["“He said “no” to me,”", "“no”"]),
    ("“It was ‘bad,’” he said.", ["“It was ‘bad,’”", "‘bad,’"]),
    # glued to its neighbours
    ("It makes a difference.“We will go,” he said.", ["“We will go,”"]),
    ("A word (“quoted”) here – “and here” – too.", ["“quoted”", "“and here”"]),
    ("Not at the start of a token: here—“and here”—too.", []),
    ("", []),
    ('"', []),
    (" ' \n\n “ ", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_finds_marks(nlp: Language, text: str, expected: list[str]) -> None:
    assert [span.text for span in find_marks(nlp(text))] == expected


def test_component_writes_the_group(nlp: Language) -> None:
    doc = Marks()(nlp("“We will go,” he said."))
    assert [(span.text, span.label_) for span in doc.spans["marks"]] == [("“We will go,”", "MARK")]


@settings(max_examples=300)
@given(st.text(st.sampled_from("“”„«»\"‘’'` \n.,:s9aAbB—(") | st.characters(codec="utf-8")))
def test_any_text(nlp: Language, text: str) -> None:
    doc = nlp(text)
    for span in find_marks(doc):
        assert span.text.startswith(("“", "„", "«", "``", '"', "''", "”", "»", "‘", "`", "'"))
        assert doc.text[span.start_char : span.end_char] == span.text


UNITS = ['"a ', "'a ", "“", "“a ", "as' ", "\n ", " 'as' \"", "'\"s “", "a “b ‘c "]


@pytest.mark.parametrize("unit", UNITS)
def test_steps_grow_with_the_text_alone(nlp: Language, unit: str) -> None:
    docs = [nlp(unit * n) for n in (200, 800)]
    small, large = (steps(lambda doc=doc: find_marks(doc)) for doc in docs)
    assert large < 5 * small


@pytest.mark.parametrize("unit", UNITS)
def test_lengths_grow_with_the_text_alone(nlp: Language, unit: str) -> None:
    """Later steps go through all words between marks, which must not be many more than the text
    has."""
    small, large = (sum(map(len, find_marks(nlp(unit * n)))) for n in (200, 800))
    assert large < 5 * small + 100


def test_of_very_many_open_marks_the_first_open_nothing(nlp: Language) -> None:
    found = find_marks(nlp("“a " * 30 + "end”"))
    assert len(found) == 20
    assert [span.start for span in found] == list(range(20, 60, 2))
