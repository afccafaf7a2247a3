"""The verdict on a quotation: its words beside those of the stored texts, whose they are, and when
and where they were said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from quotes.check.alignment import Alignment, Gap, align
from quotes.check.records import Checked, Difference, LeftOut, Place, Quotation, Verdict
from quotes.check.reversal import turns
from quotes.check.whose import fits_day, fits_outlet, is_theirs
from quotes.check.words import Words, read_draft, read_place
from quotes.sayings.decide import quoted_spans

FEWEST = 4
"""Words from which on a quotation is looked up whoever is given it; of fewer it is only told where
the same speaker has said them."""

ALTERED, BY_ANOTHER, SHOWN = 0.6, 0.8, 0.4
"""Likeness from which on words are another wording of the same; of what another has said; and from
which on the closest place is shown."""

ENOUGH = 3
"""Words that are the same, from which on they tell the quotation though one word is another."""

RETOLD, ORDER = 0.95, 0.5
"""Weight of words that mean the same, in any order, beside those that are the same in order; and
likeness in order from which on they count at all."""

Standing = Literal["verbatim", "cut", "altered"]
_RANKS = {"verbatim": 3, "cut": 2, "altered": 1, None: 0}


@dataclass(frozen=True)
class Source:
    """A stored quote, or a piece of an article that is none; `names`: all that its speaker is
    called, wherever it stands."""

    place: Place
    names: tuple[str, ...] = ()

    @property
    def is_quotation(self) -> bool:
        """True where the words are the speaker's own, all of them or those in marks."""
        return self.place.kind in ("direct", "mixed")

    @cached_property
    def words(self) -> Words:
        """The speaker's own words; of what is no quotation all."""
        text = self.place.text
        return read_place(text, quoted_spans(text) if self.place.kind == "mixed" else None)


@dataclass(frozen=True)
class Finding:
    """A quotation beside one source."""

    quotation: Quotation
    source: Source
    alignment: Alignment

    @cached_property
    def standing(self) -> Standing | None:
        """How the words stand there; None where they are others."""
        if self.differences:
            return "altered" if self._is_told() else None
        if any(left.turns for left in self.left_out):
            return "altered"
        return "cut" if self.left_out else "verbatim"

    @cached_property
    def likeness(self) -> float:
        """How much of the quotation stands there, 0 to 1."""
        in_order = self.alignment.likeness
        return max(in_order, RETOLD * self.alignment.wording) if in_order >= ORDER else in_order

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Words of the draft that do not stand there, and what does."""
        draft, place = self.alignment.draft, self.alignment.place
        return tuple(
            Difference(
                draft=draft.span(*gap.draft),
                place=place.span(*gap.place),
                draft_at=draft.offsets(*gap.draft),
                place_at=place.offsets(*gap.place),
            )
            for gap in self.alignment.gaps
            if not gap.is_cut
        )

    @cached_property
    def left_out(self) -> tuple[LeftOut, ...]:
        """Words of the place that the draft leaves out."""
        return tuple(self._left_out(gap) for gap in self.alignment.gaps if gap.is_cut)

    @cached_property
    def theirs(self) -> bool | None:
        """True where the draft gives the words to the place's speaker; None: cannot be told."""
        return is_theirs(self.quotation.speaker, self.source.place, self.source.names)

    @cached_property
    def in_place(self) -> bool:
        """True where no day and no outlet of the draft speaks against the place."""
        place = self.source.place
        return False not in (fits_day(self.quotation, place), fits_outlet(self.quotation, place))

    @property
    def rank(self) -> tuple[object, ...]:
        """Compares findings: the greatest is the best place."""
        place, standing = self.source.place, _RANKS[self.standing]
        known = self.theirs is not False
        return (
            known and standing >= _RANKS["cut"],
            known and standing > 0 and self.likeness >= BY_ANOTHER,
            standing,
            self.theirs is True,
            known,
            self.in_place,
            self.likeness,
            -(place.said_on or place.date or dt.date.max).toordinal(),
        )

    def _is_told(self) -> bool:
        words = len(self.alignment.draft)
        one_other = self.alignment.shared >= max(ENOUGH, words - 1)
        return one_other or self.likeness >= (BY_ANOTHER if self.theirs is False else ALTERED)

    def _left_out(self, gap: Gap) -> LeftOut:
        place = self.alignment.place
        return LeftOut(
            text=place.span(*gap.place) or "…",
            where=gap.where,
            told=gap.told,
            turns=turns(place, gap),
            place_at=place.offsets(*gap.place),
        )


