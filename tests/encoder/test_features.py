"""A text in numbers, by the tokenizer of a model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotes.encoder.features import Featurizer
from quotes.encoder.place import FOLDER


@pytest.mark.parametrize("piece", ["[UNK]", "[CLS]", "[SEP]", "[MASK]"])
def test_a_tokenizer_without_what_every_text_needs_is_refused(tmp_path: Path, piece: str) -> None:
    vocabulary = {one: n for n, one in enumerate(("[UNK]", "[CLS]", "[SEP]", "[MASK]", "peace"))}
    del vocabulary[piece]
    model = {
        "type": "WordPiece",
        "unk_token": "[UNK]",
        "continuing_subword_prefix": "##",
        "max_input_chars_per_word": 100,
        "vocab": vocabulary,
    }
    path = tmp_path / "tokenizer.json"
    path.write_text(json.dumps({"version": "1.0", "added_tokens": [], "model": model}))
    with pytest.raises(ValueError, match="its tokenizer has no"):
        Featurizer(path)


def test_the_special_pieces_have_the_numbers_of_the_shipped_vocabulary() -> None:
    path = Path(FOLDER) / "tokenizer.json"
    numbers = json.loads(path.read_text("utf8"))["model"]["vocab"]
    made = Featurizer(path)
    special = [numbers[piece] for piece in ("[CLS]", "[SEP]", "[MASK]")]
    assert [made.first, made.last, made.mask] == special
    assert made.pieces("\u2603") == (numbers["[UNK]"],)
