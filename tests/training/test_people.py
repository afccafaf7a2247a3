"""Speakers and roles that annotators name without their place, found again in the text."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
import spacy

from quotes.encoder.features import Featurizer
from quotes.encoder.labels import DESCRIPTION_LABELS, TYPES, VIA_LABELS
from quotes.encoder.place import FOLDER
from quotes.training import corpora
from quotes.training.annotated import Annotated, Pointer, Range, References, TokenLayer
from quotes.training.examples import IGNORE, examples, prepare
from quotes.training.people import Source, find_references
from quotes.training.reading import Reading

TEXT = (
    "Norwegian harbour master Ida Holm said it was late. Moss, a cook, disagreed.\n"
    "The baker Ben Ray left. Holm, who is also a diver, told reporters she was calm.\n"
    "The former swimmer had no more to say. The baker was the mayor of Ulvik."
)


def place(words: str, number: int = 0) -> Range:
    """Where these words stand in the text; `number`: which of several."""
    return [m.span() for m in re.finditer(rf"\b{words}\b", TEXT)][number]


def named(text: str, *names: str) -> list[Range]:
    """All places of these names, in text order."""
    return [m.span() for m in re.finditer("|".join(names), text)]


def texts(spans: list[Range]) -> list[str]:
    """The words at these places."""
    return [TEXT[a:b] for a, b in spans]


NAMES = named(TEXT, "Ida Holm", "Moss", "Ben Ray", "Holm")


def found(*roles: str, described: tuple[tuple[Range, Range], ...] = ()) -> References:
    """The References that are found of Ida Holm, who is all that is annotated."""
    sources = [
        Source([place("Norwegian harbour master Ida Holm")], "person", ["Ida Holm"], [*roles]),
        Source([place("she")], "person", ["Ida Holm"], [*roles]),
        Source([place("reporters")], "group"),
    ]
    return find_references(TEXT, sources, NAMES, described)


@pytest.mark.parametrize(
    ("role", "wanted"),
    [
        ("harbour master", ["harbour master"]),  # before the name
        ("Norwegian harbour master", ["Norwegian harbour master"]),
        ("diver", ["diver"]),  # in a relative clause
        ("former swimmer", ["former swimmer"]),  # elsewhere, but only once
        ("baker", []),  # two of them, both beside somebody else's name or far off
        ("cook", ["cook"]),  # once only: the annotators have read it, whoever stands near
        ("Holm", []),  # a name is no role
        ("harbour mast", []),  # no whole word
    ],
)
def test_where_a_role_stands(role: str, wanted: list[str]) -> None:
    references = found(role)
    assert references.descriptions is not None
    assert texts(references.descriptions)[: len(wanted) or 1] == wanted


def test_two_places_of_a_role_far_from_the_name_stay_open() -> None:
    text = "A baker sang. A baker danced. A baker wept. Ann Lee spoke."
    source = Source([(44, 51)], "person", ["Ann Lee"], ["baker"])
    references = find_references(text, [source], [(44, 51)], [])
    assert references.descriptions == []
    assert [text[a:b] for a, b in references.unclear] == ["baker"] * 3


def test_the_longer_role_comes_first() -> None:
    references = found("master", "Norwegian harbour master")
    assert texts(references.descriptions or []) == ["Norwegian harbour master"]


def test_sources_and_names_point_to_names() -> None:
    pointers = {TEXT[slice(*p.words)]: p for p in found("diver").pointers}
    ida, holm = place("Ida Holm"), place("Holm", 1)
    assert pointers["she"].names == [ida, holm]
    assert pointers["she"].others == [place("Norwegian harbour master Ida Holm")]
    assert pointers["diver"].names == [ida, holm]
    assert pointers["Holm"].names == [ida, holm]
    assert pointers["reporters"] == Pointer(place("reporters"), [place("reporters")])
    assert "Moss" not in pointers


def test_around_the_others_nothing_is_said_to_be_no_description() -> None:
    references = found()
    assert any(a <= place("cook")[0] < b for a, b in references.unclear)
    assert not any(a <= place("diver")[0] < b for a, b in references.unclear[:1])


def test_of_the_others_the_rules_count() -> None:
    moss = (place("Moss"), place("cook"))
    ida = (place("Ida Holm"), place("harbour master"))
    references = found(described=(moss, ida))
    assert texts(references.descriptions or []) == ["cook"]
    assert Pointer(place("cook"), [place("Moss")]) in references.pointers


@pytest.mark.parametrize(
    ("names", "said", "fits"),
    [
        (["Ann Lee"], "Lee", True),
        (["Ann Lee"], "Ann", True),
        (["Ann Lee"], "LEE", True),
        (["Ann Maria Lee"], "Ann Lee", True),
        (["Ann Lee"], "Bob Lee", False),
        (["Ann Maria Lee"], "Maria", False),
        (["Ann Lee", "A. J. Lee"], "A. J. Lee", True),
    ],
)
def test_which_names_fit(names: list[str], said: str, fits: bool) -> None:
    text = f"{said} spoke. He slept."
    source = Source([named(text, "He")[0]], "person", names)
    references = find_references(text, [source], [(0, len(said))], [])
    assert (references.pointers[0].words == (0, len(said))) == fits


def test_a_surname_of_two_is_given_by_its_source() -> None:
    text = "Ann Lee and Bob Lee met. Lee said no. Lee left."
    sources = [
        Source([named(text, "Lee said")[0]], "person", ["Ann Lee"]),
        Source([named(text, "Bob Lee")[0]], "person", ["Bob Lee"]),
    ]
    references = find_references(text, sources, named(text, "Ann Lee", "Bob Lee", "Lee"), [])
    ann = next(p for p in references.pointers if text[slice(*p.words)] == "Ann Lee")
    assert [text[a:b] for a, b in ann.names] == ["Ann Lee", "Lee"]
    assert len(ann.names) == 2 and ann.names[1][0] == text.index("Lee said")


WORLD = {
    "id": "w1",
    "text": "Radio Fjord quoted the mayor as saying: it rains. She hopes for sun.",
    "annotations": [
        {
            "attributions": [
                {
                    "source": [[50, 53]], "cue": [[54, 59]], "content": [[60, 67]],
                    "act": "thought", "optional": True, "type": "unnamed_person",
                    "speaker": None, "names": [], "roles": [], "via": None,
                },
                {
                    "source": [[19, 28]], "cue": [[12, 18], [29, 38]], "content": [[40, 48]],
                    "act": "speech", "optional": False, "type": "unnamed_person",
                    "speaker": None, "names": [], "roles": [], "via": "Radio Fjord",
                },
            ]
        }
    ],
}  # fmt: skip


def read(text: str) -> Reading:
    """Knows of no names."""
    doc = spacy.blank("en").make_doc(text)
    size = len(doc)
    layer = TokenLayer(
        [(t.idx, t.idx + len(t)) for t in doc], ["NN"] * size, ["O"] * size, [False] * size,
        [None] * size, [None] * size,
    )  # fmt: skip
    return Reading(layer, [])


def test_articles_of_the_world(tmp_path: Path) -> None:
    file = tmp_path / "w.jsonl.gz"
    with gzip.open(file, "wt", encoding="utf8") as handle:
        handle.write(json.dumps(WORLD) + "\n")
    (article,) = corpora.world(file, read)
    assert article.annotations and article.references
    optional, required = article.annotations[0]  # the required ones come last
    assert article.text[slice(*required["via"][0])] == "Radio Fjord"
    assert optional["via"] == []

    features = Featurizer(FOLDER / "tokenizer.json")
    doc = spacy.blank("en").make_doc(article.text)
    text = prepare(article, doc, features)
    words = [doc[int(i)].text for i in text.words.token]

    def answers(task: str, labels: tuple[str, ...]) -> dict[str, str]:
        rows = zip(words, text.answers[task].tolist(), strict=True)
        return {word: labels[n] for word, n in rows if n != IGNORE}

    assert answers("source_type", TYPES) == dict.fromkeys(["the", "mayor", "She"], "unnamed_person")
    via = answers("via", VIA_LABELS)
    assert (via["Radio"], via["Fjord"], via["mayor"]) == ("B-via", "I-via", "O")
    assert set(answers("description", DESCRIPTION_LABELS).values()) == {"O"}
    assert text.anchors[0, 0] == words.index("quoted")
    (window,) = examples(text, features, first=300)
    assert window.meant[words.index("mayor")] == [words.index("the"), words.index("mayor")]


def test_of_a_name_out_of_sight_other_sources_count() -> None:
    text = "Ann Lee slept.\n\nHe said he spoke."
    name, first, second = (0, 7), (16, 18), (24, 26)
    pointers = [Pointer(first, [name]), Pointer(second, [name], [first])]
    source = Annotated("a", text, references=References(pointers=pointers))
    features = Featurizer(FOLDER / "tokenizer.json")
    prepared = prepare(source, spacy.blank("en").make_doc(text), features)
    assert prepared.meant == {4: ([0, 1], []), 6: ([0, 1], [4])}
    (whole,) = examples(prepared, features, first=300)
    assert whole.meant[4] == whole.meant[6] == [0, 1]
    _, part = examples(prepared, features, first=4)
    assert (part.meant[0], part.meant[2]) == ([], [0])
