"""`skillscale serve` as a browser and a phone meet it."""

import json
import os
import signal
import socket
import subprocess
import time
import unittest

from served import LIBRARY, PROGRAM, Answer, Server, Served

PHONE = "127.0.0.20"  # anything but 127.0.0.1 is another machine


def events_of(server, path):
    """The events of a run until its end: (name, data)."""
    with server.connect(timeout=120) as line:
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: {server.place}\r\n\r\n".encode())
        text = b""
        while part := line.recv(1 << 16):
            text += part
    head, _, body = text.partition(b"\r\n\r\n")
    blocks = [dict(row.split(": ", 1) for row in block.split("\n")) for block in body.decode().split("\n\n") if block and block[0] != ":"]
    return Answer(head), [(block["event"], json.loads(block["data"])) for block in blocks]


class Library(Served):
    words = ()

    @classmethod
    def prepare(cls):
        subprocess.run([PROGRAM, "run", "--quiet", "--until", "2024-06", "--output", cls.folder / "there.h5", LIBRARY / "hello.yaml"], check=True)
        (cls.folder / "damaged.h5").write_bytes(b"\x89HDF\r\n\x1a\n" + b"no result " * 100)
        (cls.folder / "away.yaml").symlink_to(LIBRARY / "hello.yaml")
        (cls.folder / "faulty.yaml").write_text("schema: 1\nname: Faulty\nextends: ../../../etc/passwd\n", encoding="utf-8")

    def setUp(self):
        self.list = self.server.ask("/api/list").json()
        self.scenario = {entry["name"]: entry["id"] for entry in self.list["scenarios"]}
        self.result = {entry["name"]: entry["id"] for entry in self.list["results"]}

    def run_of(self, **order):
        return self.server.tell("/api/runs", {"scenario": self.scenario["workshop.yaml"], **order})

    def test_lists_what_lies_in_the_folder_and_nothing_that_leads_out(self):
        self.assertEqual({"workshop.yaml", "faulty.yaml"}, set(self.scenario))
        self.assertEqual({"there.h5", "damaged.h5"}, set(self.result))
        self.assertEqual("Small", next(e["title"] for e in self.list["scenarios"] if e["name"] == "workshop.yaml"))

    def test_shows_a_result_as_the_page_with_its_own_policy(self):
        answer = self.server.ask(f"/results/{self.result['there.h5']}")
        self.assertEqual(200, answer.status)
        self.assertIn(b'id="skillscale-result">{"format":"skillscale-page/1"', answer.body)
        self.assertRegex(answer.fields["content-security-policy"], r"^default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval'")

    def test_says_why_a_damaged_result_cannot_be_shown(self):
        answer = self.server.ask(f"/results/{self.result['damaged.h5']}")
        self.assertEqual(422, answer.status)
        self.assertIn(b"next: ", answer.body)

    def test_runs_a_scenario_and_opens_it_with_the_result_of_the_program(self):
        changes = ["levers.more={lever: language.places, start: 2025-01, strength: 1}"]
        started = self.run_of(set=changes, replicates=5)
        self.assertEqual(202, started.status, started.body)
        head, events = events_of(self.server, started.json()["events"])
        self.assertEqual("text/event-stream", head.fields["content-type"])
        names = [name for name, _ in events]
        self.assertEqual("done", names[-1], events)
        partial = [data for name, data in events if name == "partial"]
        self.assertEqual(5, partial[-1]["runs"])
        self.assertIn("triple_win", {headline["name"] for headline in partial[-1]["headlines"]})
        page = self.server.ask(events[-1][1]["page"])
        self.assertEqual(200, page.status)
        output = self.folder / "again" / "x.h5"
        output.parent.mkdir()
        subprocess.run([PROGRAM, "run", "--quiet", "--replicates", "5", "--set", changes[0], "--output", output, self.folder / "workshop.yaml"], check=True)
        digest = subprocess.run([PROGRAM, "digest", output], check=True, capture_output=True, text=True).stdout.split()[0]
        self.assertIn(f'"digest":"{digest}"'.encode(), page.body)

    def test_refuses_what_set_refuses_and_what_only_a_file_may_say(self):
        for changes, said in (
            (["levers.x={lever: language.places, strength: 1e9}"], "strength"),
            (["no.such.path=1"], "no"),
            (["extends=/etc/passwd"], "extends"),
            (["ensemble.references=[../../secret]"], "ensemble"),
            (["horizon.months=30000"], "horizon"),
            (["pool={multiplicity: 1}"], "pool"),
            (["pool.multiplicity=1"], "pool"),
            (["no equals sign"], "not understood"),
        ):
            with self.subTest(changes=changes):
                answer = self.run_of(set=changes)
                self.assertEqual(422, answer.status, answer.body)
                self.assertIn(said, answer.json()["problem"])
                self.assertNotEqual("", answer.json()["next"])
        for order in ({"replicates": 10**9}, {"replicates": "5"}, {"replicates": 501}):
            self.assertEqual(422, self.run_of(**order).status)
        for order in ({"set": "a=1"}, {"set": [1]}, {"set": ["a=1"] * 101}, {"set": ["a=" + "x" * 600]}):
            self.assertEqual(400, self.run_of(**order).status)
        self.assertEqual(404, self.run_of(scenario=99).status)
        self.assertEqual(404, self.run_of(scenario="../../etc/passwd").status)
        faulty = self.server.tell("/api/runs", {"scenario": self.scenario["faulty.yaml"]})
        self.assertEqual(422, faulty.status)
        self.assertNotIn("root:", faulty.json()["problem"])

    def test_ends_a_run_when_its_stream_closes(self):
        started = self.run_of(replicates=500)
        with self.server.connect() as line:
            line.sendall(f"GET {started.json()['events']} HTTP/1.1\r\nHost: {self.server.place}\r\n\r\n".encode())
            self.assertIn(b"200 OK", line.recv(4096))
        # The next one waits for it: were it not cancelled, all 500 replicates would stand before this.
        began = time.monotonic()
        _, events = events_of(self.server, self.run_of(replicates=1).json()["events"])
        self.assertEqual("done", events[-1][0])
        self.assertEqual(404, self.server.ask(f"/runs/{started.json()['run']}").status)
        self.assertLess(time.monotonic() - began, 60)

    def test_takes_a_bounded_number_of_runs(self):
        started = [self.run_of(replicates=500) for _ in range(6)]
        self.assertEqual([202] * 4 + [503] * 2, [answer.status for answer in started])
        for answer in started[:4]:
            with self.server.connect() as line:
                line.sendall(f"GET {answer.json()['events']} HTTP/1.1\r\nHost: {self.server.place}\r\n\r\n".encode())
                line.recv(64)
        for _ in range(600):
            if self.run_of(scenario=99).status == 404 and self.free():
                return
            time.sleep(0.1)
        self.fail("cancelled runs kept their places")

    def free(self):
        started = self.run_of(replicates=1)
        if started.status != 202:
            return False
        events_of(self.server, started.json()["events"])
        return True

    def test_has_no_room_without_being_asked(self):
        for path in ("/room", "/wall", "/api/wall", "/api/room/levers"):
            self.assertEqual(404, self.server.ask(path).status, path)


