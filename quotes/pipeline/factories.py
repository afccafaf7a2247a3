"""The spaCy factory `quotes`. spaCy imports this with every pipeline, so it must stay light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from quotes.pipeline.whole import QuotesComponent


@Language.factory(
    "quotes",
    assigns=["token.tag", "token.is_sent_start", "doc.ents", "doc.spans"],
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
