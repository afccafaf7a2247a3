"""said_on, on hand-built Docs: [content], {cue} and <source> are marked in the text."""

from __future__ import annotations

import datetime as dt
import re

import pytest
import spacy
from spacy.tokens import Doc, Span

from quotes.pipeline.attribution import Attribution, attributions, set_attributions
from quotes.pipeline.context import KEY, set_context
from quotes.pipeline.dates.said_on import add_dates

DAY = "2020-11-21"  # a Saturday


def build(marked: str, date: str | None = DAY, title: str | None = None) -> Doc:
    """A Doc of one attribution, or of two where 1 or 2 (9: both) follow."""
    text, parts, last = "", [], 0
    for match in re.finditer(r"[\[{<](?P<in>[^\]}>]*)[\]}>](?P<number>\d?)", marked):
        text += marked[last : match.start()]
        group = {"[": "content", "{": "cue", "<": "source"}[match.group()[0]]
        parts.append((match["number"] or "0", group, len(text), len(text) + len(match["in"])))
        text, last = text + match["in"], match.end()
    doc = spacy.blank("en")(text + marked[last:])
    for token in doc:
        token.is_sent_start = token.i == 0 or doc[token.i - 1].text in ".\n\n"
    found = []
    for number in sorted({part[0] for part in parts}):
        spans: dict[str, list[Span]] = {"content": [], "cue": [], "source": []}
        for other, group, start, end in parts:
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is not None and other in (number, "9"):
                spans[group].append(span)
        if spans["content"]:
            found.append(Attribution(number, spans["content"], spans["cue"], spans["source"]))
    set_attributions(doc, found)
    day = dt.date.fromisoformat(date) if date else None
    set_context(doc, title=title, date=day)
    return doc


def said_on(doc: Doc) -> list[str | None]:
    found = attributions(add_dates(doc))
    return [one.said_on.isoformat() if one.said_on else None for one in found]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # next to the cue
        ("<Ames> {said} Saturday [he would stay].", "2020-11-21"),
        ("<Ames> {said} on Wednesday that [he would stay].", "2020-11-18"),
        ('["We stay,"] <Ames> {told} reporters in Oslo late on Sunday.', "2020-11-15"),
        ('["We stay,"] {said} <Ames> on Friday evening.', "2020-11-20"),
        ('["We stay,"] {said} <Ames>, speaking Friday in Oslo.', "2020-11-20"),
        ("<Ames> later Saturday {thanked} [his voters].", "2020-11-21"),
        ("<Ames> {said} during a call earlier Monday that [there were offers].", "2020-11-16"),
        ("<Ames> {called} Saturday {for} [more ships], a day after troops left.", "2020-11-21"),
        ("<Ames> {said} yesterday that [he would stay].", "2020-11-20"),
        ("<Ames> {said} today [he would stay].", "2020-11-21"),
        ("<Ames> {said} on Tues. [he would stay].", "2020-11-17"),
        # last
        ("<Ames> {noted} last Thursday that [it was late].", "2020-11-19"),
        ("<Ames> {noted} last Saturday that [it was late].", "2020-11-14"),
        # dates
        ("<Ames> {said} on Nov. 9 that [it was late].", "2020-11-09"),
        ("<Ames> {said} on Monday, Nov. 9, that [it was late].", "2020-11-09"),
        ("<Ames> {said} on November 9, 2020, that [it was late].", "2020-11-09"),
        ("<Ames> {said} on 9 November 2020 that [it was late].", "2020-11-09"),
        ("<Ames> {said} on 2020-11-09 that [it was late].", "2020-11-09"),
        ("<Ames> {said} on December 30 that [it was late].", None),
        ("<Ames> {said} on March 5 that [it was late].", "2020-03-05"),
        ("<Ames> {said} on February 30, 2020, that [it was late].", None),
        ("<Ames> {said} on 2020-13-45 that [it was late].", None),
        # the scene
        ("Speaking at a meeting on Wednesday, <Ames> {called} [it a day].", "2020-11-18"),
        ("Also on Wednesday, <Ames> {said} that [it was late].", "2020-11-18"),
        ("On Wednesday <Ames> {said} that [it was late].", "2020-11-18"),
        ("In talks with Berg and Carr on Friday, <Ames> {said} [it was late].", "2020-11-20"),
        # a day after
        ("A day after Thursday, <Ames> {said} [it was late].", "2020-11-20"),
        # not about the saying
        ("<Ames> {said} [the vote was held on Friday].", None),
        ("<Ames> {said} after Friday's vote that [it was late].", None),
        ("After troops moved in on Friday, <Ames> {said} [it was late].", None),
        ("Troops moved in on Friday and <Ames> {said} [it was late].", None),
        ("Ames, who was elected on Friday, {said} [it was late].", None),
        ("<Ames> {said} of the Monday meeting [it was late].", None),
        ("<Ames> {told} the Mail on Sunday [it was late].", None),
        ("<Ames> {told} the Sunday Times [it was late].", None),
        ("<Ames> {said} next Monday [would be late].", None),
        ("<Ames> {said} on Monday last week that [it was late].", None),
        ("<Ames> {says} every Monday that [it is late].", None),
        ("<Ames> will {announce} on Monday [what to do].", None),
        ("<Ames> {said} [it was late]. He left on Friday.", None),
        ("On Friday it rained. <Ames> {said} [it was late].", None),
        # headlines
        ("<Ames> {said} on Friday [it was late]", None),
        ("# <Ames> {said} on Friday [it was late].", None),
        # no cue
        ('["We stay."] On Friday it rained.', None),
    ],
)
def test_said_on(marked: str, expected: str | None) -> None:
    assert said_on(build(marked)) == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "<Ames>1 {said}1 Monday [it rained]1, while <Berg>2 {said}2 on Tuesday [it snowed]2.",
            ["2020-11-16", "2020-11-17"],
        ),
        (
            "Speaking on Monday, <Ames>9 {called}1 [it late]1, {hailing}2 [the “courage”]2.",
            ["2020-11-16", "2020-11-16"],
        ),
        (
            "<Ames>9 {said}1 on Monday that [it was late]1, {adding}2 that [he was tired]2.",
            ["2020-11-16", "2020-11-16"],
        ),
        (
            "<Ames>1 {said}1 [it was late]1, and <Berg>2 {said}2 on Tuesday [it was not]2.",
            [None, "2020-11-17"],
        ),
    ],
)
def test_two_in_one_sentence(marked: str, expected: list[str | None]) -> None:
    assert said_on(build(marked)) == expected


