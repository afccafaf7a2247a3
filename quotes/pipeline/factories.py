"""The spaCy factories. spaCy imports this with every pipeline, so it must stay light.

`quotes` is the whole line from text to attributions with speakers, as one component. Each of its
steps is a component, too, to be added in this order, left out, or put beside steps of one's own:

    quotes_encoder       reads: sentences, tags, parts of speech, names, and what the model says
    quotes_marks         quotation marks, paired
    quotes_attributions  content, cue and source of each attribution
    quotes_sources       sources without those spoken to, headings and labels of a page
    quotes_contents      contents without what is the reporter's, and with both their halves
    quotes_nested        "Interfax quoted Ann Lee as saying" is Ann Lee's
    quotes_passives      "was told by Ann Lee" is Ann Lee's
    quotes_signatures    “…” — Ann Lee
    quotes_transcripts   LEE: …, and the questions and answers of interviews
    quotes_factuality    "did not say", "if she says"
    quotes_asides        leaves out what stands around the story
    quotes_speakers      who it was
    quotes_roles         in which role
    quotes_affiliations  for whom, and in which office
    quotes_via           who passed it on
    quotes_dates         on which day
    quotes_spans         writes all of it to `doc.spans`

`quotes_lemmas` is for other tools and no part of `quotes`: it sets `token.lemma_`.

Attributions lie in `doc._.quotes`, and of a span of `doc.spans["quotes"]`, "cues" or "sources" the
one that it belongs to in `span._.attribution` (see quotes.pipeline.attribution).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from quotes.pipeline.whole import QuotesComponent, Step

Maker = Callable[..., "Step"]
FOUND = ["doc._.quotes"]
READ = ["token.tag", "token.is_sent_start", "doc.ents"]


@Language.factory(
    "quotes",
    assigns=[*READ, "token.pos", "doc.spans", *FOUND],
    default_config={"model": None, "speakers": None},
)
def make_quotes(
    nlp: Language, name: str, model: str | None, speakers: str | None
) -> QuotesComponent:
    """The whole line from text to attributions with speakers, as one component.

    model: a model folder in place of the one that is shipped; speakers: a TOML file of the form of
    quotes/data/speakers.toml, read on top of it. Raises ModelError or InputError.
    """
    from quotes.pipeline.whole import QuotesComponent

    return QuotesComponent(model=model, speakers=speakers)


def _plain(step: str, assigns: list[str], requires: list[str]) -> Maker:
    """Registers a step that needs nothing but the Doc."""

    def make(nlp: Language, name: str) -> Step:
        from quotes.pipeline.whole import make_step

        return make_step(step)

    Language.factory(step, assigns=assigns, requires=requires, func=make)
    return make


def _with_model(step: str, assigns: list[str], requires: list[str]) -> Maker:
    """Registers a step that needs the model; `model`: a folder in place of the shipped one."""

    def make(nlp: Language, name: str, model: str | None) -> Step:
        from quotes.pipeline.whole import make_step

        return make_step(step, model=model)

    config = {"model": None}
    Language.factory(step, assigns=assigns, requires=requires, default_config=config, func=make)
    return make


def _with_registry(step: str, assigns: list[str], requires: list[str]) -> Maker:
    """Registers a step that needs the registry; `speakers`: a TOML file, read on top of it."""

    def make(nlp: Language, name: str, speakers: str | None) -> Step:
        from quotes.pipeline.whole import make_step

        return make_step(step, speakers=speakers)

    config = {"speakers": None}
    Language.factory(step, assigns=assigns, requires=requires, default_config=config, func=make)
    return make


encoder = _with_model("quotes_encoder", [*READ, "token.pos", "doc.user_data"], [])
marks = _plain("quotes_marks", ["doc.spans"], ["token.is_sent_start"])
attributions = _with_model("quotes_attributions", FOUND, ["doc.user_data", "doc.spans"])
sources = _plain("quotes_sources", FOUND, [*FOUND, "token.tag"])
contents = _plain("quotes_contents", FOUND, [*FOUND, *READ, "doc.spans"])
nested = _plain("quotes_nested", FOUND, [*FOUND, *READ, "doc.spans"])
passives = _plain("quotes_passives", FOUND, [*FOUND, "token.tag"])
signatures = _plain("quotes_signatures", FOUND, [*READ, "doc.spans"])
transcripts = _plain("quotes_transcripts", FOUND, READ)
factuality = _plain("quotes_factuality", FOUND, [*FOUND, "token.tag"])
asides = _plain("quotes_asides", [*FOUND, "doc.spans"], FOUND)
speakers = _with_registry("quotes_speakers", [*FOUND, "doc.spans"], [*FOUND, *READ])
roles = _plain("quotes_roles", [*FOUND, "doc.spans"], [*FOUND, *READ, "doc.spans"])
affiliations = _with_registry("quotes_affiliations", FOUND, [*FOUND, *READ, "doc.spans"])
via = _plain("quotes_via", FOUND, [*FOUND, *READ])
dates = _plain("quotes_dates", FOUND, [*FOUND, "token.is_sent_start"])
spans = _plain("quotes_spans", ["doc.spans"], FOUND)

lemmas = _plain("quotes_lemmas", ["token.lemma"], ["token.pos"])
