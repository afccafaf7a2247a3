"""`quotes speakers`: everyone, one person, and who is merged with whom."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from quotes.cli import options
from quotes.cli.errors import say
from quotes.cli.filters import say_who
from quotes.cli.options import DEFAULT_DB, ActChoice, FactualityChoice, Format

Name = Annotated[
    list[str], typer.Argument(metavar="NAME", help="Any spelling, part of a name, or id.")
]
One = Annotated[str, typer.Argument(metavar="A", help="A name or id.")]


class SpeakersGroup(TyperGroup):
    """A group in which a first word that is no command is a person's name."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Put `show` before a name; options before a name or command are handed on to it.

        After "--" every word is a name, so that somebody called Merge can be shown.
        """
        _, rest, _ = self.make_parser(ctx).parse_args(args=list(args))
        before = args[: len(args) - len(rest)]
        if rest and (rest[0] not in self.commands or "--" in before):
            args = ["show", *before, *rest]
        elif rest:
            args = [rest[0], *before, *rest[1:]]
        return super().parse_args(ctx, args)


app = typer.Typer(cls=SpeakersGroup, add_completion=False, rich_markup_mode=None)


@app.callback(invoke_without_command=True, subcommand_metavar="[NAME | COMMAND]")
def speakers(
    context: typer.Context,
    called: Annotated[
        str | None, typer.Option(metavar="PART", help="Those in whose names this stands.")
    ] = None,
    after: Annotated[
        str | None, typer.Option(metavar="NAME", help="Those who come after this one.")
    ] = None,
    limit: options.Limit = None,
    act: options.Act = ActChoice.speech,
    factuality: options.Factuality = FactualityChoice.factual,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """List everyone who is quoted, show one of them, or merge two.

    Without a word behind it, it lists everyone with counts and dates; a NAME is short for "show
    NAME". Somebody whose name is a command: quotes speakers -- merge.

    \b
    Examples:
      quotes speakers
      quotes speakers --act all --format csv
      quotes speakers --called berg --limit 20
      quotes speakers Pashinyan
      quotes speakers merges --suggested
      quotes speakers merge "V. Zelensky" "Volodymyr Zelenskyy"
    """
    if context.invoked_subcommand is not None:
        return
    from quotes.cli.summaries import print_speakers
    from quotes.store import Store

    with Store(db, read_only=True) as store:
        found = store.speakers(
            called, after=after, limit=limit, act=act.value, factuality=factuality.value
        )
    print_speakers(found, format)


@app.command()
def show(
    name: Name,
    act: options.Act = ActChoice.speech,
    factuality: options.Factuality = FactualityChoice.factual,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Show one person: names, roles, counts.

    Roles, affiliations and offices come with their days; then the offices that the registry knows,
    kinds, publishers and months, and the first and last quote.

    \b
    Examples:
      quotes speakers Pashinyan
      quotes speakers show Pashinyan --format json
    """
    from quotes.cli.summaries import print_page
    from quotes.store import Store

    with Store(db, read_only=True) as store:
        page = store.speaker(" ".join(name), act=act.value, factuality=factuality.value)
        say_who(store, {"speaker": " ".join(name)})
    print_page(page, format)


@app.command()
def words(
    name: Name,
    limit: options.Limit = 20,
    act: options.Act = ActChoice.speech,
    factuality: options.Factuality = FactualityChoice.factual,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Show by which words somebody's quotes differ from everybody's.

    TIMES is how often the speaker says a word, OTHERS how often the others do, in the quotes over
    which words are counted; SCORE the weighted log-odds ratio of Monroe, Colaresi and Quinn (2008)
    in standard deviations.

    \b
    Examples:
      quotes speakers words Pashinyan
      quotes speakers words Pashinyan --limit 50 --format json
    """
    from quotes.cli.comparing import print_vocabulary
    from quotes.store import Store

    with Store(db, read_only=True) as store:
        found = store.words_of(
            " ".join(name), limit=limit, act=act.value, factuality=factuality.value
        )
        say_who(store, {"speaker": " ".join(name)})
    print_vocabulary(found, format)


@app.command()
def beside(
    name: Name,
    limit: options.Limit = 20,
    act: options.Act = ActChoice.speech,
    factuality: options.Factuality = FactualityChoice.factual,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Show who else is quoted in the articles that quote somebody.

    \b
    Examples:
      quotes speakers beside Pashinyan
      quotes speakers beside Pashinyan --limit 5 --format json
    """
    from quotes.cli.comparing import print_company
    from quotes.store import Store

    with Store(db, read_only=True) as store:
        found = store.beside_whom(
            " ".join(name), limit=limit, act=act.value, factuality=factuality.value
        )
        say_who(store, {"speaker": " ".join(name)})
    print_company(found, format)


@app.command()
def merges(
    suggested: Annotated[
        bool, typer.Option("--suggested", help="What is likely, with the command that does it.")
    ] = False,
    format: options.OutputFormat = Format.table,
    db: options.Db = DEFAULT_DB,
) -> None:
    """List who is merged with whom, who was split, and why.

    \b
    Examples:
      quotes speakers merges
      quotes speakers merges --suggested
    """
    from quotes.cli.summaries import print_merges
    from quotes.store import Store

    with Store(db, read_only=True) as store:
        found = store.merges(suggested=suggested)
    print_merges(found, format)


@app.command()
def merge(
    one: One,
    other: Annotated[str, typer.Argument(metavar="B", help="Who is the same.")],
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="Why, to be listed.")] = None,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Make two stored speakers one, in all articles, also those to come.

    \b
    Examples:
      quotes speakers merge "V. Zelensky" volodymyr-zelensky
      quotes speakers merge "Ann Roe" "Ann Poe" --why "she married"
    """
    from quotes.store import Store

    with Store(db) as store:
        made = store.merge(one, other, why=why)
    say(f"{made.one} and {made.other} are one now")


@app.command()
def split(
    one: One,
    other: Annotated[str | None, typer.Argument(metavar="B", help="From whom.")] = None,
    db: options.Db = DEFAULT_DB,
) -> None:
    """Undo a merge; it is never made again by itself.

    A is taken out of all that it is merged with, or out of B only.

    \b
    Examples:
      quotes speakers split "Ann Poe"
      quotes speakers split "Ann Poe" "Ann Roe"
    """
    from quotes.store import Store

    with Store(db) as store:
        undone = store.split(one, other)
    for pair in undone:
        say(f"{pair.one} and {pair.other} are two now")


@app.command()
def check(
    file: Annotated[
        Path | None,
        typer.Argument(
            parser=options.parse_path, metavar="[FILE]", help="Of the form of speakers.toml."
        ),
    ] = None,
) -> None:
    """Check a speakers file: names, ids, offices, days.

    Without FILE, the one that QUOTES_SPEAKERS names, else the built-in one. A line for each thing
    that is wrong (error), doubtful (warning) or missing (note); it fails only for errors.

    \b
    Examples:
      quotes speakers check mine.toml
      quotes speakers check
    """
    from quotes.registry import chosen_file
    from quotes.registry.check import check, line_of

    path = chosen_file(file)
    findings = check(path)
    for finding in findings:
        typer.echo(line_of(finding, path))
    say(f"{len(findings)} findings in {path or 'the built-in speakers file'}")
    raise typer.Exit(1 if any(finding.level == "error" for finding in findings) else 0)