def judge(quotation: Quotation, sources: Sequence[Source]) -> Checked:
    """The quotation beside the source that is closest to it.

    Words of the same speaker go before those of another, a quotation before what is none.
    """
    findings = list(_findings(quotation, [one for one in sources if one.is_quotation]))
    best = max(findings, key=lambda one: one.rank, default=None)
    if len(read_draft(quotation.text)) < FEWEST:
        told = best if best and best.standing and best.theirs and _is_whole(best) else None
        return _checked(told, findings) if told else _short(quotation)
    if best is not None and best.standing:
        return _checked(best, findings)
    others = list(_findings(quotation, [one for one in sources if not one.is_quotation]))
    return _not_found(quotation, max([*others, *findings], key=_nearness, default=None))


def _findings(quotation: Quotation, sources: Sequence[Source]) -> Iterator[Finding]:
    draft = read_draft(quotation.text)
    for source in sources:
        alignment = align(draft, source.words)
        if alignment is not None:
            yield Finding(quotation, source, alignment)


def _is_whole(one: Finding) -> bool:
    """True where a few words stand together at the place."""
    return not one.differences and all(left.where != "within" for left in one.left_out)


def _nearness(one: Finding) -> tuple[object, ...]:
    return _RANKS[one.standing] >= _RANKS["cut"], one.likeness, one.source.is_quotation


def _checked(best: Finding, findings: Sequence[Finding]) -> Checked:
    verdict = _verdict(best)
    silent = any(left.where == "within" and not left.told for left in best.left_out)
    fine = verdict in ("verbatim", "another day or outlet") or (verdict == "cut" and not silent)
    return Checked(
        **_fields(best.quotation),
        verdict=verdict,
        ok=fine,
        why=_why(verdict, best),
        words=best.standing,
        likeness=round(best.likeness, 3),
        left_out=best.left_out,
        differences=best.differences,
        place=best.source.place,
        also=tuple(_also(best, findings)),
    )


def _verdict(best: Finding) -> Verdict:
    assert best.standing is not None
    if best.theirs is False:
        return "somebody else's"
    if best.standing != "altered" and not best.in_place:
        return "another day or outlet"
    return best.standing


def _also(best: Finding, findings: Sequence[Finding]) -> Iterator[str]:
    """Others who are given the words, by name."""
    mine = best.source.place.speaker
    seen: set[str] = set()
    for one in findings:
        other = one.source.place.speaker
        if _RANKS[one.standing] < _RANKS["cut"] or other is None or other.name in seen:
            continue
        if is_theirs(mine, one.source.place, one.source.names) is False:
            seen.add(other.name)
            yield other.name


def _short(quotation: Quotation) -> Checked:
    why = f"fewer than {FEWEST} words, which the same speaker has not said"
    if quotation.speaker is None:
        why = f"fewer than {FEWEST} words, and it is not told whose"
    return Checked(**_fields(quotation), verdict="too short", ok=True, why=why)


def _not_found(quotation: Quotation, near: Finding | None) -> Checked:
    if near is None or near.likeness < SHOWN:
        why = "nothing like it is stored"
        return Checked(**_fields(quotation), verdict="not found", ok=False, why=why)
    there = near.standing if not near.source.is_quotation else None
    why = "no stored quotation has these words; the closest is shown"
    if there in ("verbatim", "cut"):
        why = f"stands in the article {near.source.place.article_id}, not as a quotation"
    return Checked(
        **_fields(quotation),
        verdict="not found",
        ok=False,
        why=why,
        words=there,
        likeness=round(near.likeness, 3),
        left_out=near.left_out,
        differences=near.differences,
        place=near.source.place,
    )


def _why(verdict: Verdict, best: Finding) -> str:
    place = best.source.place
    parts = []
    if verdict == "somebody else's" and place.speaker:
        parts.append(f"said by {place.speaker.name}")
    if verdict == "another day or outlet":
        day = place.said_on or place.date
        parts.append(" ".join(filter(None, [f"stands under {day}", place.via or place.publisher])))
    for difference in best.differences:
        mine, theirs = (f"“{words}”" if words else "nothing" for words in _both(difference))
        parts.append(f"{mine} in place of {theirs}")
    for left in best.left_out:
        turned = ", which turns the meaning" if left.turns else ""
        silent = ", not said so" if left.where == "within" and not left.told else ""
        parts.append(f"{_WHERE[left.where]} left out: “{_short_form(left.text)}”{silent}{turned}")
    return "; ".join(parts) or "word for word"


_WHERE = {"before": "before it", "within": "within it", "after": "after it"}
SHORT_FORM = 80
"""Letters of what is left out that a sentence shows."""


def _short_form(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHORT_FORM else f"{words[:SHORT_FORM].rstrip()}…"


def _both(difference: Difference) -> tuple[str, str]:
    return _short_form(difference.draft), _short_form(difference.place)


def _fields(quotation: Quotation) -> dict[str, Any]:
    return {name: getattr(quotation, name) for name in Quotation.model_fields}