class Guard(Served):
    def test_answers_to_no_other_name(self):
        for host in ("evil.example", f"evil.example:{self.server.port}", "127.0.0.1:1", "127.0.0.1", "", "localhost:1"):
            with self.subTest(host=host):
                self.assertIn(self.server.ask("/", Host=host).status, (400, 403))
        self.assertEqual(200, self.server.ask("/", Host=f"localhost:{self.server.port}").status)

    def test_takes_changes_from_its_own_pages_alone(self):
        order = {"code": "x", "table": "y"}
        for fields in ({"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": None}, {"Origin": f"https://{self.server.place}"}):
            self.assertEqual(403, self.server.tell("/api/room/join", order, **fields).status, fields)
        for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", None):
            self.assertEqual(415, self.server.tell("/api/room/join", order, Content_Type=kind).status, kind)

    def test_says_the_same_about_safety_with_every_answer(self):
        for path in ("/", "/room", "/wall", "/api/list", "/none", "/favicon.ico"):
            fields = self.server.ask(path).fields
            self.assertEqual("nosniff", fields["x-content-type-options"], path)
            self.assertEqual("no-referrer", fields["referrer-policy"], path)
            self.assertEqual("same-origin", fields["cross-origin-resource-policy"], path)
            self.assertTrue(fields["content-security-policy"].startswith("default-src 'none'"), path)
            self.assertNotIn("unsafe-inline", fields["content-security-policy"], path)
            self.assertNotIn("access-control-allow-origin", fields, path)

    def test_gives_other_machines_the_room_and_nothing_else(self):
        self.assertEqual(200, self.server.ask("/room", source=PHONE).status)
        self.assertEqual("/room", self.server.ask("/", source=PHONE).fields["location"])
        for path in ("/wall", "/api/wall", "/api/list", "/results/1", "/runs/1", "/api/runs/1/events"):
            self.assertEqual(404, self.server.ask(path, source=PHONE).status, path)
        for path in ("/api/runs", "/api/wall/reset"):
            self.assertEqual(404, self.server.tell(path, {"scenario": 1}, PHONE).status, path)

    def test_knows_few_methods_and_no_path_of_the_disk(self):
        for method in ("PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"):
            self.assertEqual(405, self.server.ask("/", method).status, method)
        for path in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/results/../1", "/results/1e3", "/results/-1",
                     "/results/99999999999999999999", "/runs/", "/runs/1.h5", "/api/runs//events"):
            self.assertEqual(404, self.server.ask(path).status, path)

    def test_limits_header_body_and_time(self):
        begin = f"POST /api/room/join HTTP/1.1\r\nHost: {self.server.place}\r\n".encode()
        self.assertEqual(431, Answer(self.server.raw(begin + b"X: " + b"y" * 20000 + b"\r\n\r\n")).status)
        self.assertEqual(413, Answer(self.server.raw(begin + b"Content-Length: 1000000\r\n\r\n" + b" " * 100)).status)
        chunk = b"4000\r\n" + b" " * 0x4000 + b"\r\n"
        self.assertEqual(413, Answer(self.server.raw(begin + b"Transfer-Encoding: chunked\r\n\r\n" + chunk * 20)).status)
        with self.server.connect() as line:
            line.sendall(begin)  # and nothing more
            began = time.monotonic()
            self.assertEqual(408, Answer(line.recv(4096)).status)
            self.assertLess(time.monotonic() - began, 25)

    def test_turns_an_address_away_that_holds_too_many_connections(self):
        lines = [self.server.connect("127.0.0.30") for _ in range(20)]
        time.sleep(0.5)
        turned = 0
        for line in lines:
            line.setblocking(False)
            try:
                turned += line.recv(64).startswith(b"HTTP/1.1 503")
            except OSError:
                pass
            line.close()
        self.assertEqual(4, turned)
        self.assertEqual(200, self.server.ask("/", source="127.0.0.1").status)

    def test_slows_an_address_down_that_asks_too_often(self):
        answers = [self.server.ask("/room", "HEAD", "127.0.0.31").status for _ in range(200)]
        self.assertEqual(200, answers[0])
        self.assertIn(429, answers)
        self.assertEqual(200, self.server.ask("/room", "HEAD", "127.0.0.32").status)

    def test_lets_nobody_guess_the_code(self):
        tries = [self.server.tell("/api/room/join", {"code": "AAAAAA", "table": "x"}, "127.0.0.33").status for _ in range(15)]
        self.assertEqual([403] * 10 + [429] * 5, tries)


