"""The options that say which quotes are meant: one set, which all commands share."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from quotes.cli.errors import say
from quotes.cli.options import DAY, ActChoice, FactualityChoice, KindChoice
from quotes.days import parse_day
from quotes.plural import number_of

if TYPE_CHECKING:
    from quotes.store import LeftOut, Store
    from quotes.store.query.filters import Asked

SOME = 5
"""So many speakers or publishers are named where there are more."""

_WORDS = str | None
_DAY = dt.date | None


def _day(help: str, *names: str) -> Any:
    return typer.Option(*names, parser=parse_day, metavar=DAY, help=help)


_OPTIONS: dict[str, tuple[Any, Any]] = {
    "speaker": (
        Annotated[_WORDS, typer.Option(help="Any spelling or part of a name, or a registry id.")],
        None,
    ),
    "role": (Annotated[_WORDS, typer.Option(help="A part of the role the article gives.")], None),
    "office": (
        Annotated[_WORDS, typer.Option(help="Of those who held this office, while they did.")],
        None,
    ),
    "publisher": (Annotated[_WORDS, typer.Option(help="An outlet, or a part of its name.")], None),
    "via": (Annotated[_WORDS, typer.Option(help="A part of who passed it on.")], None),
    "kind": (
        Annotated[KindChoice | None, typer.Option(help="How it stands in quotation marks.")],
        None,
    ),
    "act": (
        Annotated[ActChoice, typer.Option(help="What was said, thought, or both.")],
        ActChoice.speech,
    ),
    "factuality": (
        Annotated[
            FactualityChoice,
            typer.Option(help='What was said, was not ("did not say"), or may be.'),
        ],
        FactualityChoice.factual,
    ),
    "since": (Annotated[_DAY, _day("Published on this day or later.")], None),
    "until": (Annotated[_DAY, _day("Published on this day or earlier.")], None),
    "on": (Annotated[_DAY, _day("Said on this day.")], None),
    "article": (
        Annotated[_WORDS, typer.Option(metavar="ID", help="Of this article only.")],
        None,
    ),
    "min_confidence": (
        Annotated[
            float | None,
            typer.Option(min=0, max=1, metavar="0..1", help="At least as sure as this."),
        ],
        None,
    ),
    "checked": (
        Annotated[
            bool | None,
            typer.Option("--checked/--unchecked", help="What somebody has checked, or nobody has."),
        ],
        None,
    ),
    "conflicts": (
        Annotated[
            bool, typer.Option("--conflicts", help="Those whose words somebody else is given, too.")
        ],
        False,
    ),
}
"""The type and the default of each filter, by its name in `quotes.store.query.filters.Filters`."""


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """A command with an option for each filter in the place of its parameter `asked`, which gets
    those that were given, as the store takes them."""
    own = inspect.signature(command, eval_str=True, locals={"Asked": dict})
    parameters: list[inspect.Parameter] = []
    for parameter in own.parameters.values():
        if parameter.name != "asked":
            parameters.append(parameter)
            continue
        for name, (annotation, default) in _OPTIONS.items():
            kind = inspect.Parameter.KEYWORD_ONLY
            option = inspect.Parameter(name, kind, default=default, annotation=annotation)
            parameters.append(option)
    every = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in parameters]

    @wraps(command)
    def run(**given: Any) -> None:
        asked = {name: given.pop(name) for name in _OPTIONS}
        plain = {n: v.value if isinstance(v, StrEnum) else v for n, v in asked.items()}
        command(asked=cast("Asked", plain), **given)

    vars(run)["__signature__"] = own.replace(parameters=every)
    run.__annotations__ = {one.name: one.annotation for one in every}
    return run


def say_who(store: Store, asked: Asked) -> None:
    """Name on stderr whom a name means where it is a part of several, and whom else it fits; the
    same of publishers: nobody is taken or left out in silence."""
    if name := asked.get("speaker"):
        taken = store.meant(name)
        if len(taken) > 1:
            say(f"'{name}' is {number_of(len(taken), 'speaker')}: {_some(taken)}")
        if others := store.namesakes(name):
            say(f"'{name}' alone; left out: {_some(others)}")
    if publisher := asked.get("publisher"):
        found = store.publishers(publisher)
        if len(found) > 1:
            say(f"'{publisher}' is {number_of(len(found), 'publisher')}: {_some(found)}")


def say_left_out(found: LeftOut | None, asked: Asked) -> None:
    """Name on stderr how many quotes are not there that one may have expected, and what shows
    them; None: that is not known."""
    act, factuality = asked.get("act"), asked.get("factuality")
    of_act, more_acts = ("thought", "spoken")[act == "thought"], "(--act all)"
    of_factuality, more = f"not {factuality}", "(--factuality all)"
    if found is None:
        usual = {"act": f"what was {of_act} {more_acts}", "factuality": f"{of_factuality} {more}"}
        parts = [words for name, words in usual.items() if asked.get(name) != "all"]
    else:
        told = {
            f"{of_factuality} {more}": found.factuality,
            f"{of_act} {more_acts}": found.act,
            "without a day": found.undated,
            f"of articles of {asked.get('on')} that do not say when": found.unsaid,
        }
        parts = [f"{many:,} {what}" for what, many in told.items() if many]
    if parts:
        say(f"left out: {', '.join(parts)}")


def _some(names: list[str]) -> str:
    more = f" and {len(names) - SOME:,} more" if len(names) > SOME else ""
    return f"{', '.join(names[:SOME])}{more}"
