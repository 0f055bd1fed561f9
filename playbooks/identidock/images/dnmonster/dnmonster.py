"""The HTTP side of the monsters."""

import signal
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

import monster

PORT = 8080
SIZES = range(8, 513)


class Monsters(BaseHTTPRequestHandler):
    def do_GET(self):
        url = urlsplit(self.path)
        if url.path == "/health":
            return self.answer(200, "text/plain", b"ok\n")
        if not url.path.startswith("/monster/"):
            return self.answer(404, "text/plain", b"try /monster/gordon\n")
        size = parse_qs(url.query).get("size", ["80"])[0]
        if not size.isdigit() or int(size) not in SIZES:
            return self.answer(400, "text/plain", b"size is a number of pixels from 8 to 512\n")
        self.answer(200, "image/png", monster.png(unquote(url.path.removeprefix("/monster/")), int(size)))

    def answer(self, status, kind, body):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
ThreadingHTTPServer(("", PORT), Monsters).serve_forever()
