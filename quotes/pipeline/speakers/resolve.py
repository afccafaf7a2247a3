"""Gives every attribution of a Doc its speaker, or nobody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from heapq import merge

from spacy.tokens import Doc, Span, SpanGroup

from quotes.genders import FEMALE_ROLES, MALE_ROLES
from quotes.pipeline.attribution import Attribution, attributions, first_token
from quotes.pipeline.context import context_of
from quotes.pipeline.speakers.antecedents import LIKELY, SURE, Antecedents
from quotes.pipeline.speakers.bodies import Bodies, countries_named
from quotes.pipeline.speakers.broader import Broader
from quotes.pipeline.speakers.chain import Chain
from quotes.pipeline.speakers.kin import ADULTS, SPOUSES, Kin
from quotes.pipeline.speakers.known import link_registry
from quotes.pipeline.speakers.mentions import find_mentions
from quotes.pipeline.speakers.nominals import Nominals
from quotes.pipeline.speakers.page import Page, read_page
from quotes.pipeline.speakers.people import find_people
from quotes.pipeline.speakers.phrases import Phrase, is_unknown_noun, read_phrase
from quotes.pipeline.speakers.pronouns import (
    noun_phrase_before,
    pronoun_gender,
    relative,
)
from quotes.pipeline.speakers.rolenouns import LOOSE_HEADS
from quotes.pipeline.speakers.someone import Someone, Unnamed
from quotes.pipeline.speakers.sourceless import Said, continued
from quotes.pipeline.speakers.spokenof import SpokenOf
from quotes.pipeline.speakers.starts import ByStart
from quotes.pipeline.speakers.strangers import NEXT, Strangers
from quotes.pipeline.speakers.subjects import named_before, person_before
from quotes.pipeline.speakers.words import (
    AGE,
    BYWORDS,
    FIRST_PRONOUNS,
    KIN,
    OFFICIALS,
    PARTY_WORDS,
    RELATIVES,
)
from quotes.records import Speaker
from quotes.registry import Gender, Registry

MENTIONS = "mentions"
RECENT = 20
ADDING = frozenset(["added", "adds", "continued", "continues"])


def resolve_speakers(doc: Doc, registry: Registry) -> None:
    """Gives every attribution its `speaker`, and writes `doc.spans["mentions"]`: names of
    people (label NAME) and sources that mean a person (NOMINAL, PRONOUN), `id_` the full name."""
    page = read_page(doc)
    resolver = Resolver(page, registry, context_of(doc).date)
    for attribution in attributions(doc):
        attribution.speaker = resolver.speaker(attribution)
    doc.spans[MENTIONS] = group = SpanGroup(doc, name=MENTIONS)
    for span in resolver.mention_spans():
        group.append(span)


class Resolver:
    """Resolves the attributions of one page, which must come in text order."""

    def __init__(self, page: Page, registry: Registry, date: dt.date | None) -> None:
        self.page, self.registry = page, registry
        self.people = find_people(page, find_mentions(page, registry), registry)
        link_registry(page, self.people, registry, countries_named(page, registry), date)
        self.nominals = Nominals(page, self.people, registry, date)
        self.nominals.name_offices()
        self.nominals.introduce()
        self.kin = Kin(page, self.people)
        mentions = self.people.mentions
        self.names = ByStart((mention.start for mention in mentions), mentions, len(page))
        self.broader = Broader(page, self.people)
        self.chain = Chain(page, self.people)
        self.antecedents = Antecedents(page, self.people)
        self.bodies = Bodies(page, registry)
        self.said: list[Said] = []
        self.spoken_of = SpokenOf(page)
        self.extra: list[tuple[int, int, str, Someone]] = []
        self.strangers = Strangers(page, self.antecedents)
        self.unnamed: set[str] = set()  # words for officials by which unnamed ones have spoken

    def speaker(self, attribution: Attribution) -> Speaker | None:
        """The speaker of an attribution, first of all the one whom a form of print tells; None
        where nobody is named or nobody fits."""
        phrase = self._phrase(attribution)
        speaker, someone = attribution.speaker, None
        if speaker is not None:
            pass
        elif phrase is None or phrase.kind == "empty":
            speaker, someone = continued(self.page, self.people, attribution, self._last())
        else:
            found = self._person(phrase, attribution)
            first = first_token(attribution)
            speaker = found.record if found else self.bodies.speaker(phrase, first)
            if isinstance(found, Someone):
                someone = found
            else:
                self._settle_unnamed(phrase, speaker, found)
        self._remember(attribution, speaker, someone)
        return speaker

    def mention_spans(self) -> Iterator[Span]:
        """All namings and resolved sources, in text order."""
        owner = self.people.owner
        named = ((m.start, m.end, "NAME", owner[m.start].key) for m in self.people.mentions)
        described = {
            (d.start, d.end, "NOMINAL", someone.key)
            for someone in self.people.everyone
            for d in someone.descriptions
            if d.rank == d.rank.NOMINAL
        }
        sources = {(start, end, label, one.key) for start, end, label, one in self.extra}
        for start, end, label, key in merge(named, sorted(described | sources)):
            yield Span(self.page.doc, start, end, label=label, span_id=key)

    def _phrase(self, attribution: Attribution) -> Phrase | None:
        """The source, or the name that it means, read as a phrase: its first piece, or a later one
        that names somebody."""
        means = attribution.antecedent
        read = [self._read(span) for span in ([means] if means else attribution.source)]
        named = [phrase for phrase in read if phrase.kind == "name"]
        return next(iter(named or read), None)

    def _read(self, span: Span) -> Phrase:
        phrase = read_phrase(self.page, span.start, span.end, self.names)
        if phrase.kind in ("organization", "group") and is_unknown_noun(self.page, phrase.head):
            kind = self.antecedents.kind_of((phrase.start, phrase.end))
            several = phrase.kind == "group" and kind != "document"  # the plural tells as much
            return replace(phrase, kind=kind) if kind and not several else phrase
        if phrase.kind != "name":
            return phrase
        kind = self.antecedents.no_person((phrase.start, phrase.end))
        return replace(phrase, kind=kind, mention=None) if kind else phrase

    def _settle_unnamed(
        self, phrase: Phrase, speaker: Speaker | None, found: Unnamed | None
    ) -> None:
        """A later "he" may mean the one who has spoken, though nobody names them."""
        gender = pronoun_gender(self.page.lower[phrase.head])
        pronoun = phrase.kind == "pronoun"
        if pronoun and gender is None and self.page.lower[phrase.head] not in RELATIVES:
            return
        if phrase.kind in ("pronoun", "nominal"):
            span = (phrase.start, phrase.head + 1 if pronoun else phrase.end)
            self.antecedents.settle(span, found or Unnamed(speaker, gender))

    def _person(self, phrase: Phrase, attribution: Attribution) -> Someone | Unnamed | None:
        if phrase.mention is not None:
            return self.people.owner[phrase.mention.start]
        if phrase.kind not in ("nominal", "pronoun"):
            return None
        pronoun = phrase.kind == "pronoun"
        span = (phrase.start, phrase.head + 1 if pronoun else phrase.end)
        if attribution.origin == "layout":  # the label of a turn goes back to nobody before it
            return self._described(phrase, attribution)
        if pronoun:
            told = self._going_on(phrase, attribution) or self._new_subject(phrase, attribution)
        else:
            told = self._described(phrase, attribution)
            last = self._last()
            before = last[0] if last and last[2] else None
            if told is None and self.strangers.is_one(phrase, attribution, before):
                return None
        someone = (
            told
            or self._pointed(phrase, span, attribution, SURE)
            or self._unnamed_before(phrase, span, attribution)
            or (self._pronoun if pronoun else self._just_named)(phrase, attribution)
            or self._pointed(phrase, span, attribution, LIKELY)
        )
        if isinstance(someone, Unnamed):
            return someone
        word = self.page.lower[phrase.head]
        if someone is not None and word in KIN and self.kin.has(someone, word):
            return None
        if someone is not None:
            self.antecedents.settle(span, someone)
            self.extra.append((*span, "PRONOUN" if pronoun else "NOMINAL", someone))
        return someone

    def _last(self) -> Said | None:
        return self.said[-1] if self.said else None

    def _going_on(self, phrase: Phrase, attribution: Attribution) -> Someone | None:
        """Whom "he added" means: the one who has just spoken."""
        gender = pronoun_gender(self.page.lower[phrase.head])
        adds = any(token.lower_ in ADDING for span in attribution.cue for token in span)
        last = self._last()
        if not (adds and gender and last):
            return None
        before, _, someone = last
        near = self.page.paragraph[phrase.head] == self.page.paragraph[before.content[-1].start]
        if not near or someone is None or someone.gender not in (None, gender):
            return None
        self.chain.known[phrase.head] = someone
        return someone

    def _new_subject(self, phrase: Phrase, attribution: Attribution) -> Someone | None:
        """Whom "he" or "she" means right after a sentence in which somebody new acts; there the
        model is followed only where it sees another of that sentence."""
        gender, first = pronoun_gender(self.page.lower[phrase.head]), first_token(attribution)
        someone = person_before(self.page, self.people, first)
        if someone is None or gender is None or someone.gender not in (None, gender):
            return None
        other = self._pointed(phrase, (phrase.start, phrase.head + 1), attribution, SURE)
        if isinstance(other, Someone) and named_before(self.page, other, first):
            return other
        self.chain.known[phrase.head] = someone
        return someone

    def _unnamed_before(
        self, phrase: Phrase, span: tuple[int, int], attribution: Attribution
    ) -> Unnamed | None:
        """Whom "he" means right after a sentence in which somebody unnamed has spoken: not somebody
        of whom they spoke, if the model doesn't say so."""
        likely = self._pointed(phrase, span, attribution, LIKELY)
        if likely is not None:
            return likely if isinstance(likely, Unnamed) else None
        last, gender = self._last(), pronoun_gender(self.page.lower[phrase.head])
        if last is None or gender is None or not last[0].source:
            return None
        spoke = last[0].source[0].start
        found = self.antecedents.settled.get(spoke)
        opens = attribution.source[0].start == first_token(attribution)
        opens = opens or attribution.kind == "direct"
        if not opens or not isinstance(found, Unnamed) or found.gender not in (None, gender):
            return None
        near = self.page.sentence[phrase.head] - self.page.sentence[spoke] <= NEXT
        return (
            found
            if near and self.page.paragraph[phrase.head] == self.page.paragraph[spoke]
            else None
        )

    def _pointed(
        self, phrase: Phrase, span: tuple[int, int], attribution: Attribution, least: float
    ) -> Someone | Unnamed | None:
        """Whom the model says that a source means; not somebody of another age or role."""
        gender = pronoun_gender(self.page.lower[phrase.head]) or self._role_gender(phrase)
        content = [(piece.start, piece.end) for piece in attribution.content]
        someone = self.antecedents.meant_by(span, least, gender, content)
        if isinstance(someone, Unnamed):
            return someone
        age = AGE.search(self.page.words(*span).lower())
        if someone is None or (age and self.kin.age_of(someone) not in (None, age[1])):
            return None
        if phrase.kind == "nominal" and self.nominals.speaks_against(someone, *span):
            return None
        self.chain.known[phrase.head] = someone
        return someone

    def _described(self, phrase: Phrase, attribution: Attribution) -> Someone | None:
        """Whom a description means, as what the article or the registry says of somebody tells."""
        content = [(piece.start, piece.end) for piece in attribution.content]
        span = (phrase.start, phrase.end)
        likely = self.antecedents.meant_by(span, SURE, self._role_gender(phrase), content)
        return (
            self.kin.aged(*span)
            or self._related(phrase, attribution)
            or self.nominals.resolve(*span, likely)
            or self.broader.only_one(phrase.head)
        )

    def _just_named(self, phrase: Phrase, attribution: Attribution) -> Someone | None:
        """The person just spoken of whom "the Vermont senator" now calls by another word; not one
        of whom the article says something else."""
        page, head = self.page, phrase.head
        word = page.lower[head]
        known_by_sex = word in ADULTS and phrase.end - phrase.start == 2
        by_age = AGE.search(page.words(phrase.start, phrase.end).lower())
        loose = word in LOOSE_HEADS and not (known_by_sex or by_age or word in OFFICIALS)
        if page.lower[phrase.start] != "the" or loose:
            return None
        if word in PARTY_WORDS and head + 1 < phrase.end:
            return None  # "the Republican from Alabama" is somebody new
        gender = self._role_gender(phrase)
        someone = self._nearest(phrase.start, gender, attribution)
        if known_by_sex and someone is not None and someone.gender != gender:
            return None
        if by_age and someone is not None:
            return someone if self.kin.age_of(someone) in (None, by_age[1]) else None
        if someone is None or known_by_sex or word in PARTY_WORDS or word in BYWORDS:
            return someone
        if word in OFFICIALS:
            return self._same_house(someone, phrase)
        fits = self.nominals.allows(someone, phrase.start, phrase.end)
        return someone if fits else None

    def _role_gender(self, phrase: Phrase) -> Gender | None:
        """The gender that a word for a role tells, "the spokeswoman"; None for most."""
        word = self.page.lower[phrase.head]
        return "f" if word in FEMALE_ROLES else "m" if word in MALE_ROLES else None

    def _same_house(self, someone: Someone, phrase: Phrase) -> Someone | None:
        """The speaker before, whom "the Kremlin official" calls by their house; not where an
        unnamed official has spoken."""
        word = self.page.lower[phrase.head]
        unnamed = word in self.unnamed
        before = self._last()
        last = before is not None and before[2] is someone
        same = self.nominals.shares_house(someone, phrase.start, phrase.end)
        return someone if last and same and not unnamed else None

    def _related(self, phrase: Phrase, attribution: Attribution) -> Someone | None:
        """Whom "his wife" means, where the article names the two as a couple."""
        gender = pronoun_gender(self.page.lower[phrase.start])
        word = self.page.words(phrase.start + 1, phrase.head + 1).lower()  # "ex-wife" is three
        if gender is None or word not in SPOUSES:
            return None
        whose = self._nearest(phrase.start, gender, attribution)
        return self.kin.married(whose, word) if whose else None

    def _nearest(self, at: int, gender: Gender | None, attribution: Attribution) -> Someone | None:
        content = [(span.start, span.end) for span in attribution.content]
        someone = self.chain.antecedent(at, gender, content)
        if someone is None or self.spoken_of.holds(someone, at):
            return None
        self.chain.known[at] = someone
        return someone

    def _pronoun(self, phrase: Phrase, attribution: Attribution) -> Someone | None:
        word = self.page.lower[phrase.head]
        gender = pronoun_gender(word)
        if gender is not None:
            return self._nearest(phrase.head, gender, attribution)
        if word in RELATIVES:
            return relative(self.page, self.people, phrase.head) or self._role_before(phrase.head)
        if word in FIRST_PRONOUNS:
            return self._quoted_speaker(phrase.head)
        return None

    def _role_before(self, at: int) -> Someone | None:
        """Whom a role right before "who" means: "the Republican nominee, who"."""
        start, end = noun_phrase_before(self.page, at)
        if start == end or self.page.lower[start] != "the":
            return None
        someone = self.nominals.resolve(start, end)
        if someone is not None:
            self.extra.append((start, end, "NOMINAL", someone))
        return someone

    def _quoted_speaker(self, at: int) -> Someone | None:
        """Whose words the token stands in."""
        for attribution, _, someone in reversed(self.said[-RECENT:]):
            if any(span.start <= at < span.end for span in attribution.content):
                return someone
        return None

    def _remember(
        self, attribution: Attribution, speaker: Speaker | None, someone: Someone | None
    ) -> None:
        self.said.append((attribution, speaker, someone))
        if speaker is None or speaker.type in ("person", "unnamed"):
            self.spoken_of.add(attribution)
        if speaker is not None and speaker.type == "unnamed":
            self.unnamed |= {word for word in OFFICIALS if word in speaker.name}
        if someone is not None:
            self.chain.said.append((attribution, someone))
        elif speaker is not None:
            self.bodies.remember(speaker, first_token(attribution))
