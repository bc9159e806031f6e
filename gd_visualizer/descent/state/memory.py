"""How much memory past runs may hold: whole timelines, whose chunks several of them share."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from gd_visualizer.descent.state.chunk import Chunk
from gd_visualizer.descent.state.descent import Descent

MOST_DROPS = 50
MOST_BYTES = 1 << 28  # of past runs, besides the latest of them


class ChunkBytes:
    """Counts the bytes of chunks, each once."""

    def __init__(self) -> None:
        self._seen: dict[int, Chunk] = {}
        self._full: Sequence[Chunk] = ()  # of the last run: mostly the next one begins with them
        self.bytes = 0

    def add(self, *runs: Sequence[Chunk]) -> int:
        """The bytes of all that have been added by now."""
        for chunks in runs:
            shared = len(self._full) if chunks[: len(self._full)] == self._full else 0
            self._full, others = chunks[:-1], chunks[shared:]
            own = dict(zip(map(id, others), others, strict=True))
            self.bytes += sum(own[key].bytes for key in own.keys() - self._seen.keys())
            self._seen |= own
        return self.bytes


def runs_of(descent: Descent) -> Iterator[Sequence[Chunk]]:
    """The chunks of every run that ``descent`` keeps: its own, those for comparison, and what its
    drops left behind."""
    link: Descent | None = descent
    while link is not None:
        yield link.timeline.chunks
        yield from (run.timeline.chunks for run in link.kept)
        link = link.before


def trimmed(descent: Descent, drops: int = MOST_DROPS, most: int = MOST_BYTES) -> Descent:
    """``descent`` with as many of those before it, ``drops`` in all, as ``most`` bytes hold.

    Its own run stays, however long, and is not counted.
    """
    if _surely_fit(descent, drops, most):
        return descent
    counted, links, link = ChunkBytes(), [descent], descent.before
    own = counted.add(descent.timeline.chunks)
    while link is not None and len(links) < drops:
        if counted.add(link.timeline.chunks) - own > most:
            break
        links.append(link)
        link = link.before
    if link is None:
        return descent
    kept: Descent | None = None
    for one in reversed(links):
        kept = replace(one, before=kept)
    return kept or descent


def _surely_fit(descent: Descent, drops: int, most: int) -> bool:
    """Whether those before it fit even if no chunk were shared; without a look at each chunk, which
    takes a long run a millisecond at every step."""
    size, count, link = 0, 1, descent.before
    while link is not None and count < drops and size <= most:
        chunks = link.timeline.chunks
        size += len(chunks) * chunks[0].most_bytes
        count += 1
        link = link.before
    return link is None and size <= most


def count_that_fit(descents: Iterable[Descent], most: int = MOST_BYTES) -> int:
    """How many of ``descents``, the latest first, ``most`` bytes hold besides the latest itself."""
    counted, own, count = ChunkBytes(), 0, 0
    for descent in descents:
        if count and counted.add(*runs_of(descent)) - own > most:
            break
        own = own or counted.add(*runs_of(descent))
        count += 1
    return count
