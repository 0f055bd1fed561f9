"""Somebody at a terminal of 100 columns and 30 rows: keys.py COMMAND... with steps on standard input, one a line.
`wait TEXT`, `type TEXT` (with Python's escapes), `size ROWS COLUMNS`. Ends with the command's exit code; 98 when a text does not come."""
import fcntl, os, pty, select, signal, struct, sys, termios, time

pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
seen = b""


def size(rows, columns):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def read(seconds):
    """Whether the other side is still there."""
    global seen
    if select.select([terminal], [], [], seconds)[0]:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            return False
        sys.stdout.buffer.write(piece)
        sys.stdout.flush()
        seen += piece
        return bool(piece)
    return True


def wait(text):
    global seen
    end = time.monotonic() + 20
    while text not in seen:
        if time.monotonic() > end or not read(0.1):
            print("\nnever came:", text)
            os.kill(pid, signal.SIGKILL)
            sys.exit(98)
    seen = seen[seen.index(text) + len(text):]


size(30, 100)
for step in sys.stdin.read().splitlines():
    word, _, rest = step.partition(" ")
    if word == "wait":
        wait(rest.encode())
    elif word == "type":
        os.write(terminal, rest.encode().decode("unicode_escape").encode())
    elif word == "size":
        size(*map(int, rest.split()))
while read(30):
    pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
