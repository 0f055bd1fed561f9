"""As much of Redis's protocol as a cache of pictures needs: one command, one connection."""

import socket

TIMEOUT_SECONDS = 2


class Redis:
    def __init__(self, host: str, port: int, password: str | None = None):
        self.address, self.password = (host, port), password

    def get(self, key: str) -> bytes | None:
        return self._call(b"GET", key.encode())

    def set(self, key: str, value: bytes) -> None:
        self._call(b"SET", key.encode(), value)

    def _call(self, *command: bytes) -> bytes | None:
        with socket.create_connection(self.address, TIMEOUT_SECONDS) as connection:
            stream = connection.makefile("rwb")
            if self.password is not None:
                ask(stream, b"AUTH", self.password.encode())
            return ask(stream, *command)


def ask(stream, *words: bytes) -> bytes | None:
    stream.write(b"*%d\r\n" % len(words) + b"".join(b"$%d\r\n%s\r\n" % (len(word), word) for word in words))
    stream.flush()
    return answer(stream)


def answer(stream) -> bytes | None:
    line = stream.readline().rstrip(b"\r\n")
    kind, rest = line[:1], line[1:]
    if kind == b"+":
        return rest
    if kind == b"$":
        length = int(rest)
        return None if length < 0 else stream.read(length + 2)[:-2]
    raise OSError(f"redis answered {line.decode(errors='replace')!r}")
