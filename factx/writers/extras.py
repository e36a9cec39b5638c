"""Libraries that only some formats need, and that a plain installation of factx leaves out."""

from importlib.util import find_spec

from factx.errors import MissingExtraError


def need(library: str, extra: str) -> None:
    """MissingExtraError where `library` is not installed; it is not loaded, which would take time and memory."""
    if find_spec(library) is None:
        raise MissingExtraError(f"this format needs {library}; install it with: pip install 'factx[{extra}]'")
