"""Folders in, tables out: discover → work → store → write. Start reading at `factx.batch.run`.

- `discovery`: which documents there are, in a stable order.
- `work`: what a worker process of `factx.pool` does with one document.
- `journal`: what is done, kept beside OUT, so that a killed run goes on where it stopped.
- `output`: OUT and its list of errors, which appear whole or not at all.
"""
