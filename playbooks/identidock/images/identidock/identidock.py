"""identidock: asks dnmonster for the picture of a name and keeps it in Redis."""

import hashlib
import html
import os
import signal
import sys
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit

from redis import Redis

PORT = 9090
VERSION = os.environ["IDENTIDOCK_VERSION"]
DNMONSTER = f"http://{os.environ['DNMONSTER_HOST']}:{os.environ['DNMONSTER_PORT']}"
PASSWORD_FILE = Path("/run/secrets/redis_password")
SALT = "a monster shall not tell the name"


def password() -> str | None:
    return PASSWORD_FILE.read_text().rstrip("\n") if PASSWORD_FILE.exists() else None


CACHE = Redis(os.environ["CACHE_HOST"], int(os.environ["CACHE_PORT"]), password())

PAGE = """<!doctype html>
<html>
<head><title>Identidock {version}</title></head>
<body>
<form method="post" action="/">
  Hello <input type="text" name="name" value="{name}"> <input type="submit" value="submit">
</form>
<p>You look like a <img src="/monster/{link}" alt="monster"></p>
<p>identidock {version} on {host}</p>
</body>
</html>
"""


def page(name: str) -> bytes:
    host = html.escape(os.environ.get("HOST") or os.uname().nodename)
    link = quote(hashlib.sha256((SALT + name).encode()).hexdigest()[:16])
    return PAGE.format(version=html.escape(VERSION), name=html.escape(name, quote=True), link=link, host=host).encode()


def draw(name: str) -> bytes:
    with urllib.request.urlopen(f"{DNMONSTER}/monster/{quote(name, safe='')}?size=80", timeout=5) as response:
        return response.read()


class Identidock(BaseHTTPRequestHandler):
    def do_GET(self):
        path = urlsplit(self.path).path
        if path == "/":
            self.answer(200, "text/html; charset=utf-8", page("Joe Bloggs"))
        elif path == "/health":
            self.answer(200, "text/plain", f"ok {VERSION}\n".encode())
        elif path.startswith("/monster/"):
            self.monster(unquote(path.removeprefix("/monster/")))
        else:
            self.answer(404, "text/plain", b"there is no such page\n")

    def do_POST(self):
        form = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        self.answer(200, "text/html; charset=utf-8", page(parse_qs(form).get("name", [""])[0]))

    def monster(self, name: str):
        try:
            picture, found = self.picture(name)
        except OSError as problem:
            return self.answer(502, "text/plain", f"no monster: {problem}\n".encode())
        self.answer(200, "image/png", picture, ("X-Cache", "hit" if found else "miss"))

    def picture(self, name: str) -> tuple[bytes, bool]:
        picture = self.cached(CACHE.get, name)
        if picture is not None:
            return picture, True
        picture = draw(name)
        self.cached(CACHE.set, name, picture)
        return picture, False

    def cached(self, call, *arguments) -> bytes | None:
        """A broken cache costs time, not the page."""
        try:
            return call(*arguments)
        except OSError as problem:
            self.log_error("no cache: %s", problem)
            return None

    def answer(self, status, kind, body, *headers):
        self.send_response(status)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(body))), *headers):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
ThreadingHTTPServer(("", PORT), Identidock).serve_forever()
