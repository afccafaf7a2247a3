"""Correcting quotes that are stored, confirming them, adding what was missed, and taking it back.

Each is one transaction. The quotes of the article are made anew of what the model had found in it
and of the verdicts on it, so that a verdict given today is applied as it will be tomorrow, when the
article is read again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from quotes.errors import AmbiguousError, UsageError
from quotes.records import Article, Kind, Offsets, Quote, Speaker, join_pieces, quote_id
from quotes.store.db.asking import Reader, ask_each
from quotes.store.query.filters import check_article, check_limit
from quotes.store.query.reading import get_article, key_of
from quotes.store.records import Fix
from quotes.store.sayings.sayings import quotes_to_regroup
from quotes.store.sayings.settling import settle
from quotes.store.schema.values import stored_id
from quotes.store.speakers.finding import Finder
from quotes.store.speakers.names import fold
from quotes.store.write.verdicts import (
    forget_verdict,
    judged,
    link,
    list_verdicts,
    part_from,
    verdict_of,
    verdicts_named,
    verdicts_on,
    write_verdicts,
)
from quotes.store.write.writing import (
    delete_unquoted_speakers,
    put_quotes,
    quotes_in,
    remove_quotes,
)
from quotes.verdicts.applying import unjudged
from quotes.verdicts.editing import check_spans, judge, spans_of_words
from quotes.verdicts.records import Verdict, differing

if TYPE_CHECKING:
    from quotes.registry import Registry
    from quotes.store.db.connection import Connection

WORDS = ("role", "affiliation", "via")
"""Fields of a Quote that are words of the person who judges; empty ones are None."""


def fix(
    connection: Connection,
    quote_id: str,
    edits: Mapping[str, Any],
    *,
    drop: bool,
    by: str,
    note: str | None,
) -> Fix:
    """Say how a quote should be, or that it is none; see `quotes.store.Store.fix`."""

    def change(place: _Place, quote: Quote, known: Verdict | None) -> Verdict:
        article = place.article
        meant = {} if drop else wanted(connection, article, quote, edits)
        if "speaker" in meant and _is_another(quote.speaker, meant["speaker"]):
            meant = {"role": None, "affiliation": None} | meant  # they were of the other
        after = quote.model_copy(update=meant)
        if not (drop or note or differing(quote, after)):
            raise UsageError(
                f"this changes nothing: {quote.id} is so already; to say that it is right: "
                f"'quotes confirm {quote.id}'"
            )
        return judge(
            article,
            quote,
            meant,
            known=known,
            among=place.found,
            by=by,
            note=note,
            what="dropped" if drop else None,
        )

    return _judge(connection, quote_id, change)


def confirm(connection: Connection, quote_id: str, *, by: str, note: str | None) -> Fix:
    """Say that a quote is right as it is."""

    def change(place: _Place, quote: Quote, known: Verdict | None) -> Verdict:
        return judge(place.article, quote, {}, known=known, among=place.found, by=by, note=note)

    return _judge(connection, quote_id, change)


def add_missed(
    connection: Connection,
    article_id: str,
    edits: Mapping[str, Any],
    *,
    by: str,
    note: str | None,
) -> Fix:
    """Add a quote that no model has found. Raises UsageError where its words are one already."""
    place = _Place(connection, check_article(connection, article_id))
    article = place.article
    spans = _spans(article, edits)
    if spans is None:
        raise UsageError("say what was said: give the text, or as content START-END")
    words = join_pieces(article.text, spans) or ""
    kind: Kind = edits.get("kind") or _kind_of(words)
    facts = {name: getattr(article, name) for name in ("title", "date", "url", "publisher")}
    quote = Quote(
        id=quote_id(article.id, spans, kind),
        article_id=article.id,
        kind=kind,
        act="speech",
        text=words,
        content=spans,
        confidence=1.0,
        **facts,
    )
    there = next((one for one in place.quotes if one.content == spans), None)
    if there:
        raise UsageError(f"these words are quote {there.id} already: 'quotes fix {there.id}'")
    rest = {name: value for name, value in edits.items() if name not in ("text", "content")}
    meant = wanted(connection, article, quote, rest)
    verdict = judge(article, quote, meant, among=place.found, by=by, note=note, what="added")
    return place.put(verdict)


def undo(connection: Connection, start: str) -> Fix:
    """Take back what was said of a quote: the model's own answer comes again.

    `start`: the id of the quote, or that of the verdict, or how it begins.
    """
    start = start.strip()
    found = verdicts_named(connection, start) if start else []
    fitting = [one for one in found if one.fits] or found
    if not fitting:
        raise UsageError(f"nothing was said of '{start}': take an id from 'quotes fixes'")
    if len({one.id for one in fitting}) > 1:
        some = ", ".join(one.id for one in fitting[:4])
        raise UsageError(f"'{start}' begins several ids ({some}): give more of it")
    (verdict,) = fitting
    if not is_stored(connection, verdict.article_id):
        forget_verdict(connection, verdict)
        return fix_of(verdict)
    _Place(connection, verdict.article_id).take_back(verdict)
    return fix_of(verdict)


def take_verdicts(connection: Connection, verdicts: Sequence[Verdict]) -> int:
    """Write down verdicts of another database, and apply them to the articles that are here.

    Of two on the same words the later one holds. Returns how many were new.
    """
    known = verdicts_on(connection, {one.article_id for one in verdicts})
    held = {one.id: (one.at, one.fits) for some in known.values() for one in some}
    new = [one for one in verdicts if held.get(one.id, ("", False)) < (one.at, one.fits)]
    for article_id in sorted({one.article_id for one in new}):
        mine = [one for one in new if one.article_id == article_id]
        place = _Place(connection, article_id) if is_stored(connection, article_id) else None
        write_verdicts(connection, mine)
        if place:
            place.make_anew()
    return len(new)


def let_wait(connection: Connection, verdicts: Sequence[Verdict]) -> None:
    """Let those of the verdicts wait whose articles are not stored."""
    for article_id in sorted({one.article_id for one in verdicts}):
        if not is_stored(connection, article_id):
            part_from(connection, article_id)


def list_fixes(
    reader: Reader,
    *,
    article: str | None = None,
    quote: str | None = None,
    after: str | None = None,
    limit: int | None = None,
) -> list[Fix]:
    """Verdicts as they are shown, the last first; see `quotes.store.Store.fixes`."""
    if quote is None:
        found = list_verdicts(reader, article=article, after=after, limit=limit)
    else:
        named = {one.id for one in verdicts_named(reader, quote)}
        every = list_verdicts(reader, article=article, after=after)
        found = [one for one in every if one.id in named][: check_limit(limit)]
    return [fix_of(one) for one in found]


def fix_of(verdict: Verdict) -> Fix:
    """A verdict as it is shown."""
    return Fix(
        id=verdict.id,
        at=verdict.at,
        by=verdict.by,
        what=verdict.what,
        quote_id=verdict.quote.id,
        article_id=verdict.article_id,
        fits=verdict.fits,
        text=verdict.quote.text,
        speaker=verdict.quote.speaker,
        fields=verdict.fields,
        note=verdict.note,
    )


class _Place:
    """An article in the database with its quotes, what the model found in it, and the verdicts."""

    def __init__(self, connection: Connection, article_id: str) -> None:
        self._connection = connection
        self.article: Article = get_article(connection, article_id)
        mine = "SELECT articles.key FROM articles WHERE articles.id = :id"
        (self._key,) = ask_each(connection, mine, {"id": article_id})
        self._old = quotes_in(connection, self._key)
        self.quotes = [quote for _, quote, _ in self._old]
        known = verdicts_on(connection, [article_id]).get(article_id, [])
        self.found = unjudged(self.quotes, known)

    def put(self, verdict: Verdict) -> Fix:
        """Give a verdict. Raises UsageError where two quotes would have the very same words."""
        write_verdicts(self._connection, [verdict])
        made = self.make_anew()
        if verdict.what != "dropped":
            self._check_words(verdict, made)
        known = verdicts_on(self._connection, [self.article.id])[self.article.id]
        return fix_of(next(one for one in known if one.id == verdict.id))

    def take_back(self, verdict: Verdict) -> None:
        """Let it be as if the verdict had not been given."""
        forget_verdict(self._connection, verdict)
        self.make_anew()

    def make_anew(self) -> Sequence[Quote]:
        """Put what the verdicts make of what was found in the place of the quotes."""
        connection, key = self._connection, self._key
        bereft = quotes_to_regroup(connection, key)
        remove_quotes(connection, key, self._old)
        work = judged(connection, [(self.article, self.found)])
        ((_, quotes),) = work
        put_quotes(connection, {key: quotes})
        link(connection, work)
        delete_unquoted_speakers(connection, (speaker for _, _, speaker in self._old))
        settle(connection, [key], bereft)
        return quotes

    def _check_words(self, verdict: Verdict, made: Sequence[Quote]) -> None:
        spans = verdict.anchor.spans
        same = [one.id for one in made if one.content == spans]
        was = [one for one in self.quotes if one.content == spans]
        if len(same) > 1 and len(same) > len(was):
            raise UsageError(
                f"two quotes would have the same words ({', '.join(same)}): drop one of them first"
            )


def _judge(
    connection: Connection,
    start: str,
    change: Callable[[_Place, Quote, Verdict | None], Verdict],
) -> Fix:
    key = _key_of(connection, start)
    known = verdict_of(connection, key)
    of = "SELECT articles.id FROM articles JOIN quotes ON quotes.article = articles.key"
    (article_id,) = ask_each(connection, f"{of} WHERE quotes.key = :key", {"key": key})
    (stored,) = ask_each(connection, "SELECT id FROM quotes WHERE key = :key", {"key": key})
    place = _Place(connection, article_id)
    dialect = connection.dialect
    quote = next(one for one in place.quotes if stored_id(one.id, dialect) == stored)
    return place.put(change(place, quote, known))


def _key_of(connection: Connection, start: str) -> int:
    """The key of a quote; UsageError, with what to do, for one that was dropped."""
    try:
        return key_of(connection, start)
    except UsageError:
        found = verdicts_named(connection, start.strip()) if start.strip() else []
        dropped = [one for one in found if one.what == "dropped"]
        if dropped:
            one = dropped[0]
            raise UsageError(
                f"{one.quote.id} was dropped by {one.by}: 'quotes fix --undo {one.quote.id}' first"
            ) from None
        raise


def wanted(
    reader: Reader, article: Article, quote: Quote, edits: Mapping[str, Any]
) -> dict[str, Any]:
    """Edits as a person gives them → fields of a Quote.

    "speaker" is a name or a registry's id ("" for nobody), "text" the exact words, "content" their
    spans; all others are the fields' own values, "" for None.
    """
    meant: dict[str, Any] = {}
    for name, value in edits.items():
        if name in WORDS:
            meant[name] = " ".join(value.split()) or None
        elif name not in ("speaker", "text", "content"):
            meant[name] = value
    if "speaker" in edits:
        meant |= _spoken_by(reader, article, quote, edits["speaker"])
    spans = _spans(article, edits)
    if spans is not None and spans != quote.content:
        meant |= {"content": spans, "text": join_pieces(article.text, spans)}
    return meant


def _is_another(one: Speaker | None, other: Speaker | None) -> bool:
    """True if it is somebody else, and not one whose name was written otherwise."""
    if one is None or other is None:
        return True
    if one.id and other.id:
        return one.id != other.id
    return set(fold(one.name).split()).isdisjoint(fold(other.name).split())


def _spans(article: Article, edits: Mapping[str, Any]) -> tuple[Offsets, ...] | None:
    if edits.get("content") is not None and edits.get("text") is not None:
        raise UsageError("text and content say the same in two ways: give one of them")
    if edits.get("content") is not None:
        return check_spans(article, tuple(edits["content"]))
    if edits.get("text") is not None:
        return spans_of_words(article, edits["text"])
    return None


def _spoken_by(reader: Reader, article: Article, quote: Quote, name: str) -> dict[str, Any]:
    """The speaker, and the office that is theirs on the article's day."""
    from quotes.offices import office_of
    from quotes.registry import load_registry

    speaker = find_speaker(reader, name) if name.strip() else None
    if speaker == quote.speaker:
        return {}
    office = office_of(load_registry(), speaker.id if speaker else None, article.date)
    return {"speaker": speaker, "office": office}


