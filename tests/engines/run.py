"""The exported model in other engines, against `bathtub run`.

Usage: run.py [PATH_TO_BATHTUB [SETTINGS]]; without a path, $BATHTUB or `bathtub`
on PATH. Prints the Test Anything Protocol.

Translates the model once for each engine, then draws random settings, hands
them over as overridden constants and compares every exported series in every
week. PySD and SDEverywhere read the Vensim file, simlin the XMILE file: three
independent engines, two formats. SDEverywhere runs in Node, with the packages that
$BATHTUB_NODE_MODULES names.

A number agrees when it differs by at most TOLERANCE of its own size, of the
series' largest size in the run, or of FLOOR: a price change in per cent is the
difference of two numbers near a hundred, so that one smaller than that has no
more than a few digits in any engine. A setting in which a
measure stands within TIE of a threshold of the stage is left out for `stage`
from that week on, and counted.

Then simlin checks the units of both formats: it must find nothing to warn of.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy
import pysd
import simlin

TOLERANCE = 1e-9
FLOOR = 1e-4
TIE = 1e-9
WEEKS = 105
SEED = 20260819
# Thresholds of `model/src/stage.rs`.
THRESHOLDS = {
    "spread_bp": (0.0, 15.0, 33.0),
    "reserve_ratio_pct": (10.0, 8.0, 6.0),
    "spiral_loss": (0.005, 0.03, 0.15),
}

BATHTUB = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("BATHTUB", "bathtub")
SETTINGS = int(sys.argv[2]) if len(sys.argv) > 2 else 200


def bathtub(*arguments):
    """What the command prints."""
    done = subprocess.run([BATHTUB, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"bathtub {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout


def settings():
    """Random values: a third of the parameters moved, a fifth of those to an end."""
    # The balance sheet is in the files as numbers of the start.
    rows = [row for row in json.loads(bathtub("parameters", "--json")) if row["group"] != "balance_sheet"]
    draw = random.Random(SEED)
    for _ in range(SETTINGS):
        chosen = {}
        for row in rows:
            if draw.random() < 1 / 3:
                low, high = row["min"], row["max"]
                chosen[row["key"]] = draw.choice((low, high)) if draw.random() < 0.2 else draw.uniform(low, high)
        yield chosen


def ours(start, chosen):
    """The series of our own run, by name."""
    pairs = [part for key, value in chosen.items() for part in ("--set", f"{key}={value!r}")]
    run = json.loads(bathtub("run", "--start", start, "--json", *pairs))
    return {name: numpy.array(values) for name, values in run["series"].items()}


class Engine:
    """An engine that has the model; with `with`, whatever it started is ended."""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


class InPysd(Engine):
    """PySD, from the Vensim file."""

    def __init__(self, start, folder):
        path = Path(folder) / f"bathtub_{start.replace('-', '_')}.mdl"
        bathtub("export", "--format", "mdl", "--start", start, "--out", str(path))
        self.model = pysd.read_vensim(str(path))

    def run(self, chosen, names):
        table = self.model.run(params=chosen, return_columns=list(names), reload=True)
        return {name: table[name].to_numpy(dtype=float) for name in names}


class InSimlin(Engine):
    """simlin, from the XMILE file."""

    def __init__(self, start, folder):
        path = Path(folder) / f"bathtub_{start}.xmile"
        bathtub("export", "--format", "xmile", "--start", start, "--out", str(path))
        self.model = simlin.load(path)

    def run(self, chosen, names):
        table = self.model.run(overrides=chosen, analyze_loops=False).results
        return {name: table[name].to_numpy(dtype=float) for name in names}


class InSdeverywhere(Engine):
    """SDEverywhere, from the Vensim file: compiled to JavaScript, run by its runtime."""

    def __init__(self, start, folder):
        model, example = Path(folder) / "bathtub.mdl", Path(folder) / "run.json"
        bathtub("export", "--format", "mdl", "--start", start, "--out", str(model))
        untouched = bathtub("run", "--start", start, "--json")
        example.write_text(untouched, encoding="utf-8")
        self.settings = json.loads(untouched)["settings"]
        program = Path(__file__).with_name("sdeverywhere.mjs")
        self.node = subprocess.Popen(
            ["node", str(program), "answer", str(model), str(example)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def run(self, chosen, names):
        self.node.stdin.write(json.dumps({**self.settings, **chosen}) + "\n")
        self.node.stdin.flush()
        line = self.node.stdout.readline()
        assert line, "SDEverywhere ended without an answer"
        table = json.loads(line)
        return {name: numpy.array(table[name], dtype=float) for name in names}

    def __exit__(self, *_):
        self.node.communicate()


def first_tie(series):
    """The first week in which a measure stands on a threshold of the stage."""
    ties = [
        week
        for name, limits in THRESHOLDS.items()
        for limit in limits
        for week in numpy.flatnonzero(numpy.abs(series[name] - limit) < TIE * max(1.0, abs(limit)))
    ]
    return min(ties, default=WEEKS)


def compare(engine_of, start):
    """Runs every setting in both and says how far apart they are."""
    worst, ties, compared = 0.0, 0, 0
    with tempfile.TemporaryDirectory() as folder, engine_of(start, folder) as engine:
        for chosen in settings():
            expected = ours(start, chosen)
            found = engine.run(chosen, expected)
            tie = first_tie(expected)
            ties += tie < WEEKS
            for name, values in expected.items():
                assert len(found[name]) == WEEKS, f"{name}: {len(found[name])} weeks"
                weeks = slice(0, tie) if name == "stage" else slice(None)
                a, b = values[weeks], found[name][weeks]
                if not len(a):
                    continue
                size = numpy.maximum(numpy.maximum(numpy.abs(a), numpy.abs(values).max()), FLOOR)
                off = float((numpy.abs(a - b) / size).max())
                compared += len(a)
                worst = max(worst, off)
                assert off <= TOLERANCE, f"{name} differs by {off:.1e} with {chosen}"
    return (
        f"{SETTINGS} settings, {compared} numbers, largest difference {worst:.1e}, "
        f"{ties} settings with a threshold tie"
    )


def unit_warnings(path):
    """What simlin, which reads both formats, finds wrong with a file's units."""
    return [" ".join(issue.message.split()) for issue in simlin.load(path).check()]


