"""Which office or description the article gives a speaker, in its own words."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span

from quotes.pipeline.attribution import Attribution, attributions
from quotes.pipeline.roles.belonging import belonging
from quotes.pipeline.roles.learned import learned
from quotes.pipeline.roles.relative import relative
from quotes.pipeline.speakers.descriptions import descriptions
from quotes.pipeline.speakers.listed import is_plural_role, singular
from quotes.pipeline.speakers.page import Page, read_page
from quotes.pipeline.speakers.rolephrases import QUOTES, Description, Rank
from quotes.pipeline.speakers.words import PRONOUNS

MENTIONS = "mentions"
ROLES = "roles"
NOT_SHOWN = QUOTES - {"'", "’"}
DASHES = frozenset({"-", "–", "—", ":"})
DETERMINERS = PRONOUNS | {"the", "a", "an", "another", "one", "some", "now", "currently"}
AGE_WORDS = DETERMINERS | {"year", "years", "old", "year-old", "aged"}
UNFINISHED = frozenset({"IN", "TO", "DT", "CC", "POS", "PRP$"})
"""Tags of words that no description ends with: it goes on in a quotation, or is cut."""
RELATIVES = frozenset({"WP", "WDT", "WP$"})
"""Tags of words that begin a clause, which is no longer what somebody is: "the courier whose …"."""
SINGULAR = {"Sens.": "Sen.", "Reps.": "Rep.", "Govs.": "Gov."}


def add_roles(doc: Doc) -> Doc:
    """Gives every attribution its `role`: the speaker's first full description of those at
    their names, else a bare title, else the words of a source such as "the Vermont senator".
    Reads `doc.spans["mentions"]`; None where the speaker is nobody, or no person. Writes
    `doc.spans["roles"]`: the descriptions, `id_` the full name."""
    found = attributions(doc)
    wanted = {name for a in found if (name := _person(a)) is not None}
    page = read_page(doc) if wanted else None
    best = _roles(page, wanted) if page is not None else {}
    roles = {key: text for key, d in best.items() if page is not None and (text := _words(page, d))}
    doc.spans[ROLES] = [
        Span(doc, d.start, d.end, label="ROLE", span_id=key) for key, d in best.items()
    ]
    for attribution in found:
        attribution.role = roles.get(_person(attribution) or "")
    return doc


def _person(attribution: Attribution) -> str | None:
    speaker = attribution.speaker
    return speaker.name if speaker and speaker.type == "person" else None


def _roles(page: Page, wanted: set[str]) -> dict[str, Description]:
    """The best description of each person, by the person's key."""
    mentions = [span for span in page.doc.spans[MENTIONS] if span.id_ in wanted]
    names = {span.start for span in page.doc.spans[MENTIONS] if span.label_ == "NAME"}
    described: dict[str, list[Description]] = {}
    for span in mentions:
        known = described.setdefault(span.id_, [])
        if span.label_ == "NAME":
            known += descriptions(page, span.start, span.end, names)
            others = (belonging(page, span.start, span.end, names), relative(page, span.end))
            known += [one for one in others if one is not None]
        elif span.label_ == "NOMINAL":
            known.append(Description(span.start, span.end, Rank.NOMINAL))
    for key, description in learned(page.doc, MENTIONS):
        if key in described and not any(_overlap(description, one) for one in described[key]):
            described[key].append(description)
    best = {
        key: _best(page, [one for one in known if not _is_age(page, one)])
        for key, known in described.items()
    }
    return {key: found for key, found in best.items() if found}


def _is_age(page: Page, description: Description) -> bool:
    """True for "the 44-year-old"."""
    words = (page.lower[i] for i in range(description.start, description.end) if page.is_word(i))
    return all(word in AGE_WORDS or word[0].isdigit() for word in words)


def _overlap(one: Description, other: Description) -> bool:
    return one.start < other.end and other.start < one.end


def _best(page: Page, known: Iterable[Description]) -> Description | None:
    """The first of the best rank, the article's own before those in quotations; of mere role
    phrases one in running text before a headline's."""
    return min(known, key=lambda found: _order(page, found), default=None)


def _order(page: Page, description: Description) -> tuple[bool, int, bool]:
    headline = description.rank == Rank.NOMINAL and _shouts(page, description)
    return bool(page.quoted[description.start]), description.rank, headline


def _shouts(page: Page, description: Description) -> bool:
    return all(
        page.is_upper(i) for i in range(description.start, description.end) if page.is_word(i)
    )


def _words(page: Page, description: Description) -> str | None:
    """The phrase without a determiner or pronoun before it, and without quotation marks."""
    start, end = _after_mark(page, description.start, description.end), description.end
    while start < end and page.lower[start] in DETERMINERS:
        start += 1
    end = next((i for i in range(start + 1, end) if page.tag[i] in RELATIVES), end)
    end = _before_home(page, start, end)
    while start < end and page.tag[end - 1] in UNFINISHED:
        end -= 1
    text = page.words(start, end)
    if is_plural_role(page, end - 1) and "IN" not in page.tag[start:end]:
        text = singular(text)
    for mark in NOT_SHOWN:
        text = text.replace(mark, "")
    text = text.strip(" ,'’")
    return SINGULAR.get(text, text) or None


def _before_home(page: Page, start: int, end: int) -> int:
    """Where a role ends that is followed by where somebody is from: "council head Oslo-based Dane",
    "head of the council Oslo based"; else `end`."""
    last = end - 1
    while last > start + 1 and page.lower[last] != "based":
        if page.tag[last] != "JJ" and page.label[last] != "MISC":
            return end  # "of a London-based charity"
        last -= 1
    if last < start + 2 or page.lower[last] != "based":
        return end
    return last - 1 - (page.text[last - 1] == "-")


def _after_mark(page: Page, start: int, end: int) -> int:
    """Where the words begin after "FILE -" or another mark in capitals before a dash."""
    marks = (
        i
        for i in range(start + 1, end - 1)
        if page.text[i] in DASHES and page.doc[i].whitespace_ and page.text[i - 1].isupper()
    )
    return max(marks, default=start - 1) + 1
