"""A small invented file for each kind of finding."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.errors import InputError
from quotes.registry import Office, Person
from quotes.registry.check import MOST, Finding, check, line_of
from tests.steps import steps

ANN = """[[person]]
id = "ann-lee"
name = "Ann Lee"
gender = "f"
source = "https://example.org/ann-lee"
"""
BOB = ANN.replace("ann-lee", "bob-orr").replace("Ann Lee", "Bob Orr").replace('"f"', '"m"')
COUNCIL = '[[organization]]\nid = "dover-council"\nname = "Dover Council"\n'


def office(of: str = "Dover Council", title: str = "Mayor", days: str = "") -> str:
    return f'offices = [{{ title = "{title}", of = "{of}"{days} }}]\n'


@pytest.fixture
def findings(tmp_path: Path):
    def of(text: str) -> list[Finding]:
        own = tmp_path / "mine.toml"
        own.write_text(text, encoding="utf8")
        return check(own)

    return of


def test_built_in_file_has_nothing_wrong_or_doubtful() -> None:
    assert [one for one in check(None) if one.level != "note"] == []


def test_what_is_wrong_in_the_table_is_told_with_its_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    start, end = dt.date(2001, 1, 1), dt.date(2002, 1, 1)
    people = [
        Person("ann-lee", "Ann Lee", offices=(Office("Mayor", "Atlantis"),), wikidata="Q1"),
        Person("bob-orr", "Bob Orr", offices=(Office("King", "Peru", end, start),), wikidata="Q1"),
    ]
    monkeypatch.setattr("quotes.registry.check.read_officeholders", lambda: people)
    found = [one for one in check(None) if one.level != "note"]
    assert [(one.level, one.id, one.what) for one in found] == [
        ("warning", "ann-lee", "of = 'Atlantis' is no known country or body"),
        ("error", "bob-orr", "King of Peru: until 2001-01-01 stands before from 2002-01-01"),
        ("error", "bob-orr", "wikidata Q1 is also the id of 'ann-lee'"),
    ]
    assert all(line_of(one, None).startswith("quotes/data/officeholders.csv.gz: ") for one in found)


def test_nothing_to_say(findings) -> None:
    assert findings(ANN + office() + BOB + COUNCIL) == []
    assert findings("") == []


@pytest.mark.parametrize(
    ("text", "level", "line", "says"),
    [
        ("[[person]\n", "error", 1, "not a TOML file"),
        ("\nborn = 2020-02-31\n", "error", 2, "not a TOML file"),
        ("a" + ".b" * 60 + " = 1\n", "error", None, "keys within keys without end"),
        (ANN + "age = 3\n", "error", 6, "unknown key 'age'"),
        (ANN + "wikidata = 'P42'\n", "error", 6, 'such as "Q42"'),
        (ANN + "wikidata = 42\n", "error", 6, 'such as "Q42"'),
        (ANN + "needs_support = 1\n", "error", 6, "true or false"),
        (
            ANN + "wikidata = 'Q1'\n" + BOB + "wikidata = 'Q1'\n",
            "error",
            12,
            "Q1 is also the id of 'ann-lee'",
        ),
        (
            ANN + office(days=", from = 2020-01-02, as_of = 2020-01-01"),
            "error",
            6,
            "as_of 2020-01-01 stands before from",
        ),
        (
            ANN + office(days=", until = 2020-01-02, as_of = 2020-01-01"),
            "warning",
            6,
            "both until and as_of",
        ),
        (
            ANN
            + office("Armenia", "Finance Minister", ", from = 2001-01-01, as_of = 2003-01-01")
            + BOB
            + office("Armenia", "Finance Minister", ", from = 2002-01-01, until = 2004-01-01"),
            "warning",
            12,
            "'ann-lee' holds it too",
        ),
        (ANN + "[[animal]]\nid = 'a'\n", "error", 6, "unknown key 'animal'"),
        ("[person]\nid = 'a'\n", "error", 1, "[[person]]"),
        ("[[person]]\nid = 'a'\n", "error", 1, "it has no name"),
        ("[[person]]\nname = 'A'\n", "error", 1, "it has no id"),
        ("[[person]]\nid = 3\nname = 'A'\n", "error", 2, "id must be a text"),
        (ANN + "common = 1\n", "error", 6, "true or false"),
        (ANN + "names = ['A', '']\n", "error", 6, "names must be a list"),
        (ANN.replace('"f"', '"x"'), "error", 4, 'must be "m" or "f"'),
        (ANN.replace("https://", ""), "error", 5, "address of a page"),
        (ANN + "offices = [{ of = 'Dover' }]\n", "error", 6, "needs title and of"),
        (ANN + office(days=", year = 2"), "error", 6, "an office has an unknown key 'year'"),
        (ANN + office(days=", from = '2020'"), "error", 6, "from must be a day"),
        (ANN + office(days=", from = 2020-01-01T00:00:00"), "error", 6, "from must be a day"),
        (ANN + BOB + ANN, "error", 12, "'ann-lee' stands there twice"),
        (ANN.replace('"ann-lee"', '"Ann Lee"'), "warning", 2, "not a slug"),
        (ANN + BOB + "names = ['Lee, Bob', 'ANN LEE']\n", "warning", 11, "also one of 'ann-lee'"),
        (ANN + "names = ['Barack Obama']\n", "warning", 6, "also one of 'barack-obama'"),
        (ANN + office("Atlantis"), "warning", 6, "no known country or body"),
        (ANN + office("USA"), "warning", 6, "another name of 'United States'"),
        (ANN + office("UN"), "warning", 6, "another name of 'United Nations'"),
        (COUNCIL + "of = 'Atlantis'\n", "warning", 4, "no known country or body"),
        (ANN + "names = ['Ann\u00a0Lee']\n", "warning", 6, "has a no-break space"),
        (ANN + "names = ['Ann\u200bLee']\n", "warning", 6, "has a zero width space"),
        (ANN + 'names = ["Ann\\u0007 Leigh"]\n', "warning", 1, "has a '\\x07'"),
        (ANN + "names = ['Ann  Leigh']\n", "warning", 6, "space too many"),
        (ANN + "names = ['\u0410nn Leigh']\n", "warning", 6, "mixes Cyrillic and Latin"),
        (ANN.replace('gender = "f"\n', ""), "note", 1, "gender is missing"),
    ],
)
def test_each_kind_of_finding(findings, text: str, level: str, line: int, says: str) -> None:
    found = findings(text + (COUNCIL if "Dover Council" in text and "[[org" not in text else ""))
    assert [(one.level, one.line) for one in found if says in one.what] == [(level, line)]
    assert len(found) == 1
    assert found[0].remedy


@pytest.mark.parametrize(
    ("days", "level", "says"),
    [
        (", from = 2020-01-02, until = 2020-01-01", "error", "until 2020-01-01 stands before"),
        (", from = 1870-01-01", "warning", "1870-01-01 lies before 1900"),
        (", from = 2020-01-01, until = 2999-01-01", "warning", "2999-01-01 lies in the future"),
    ],
)
def test_days(findings, days: str, level: str, says: str) -> None:
    (found,) = findings(ANN + office(days=days) + COUNCIL)
    assert (found.level, found.line, found.id) == (level, 6, "ann-lee")
    assert says in found.what


def test_all_faults_of_a_file_are_told_at_once(findings) -> None:
    found = findings(
        ANN.replace('"f"', "4") + "age = 3\nnames = 2\n" + BOB + "pets = 1\n" + office()
    )
    assert [one.line for one in found] == [4, 6, 7, 13]


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        ("from = 2010-01-01, until = 2015-01-01", "from = 2015-01-01", False),
        ("from = 2010-01-01, until = 2015-01-02", "from = 2015-01-01", True),
        ("from = 2010-01-01", "from = 2015-01-01, until = 2016-01-01", True),
        ("until = 2015-01-01", "from = 2010-01-01", False),
        ("from = 2010-01-01, until = 2011-01-01", "from = 2015-01-01", False),
    ],
)
def test_one_office_two_holders(findings, first: str, second: str, overlap: bool) -> None:
    text = "".join(
        person + office("Andorra", "President", f", {days}")
        for person, days in ((ANN, first), (BOB, second))
    )
    found = findings(text)
    assert [one.id for one in found] == ["bob-orr"] * overlap
    assert all("'ann-lee' holds it too" in one.what for one in found)
    assert findings(text.replace('"President"', '"Spokesperson"')) == []


def test_overlap_with_a_holder_of_the_built_in_file(findings) -> None:
    found = findings(ANN + office("Armenia", "Prime Minister", ", from = 2018-05-01"))
    assert [(one.level, one.line) for one in found] == [("warning", 6)]
    assert "'nikol-pashinyan' holds it too on 2018-05-08" in found[0].what


def test_an_entry_that_replaces_one_is_not_held_against_it(findings) -> None:
    text = ANN.replace("ann-lee", "barack-obama").replace("Ann Lee", "Barack Obama")
    assert findings(text) == []


def test_offices_that_cannot_be_looked_up_are_noted(findings) -> None:
    bare = "".join(ANN.splitlines(keepends=True)[:-1])
    (found,) = findings(bare + office() + COUNCIL)
    assert found.level == "note" and "looked up" in found.what
    assert findings(bare + office(days=', source = "https://example.org"') + COUNCIL) == []


def test_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.toml: No such file"):
        check(tmp_path / "none.toml")


def test_a_line_tells_the_place(findings) -> None:
    path = Path("mine.toml")
    (line,) = (line_of(one, path) for one in findings(ANN.replace('gender = "f"\n', "")))
    assert line.startswith("mine.toml:1: note: ann-lee: the gender is missing; ")
    first, *_ = (line_of(one, path) for one in findings(ANN + "age = 3\n"))
    assert first.startswith("mine.toml:6: error: ann-lee: ")
    first, *_ = (line_of(one, None) for one in findings("[person]\n"))
    assert first.startswith("quotes/data/speakers.toml:1: error: entries ")


PLAIN = """
1 true 2020-01-01 2020-01-01T00:00:00Z nan '' '.' "ä" "\\u0000" "\\u00a0" 'Ann' 'https://a.b'
'Armenia' 'President'
"""
VALUES = st.recursive(
    st.sampled_from(PLAIN.split()),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(
            st.sampled_from(["title", "of", "from", "until", "x"]), inner, max_size=4
        ).map(lambda table: "{" + ", ".join(f"{k} = {v}" for k, v in table.items()) + "}")
    ),
    max_leaves=6,
)
KEYS = ["id", "name", "names", "gender", "common", "source", "offices", "of", "person", "'\\x'"]
TABLES = st.tuples(
    st.sampled_from(["[[person]]", "[[organization]]", "[person.names]", "[[x]]", "[[person.x]]"]),
    st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=5),
).map(lambda pair: "\n".join([pair[0], *(f"{k} = {v}" for k, v in pair[1].items())]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(TABLES, max_size=4).map("\n".join) | st.text(max_size=60))
def test_whatever_stands_in_the_file_is_told_in_lines(findings, text: str) -> None:
    for one in findings(text.encode("utf8", "ignore").decode("utf8")):
        assert "\n" not in f"{one.id}{one.what}{one.remedy}"
        assert one.line is None or 1 <= one.line <= text.count("\n") + 1


def holders(count: int) -> str:
    """So many people in one office at one time, with the same spelling."""
    days = ", from = 2000-01-01, until = 2010-01-01"
    one = "".join((ANN, office(title="president", days=days)))
    return COUNCIL + "".join(one.replace("ann-lee", f"ann-{n}") for n in range(count))


ONE_OFFICE = '{title = "president", of = "Dover Council", from = 1800-01-01},'


@pytest.mark.parametrize(
    "text",
    [
        holders,
        lambda n: "[[person]]\n" * n,
        lambda n: "".join(f"k{i} = 1\n" for i in range(n)),
        lambda n: ANN + "".join(f"k{i} = 1\n" for i in range(n)),
        lambda n: ANN + "names = [" + ",".join(f"'Ann\u00a0L{i}'" for i in range(n)) + "]\n",
        lambda n: ANN + f"offices = [{ONE_OFFICE * n}]\n" + COUNCIL,
        lambda n: "a" + ".b" * n + " = 1\n",
        lambda n: "a" + '."b"' * n + " = 1\n",
        lambda n: "[person" + ".b" * n + "]\nid = 1\n",
        lambda n: "a = " + "[" * n,
    ],
)
def test_work_is_in_proportion_to_the_file(findings, text) -> None:
    findings(text(10))  # what is loaded once
    one, two = (steps(lambda n=n: findings(text(n))) for n in (600, 1200))
    assert two < 2.5 * one + 1000


def test_each_stint_is_named_at_most_once(findings) -> None:
    too = [one for one in findings(holders(50)) if "holds it too" in one.what]
    assert [one.id for one in too] == [f"ann-{n}" for n in range(1, 50)]


def test_an_overlap_with_one_long_before_is_seen(findings) -> None:
    """The stint that ends last may not be the last that began."""
    days = ("from = 2000-01-01, until = 2020-01-01", "from = 2001-01-01, until = 2002-01-01")
    people = [ANN, BOB, BOB.replace("bob-orr", "cy-poe").replace("Bob Orr", "Cy Poe")]
    text = COUNCIL
    for person, when in zip(people, (*days, "from = 2010-01-01"), strict=True):
        text += person + office(title="president", days=f", {when}")
    too = [(one.id, one.what) for one in findings(text) if "holds it too" in one.what]
    assert [id for id, _ in too] == ["bob-orr", "cy-poe"]
    assert all("'ann-lee' holds it too" in what for _, what in too)


def test_what_is_said_of_one_entry_is_bounded(findings) -> None:
    long = "Ann\u00a0Lee " * 50_000
    names = ",".join(f"'Ann\u00a0L{i}'" for i in range(1000))
    for text in (ANN + f"names = [{names}]\n", ANN.replace("Ann Lee", long)):
        found = findings(text)
        assert 0 < len(found) <= MOST
        assert all(len(one.what) < 300 for one in found)


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/urandom"])
def test_what_has_no_end_is_not_read(path: str) -> None:
    with pytest.raises(InputError, match="A device, not a file; name a speakers file"):
        check(Path(path))


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotes.registry.load.MOST", 1_000_000)
    (own := tmp_path / "mine.toml").write_text("# a\n" * 300_000)
    with pytest.raises(InputError, match="more than 1 MB; leave out"):
        check(own)