def test_cue_inside_another_content() -> None:
    doc = spacy.blank("en")("Ames said that Berg on Monday called it late.")
    outer = Attribution("0", [doc[3:9]], [doc[1:2]], [doc[0:1]])
    inner = Attribution("1", [doc[7:9]], [doc[6:7]], [doc[3:4]])
    set_attributions(doc, [outer, inner])
    set_context(doc, date=dt.date(2020, 11, 21))
    assert said_on(doc) == [None, "2020-11-16"]


def test_tags_tell_other_verbs() -> None:
    doc = build("A bank collapsed Friday, <Ames> {said} [it was late].")
    doc[2].tag_ = "VBD"
    assert said_on(doc) == [None]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<Ames> {said} on Monday that [it was late].", None),
        ("<Ames> {said} on Nov. 9 that [it was late].", None),
        ("<Ames> {said} yesterday that [it was late].", None),
        ("<Ames> {said} on Nov. 9, 2020, that [it was late].", "2020-11-09"),
    ],
)
def test_without_the_articles_date(marked: str, expected: str | None) -> None:
    assert said_on(build(marked, date=None)) == [expected]
    doc = build(marked)
    del doc.user_data[KEY]
    assert said_on(doc) == [expected]


def test_title_is_a_headline() -> None:
    title = "Ames said on Friday he stays!"
    doc = build("<Ames> {said} on Friday [he stays]!", title=title)
    assert said_on(doc) == [None]


def test_a_doc_without_attributions_or_sentences() -> None:
    assert said_on(spacy.blank("en")("It rained on Friday.")) == []
    assert said_on(spacy.blank("en")("")) == []


@pytest.mark.parametrize(
    ("marked", "date"),
    [
        ("<Ames> {said} last Friday [he would stay].", "0001-01-01"),
        ("<Ames> {said} Saturday [he would stay].", "0001-01-03"),
        ("<Ames> {said} yesterday that [he would stay].", "0001-01-01"),
        ("<Ames> {said} on Dec. 30 that [he would stay].", "0001-01-01"),
        ("<Ames> {said} a day after Friday [he would stay].", "9999-12-31"),
        ("<Ames> {said} a day after Dec. 31, 9999 [he would stay].", None),
    ],
)
def test_days_outside_of_the_calendar_are_none(marked: str, date: str | None) -> None:
    assert said_on(build(marked, date)) == [None]


def test_a_sentence_without_end_is_looked_at_near_the_cue() -> None:
    far = "<Ames> " + "again and " * 60 + "{said} Friday [he would stay] " + "or not " * 60
    assert said_on(build(far)) == ["2020-11-20"]
