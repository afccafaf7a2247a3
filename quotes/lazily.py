"""Public names that are imported from their modules on first use, so that a package is there at
once."""

TYPE_CHECKING = False
"""The one of `typing`. Nothing is imported here: until `quotes.__main__` has begun, and this module
is needed before, Ctrl-C is a traceback."""

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


def lazily(
    names: "dict[str, Any]", homes: "Mapping[str, str]"
) -> "tuple[Callable[[str], Any], Callable[[], list[str]]]":
    """`__getattr__` and `__dir__` of a package (PEP 562) with these global names; `homes`: the
    module in which each of its public names is. Its own modules are found as well."""
    package = names["__name__"]

    def import_name(name: str) -> "Any":
        from importlib import import_module
        from importlib.util import find_spec

        if name in homes:
            value = names[name] = getattr(import_module(homes[name]), name)
            return value
        if not name.startswith("_") and find_spec(f"{package}.{name}"):
            return import_module(f"{package}.{name}")
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return import_name, lambda: sorted({*names, *homes})
