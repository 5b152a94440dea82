"""How likely is it that a Cyrillic and a Latin word are spellings of one?

    P(cyrillic, latin) = sum over all cuts of the product of P(piece | piece before)

the joint model of Bisani and Ney (Speech Communication 50, 2008). The piece before
tells which language a name comes from: after `ш=sz` a `в` is `w`, after `ш=sh` `v`.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from safeconduct.names.general.letters import folded, russian, script
from safeconduct.names.general.model import Model, load
from safeconduct.names.general.ngrams import END, START

__all__ = ["Channel", "Query", "channel", "query"]

# How many part readings live at each letter, and how much worse than the best.
BEAM = 20
WORSE = math.exp(-8.0)
# A piece is tried if it is not so much rarer than the best for the same letters.
RARELY = 0.003
# The least share of a piece that stands for letters only the other script writes.
SILENT = 0.003
LONGEST_PIECE = 4

# A place in the lattice holds the probability of each last piece.
Place = dict[int, float]
# What is read so far, and its last piece.
State = tuple[str, int]
# A piece that may follow: its number, its share, what it stands for.
Next = tuple[int, float, str]


class Channel:
    """A model laid out for speed: pieces are numbers, their order a table of rows."""

    def __init__(self, model: Model) -> None:
        self.model = model
        names = sorted({sign for signs in model.order.values() for sign in signs})
        self.names = [START, *(name for name in names if name != END), END]
        self.end = len(self.names) - 1
        self.cyrillic: list[str] = []
        self.latin: list[str] = []
        self.by_cyrillic: defaultdict[str, list[int]] = defaultdict(list)
        self.by_latin: defaultdict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self.names):
            left, _, right = name.partition("=")
            self.cyrillic.append(left)
            self.latin.append(right)
            if 0 < number < self.end:
                self.by_cyrillic[left].append(number)
                self.by_latin[right].append(number)
        self.rows: list[list[float] | None] = [None] * len(self.names)
        self._follow: dict[tuple[str, bool], dict[int, list[Next]]] = {}
        self._number = {name: at for at, name in enumerate(self.names)}
        self._base = [model.pieces.probability((), name) for name in self.names]

    def row(self, last: int) -> list[float]:
        """Return P(piece | last piece) for every piece."""
        made = self.rows[last]
        if made is None:
            made = self._row(last)
            self.rows[last] = made
        return made

    def _row(self, last: int) -> list[float]:
        grams = self.model.pieces
        context = (self.names[last],)
        rest = grams.levels[1].rest.get(context, 1.0)
        row = [rest * each for each in self._base]
        for name, found in grams.levels[1].seen.get(context, {}).items():
            row[self._number[name]] = found
        return row

    def following(self, letters: str, *, across: bool) -> dict[int, list[Next]]:
        """Return what is known of `follow` for given letters, by the piece before."""
        found = self._follow.get((letters, across))
        if found is None:
            found = self._follow[letters, across] = {}
        return found

    def follow(self, last: int, letters: str, *, across: bool) -> list[Next]:
        """Return which pieces of given letters follow a piece, the likeliest first.

        Args:
            last: The number of the piece before.
            letters: What the next piece holds, Latin if `across`, else Cyrillic.
            across: Whether Latin is read.
        """
        known = self.following(letters, across=across)
        found = known.get(last)
        if found is None:
            pieces = (self.by_latin if across else self.by_cyrillic).get(letters, ())
            other = self.cyrillic if across else self.latin
            row = self.row(last)
            least = RARELY * max((row[number] for number in pieces), default=0.0)
            # Sorted before it is known: another thread may ask meanwhile.
            found = known[last] = sorted(
                (
                    (each, row[each], other[each])
                    for each in pieces
                    if row[each] > least
                ),
                key=lambda each: -each[1],
            )
        return found

    def spelled(self, word: str) -> float:
        """Return log P(word) by its letters alone, in nats."""
        return _spelled(self, word)

    def likelihood(self, word: str) -> float:
        """Return log P(word) in nats, common words by their count as well."""
        often = self.model.common.get(word, 0)
        if not often:
            return _spelled(self, word)
        share = often / self.model.common[""]
        return math.log(0.5 * share + 0.5 * math.exp(_spelled(self, word)))

    def readings(self, latin: str, n: int = 8) -> tuple[tuple[str, float], ...]:
        """Return the likeliest Cyrillic spellings of a Latin word: word and log P."""
        return _readings(self, latin, n, BEAM, across=True)

    def spellings(self, cyrillic: str, n: int = 8) -> tuple[tuple[str, float], ...]:
        """Return the likeliest Latin spellings of a Cyrillic word: word and log P."""
        return _readings(self, cyrillic, n, max(BEAM, n), across=False)

    def known(self, latin: str) -> str:
        """Take the diacritics of letters away that the channel has never seen."""
        return "".join(
            sign if sign in self.by_latin else folded(sign) for sign in latin
        )


@lru_cache(maxsize=1 << 17)
def _spelled(channel: Channel, word: str) -> float:
    kind = "cyrillic" if script(word) == "cyrillic" else "latin"
    return channel.model.letters[kind].log(word)


@lru_cache(maxsize=1 << 15)
def _readings(
    channel: Channel, word: str, n: int, beam: int, *, across: bool
) -> tuple[tuple[str, float], ...]:
    total: defaultdict[str, float] = defaultdict(float)
    for at in range(1, len(word)):  # so that no word is deep enough to recur in
        _begun(channel, word[:at], beam, across=across)
    for mass, (text, last) in _begun(channel, word, beam, across=across):
        total[text] += mass * channel.row(last)[channel.end]
    best = sorted(total.items(), key=lambda each: (-each[1], each[0]))[:n]
    return tuple((text, math.log(mass)) for text, mass in best if mass > 0.0)


@lru_cache(maxsize=1 << 11)
def _begun(
    channel: Channel, beginning: str, beam: int, *, across: bool
) -> list[tuple[float, State]]:
    """Return the readings of the beginning of a word; many words share one."""
    found: dict[State, float] = {} if beginning else {("", 0): 1.0}
    # Single letters first: what they reach shows early what is too unlikely.
    for length in range(1, min(LONGEST_PIECE, len(beginning)) + 1):
        before = _begun(channel, beginning[:-length], beam, across=across)
        _extend(before, channel, beginning[-length:], found, across=across)
    return _alive(found, channel, beam, across=across)


def _extend(
    alive: list[tuple[float, State]],
    channel: Channel,
    letters: str,
    into: dict[State, float],
    *,
    across: bool,
) -> None:
    """Add to a beam what follows when letters are read as one piece."""
    if letters not in (channel.by_latin if across else channel.by_cyrillic):
        return
    known = channel.following(letters, across=across)
    least = max(into.values(), default=0.0) * WORSE
    for mass, (text, last) in alive:
        nexts = known.get(last)
        if nexts is None:
            nexts = channel.follow(last, letters, across=across)
        if nexts:  # the likeliest first
            least = max(least, mass * nexts[0][1] * WORSE)
        for number, share, written in nexts:
            part = mass * share
            if part < least:
                break
            state = (text + written, number)
            into[state] = into.get(state, 0.0) + part


def _alive(
    found: dict[State, float], channel: Channel, beam: int, *, across: bool
) -> list[tuple[float, State]]:
    """Prune a beam; then let what the given word does not write come in, once."""
    if not found:
        return []
    most = max(found.values())
    least = most * WORSE
    alive = [(mass, state) for state, mass in found.items() if mass > least]
    alive.sort(reverse=True)
    del alive[beam:]
    for mass, (text, last) in alive[: beam // 4]:
        for number, share, written in channel.follow(last, "", across=across):
            if mass * share <= SILENT * most:
                break
            alive.append((mass * share, (text + written, number)))
    return alive


class Query:
    """A Cyrillic word made ready to be compared with many Latin ones."""

    def __init__(self, channel: Channel, cyrillic: str) -> None:
        self.channel = channel
        self.size = len(cyrillic)
        # By what is written in Latin: where a piece begins and ends, and its number.
        self.arcs: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for start in range(self.size + 1):
            for length in (0, 1, 2):
                letters = cyrillic[start : start + length]
                if len(letters) == length:
                    for number in channel.by_cyrillic.get(letters, ()):
                        written = channel.latin[number]
                        self.arcs[written].append((start, start + length, number))
        self.mute = sorted(self.arcs.pop("", []))
        self.memory: dict[str, float] = {}

    def joint(self, latin: str) -> float:
        """Return log P(cyrillic, latin) in nats, minus infinity if no pieces fit."""
        if latin not in self.memory:
            self.learn([latin])
        return self.memory[latin]

    def learn(self, latin: Iterable[str]) -> None:
        """Compute `joint` for many words at once: they share their beginnings' work."""
        columns = [self.column("", [])]
        before = ""
        for word in sorted(latin):
            shared = 0
            for one, other in zip(before, word, strict=False):
                if one != other:
                    break
                shared += 1
            del columns[shared + 1 :]
            for length in range(shared + 1, len(word) + 1):
                columns.append(self.column(word[:length], columns))
            before = word
            self.memory[word] = self.ended(columns[-1][self.size])

    def column(self, latin: str, before: list[list[Place]]) -> list[Place]:
        """Extend every cut to the end of the Latin word, for each Cyrillic letter."""
        rows = self.channel.row
        here: list[Place] = [{} for _ in range(self.size + 1)]
        if not latin:
            here[0][0] = 1.0
        at = len(latin)
        for length in range(1, min(LONGEST_PIECE, at) + 1):
            source = before[at - length]
            for start, end, number in self.arcs.get(latin[at - length :], ()):
                place = source[start]
                if place:
                    mass = 0.0
                    for last, part in place.items():
                        mass += part * rows(last)[number]
                    target = here[end]
                    target[number] = target.get(number, 0.0) + mass
        for start, end, number in self.mute:
            place = here[start]
            if place:
                mass = 0.0
                for last, part in place.items():
                    mass += part * rows(last)[number]
                target = here[end]
                target[number] = target.get(number, 0.0) + mass
        return here

    def ended(self, place: Place) -> float:
        """Close the cuts that reached the end."""
        end = self.channel.end
        total = sum(part * self.channel.row(last)[end] for last, part in place.items())
        return math.log(total) if total > 0.0 else -math.inf


@lru_cache(maxsize=1)
def channel() -> Channel:
    """Return the channel of the model in use."""
    return Channel(load())


@lru_cache(maxsize=512)
def query(cyrillic: str) -> Query:
    """Return the query of a Cyrillic word, Ukrainian letters folded."""
    return Query(channel(), russian(cyrillic))
