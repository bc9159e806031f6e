"""What runs are called that are seen together: by what they differ in."""

from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.timeline import Timeline
from gd_visualizer.lesson.lesson import Settings
from gd_visualizer.text.message import Message, message, translatable

_STARTS = (translatable("first start"), translatable("second start"), translatable("third start"))


def run_names(descent: Descent) -> list[Message]:
    """Of the kept runs in their order, and last of the one on screen: a person's own name, else
    what makes its steps; its start, where another one's steps are made alike from elsewhere."""
    kept = [(run.name, run.timeline) for run in descent.kept]
    runs = [*kept, ("", descent.timeline)]
    made = [_made_by(_settings(timeline)) for _, timeline in kept] + [_made_by(_current(descent))]
    starts = [timeline.theta(0).tobytes() for _, timeline in runs]
    order = list(dict.fromkeys(starts))
    alike = len(set(map(_text, made))) == 1
    found = []
    for (name, _), words, start in zip(runs, made, starts, strict=True):
        others = {o for o, w in zip(starts, made, strict=True) if _text(w) == _text(words)}
        if name:
            found.append(Message("{text}", {"text": name}))
        elif len(others) == 1:
            found.append(words)
        else:
            where = _start(order.index(start))
            found.append(where if alike else message("{run}, {start}", run=words, start=where))
    return found


def _text(words: Message) -> str:
    return words.english


def _start(place: int) -> Message:
    if place < len(_STARTS):
        return Message(_STARTS[place])
    return message("start {number}", number=str(place + 1))


def _settings(timeline: Timeline) -> Settings:
    """Those that made the last row."""
    return timeline.settings(timeline.cursor)


def _current(descent: Descent) -> Settings:
    return _settings(descent.timeline) if descent.row else descent.settings


def _made_by(settings: Settings) -> Message:
    rate = settings.rate.text
    if settings.plain:
        return message("rate {rate}", rate=rate)
    return message("{optimizer}, rate {rate}", optimizer=settings.optimizer, rate=rate)
