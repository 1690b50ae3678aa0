"""Some thousands of damaged requests: each gets a clear status or a closed line, and the server stays up."""

import json
import random
import socket
import struct
import sys
import threading
import unittest

COUNT = int(sys.argv.pop(2))

from served import Served  # noqa: E402: the count stands behind the program on the command line

PATHS = ["/", "/room", "/wall", "/api/list", "/api/wall", "/api/room/levers", "/api/room/table", "/results/1", "/runs/1", "/api/runs/1/events"]
CHANGES = ["/api/runs", "/api/room/join", "/api/room/package", "/api/wall/reset"]
STATUSES = {200, 202, 204, 302, 400, 401, 403, 404, 405, 408, 409, 413, 415, 422, 429, 431, 503}


class Damage:
    """A request that was sound, and what may happen to it on the way."""

    def __init__(self, seed, place):
        self.random = random.Random(seed)
        self.place = place

    def sound(self):
        pick = self.random
        if pick.random() < 0.4:
            return f"GET {pick.choice(PATHS)} HTTP/1.1\r\nHost: {self.place}\r\nConnection: close\r\n\r\n".encode()
        body = json.dumps(self.value(0)).encode()
        head = (f"POST {pick.choice(CHANGES)} HTTP/1.1\r\nHost: {self.place}\r\nOrigin: http://{self.place}\r\n"
                f"Content-Type: application/json\r\nX-Table: {'A' * pick.randrange(40)}\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n")
        return head.encode() + body

    def value(self, depth):
        """Any JSON, with keys that mean something."""
        pick = self.random
        kind = pick.randrange(8 if depth < 4 else 5)
        if kind > 5:
            keys = ["code", "table", "levers", "scenario", "set", "replicates", "language.places", "\u202e", ""]
            return {pick.choice(keys): self.value(depth + 1) for _ in range(pick.randrange(6))}
        if kind == 5:
            return [self.value(depth + 1) for _ in range(pick.randrange(4))]
        return [None, True, pick.choice([0, -1, 3, 2**31, 2**63, 2**64, 1e308]), "a=1", "x" * pick.randrange(2000)][kind]

    def request(self):
        data = self.sound()
        pick = self.random
        for _ in range(pick.randrange(4)):
            data = pick.choice([self.flip, self.cut, self.repeat, self.insert, self.line, self.deep, self.chunked])(data)
        return data

    def flip(self, data):
        at = self.random.randrange(len(data) or 1)
        return data[:at] + bytes([self.random.randrange(256)]) + data[at + 1:]

    def cut(self, data):
        return data[: self.random.randrange(len(data) + 1)]

    def repeat(self, data):
        at = self.random.randrange(len(data) + 1)
        return data[:at] + data[at: at + 40] * self.random.choice([1, 10, 1000]) + data[at:]

    def insert(self, data):
        at = self.random.randrange(len(data) + 1)
        return data[:at] + self.random.choice([b"\0", b"\r\n", b"\n", b"\xff\xfe", b"%00", b"../", b"\r\n\r\n", self.random.randbytes(200)]) + data[at:]

    def line(self, data):
        words = [b"Content-Length: -1", b"Content-Length: 99999999999999999999", b"Content-Length: 5\r\nContent-Length: 6", b"Transfer-Encoding: chunked",
                 b"Transfer-Encoding: gzip, chunked", b"Host: evil.example", b"Expect: 100-continue", b"Upgrade: websocket\r\nConnection: upgrade",
                 b" folded: x", b"No colon", b"X: " + b"y" * 9000, b"Range: bytes=0-0,0-0"]
        return data.replace(b"\r\n", b"\r\n" + self.random.choice(words) + b"\r\n", 1)

    def deep(self, data):
        head, mark, _ = data.partition(b"\r\n\r\n")
        body = self.random.choice([b"[", b'{"a":', b"[{", b'"\\u']) * self.random.choice([10, 5000])
        return head.replace(b"Content-Length: ", b"X-Old: ") + f"\r\nContent-Length: {len(body)}".encode() + mark + body

    def chunked(self, data):
        head, mark, body = data.partition(b"\r\n\r\n")
        size = self.random.choice([b"0", b"FFFFFFFFFFFFFFFFF", b"-1", b"5;x=y", b"zz", f"{len(body):x}".encode()])
        return head.replace(b"Content-Length: ", b"X-Old: ") + b"\r\nTransfer-Encoding: chunked" + mark + size + b"\r\n" + body + b"\r\n0\r\n\r\n"


class Fuzz(Served):
    def one(self, seed):
        """Sends one damaged request; what came back, checked."""
        data = Damage(seed, self.server.place).request()
        # Every one from an address of its own would still be one device; so limits stay out of the way.
        source = f"127.{1 + seed % 200}.{seed // 200 % 200}.{2 + seed % 50}"
        with self.server.connect(source) as line:
            line.settimeout(15)
            try:
                line.sendall(data)
                if seed % 7 == 0:  # gone in the middle, with a reset
                    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    return None
                line.shutdown(socket.SHUT_WR)
                answer = line.recv(4096)
            except OSError:
                return None
        if not answer:
            return None
        self.assertRegex(answer, rb"^HTTP/1\.[01] \d{3} ", f"seed {seed}")
        return int(answer[9:12])

    def test_nothing_damaged_brings_the_server_down(self):
        seen = {}
        lock = threading.Lock()
        problems = []

        def work(first):
            for seed in range(first, COUNT, 8):
                try:
                    status = self.one(seed)
                except Exception as problem:
                    problems.append(f"seed {seed}: {problem}")
                    return
                with lock:
                    seen[status] = seen.get(status, 0) + 1

        threads = [threading.Thread(target=work, args=(first,)) for first in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        print(f"{COUNT} requests, statuses: {dict(sorted(seen.items(), key=str))}")
        self.assertEqual([], problems)
        self.assertTrue(self.server.is_up())
        self.assertEqual(set(), set(seen) - STATUSES - {None}, "a status nobody wrote down")
        self.assertGreaterEqual(len(set(seen) & {200, 400, 403, 404, 413, 422, 431}), 5, "too few ways of going wrong were tried")
        self.assertEqual(200, self.server.ask("/api/list").status)
        self.assertLess(self.server.memory(), 400 << 20)


if __name__ == "__main__":
    unittest.main()
