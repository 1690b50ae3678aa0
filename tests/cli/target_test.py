"""run never writes over what the user has: scenarios, foreign files, devices; and --set makes no new names."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

PROGRAM, LIBRARY = sys.argv[1], sys.argv[2]
SCENARIO = f"""schema: 1
name: targets
extends: {LIBRARY}/hello.yaml
horizon: {{months: 2}}
ensemble: {{replicates: 1, references: []}}
"""
failures = 0


def expect(claim, holds, detail=""):
    global failures
    if not holds:
        failures += 1
        print(f"FAILED {claim}: {detail}")


with tempfile.TemporaryDirectory() as folder:
    home = pathlib.Path(folder)
    scenario = home / "a.yaml"
    scenario.write_text(SCENARIO)
    mine = home / "mine.html"
    mine.write_text("<p>mine</p>")
    os.mkfifo(home / "pipe")

    def run(*arguments):
        done = subprocess.run([PROGRAM, "run", str(scenario), "--quiet", *arguments], cwd=home, text=True,
                              capture_output=True, timeout=120)
        return done.returncode, done.stderr

    def refused(claim, phrase, *arguments):
        code, said = run(*arguments)
        expect(claim, code == 2 and phrase in said, f"exit {code}: {said}")

    refused("the page is not the scenario", "read from", "--html", "a.yaml")
    refused("the result is not the scenario, even by force", "read from", "--output", "a.yaml", "--force")
    refused("the result is not the page", "result and the page", "--output", "x.h5", "--html", "./x.h5")
    refused("a foreign page stays", "not a page", "--html", "mine.html")
    refused("a pipe stays", "no regular file", "--html", "pipe")
    refused("a misspelt origin is told", "names nothing", "--set", "origins.BHI.nursing.stock=5")
    refused("a condition in weeks is told", "months", "--set",
            "levers.x={lever: recognition.staff, strength: 1, when: 'backlog(visa.BIH) > 6 weeks'}")
    refused("a lever that ends before it starts is told", "never acts", "--set",
            "levers.x={lever: recognition.staff, strength: 1, start: 2025-01, end: 2024-06}")
    expect("the scenario is as it was", scenario.read_text() == SCENARIO)
    expect("the foreign page is as it was", mine.read_text() == "<p>mine</p>")
    code, said = run("--output", "x.h5", "--html", "x.html")
    expect("a run to free names works", code == 0 and (home / "x.html").exists(), said)
    code, said = run("--output", "x.h5", "--html", "x.html")
    expect("our own page is renewed", code == 0, said)

    code, said = run("--output", "x.h5", "--replicates", "2", "--until", "2024-02")
    expect("a richer result may replace a poorer one", code == 0, said)
    refused("a poorer result does not replace a richer one", "replicates 2 (this run: 1)", "--output", "x.h5")
    refused("a shorter one does not", "stored months 2 (this run: 1)", "--output", "x.h5", "--replicates", "2",
            "--until", "2024-01")
    refused("one of another seed does not", "seed 1 (this run: 7)", "--output", "x.h5", "--replicates", "2", "--seed",
            "7")
    code, said = run("--output", "x.h5", "--force")
    expect("unless it is forced", code == 0, said)
    (home / "far").mkdir()
    (home / "link.h5").symlink_to("far/real.h5")
    code, said = run("--output", "link.h5", "--html", "far/page.html")
    expect("a link stays", code == 0 and (home / "link.h5").is_symlink() and (home / "far/real.h5").is_file(), said)
    (home / "same.html").symlink_to("fresh.h5")
    refused("a link to the result is no page", "result and the page", "--output", "fresh.h5", "--html", "same.html")
    refused("a long name is told", "shorten it", "--output", "x" * 300 + ".h5")
    refused("a long page name is told", "shorten it", "--output", "y.h5", "--html", "x" * 300 + ".html")
    (home / "keep").mkdir()
    for attempt in range(3):
        long = subprocess.Popen([PROGRAM, "run", LIBRARY + "/nursing-bosnia.yaml", "--quiet", "--output", "keep/r.h5"],
                                cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(500):
            if any(name.startswith(".r.h5.") for name in os.listdir(home / "keep")):
                break
            time.sleep(0.01)
        long.kill()
        long.wait()
    expect("a killed run leaves one temporary", [name[:6] for name in os.listdir(home / "keep")] == [".r.h5."],
           os.listdir(home / "keep"))
    code, said = run("--output", "keep/r.h5")
    expect("the next run clears it", os.listdir(home / "keep") == ["r.h5"], os.listdir(home / "keep"))

print("23 claims checked" if failures == 0 else f"{failures} failed")
sys.exit(1 if failures else 0)