class Room(Served):
    def settled(self):
        for _ in range(600):
            wall = self.wall()
            if all(table["state"] in ("done", "failed", "joined") for table in wall["tables"]):
                return wall
            time.sleep(0.1)
        self.fail("the tables did not come to an end")

    def setUp(self):
        self.assertEqual(200, self.server.tell("/api/wall/reset", {}).status)

    def hand_in(self, token, levers, source=PHONE):
        return self.server.tell("/api/room/package", {"levers": levers}, source, X_Table=token)

    def test_shows_what_the_program_says_to_the_same_package(self):
        self.hand_in(self.join("Nothing", PHONE), {})
        token = self.join("North", PHONE)
        self.assertEqual(202, self.hand_in(token, {"preparation.welcome": 3, "recognition.staff": 1}).status)
        wall = self.settled()
        nothing, table = wall["tables"]
        self.assertEqual(("done", 4, 4), (table["state"], table["runs"], wall["replicates"]))
        self.assertNotEqual(nothing["gains"], table["gains"])
        levers = {lever["lever"]: lever["strengths"] for lever in self.server.ask("/api/room/levers").json()}
        changes = []
        for lever, zone in (("preparation.welcome", 3), ("recognition.staff", 1)):
            name = "table_" + lever.replace(".", "_")
            changes += ["--set", f"levers.{name}={{lever: {lever}, start: 2026-01, ramp: 12 months, strength: {levers[lever][zone - 1]}}}"]
        done = subprocess.run([PROGRAM, "run", "--json", "--quiet", "--force", "--output", self.folder / "x" , *changes, self.folder / "workshop.yaml"],
                              check=True, capture_output=True, text=True)
        os.remove(self.folder / "x")
        headlines = {headline["name"]: headline for headline in json.loads(done.stdout)["headlines"]}
        for gain, shown in table["gains"].items():
            said = headlines[gain]["difference"]["pilots_as_today"]
            for key in ("low", "median", "high"):
                self.assertEqual(f"{said[key]:.5g}", f"{shown[key]:.5g}", (gain, key))
        self.assertEqual({"origin_gain", "destination_gain", "migrant_gain", "triple_win"}, set(table["gains"]))

    def test_compares_the_inputs_of_all_tables(self):
        for name, zone in (("A", 1), ("B", 2), ("C", 0)):
            self.assertEqual(202, self.hand_in(self.join(name, PHONE), {"language.places": zone}).status)
        self.join("only here")
        inputs = self.settled()["inputs"]
        self.assertEqual([{"lever": "language.places", "tables": 2, "least": 0, "median": 0.25, "most": 1.25}], inputs)

    def test_a_second_package_replaces_the_first(self):
        token = self.join("Again", PHONE)
        for zone in (1, 2, 3):
            self.hand_in(token, {"language.places": zone})
        table = self.settled()["tables"][0]
        self.assertEqual({"language.places": 3}, table["levers"])
        self.assertEqual("done", table["state"])

    def test_refuses_what_is_no_package(self):
        token = self.join("Wrong", PHONE)
        for levers in ({"no.lever": 1}, {"language.places": 4}, {"language.places": -1}, {"language.places": 1.5},
                       {"language.places": "2"}, {"shock.recession": 1}, [], None, "x"):
            self.assertIn(self.hand_in(token, levers, "127.0.0.40").status, (400, 422), levers)
        self.assertEqual(401, self.hand_in("A" * 26, {}).status)
        self.assertEqual(401, self.server.ask("/api/room/table", source=PHONE).status)
        self.assertEqual("joined", self.wall()["tables"][0]["state"])

    def test_takes_names_of_people_and_no_tricks_of_text(self):
        code = self.wall()["code"]
        join = lambda name, source: self.server.tell("/api/room/join", {"code": code.lower(), "table": name}, source).status
        for at, name in enumerate(("Tisch 1", "Łódź", "الطاولة", "桌子", "“Blau” – 2", "<b>&amp;")):
            self.assertEqual(200, join(name, f"127.0.1.{at + 1}"), name)
        for at, name in enumerate(("", "   ", "x" * 31, "a\nb", "a\u202eb", "a\x00b", "a\u200fb", 5, None)):
            self.assertEqual(422, join(name, f"127.0.2.{at + 1}"), name)
        self.assertEqual(409, join("Tisch 1", "127.0.3.1"))
        self.assertEqual(422, self.server.tell("/api/room/join", b'{"code":"x","table":"\xff\xfe"}', "127.0.3.2").status)

    def test_is_full_at_sixty_tables_and_empty_after_a_reset(self):
        before = self.wall()["code"]
        tokens = [self.join(f"T{at}", f"127.0.4.{at + 1}") for at in range(60)]
        full = self.server.tell("/api/room/join", {"code": before, "table": "one more"}, "127.0.5.1")
        self.assertEqual(503, full.status)
        self.assertEqual(200, self.server.tell("/api/wall/reset", {}).status)
        wall = self.wall()
        self.assertEqual([], wall["tables"])
        self.assertNotEqual(before, wall["code"])
        self.assertEqual(401, self.server.ask("/api/room/table", X_Table=tokens[0]).status)


