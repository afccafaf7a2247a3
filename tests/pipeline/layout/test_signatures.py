"""Signed quotations: whose they are, and whose not."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from quotes.pipeline.attribution import attributions
from quotes.pipeline.layout.marks import Marks
from quotes.pipeline.layout.signatures import read_signatures
from tests.pipeline.builders import build

Found = list[tuple[list[str], list[str]]]


def found(markup: str) -> Found:
    doc: Doc = build(markup)
    Marks()(doc)
    read_signatures(doc)
    return [([s.text for s in a.source], [s.text for s in a.content]) for a in attributions(doc)]


@pytest.mark.parametrize("dash", ["-", "–", "—", "―"])
def test_a_signed_quotation_is_its_signers(dash: str) -> None:
    markup = (
        "{q0 “Good,”} {c0 said} {s0 [PER Ann Lee]}.\n\n{q0 “Robots help people.”}\n"
        f"{dash} [PER Luis Ferrer], engineer\n\nSales rose."
    )
    assert found(markup) == [
        (["Ann Lee"], ["“Good,”"]),
        (["Luis Ferrer, engineer"], ["“Robots help people.”"]),
    ]


@pytest.mark.parametrize(
    ("signature", "signer"),
    [
        (" -Senator [PER Ann Lee]", "Senator Ann Lee"),
        (" ~[PER Ann Lee], nurse", "Ann Lee, nurse"),
        ("--[PER Ann Lee]", "Ann Lee"),
        ("—[PER Ann Lee]", "Ann Lee"),
        (" ([PER Ann Lee], nurse)", "Ann Lee, nurse"),
        (" ([PER Ann Lee]).", "Ann Lee"),
        ("\n— head teacher [PER Ann Lee]", "head teacher Ann Lee"),
        (" – [ORG Dover Port] director [PER Ann Lee]", "Dover Port director Ann Lee"),
        (" — the mayor, [PER Ann Lee]", "the mayor, Ann Lee"),
    ],
)
def test_forms_of_signatures(signature: str, signer: str) -> None:
    assert found(f"“We have won it.”{signature}\n\nSales rose.") == [
        ([signer], ["“We have won it.”"])
    ]


def test_a_signature_is_that_of_all_paragraphs() -> None:
    said = "“We were here.\n\n“It was {q0 cold}.\n\n“We left.”"
    markup = f"“It was.\n\nHe left.\n\n{said}\n— [PER Ann Lee]"
    whole = said.replace("{q0 cold}", "cold")
    assert found(markup) == [(["Ann Lee"], [whole])]


def test_a_closed_quotation_before_is_none_of_the_signers() -> None:
    markup = "“It was here.”\n\n“It was cold.”\n— [PER Ann Lee]"
    assert found(markup) == [(["Ann Lee"], ["“It was cold.”"])]


@pytest.mark.parametrize("gap", [" ― ", "― ", "\xa0―\xa0", "\n― "])
def test_the_signer_may_stand_on_the_same_line(gap: str) -> None:
    markup = (
        f"{{q0 “It works.”}}{gap}[PER Luis Ferrer].\n{{q0 “It fails.”}}{gap}{{s0 [PER Ann Lee]}}\n"
        f"“Both.”{gap}[PER Bob Said]"
    )
    assert found(markup) == [
        (["Luis Ferrer"], ["“It works.”"]),
        (["Ann Lee"], ["“It fails.”"]),
        (["Bob Said"], ["“Both.”"]),
    ]


def test_what_stands_below_is_not_the_signers() -> None:
    markup = "“It works.”\n{c0 -} {s0 [PER Luis Ferrer]}\n\n{q0 sales may differ}."
    assert found(markup) == [(["Luis Ferrer"], ["“It works.”"])]


@pytest.mark.parametrize(
    "markup",
    [
        "{q0 “It works,”} {c0 said} {s0 [PER Ann Lee]}.\n- a list\n- another",
        "{q0 “It works,”} {c0 said} {s0 [PER Ann Lee]}.\n“Yes.”\n- Prices were stable.",
    ],
)
def test_a_list_is_no_signature(markup: str) -> None:
    assert [source for source, _ in found(markup)] == [["Ann Lee"]]


SAID = "{s0 [PER Ann Lee]} {c0 said}:\n"


@pytest.mark.parametrize(
    "below",
    [
        "\n- Wages up\n- Rents down",
        "\n- [PER Bob Hill]\n- [PER Al Roe]",
        "\n– Additional reporting by [PER Joe Doe]",
        " – Photo: [PER Joe Doe]",
        " — Page 7",
        " — The end of all rules in England.",
        " — Five questions about it",
        " — [ORG Royal Theatre], Monday",
        "\n\n– [PER Joe Doe]",
        " ([ORG Royal Theatre])",
        " (laughs)",
        " (see [PER Joe Doe] on page 4",
        " ([PER Joe Doe]) in Dover",
        " — With mayor [PER Joe Doe]",
        " ()",
        " — [ORG Royal Theatre] and [PER Joe Doe]",
    ],
)
def test_what_follows_a_quotation_is_no_signature(below: str) -> None:
    markup = f"{SAID}{{q0 “We have won it.”}}{below}"
    assert found(markup) == [(["Ann Lee"], ["“We have won it.”"])]


@pytest.mark.parametrize("work", ["“Hamlet”", "“Born to Run”", "“The Godfather”"])
def test_a_work_and_its_maker_are_no_signed_quotation(work: str) -> None:
    assert found(f"{work} — [PER Ann Lee], 1972") == []


def test_a_name_that_the_model_does_not_know() -> None:
    assert found("“It works.” — Zuleikha Abdo, nurse")[0][0] == ["Zuleikha Abdo, nurse"]
