"""Everything that factx raises on purpose. Each message names the thing, what is wrong and what to do."""


class FactxError(Exception):
    """Root of all errors that a user can cause and mend; the command line prints it in one line."""


class ReadError(FactxError):
    """A file is missing, is no file, is empty, or holds no text."""


class WriteError(FactxError):
    """The output cannot be written where it was asked for."""


class RecordError(FactxError):
    """A line that should be a record breaks the schema."""


class LexiconError(FactxError):
    """A word list is at fault: a bug in factx's data, not in the user's file."""


class MissingExtraError(FactxError):
    """A part of factx needs a package that is not installed; the message names the extra."""


class WorkerError(FactxError):
    """Worker processes cannot start, or died over a text twice."""


class ColumnError(FactxError):
    """A table of texts lacks a column, or the column holds something else."""
