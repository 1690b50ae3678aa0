"""Fifty phones and a wall for a while: everybody is answered, and memory stays as it was after the first while.

soak_test.py PROGRAM SECONDS
"""

import random
import sys
import threading
import time
import unittest

SECONDS = float(sys.argv.pop(2))

from served import Served  # noqa: E402: the seconds stand behind the program on the command line

PHONES = 50
LEVERS = ["language.places", "recognition.staff", "policy.visa_staff", "preparation.welcome"]
MAY_GROW = 16 << 20  # bytes; an allocator keeps some of what it once had


class Soak(Served):
    def setUp(self):
        self.stop = threading.Event()
        self.counts = {"asked": 0, "handed in": 0}
        self.problems = []
        self.lock = threading.Lock()

    def count(self, what):
        with self.lock:
            self.counts[what] += 1

    def phone(self, number):
        """Joins, changes its package now and then, asks how it stands every two seconds, as the page does."""
        chance = random.Random(number)
        source = f"127.0.7.{number + 1}"
        try:
            token = self.join(f"Table {number}", source)
            while not self.stop.wait(chance.uniform(1.5, 2.5)):
                if chance.random() < 0.2:
                    package = {lever: chance.randrange(4) for lever in LEVERS}
                    answer = self.server.tell("/api/room/package", {"levers": package}, source, X_Table=token)
                    self.assertEqual(202, answer.status, answer.body)
                    self.count("handed in")
                answer = self.server.ask("/api/room/table", source=source, X_Table=token)
                self.assertEqual(200, answer.status, answer.body)
                self.count("asked")
        except Exception as problem:
            self.problems.append(f"phone {number}: {problem}")

    def test_memory_stays_constant_under_fifty_phones(self):
        phones = [threading.Thread(target=self.phone, args=(number,)) for number in range(PHONES)]
        for phone in phones:
            phone.start()
        memory = []
        end = time.monotonic() + SECONDS
        while time.monotonic() < end and not self.problems:
            time.sleep(0.5)
            self.assertEqual(200, self.server.ask("/api/wall").status)
            memory.append(self.server.memory())
        self.stop.set()
        for phone in phones:
            phone.join()
        self.assertEqual([], self.problems)
        early, late = max(memory[: len(memory) // 2]), max(memory[len(memory) // 2:])
        print(f"{self.counts}, memory first half {early >> 20} MiB, second half {late >> 20} MiB")
        self.assertGreater(self.counts["asked"], PHONES)
        self.assertGreater(self.counts["handed in"], 0)
        self.assertEqual(PHONES, len(self.wall()["tables"]))
        self.assertLess(late - early, MAY_GROW)


if __name__ == "__main__":
    unittest.main()
