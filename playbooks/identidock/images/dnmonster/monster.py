"""From a name to the picture of its monster, always the same one: eyes on a symmetric pattern of 8 x 8 cells."""

import hashlib
import struct
import zlib

CELLS = 8
EYES = {(2, 2), (2, 5)}


def png(name: str, size: int) -> bytes:
    """A square PNG of size x size pixels, in true colour."""
    cells = colours(name)
    rows = bytearray()
    for y in range(size):
        rows.append(0)  # each row says first that it is not filtered
        for x in range(size):
            rows += cells[y * CELLS // size][x * CELLS // size]
    header = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def colours(name: str) -> list[list[bytes]]:
    digest = hashlib.sha256(name.encode()).digest()
    skin, paper = digest[:3], bytes((245, 245, 240))
    left = [[digest[3 + y * 2] >> x & 1 for x in range(CELLS // 2)] for y in range(CELLS)]
    body = [row + row[::-1] for row in left]
    return [[colour(y, x, body, skin, paper) for x in range(CELLS)] for y in range(CELLS)]


def colour(y: int, x: int, body: list[list[int]], skin: bytes, paper: bytes) -> bytes:
    if (y, x) in EYES:
        return bytes((20, 20, 20))
    return skin if body[y][x] else paper


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