def check_units(form):
    """Fails on a warning about units, and where simlin misses a wrong one."""
    with tempfile.TemporaryDirectory() as folder:
        path, spoiled = Path(folder) / f"bathtub.{form}", Path(folder) / f"spoiled.{form}"
        bathtub("export", "--format", form, "--out", str(path))
        warnings = unit_warnings(path)
        assert not warnings, f"{len(warnings)} warnings, the first: {warnings[0]}"
        text = path.read_text(encoding="utf-8")
        spoiled.write_text(text.replace("week/year", "week"), encoding="utf-8")
        assert unit_warnings(spoiled), "weeks in place of weeks a year raise no warning"
    return "no warning"


def main():
    """One line of the protocol for each check."""
    engines = (InPysd, InSimlin, InSdeverywhere)
    comparisons = [(engine_of, "2026-08-19") for engine_of in engines]
    comparisons += [(engine_of, "2021-12-29") for engine_of in engines[1:]]
    checks = [(f"{engine_of.__name__}, start {start}", compare, engine_of, start) for engine_of, start in comparisons]
    checks += [(f"units of the {form} file in simlin", check_units, form) for form in ("xmile", "mdl")]
    print(f"1..{len(checks)}")
    failed = False
    for number, (name, check, *arguments) in enumerate(checks, 1):
        try:
            print(f"ok {number} - {name}: {check(*arguments)}", flush=True)
        except Exception as error:  # pylint: disable=broad-except  # an engine may fail in any way
            failed = True
            print(f"not ok {number} - {name}: {error}", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())
