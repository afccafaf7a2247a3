"""spaCy's English tokenizer, with quotation marks, the horizontal bar, and a dash before a capital
always tokens of their own: news has them without a space ("ready,”said", "him.”― Ann Lee", "-Ann
Lee")."""

from __future__ import annotations

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

ALONE = ['[“”„«»"―]']
SIGN = "(?:--|[-–—~])(?=[A-Z\u00c0-\u00de])"
INSIDE = [f'(?<=[”"»]){SIGN}', '[,.:;?!](?=[“”„«»"])', *ALONE]


def blank() -> Language:
    """An English pipeline without components, with that tokenizer."""
    nlp = spacy.blank("en")
    defaults, tokenizer = nlp.Defaults, nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    first = [*(defaults.prefixes or ()), *ALONE, SIGN]
    tokenizer.prefix_search = compile_prefix_regex(first).search
    tokenizer.suffix_search = compile_suffix_regex([*(defaults.suffixes or ()), *ALONE]).search
    tokenizer.infix_finditer = compile_infix_regex([*(defaults.infixes or ()), *INSIDE]).finditer
    return nlp
