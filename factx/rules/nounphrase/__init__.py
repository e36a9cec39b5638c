"""Noun phrases in a clause: a clause as pieces, the phrase that ends at a piece, the phrase that begins there."""

from factx.rules.nounphrase.governing import CONTENT, Range, governs, is_actor, is_place
from factx.rules.nounphrase.left import left, without_subject
from factx.rules.nounphrase.piece import Piece
from factx.rules.nounphrase.pieces import pieces
from factx.rules.nounphrase.right import is_attribute, right
from factx.rules.nounphrase.sorts import Sort

__all__ = [
    "CONTENT",
    "Piece",
    "Range",
    "Sort",
    "governs",
    "is_actor",
    "is_attribute",
    "is_place",
    "left",
    "pieces",
    "right",
    "without_subject",
]
