"""64 bits of a text or a number, the same on every machine and in every version."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

# The mixer of SplitMix64 (Steele, Lea and Flood 2014): each bit in turns half the bits out.
STEP = np.uint64(0x9E3779B97F4A7C15)
FIRST, SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
LANE = 8  # bytes that are taken in at once


def mixed(hashes: Hashes, more: Hashes) -> Hashes:
    """Return the hashes with `more` taken in; the order counts."""
    bits = (hashes ^ more) + STEP
    bits = (bits ^ (bits >> np.uint64(30))) * FIRST
    bits = (bits ^ (bits >> np.uint64(27))) * SECOND
    return bits ^ (bits >> np.uint64(31))


def of_floats(values: NDArray[np.float64]) -> Hashes:
    """Hash numbers by their bits; -0.0 is 0.0."""
    bits = (values + 0.0).view(np.uint64)
    return mixed(np.zeros(len(bits), np.uint64), bits)


def of_words(words: Any) -> Hashes:
    """Hash the UTF-8 of a pyarrow StringArray, eight bytes of all words at a time."""
    _, offsets, data = words.buffers()
    if not len(words):
        return np.empty(0, np.uint64)
    ends = np.frombuffer(offsets, np.int32)[words.offset :][: len(words) + 1].astype(np.int64)
    start, left = ends[:-1].copy(), np.diff(ends)
    lanes = _lanes(b"" if data is None else data)
    hashes = mixed(np.zeros(len(left), np.uint64), left.astype(np.uint64))
    unread = np.flatnonzero(left)
    while len(unread):
        lane = lanes[start[unread]] & _mask(left[unread])
        hashes[unread] = mixed(hashes[unread], lane)
        start[unread] += LANE
        left[unread] -= LANE
        unread = unread[left[unread] > 0]
    return hashes


def _lanes(data: Any) -> Hashes:
    """Return the eight bytes that begin at each byte."""
    padded = np.concatenate([np.frombuffer(data, np.uint8), np.zeros(LANE, np.uint8)])
    rolled = np.lib.stride_tricks.sliding_window_view(padded, LANE)
    return rolled.view("<u8")[:, 0]


def _mask(left: NDArray[np.int64]) -> Hashes:
    """Return the bits of a lane that still belong to the word."""
    unused = 8 * (LANE - np.minimum(left, LANE)).astype(np.uint64)
    return np.uint64(0xFFFFFFFFFFFFFFFF) >> unused
