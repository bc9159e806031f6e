"""What cannot be taken, in one sentence for the person."""

from gd_visualizer.text.message import Message


class RefusedValue(ValueError):  # noqa: N818
    """A value that cannot be taken, in a sentence for the person."""

    def __init__(self, sentence: Message) -> None:
        super().__init__(sentence.english)
        self.message = sentence


def reason(error: ValueError) -> Message:
    """What ``error`` says; untranslated where it is no refusal of ours."""
    return error.message if isinstance(error, RefusedValue) else own(str(error))


def own(text: str) -> Message:
    """Words that are not ours and not translated, on one line."""
    return Message("{text}", {"text": one_line(text)})


def one_line(text: str) -> str:
    """``text`` with everything escaped that is not printable: no new lines, no control codes."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
