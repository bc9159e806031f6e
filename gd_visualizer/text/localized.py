"""Numbers in a text as a language writes them: its decimal mark, thousands in groups.

Without the rest of ``numerals``: the window's frame needs it, and no arithmetic.
"""

import re

_GROUPED = 5  # digits of a whole part, from which on they stand in groups
_POWERS = "⁰¹²³⁴⁵⁶⁷⁸⁹"  # may follow a number directly; other letters make it part of a name
_NUMBER = re.compile(rf"(?<![\w./])(\d+)(?:\.(\d+))?(?![^\W{_POWERS}]|/|\.\d)")
_LISTED = re.compile(r"(?<=\d), (?=[−\d])")


def localized(text: str, point: str, group: str) -> str:
    """The numbers in ``text`` with a decimal mark ``point`` and thousands in groups: 12,345.6 or
    12.345,6; where the mark is a comma, a list of numbers has semicolons."""
    if point != ".":
        text = _LISTED.sub("; ", text)

    def look(found: re.Match[str]) -> str:
        whole, rest = found[1], found[2]
        if len(whole) >= _GROUPED:
            whole = f"{int(whole):,}".replace(",", group)
        return whole if rest is None else f"{whole}{point}{rest}"

    return _NUMBER.sub(look, text)
