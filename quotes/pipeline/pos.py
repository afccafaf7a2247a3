"""Universal parts of speech from Penn tags, so that other tools for spaCy work on our Docs.

The two schemes cut in other places: "have", "do" and "be" may be auxiliaries, "that" a pronoun, a
determiner or a conjunction. What a tag leaves open is told by the word and those after it.
(Universal Dependencies, English guidelines: https://universaldependencies.org/en/pos/.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_TAGS = {
    "PUNCT": "`` '' , . : -LRB- -RRB- HYPH NFP",
    "SYM": "# $ SYM",
    "X": "ADD AFX FW GW LS XX",
    "CCONJ": "CC",
    "NUM": "CD",
    "DET": "DT PDT",
    "PRON": "EX PRP PRP$ WP WP$ WDT",
    "ADP": "IN RP",
    "ADJ": "JJ JJR JJS",
    "AUX": "MD",
    "NOUN": "NN NNS",
    "PROPN": "NNP NNPS",
    "PART": "POS TO",
    "ADV": "RB RBR RBS WRB",
    "INTJ": "UH",
    "VERB": "VB VBD VBG VBN VBP VBZ",
    "SPACE": "_SP",
}
POS = {tag: pos for pos, tags in _TAGS.items() for tag in tags.split()}

BE = frozenset(
    ["be", "am", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "'m", "’m"]
)
HELPERS = frozenset(["have", "has", "had", "having", "'ve", "’ve", "do", "does", "did", "'d", "’d"])
THIS = frozenset(["this", "that", "these", "those"])
NOT = frozenset(["not", "n't", "n’t", "nt"])
CLAUSE = frozenset(
    ["that", "if", "because", "while", "although", "though", "whether", "unless", "since", "lest"]
)
SOMEBODY = frozenset(
    f"{some}{body}" for some in ("some", "any", "no", "every") for body in ("one", "body", "thing")
)
VERBS = ("VB", "VBN", "VBG")
BETWEEN = ("RB", "PRP", "EX")
LOOK = 4  # words after a helper among which its verb stands


def parts_of_speech(words: Sequence[str], tags: Sequence[str]) -> Iterator[str]:
    """The universal part of speech of each word. `words`: in lower case; `tags`: Penn's, "_SP" for
    white space; X for any other tag.

    >>> list(parts_of_speech(["she", "has", "said", "that"], ["PRP", "VBZ", "VBN", "DT"]))
    ['PRON', 'AUX', 'VERB', 'PRON']
    """
    for i, (word, tag) in enumerate(zip(words, tags, strict=True)):
        if tag in ("RB", "DT", "IN", "NN") or tag.startswith("VB"):
            yield _open(words, tags, i, word, tag)
        else:
            yield POS.get(tag, "X")


def _open(words: Sequence[str], tags: Sequence[str], i: int, word: str, tag: str) -> str:
    if tag == "RB" and word in NOT:
        return "PART"
    if tag == "IN" and word in CLAUSE:
        return "SCONJ"
    if tag == "NN" and word in SOMEBODY:
        return "PRON"
    if tag == "DT" and word in THIS:
        return "DET" if tags[i + 1 : i + 2] and _is_nominal(tags[i + 1]) else "PRON"
    if tag.startswith("VB") and (word in BE or (word in HELPERS and _helps(tags, i))):
        return "AUX"
    return POS[tag]


def _is_nominal(tag: str) -> bool:
    return tag.startswith(("NN", "JJ", "CD", "VBG", "VBN", "RBS"))


def _helps(tags: Sequence[str], i: int) -> bool:
    """True if the "have" or "do" at i is an auxiliary: of the three words after it, the first that
    is no adverb and no pronoun is a bare verb or a participle ("has never said")."""
    after = (tag for tag in tags[i + 1 : i + LOOK] if tag not in BETWEEN)
    return next(after, "") in VERBS
