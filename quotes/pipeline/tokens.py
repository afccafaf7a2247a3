"""spaCy's English tokenizer, with quotation marks, the horizontal bar, and a dash before a capital
always tokens of their own: news has them without a space ("ready,”said", "him.”― Ann Lee", "-Ann
Lee")."""

from __future__ import annotations

from spacy.lang.en import English
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

ALONE = ['[“”„«»"―]']
SIGN = "(?:--|[-–—~])(?=[A-Z\u00c0-\u00de])"
INSIDE = [f'(?<=[”"»]){SIGN}', '[,.:;?!](?=[“”„«»"])', *ALONE]


def blank() -> Language:
    """An English pipeline without components, with that tokenizer."""
    return English(create_tokenizer=_tokenizer)


def _tokenizer(nlp: Language) -> Tokenizer:
    """Made at once: each rule that is set later would make all special cases anew."""
    defaults = nlp.Defaults
    return Tokenizer(
        nlp.vocab,
        rules=defaults.tokenizer_exceptions,
        prefix_search=compile_prefix_regex([*(defaults.prefixes or ()), *ALONE, SIGN]).search,
        suffix_search=compile_suffix_regex([*(defaults.suffixes or ()), *ALONE]).search,
        infix_finditer=compile_infix_regex([*(defaults.infixes or ()), *INSIDE]).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )
