"""Corpora in, numbers out: on tiny corpora made here, without torch."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import numpy as np
import pytest
import spacy

from quotes.encoder.features import Featurizer
from quotes.encoder.labels import NAME_LABELS, ROLE_LABELS, TAGS
from quotes.encoder.place import FOLDER
from quotes.errors import InputError
from quotes.training import annotated, augment, corpora
from quotes.training.augment import STYLES, renamed, restyled, rewritten
from quotes.training.examples import IGNORE, LIMITS, batches, examples, prepare
from quotes.training.syntax import RELATIONS, coarse
from quotes.training.treebanks import treebank

TEXT = "“It rains,” said Ann.\n\nBob agreed."
ATTRIBUTION = {"content": [[0, 11]], "cue": [[12, 16]], "source": [[17, 20]]}
GUM = """\
# newdoc id = GUM_news_rain
# newpar
1\tAnn\tAnn\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-new-nnnnn-cf1-1-sgl)
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t0\troot\t_\t_
3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_
4\tleave\tleave\tVERB\tVB\t_\t2\txcomp\t_\t_
5\tthe\tthe\tDET\tDT\t_\t6\tdet\t_\tEntity=(2-place-new-nnnnn-cf2-3-sgl
6\told\told\tADJ\tJJ\t_\t7\tamod\t_\t_
7\tOslo\tOslo\tPROPN\tNNP\t_\t4\tobj\t_\tEntity=2)|SpaceAfter=No
8\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newpar
1\tRain\train\tNOUN\tNN\t_\t0\troot\t_\tEntity=(3-abstract-new-nnnnn-cf1-1-sgl)|SpaceAfter=No
2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_

"""


@pytest.fixture(scope="module")
def features() -> Featurizer:
    return Featurizer(FOLDER / "tokenizer.json")


def packed(path: Path, text: str) -> Path:
    with gzip.open(path, "wt", encoding="utf8") as handle:
        handle.write(text)
    return path


@pytest.fixture
def article(tmp_path: Path) -> annotated.Annotated:
    row = {"id": "a", "text": TEXT, "annotations": [{"attributions": [ATTRIBUTION]}]}
    return corpora.polnear(packed(tmp_path / "a.jsonl.gz", json.dumps(row) + "\n"))[0]


def test_labels_and_anchors(article: annotated.Annotated, features: Featurizer) -> None:
    text = prepare(article, spacy.blank("en").make_doc(article.text), features)
    labels = [ROLE_LABELS[n] for n in text.answers["role"]]
    assert labels[:5] == ["B-content", *["I-content"] * 4]
    assert labels[5:8] == ["B-cue", "B-source", "O"]
    assert text.anchors[:7, 0].tolist() == [5] * 7  # all point to "said"
    assert (text.anchors[:7, 1:] == IGNORE).all()
    assert (text.anchors[7:] == IGNORE).all()
    assert (text.answers["tag"] == IGNORE).all()


def test_a_treebank_becomes_text_again(tmp_path: Path, features: Featurizer) -> None:
    (source,) = treebank(packed(tmp_path / "g.conllu.gz", GUM), names=True)
    assert source.text.split("\n\n") == ["Ann didn't leave the old Oslo.", "Rain. "]
    doc = spacy.blank("en").make_doc(source.text)
    text = prepare(source, doc, features)
    words = [doc[int(i)].text for i in text.words.token]
    tags = dict(zip(words, (TAGS[n] for n in text.answers["tag"]), strict=True))
    assert (tags["did"], tags["n't"], tags["Oslo"]) == ("VBD", "RB", "NNP")
    names = dict(zip(words, text.answers["name"], strict=True))
    assert NAME_LABELS[names["Ann"]] == "B-PER"
    assert NAME_LABELS[names["Oslo"]] == "B-LOC"
    assert NAME_LABELS[names["old"]] == "O"
    starts = [w for w, s in zip(words, text.answers["start"], strict=True) if s == 1]
    assert starts == ["Ann", "Rain"]
    assert (text.answers["role"] == IGNORE).all()
    heads = {words[i]: words[head] for i, head in enumerate(text.head[:7])}
    assert heads == {"Ann": "did", "did": "did", "n't": "did", "leave": "did", "the": "old",
                     "old": "Oslo", "Oslo": "leave"}  # fmt: skip
    relations = [RELATIONS[n] for n in text.answers["relation"]]
    assert relations[:4] == ["subject", "root", "modifier", "clause"]


def test_windows_keep_their_answers(article: annotated.Annotated, features: Featurizer) -> None:
    text = prepare(article, spacy.blank("en").make_doc(article.text), features)
    cut = list(examples(text, features, first=10))
    assert sum(len(e.places) for e in cut) == len(text.words)
    assert max(len(e.pieces) for e in cut) <= LIMITS.whole + 2
    assert cut[0].anchors[0].tolist() == [5, IGNORE, IGNORE]


def test_a_source_may_point_to_several_cues(features: Featurizer) -> None:
    text = "Ann praised it, saying it rains."
    two = [
        {"source": [(0, 3)], "cue": [(4, 11)], "content": [(12, 14)]},
        {"source": [(0, 3)], "cue": [(16, 22)], "content": [(23, 31)]},
    ]
    source = annotated.Annotated("a", text, [two])
    found = prepare(source, spacy.blank("en").make_doc(text), features)
    assert found.anchors[0].tolist() == [1, 4, IGNORE]
    assert found.anchors[5].tolist() == [4, IGNORE, IGNORE]


def test_batches_are_the_same_for_the_same_seed(
    article: annotated.Annotated, features: Featurizer
) -> None:
    text = prepare(article, spacy.blank("en").make_doc(article.text), features)
    shapes = []
    for _ in range(2):
        found = batches([text] * 9, features, pieces=64, seed=3)
        shapes.append([[e.pieces.tolist() for e in batch] for batch in found])
    assert shapes[0] == shapes[1]
    assert all(len(b) * max(map(len, b)) <= 64 for b in shapes[0])


def test_other_marks_keep_all_offsets() -> None:
    source = annotated.Annotated("a", "“No,” he said. ‘Yes,’ she said. It’s «so».")
    texts = {restyled(source, random.Random(seed)).text for seed in range(200)}
    assert len(texts) == len(STYLES) + 1
    assert {len(text) for text in texts} == {len(source.text)}


def test_other_words_take_their_offsets_along() -> None:
    text = "Ann Lee said Bob left Rome."
    attribution = {"source": [(0, 7)], "cue": [(8, 12)], "content": [(13, 26), (5, 6)]}
    layer = annotated.TokenLayer([(0, 3), (4, 7), (8, 12), (13, 16)])
    source = annotated.Annotated("a", text, [[attribution]], layer)
    found = rewritten(source, [(4, 7, "Gorbachev"), (13, 16, "Al"), (22, 26, "Nur-Sultan")])
    assert found.text == "Ann Gorbachev said Al left Nur-Sultan."
    assert found.annotations and found.tokens
    (spans,) = found.annotations[0]
    words = {role: [found.text[a:b] for a, b in places] for role, places in spans.items()}
    assert words == {
        "source": ["Ann Gorbachev"],
        "cue": ["said"],
        "content": ["Al left Nur-Sultan", "Gorbachev"],  # inside a change: all of it
    }
    assert [found.text[a:b] for a, b in found.tokens.spans] == ["Ann", "Gorbachev", "said", "Al"]


def test_a_name_becomes_the_same_other_name_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(augment, "RENAMED", 1.0)
    text = "Ann Smith flew to New York. SMITH said: Smith left New York in May."
    names = ["B-PER", "I-PER", "O", "O", "B-LOC", "I-LOC", "O", "B-PER", "O", "O", "B-PER", "O",
             "B-LOC", "I-LOC", "O", "O", "O"]  # fmt: skip
    doc = spacy.blank("en").make_doc(text)
    layer = annotated.TokenLayer([(t.idx, t.idx + len(t)) for t in doc], names=list(names))
    found = renamed(annotated.Annotated("a", text, None, layer), random.Random(4))
    first, rest = found.text.split(". ", 1)
    given, surname = first.split(" flew to ")[0].split()
    town = first.split(" flew to ")[1]
    assert given != "Ann" and surname != "Smith" and town != "New York"
    shout = rest.split(" said: ")[0]
    assert shout == shout.upper()
    assert f"left {town} in May." in rest


@pytest.mark.parametrize(
    ("relation", "name"),
    [("nsubj:pass", "subject"), ("nsubjpass", "subject"), ("dobj", "object"), ("dep", "other")],
)
def test_relations_of_both_versions(relation: str, name: str) -> None:
    assert RELATIONS[coarse(relation)] == name


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"lacks polnear/train\.jsonl\.gz"):
        corpora.check(tmp_path)


def test_confidence_learns_what_is_right() -> None:
    from quotes.training.calibrate import by_chance, chances, expected_error, fit

    dice = np.random.default_rng(1)
    rows = dice.normal(size=(4000, 2))
    chance = 1 / (1 + np.exp(-(2 * rows[:, 0] - 1)))
    right = (dice.random(4000) < chance).astype(float)
    weights = fit(rows, right)
    assert np.allclose(weights, [2, 0, -1], atol=0.2)
    assert expected_error(chances(rows, weights), right) < 0.03
    assert expected_error(np.full(4000, 0.99), right) > 0.3
    assert by_chance(chance[:200]) > by_chance(chance) > 0
