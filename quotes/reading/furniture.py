"""Short lines of a site or a paper that are no headline: sections, buttons, bare dates."""

from __future__ import annotations

import re

from quotes.reading.dates import CLOCK, MONTH, WEEKDAY

_SECTIONS = """analysis announcements archives? articles arts blogs? business categories category
    climate comment crime culture economics economy editorials? education entertainment environment
    events features? finance galleries gallery headlines health home international interviews?
    lifestyle live local magazine main markets media multimedia national news newsroom opinions?
    photos? pictures podcasts? political politics posts press-?releases? regional regions? science
    society sports? statements stories tags tech technology topics transcripts? travel videos?
    weather world"""
_KINDS = """all breaking daily in latest more most-popular most-read most-viewed other popular press
    recent related today['’]?s top trending weekly"""
_BUTTONS = (
    r"menu|search|print(?: this\b.*| version| page)?|e-?mail(?: this\b.*)?|save|copy link|next",
    r"share(?: (?:this|on|via)\b.*)?|previous|close|skip to .*|read (?:more|also|next)|see also",
    r"(?:sign up|subscribe)(?: (?:to|for|now|here|today)\b.*)?|sign in|log ?(?:in|out)|register",
    r"follow us(?: .*)?|contacts?(?: us)?|about(?: us)?|advertise(?: with us)?|newsletters?",
    r"advertisements?|ads?|sponsored(?: content)?|toggle navigation|main (?:menu|page)|home ?page",
    r"(?:no )?comments?(?: ?\(\d+\)| yet)?|leave a (?:comment|reply)|listen(?: to this\b.*)?",
    r"\d+ (?:comment|view|share|like)s?|\d+ ?-?min(?:ute)?s?(?: read)?|back(?: to .*)?",
    r"watch(?: (?:live|now))?|download(?: pdf)?|cookies?(?: (?:policy|settings))?|loading|index",
    r"privacy(?: policy)?|terms (?:of (?:use|service)|and conditions)|all rights reserved.*",
    r"(?:copyright )?(?:©|\(c\)).*|copyright \d.*|untitled(?: .{1,20})?|no title|access denied",
    r"page not found|404(?: (?:error|not found))?|just a moment|error|welcome(?: to .*)?",
    r"by|published|posted|updated|in brief|(?:#\w+[\s,]*)+",
    r"(?:categor(?:y|ies)|tags?|topics?|sections?|keywords?|archives?)\s*[:|–—-].*",
    r"(?:filed under|posted in|published in|image|photo(?:graph)?)\s*:.*|filed under .*",
    r"posted in .*|photo(?:graph)?(?: by| credit)\s.*",
)


def _any_of(words: str) -> str:
    return "|".join(word.replace("-", "[ -]") for word in words.split())


_MARK = r"(?:\s*[,/|>»›→·•&–—-]\s*|\s+and\s+|\s+)"
_SECTION = rf"(?:(?:{_any_of(_KINDS)}|{_any_of(_SECTIONS)}){_MARK})*(?:{_any_of(_SECTIONS)})"
_FURNITURE = re.compile(
    rf"(?:{'|'.join(_BUTTONS)}|{_SECTION}(?: in english)?)[\s:.…!>»]*", re.IGNORECASE
)
_LONGEST = 100
_WHEN = """a an ago at date days? first hours? last minutes? modified months? now of on posted
    published the today updated weeks? years? yesterday"""
_OF_TIME = re.compile(
    rf"{CLOCK}|(?i:\b{MONTH}|{WEEKDAY}|\d+(?:st|nd|rd|th)\b|\b(?:{_any_of(_WHEN)})\b)"
)
_LETTER = re.compile(r"[^\W\d_]")


def is_headline(words: str) -> bool:
    """True if words may be a title: no name of a section ("All news", "Categories: 2020"), no words
    of a button, and more than a day or a time ("April 19", "18:29")."""
    if len(words) > _LONGEST:
        return True
    if _FURNITURE.fullmatch(words.strip()):
        return False
    return bool(_LETTER.search(_OF_TIME.sub("", words)))
