"""What takes long to make and is the same in every run: kept in a file beside Python's byte code of this module.

There it stands under the same trust as the byte code: whoever may write there may as well write code. It holds plain
values only (what `marshal` takes). Where the file is absent, damaged or of another Python, or where nothing may be
written, everything is made anew as ever. `PYTHONDONTWRITEBYTECODE` and `PYTHONPYCACHEPREFIX` hold for it as well.
"""

import atexit
import hashlib
import importlib.util
import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

_FILE = Path(importlib.util.cache_from_source(__file__)).with_suffix(".kept")
_DIGEST = 32  # bytes at the file's head that tell whether the rest is whole, and this Python's
_MOST = 8_000_000  # bytes; more than that is what is left of many earlier versions, and begun anew


def cached(key: tuple[Any, ...], make: Callable[[], T]) -> T:
    """What `make` gave for `key` in this run or an earlier one; the key says all that the value depends on."""
    try:
        kept: T = _kept[key]
    except KeyError:
        kept = _kept[key] = make()
    return kept


def _digest(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_DIGEST, key=hashlib.sha256(sys.version.encode()).digest()).digest()


def _load() -> dict[tuple[Any, ...], Any]:
    with suppress(OSError):
        stored = _FILE.read_bytes()
        body = stored[_DIGEST:]
        if len(body) < _MOST and _digest(body) == stored[:_DIGEST]:
            loaded: dict[tuple[Any, ...], Any] = marshal.loads(body)  # noqa: S302  # as trusted as byte code
            return loaded
    return {}


def _save() -> None:
    """Write what was added; who reads at that moment sees the old file or the new one."""
    if sys.dont_write_bytecode or len(_kept) == _loaded:
        return
    body = marshal.dumps(_kept)
    part = _FILE.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        part.parent.mkdir(exist_ok=True)
        part.write_bytes(_digest(body) + body)
        part.replace(_FILE)


_kept = _load()
_loaded = len(_kept)
atexit.register(_save)
