"""How a page is made: a view asks the store and returns a record, which is shown and given as JSON.

    views = Views()

    @views.page("/saying/{id}", "saying.html")
    def saying(store: Store, id: str) -> SayingPage:
        "All that say the same."
        return store.saying(id)

is a page at /saying/{id}, which the template makes of `page`, the record, and JSON at
/api/saying/{id}; `quotes.serve.app` adds the `views` of each module. A view's parameters but
`store` are the request's, as FastAPI takes them: those of the path, of the query string, of a form,
an `asked: Question` for all that a list can be asked for, and `request: Request` itself. Views are
called in a thread (`quotes.serve.working`), and not at all while an answer that was made before is
still right (`quotes.serve.kept`). What a view raises is answered by `quotes.serve.failures`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import partial
from typing import Annotated, Any, cast

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from quotes.errors import QuotesError, UsageError
from quotes.records import Record
from quotes.serve.asked import Question
from quotes.serve.failures import Failure, failure_of, status_of
from quotes.serve.guard import check_csrf, check_editing, csrf_of
from quotes.serve.kept import Kept, tag_of
from quotes.serve.opening import opened
from quotes.serve.rendering import render
from quotes.serve.settings import Settings
from quotes.serve.working import Work

View = Callable[..., Any]
"""Takes a Store and what was asked for, and returns a Record (a file: bytes)."""

_FAILURES: dict[int | str, dict[str, Any]] = {
    "4XX": {"model": Failure, "description": "It is not answered so, for this reason."},
    503: {"model": Failure, "description": "The database cannot be read now."},
}


class Views:
    """The pages of a module, to be added to an app by their `router`."""

    def __init__(self) -> None:
        self.router = APIRouter()

    def page(
        self,
        path: str,
        template: str | None = None,
        *,
        then: Callable[[Any], str] | None = None,
        again: tuple[View, str] | None = None,
        takes: type[Record] | None = None,
        method: str = "GET",
        edits: bool = False,
        kept: bool = True,
    ) -> Callable[[View], View]:
        """Register a view at `path` as the page of a template, and at /api + `path` as JSON.

        `then`: makes of the record the address to which the browser is sent in place of a page.
        `again`: the view and the template of the form that was sent; where this view raises a
        QuotesError the form is shown once more, with the Failure as `problem` and what was given.
        `takes`: what may be sent as JSON, where the view reads what is sent itself.
        `edits`: only where the server was started with --edit; with the method POST the store may
        be written to, by a form that has the `csrf_field` of `templates/macros.html`, or a request
        with the token in its header.
        `kept`: False where the answer to a GET is made of more than the address and the store.
        """

        def register(view: View) -> View:
            def show(request: Request, given: Mapping[str, Any], found: Any) -> Response:
                if then:
                    return RedirectResponse(then(found), 303 if method == "POST" else 307)
                return HTMLResponse(_rendered(request, template or "", given, found))

            def retry(request: Request, given: Mapping[str, Any], error: QuotesError) -> Response:
                if again is None:
                    raise error
                form, its_template = again
                names = inspect.signature(form).parameters
                settings = settings_of(request)
                with opened(settings) as store:
                    found = form(store, **{k: v for k, v in given.items() if k in names})
                shown = {**given, "problem": failure_of(error, settings)}
                page = _rendered(request, its_template, shown, found)
                return HTMLResponse(page, status_of(error))

            def give(request: Request, given: Mapping[str, Any], found: Record) -> Response:
                words = found.model_dump_json(by_alias=True).encode("utf8", "replace")
                return Response(words, media_type="application/json")

            rest: dict[str, Any] = {"edits": edits, "kept": kept and method == "GET"}
            self._add(path, view, show, methods=_methods(method), retry=retry, **rest)
            described = _body(takes)
            self._add(f"/api{path}", view, give, methods=[method], documented=described, **rest)
            return view

        return register

    def file(self, path: str, kind: str, *, name: str | None = None) -> Callable[[View], View]:
        """Register a view that returns bytes at `path` as a file of a media type; `name`: what it
        is called where it is saved, None for what is shown."""

        def register(view: View) -> View:
            def give(request: Request, given: Mapping[str, Any], found: bytes) -> Response:
                saved = {"Content-Disposition": f'attachment; filename="{name}"'} if name else {}
                return Response(found, media_type=kind, headers=saved)

            self._add(path, view, give, methods=_methods("GET"))
            return view

        return register

    def _add(
        self,
        path: str,
        view: View,
        answer: Callable[[Request, Mapping[str, Any], Any], Response],
        *,
        methods: list[str],
        edits: bool = False,
        kept: bool = True,
        documented: dict[str, Any] | None = None,
        retry: Callable[[Request, Mapping[str, Any], QuotesError], Response] | None = None,
    ) -> None:
        own = inspect.signature(view, eval_str=True)
        ours = dict(own.parameters)
        del ours["store"]
        takes_request = ours.pop("request", None) is not None
        writes = edits and "POST" in methods
        parameters = [*map(_as_fastapi, ours.values()), *([_CSRF] if writes else [])]

        def respond(request: Request, given: Mapping[str, Any]) -> Response:
            more = {"request": request} if takes_request else {}
            settings, answers = settings_of(request), cast("Kept", request.app.state.kept)
            try:
                with opened(settings, writes=writes) as store:
                    tag = tag_of(request, store, csrf_of(settings)) if kept else ""
                    if kept and (known := answers.find(request, tag)):
                        return known
                    found = view(store, **given, **more)
            except QuotesError as error:
                if retry is None:
                    raise
                return retry(request, given, error)
            made = answer(request, given, found)
            if kept:
                answers.keep(tag, made)
            return made

        async def endpoint(request: Request, csrf: str = "", **given: Any) -> Response:
            settings, work = settings_of(request), cast("Work", request.app.state.work)
            _check_names(request, parameters)
            if edits:
                check_editing(settings)
            if writes:
                check_csrf(settings, request, csrf)
            return await work.do(request, partial(respond, request, given))

        vars(endpoint)["__signature__"] = inspect.Signature([_REQUEST, *parameters])
        endpoint.__doc__ = view.__doc__
        self.router.add_api_route(
            path,
            endpoint,
            methods=methods,
            name=view.__name__,
            response_model=None if documented is None else own.return_annotation,
            responses=_FAILURES,
            include_in_schema=documented is not None,
            openapi_extra=documented,
        )


def _body(takes: type[Record] | None) -> dict[str, Any]:
    """The JSON that may be sent, as OpenAPI describes it."""
    if takes is None:
        return {}
    content = {"application/json": {"schema": takes.model_json_schema()}}
    return {"requestBody": {"content": content, "required": True}}


def settings_of(request: Request) -> Settings:
    """The settings of the server that answers a request."""
    return cast("Settings", request.app.state.settings)


_KEYWORD = inspect.Parameter.KEYWORD_ONLY
_REQUEST = inspect.Parameter("request", _KEYWORD, annotation=Request)
_CSRF = inspect.Parameter("csrf", _KEYWORD, default="", annotation=Annotated[str, Form()])


def _methods(method: str) -> list[str]:
    return ["GET", "HEAD"] if method == "GET" else [method]


def _as_fastapi(own: inspect.Parameter) -> inspect.Parameter:
    """A view's parameter as FastAPI reads it."""
    asked = own.annotation is Question
    annotation = Annotated[Question, Query()] if asked else own.annotation
    return own.replace(kind=_KEYWORD, annotation=annotation)


def _check_names(request: Request, parameters: list[inspect.Parameter]) -> None:
    """Raise UsageError for a parameter that is none: it would be passed over in silence."""
    known = {p.name for p in parameters} - set(request.path_params)
    if any(p.name == "asked" for p in parameters):
        known |= {field.alias or name for name, field in Question.model_fields.items()}
    if unknown := sorted(set(request.query_params) - known):
        names = ", ".join(sorted(known - {"asked"})) or "none"
        raise UsageError(f"'{unknown[0]}' is no parameter here: there are {names}")


def _rendered(request: Request, template: str, given: Mapping[str, Any], found: Any) -> str:
    """The page: the template gets the record as `page`, what was asked as `asked`, all that was
    given as `given`, and what all pages need."""
    settings = settings_of(request)
    return render(
        template,
        page=found,
        path=request.url.path,
        settings=settings,
        csrf=csrf_of(settings),
        given=given,
        **{"asked": Question(), "problem": None, **given},
    )