def find_speaker(reader: Reader, name: str) -> Speaker:
    """The speaker whom a person means: one of the registry, by id or name; one who is stored, whose
    name has all the words; else somebody new, of whom nothing but this name is known.

    Raises AmbiguousError for a name of several.
    """
    from quotes.registry import load_registry

    registry, wanted = load_registry(), fold(name)
    known = registry.person(name.strip())
    if known is None:
        fits = [one for one in registry.find(name) if wanted in map(fold, one.spellings)]
        known = fits[0] if len(fits) == 1 else None
    if known:
        return Speaker(name=known.name, id=known.id, wikidata=known.wikidata)
    body = registry.body(name)
    if body:
        return Speaker(name=body.name, id=body.id, type="organization")
    try:
        found = Finder(reader).find(name)
    except AmbiguousError:
        raise
    except UsageError:
        return _unheard(registry, name)
    names = {fold(row.name): row for row in found.rows}
    row = names.get(wanted) or found.rows[0]
    if not set(wanted.split()) <= set(row.folded.split()):
        return _unheard(registry, name)
    return Speaker(name=row.name, id=row.registry_id, type=row.type, wikidata=row.wikidata)


def _unheard(registry: Registry, name: str) -> Speaker:
    """The only one of the registry whose name has all the words, or somebody new."""
    known = registry.find(name)
    if len(known) == 1:
        return Speaker(name=known[0].name, id=known[0].id, wikidata=known[0].wikidata)
    return Speaker(name=" ".join(name.split()))


def _kind_of(words: str) -> Kind:
    """How words stand in quotation marks."""
    marks = "\"'“”‘’«»„"
    if words[:1] in marks and words[-1:] in marks:
        return "direct"
    return "mixed" if any(mark in words for mark in '"“”«»„') else "indirect"


def is_stored(reader: Reader, article_id: str) -> bool:
    """True if there is an article of this id."""
    asked = "SELECT 1 FROM articles WHERE articles.id = :id"
    return bool(ask_each(reader, asked, {"id": article_id}))
