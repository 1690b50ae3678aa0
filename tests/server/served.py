"""A running server for a test, and requests as the bytes that go over the wire."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = str(Path(sys.argv.pop(1)).resolve())
LIBRARY = Path(__file__).resolve().parents[2] / "scenarios" / "library"

# The shipped workshop, coarse and short, under the name that a room takes.
SMALL = """schema: 1
name: Small
extends: parts/hospitals.yaml
pool: {multiplicity: 500}
ensemble: {replicates: 4}
horizon: {months: 84}
"""


def write_small(folder):
    """Puts the small scenario where a server takes it for its room."""
    (folder / "parts").mkdir()
    (folder / "parts" / "hospitals.yaml").write_bytes((LIBRARY / "workshop.yaml").read_bytes())
    (folder / "workshop.yaml").write_text(SMALL, encoding="utf-8")


class Answer:
    def __init__(self, raw):
        head, _, self.body = raw.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        words = lines[0].split(" ", 2)
        self.status = int(words[1]) if len(words) > 1 and words[1].isdigit() else 0
        self.fields = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}

    def json(self):
        return json.loads(self.body)


class Server:
    def __init__(self, *words, folder):
        self.scratch = tempfile.TemporaryDirectory()
        self.process = subprocess.Popen(
            [PROGRAM, "serve", str(folder), "--port", "0", *words],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "TMPDIR": self.scratch.name},
        )
        self.told = []
        for line in self.process.stdout:
            self.told.append(line)
            found = re.match(r"serving http://127\.0\.0\.1:(\d+)/", line)
            if found:
                self.port = int(found[1])
                return
        raise AssertionError(self.process.communicate()[1])

    @property
    def place(self):
        return f"127.0.0.1:{self.port}"

    def code(self):
        return next(line.split()[1] for line in self.told if line.startswith("code"))

    def connect(self, source="127.0.0.1", timeout=30):
        return socket.create_connection(("127.0.0.1", self.port), timeout=timeout, source_address=(source, 0))

    def raw(self, data, source="127.0.0.1", timeout=30):
        """Sends bytes and reads until the server closes or says no more for a moment."""
        with self.connect(source, timeout) as line:
            try:
                line.sendall(data)
                line.shutdown(socket.SHUT_WR)
            except OSError:
                pass
            return read_all(line)

    def ask(self, path, method="GET", source="127.0.0.1", **fields):
        return self.send(method, path, b"", source, fields)

    def tell(self, path, what, source="127.0.0.1", **fields):
        body = what if isinstance(what, bytes) else json.dumps(what).encode()
        usual = {"Origin": f"http://{self.place}", "Content-Type": "application/json"}
        return self.send("POST", path, body, source, {**usual, **fields})

    def send(self, method, path, body, source, fields):
        lines = {"Host": self.place, "Connection": "close", **{name.replace("_", "-"): value for name, value in fields.items()}}
        if body or method == "POST":
            lines["Content-Length"] = str(len(body))
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value is not None)
        with self.connect(source) as line:
            line.sendall(f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body)
            return Answer(read_all(line))

    def memory(self):
        """Bytes of the process in memory."""
        text = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(re.search(r"VmRSS:\s+(\d+) kB", text)[1]) * 1024

    def is_up(self):
        return self.process.poll() is None

    def end(self, sign=signal.SIGTERM):
        """The exit status after a signal, what was written to stderr, and what is left in the scratch folder."""
        if self.is_up():
            self.process.send_signal(sign)
        _, told = self.process.communicate(timeout=60)
        left = os.listdir(self.scratch.name)
        self.scratch.cleanup()
        return self.process.returncode, told, left


def read_all(line):
    data = b""
    try:
        while part := line.recv(1 << 16):
            data += part
    except OSError:
        pass
    return data


class Served(unittest.TestCase):
    """Tests on one server; it must end cleanly after all of them."""

    words = ("--room",)
    folder = None

    @classmethod
    def setUpClass(cls):
        place = tempfile.TemporaryDirectory()
        cls.addClassCleanup(place.cleanup)
        cls.folder = Path(place.name)
        write_small(cls.folder)
        cls.prepare()
        cls.server = Server(*cls.words, folder=cls.folder)

    @classmethod
    def prepare(cls):
        """Puts more into the folder."""

    @classmethod
    def tearDownClass(cls):
        status, told, left = cls.server.end()
        if (status, left) != (0, []):
            raise AssertionError(f"ended with {status}, left {left}: {told}")

    def join(self, name, source="127.0.0.1"):
        answer = self.server.tell("/api/room/join", {"code": self.wall()["code"], "table": name}, source)
        self.assertEqual(200, answer.status, answer.body)
        return answer.json()["token"]

    def wall(self):
        return self.server.ask("/api/wall").json()
