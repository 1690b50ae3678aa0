"""Makes docs/verification.md from the records that the verification tests leave, or checks it.

write_document.py PROGRAM RECORDS DOCUMENT [--check]

PROGRAM lists the tests, RECORDS is the folder with one file per test, each line a comparison. With --check the
document must name the same tests, comparisons and references as the records; results may differ, because they move
with every change of the model.
"""

import pathlib
import re
import subprocess
import sys

SECTIONS = [
    ("LittlesLaw", "5.1 Little's law along the sample path"),
    ("FlowConservation", "5.1 Flow conservation"),
    ("TokenQueue", "5.2 Monthly token queue"),
    ("PriorityClasses", "5.3 Priority classes"),
    ("SeatLoss", "5.4 Seat loss"),
    ("UrnBall", "5.5 Urn-ball matching"),
    ("Diffusion", "5.6 Diffusion on a complete graph"),
    ("Contagion", "5.6 Contagion on a ring and on a sparse random graph"),
    ("Attachment", "5.7 Attachment"),
    ("Homophily", "5.7 Homophily"),
    ("Growth", "5.7 Growth of partnerships"),
    ("LifeOfPartnerships", "5.7 Birth and death of partnerships"),
    ("Survival", "5.8 Survival"),
    ("CompetingRisks", "5.8 Competing risks"),
    ("AbsorbingChain", "5.9 Pipeline as an absorbing Markov chain"),
    ("Phases", "5.10 Stage durations"),
    ("MaximumFlow", "5.11 Maximum flow"),
    ("LossySeries", "5.11 Lossy series"),
    ("OriginStock", "5.12 Brain drain and gain"),
    ("Costs", "5.13 Costs"),
    ("Knowledge", "5.13 Knowledge"),
    ("SeatOrders", "5.14 Delayed capacity"),
    ("Conservation", "5.15 Conservation and bounds"),
    ("NullPolicy", "5.16 Null policy"),
    ("Levers", "5.16 Levers"),
    ("LatePolicy", "5.16 Policy switched on later"),
    ("SeparateCorridors", "5.16 Corridors with nothing in common"),
    ("PairedWorlds", "5.16 Paired variance"),
    ("ParallelInvariance", "5.17 Threads"),
    ("ObservationInvariance", "5.17 Observers"),
    ("CircularMigration", "5.18 Circular migration"),
    ("Oversubscription", "5.19 Selection at over-subscription"),
    ("DiscreteChoice", "5.20 Discrete choice"),
    ("TwoStates", "5.21 Two states of work"),
    ("Concentration", "5.22 Inequality and concentration"),
    ("Scale", "5.23 Scale invariance"),
    ("StockFilling", "5.24 Stock filling"),
]

HEAD = """# Verification

Limiting cases whose answer is known beforehand, run through ordinary scenario files
(`tests/verification/scenarios`, and the library where a shipped scenario is named) and the whole model. Statistical
comparisons (S) hold when result and reference are no more than four standard errors apart, where the standard error
comes from independent replicates or independent persons; exact ones (X) hold when they are equal, or within the bound
that stands as reference. Seeds are fixed. This page is written by the tests:
`cmake --build build/release --target verification_document`.
"""


def tests_of(program):
    """Names Suite.Test in the order of the program."""
    listing = subprocess.run([program, "--gtest_list_tests"], capture_output=True, text=True, check=True).stdout
    suite, names = "", []
    for line in listing.splitlines():
        if line.startswith("  "):
            names.append(suite + line.strip())
        elif line.endswith("."):
            suite = line.strip()
    return names


def comparisons_of(records, test):
    path = records / f"{test}.tsv"
    if not path.exists():
        sys.exit(f"{test} left no record in {records}\n  next: run the tests labelled verification")
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def title_of(test):
    """DigestDoesNotDependOnThreads -> Digest does not depend on threads."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=A)(?=[A-Z])", " ", test.split(".")[1])
    return words[0] + words[1:].lower() + "."


def document(program, records):
    tests = tests_of(program)
    known = [suite for suite, _ in SECTIONS]
    strange = sorted({test.split(".")[0] for test in tests} - set(known))
    if strange:
        sys.exit(f"no section for {strange}\n  next: name it in SECTIONS of {pathlib.Path(__file__).name}")
    count = sum(len(comparisons_of(records, test)) for test in tests)
    text = HEAD + f"\n{count} comparisons in {len(tests)} tests.\n"
    for suite, section in SECTIONS:
        text += f"\n## {section}\n"
        for test in tests:
            if not test.startswith(suite + "."):
                continue
            text += f"\n`{test}`: {title_of(test)}\n\n"
            text += "| comparison | kind | reference | result | standard error | verdict |\n|---|---|---|---|---|---|\n"
            for fields in comparisons_of(records, test):
                text += "| " + " | ".join(fields) + " |\n"
    return text


def claims(text):
    """What a document says it compares: tests, and comparisons with their kind (and reference when S)."""
    found = []
    for line in text.splitlines():
        if line.startswith("`") and "`:" in line:
            found.append(line.split("`")[1])
        elif line.startswith("| ") and not line.startswith("| comparison"):
            what, kind, reference = [cell.strip() for cell in line.split("|")[1:4]]
            found.append((what, kind, reference if kind == "S" else ""))
    return found


def main():
    program, records, page = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    text = document(program, records)
    if "--check" not in sys.argv:
        page.write_text(text, encoding="utf-8")
        return
    old, new = claims(page.read_text(encoding="utf-8")), claims(text)
    if old != new:
        missing = [str(claim) for claim in new if claim not in old]
        extra = [str(claim) for claim in old if claim not in new]
        sys.exit(
            f"{page.name} does not list the tests that exist\n  not in the page: {missing}\n  no longer tested: {extra}\n"
            "  next: cmake --build build/release --target verification_document"
        )


if __name__ == "__main__":
    main()
