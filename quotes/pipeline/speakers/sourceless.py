"""Speakers of what has no source: who spoke before, or the subject that follows "Citing …"."""

from __future__ import annotations

from bisect import bisect_right

from quotes.pipeline.attribution import Attribution
from quotes.pipeline.speakers.page import Page
from quotes.pipeline.speakers.people import People
from quotes.pipeline.speakers.pronouns import is_subject
from quotes.pipeline.speakers.someone import Someone
from quotes.records import Speaker

Said = tuple[Attribution, Speaker | None, Someone | None]
"""An attribution with its speaker, and the person of the article that it is."""


def continued(
    page: Page, people: People, attribution: Attribution, before: Said | None
) -> tuple[Speaker | None, Someone | None]:
    """The speaker of an attribution without a source. `before`: the one before it. A direct
    quotation goes on with the last speaker of this paragraph or, where it opens a paragraph, of the
    one before."""
    if attribution.cue:
        return _left_out(page, people, attribution, before)
    if attribution.kind != "direct" or before is None:
        return None, None
    last, speaker, someone = before
    start = attribution.content[0].start
    end = max(span.end for span in (*last.content, *last.cue, *last.source)) - 1
    same = page.paragraph[start] == page.paragraph[end]
    opens = start == 0 or not page.text[start - 1].strip()
    close = page.sentence[start] - page.sentence[end] <= (3 if opens else 1)
    return (speaker, someone) if close and (same or opens) else (None, None)


def _left_out(
    page: Page, people: People, attribution: Attribution, before: Said | None
) -> tuple[Speaker | None, Someone | None]:
    """Of "…, adding that …" the speaker before it in the sentence; of "Citing …, Smith said" the
    subject that comes after."""
    cue = attribution.cue[0].start
    if page.tag[cue] != "VBG":
        return None, None
    if cue == 0 or page.sentence[cue - 1] != page.sentence[cue]:
        after = _named_after(page, people, cue)
        return (after.record, after) if after else (None, None)
    if before is not None and page.sentence[before[0].content[0].start] == page.sentence[cue]:
        return before[1:]
    return None, None


def _named_after(page: Page, people: People, at: int) -> Someone | None:
    """The first subject by name in the rest of a sentence."""
    mentions = people.mentions
    for number in range(bisect_right(mentions, at, key=lambda m: m.start), len(mentions)):
        if page.sentence[mentions[number].start] != page.sentence[at]:
            break
        if is_subject(page, mentions[number]):
            return people.owner[mentions[number].start]
    return None
