"""View: documents and their facts as one page that needs nothing else, neither a network nor a server.

`sheets` makes what is to be shown out of files, folders and JSON Lines; `write` writes the page. Both go one document
at a time; only facts that come as JSON Lines are held together, for their order is free.
"""

from factx.view.assembly import write
from factx.view.sheet import Sheet
from factx.view.sources import sheets

__all__ = ["Sheet", "sheets", "write"]
