"""Text of documents and file names, made safe for a terminal: nothing in it moves the cursor or turns the writing."""

_CONTROL = {code: chr(0x2400 + code) for code in range(0x20)}  # the pictures of the control characters
_CONTROL |= dict.fromkeys((*range(0x7F, 0xA0), *range(0xD800, 0xE000)), "\ufffd")
_CONTROL |= dict.fromkeys((0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")
_CONTROL |= dict.fromkeys((0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), " ")


def printable(text: str) -> str:
    """`text` in one line: line ends and tabs become spaces, other control characters visible signs."""
    return text.translate(_CONTROL)
