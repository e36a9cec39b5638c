"""Exit codes of every command: done; a check or some inputs failed; nothing could be used; Ctrl-C."""

DONE, FAILED, UNUSABLE, INTERRUPTED = 0, 1, 2, 130