class Ends(unittest.TestCase):
    def test_cleanly_on_both_signals_even_while_it_runs(self):
        for sign in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(sign=sign):
                server = Server(folder=LIBRARY)
                scenario = next(e["id"] for e in server.ask("/api/list").json()["scenarios"] if e["name"] == "workshop.yaml")
                events = server.tell("/api/runs", {"scenario": scenario, "replicates": 500}).json()["events"]
                line = server.connect()
                line.sendall(f"GET {events} HTTP/1.1\r\nHost: {server.place}\r\n\r\n".encode())
                line.recv(64)
                time.sleep(0.3)
                status, told, left = server.end(sign)
                line.close()
                self.assertEqual((0, []), (status, left), told)

    def test_with_3_where_the_port_is_taken(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            done = subprocess.run([PROGRAM, "serve", "--port", str(taken.getsockname()[1])], capture_output=True, text=True, timeout=60)
        self.assertEqual(3, done.returncode)
        self.assertIn("is in use by another program", done.stderr)
        self.assertIn("\n  next: ", done.stderr)

    def test_with_2_for_a_folder_that_is_none_or_no_port(self):
        for words in (["nowhere"], ["--port", "70000"], ["--port", "x"], [str(LIBRARY / "hello.yaml")]):
            done = subprocess.run([PROGRAM, "serve", *words], capture_output=True, text=True, timeout=60)
            self.assertEqual(2, done.returncode, words)
            self.assertIn("next: ", done.stderr)

    def test_listens_to_this_machine_alone_without_a_room(self):
        server = Server(folder=LIBRARY)
        others = subprocess.run(["hostname", "-I"], capture_output=True, text=True).stdout.split()
        for other in [address for address in others if ":" not in address]:
            with self.assertRaises(OSError):
                socket.create_connection((other, server.port), timeout=2).close()
        self.assertEqual(0, server.end()[0])


if __name__ == "__main__":
    unittest.main()
