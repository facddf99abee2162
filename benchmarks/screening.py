"""Screening at scale: what a CV costs in time and memory, alone and in thousands.

    python benchmarks/screening.py [--few N] [--many M] [--kind docx|txt]

Copies of a sample CV, each with bytes of its own, are screened by the command itself: a few and many by two processes, the few by one,
and the many again for another posting with the CVs kept. Printed are CVs a second, the cost of a CV among many beside its cost
among few, what a second process brings, what keeping brings, and the highest memory of the program and of its largest process. Starting up
(the time for a single CV) is taken off where costs are compared.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = {"docx": ROOT / "samples" / "cv" / "project-manager.docx", "txt": ROOT / "samples" / "cv" / "project-coordinator.txt"}
JOBS = sorted((ROOT / "samples" / "jobs").glob("*.txt"))


def copies(kind: str, number: int, folder: Path) -> None:
    """So many CVs of one text and different bytes."""
    folder.mkdir()
    data = SAMPLES[kind].read_bytes()
    for index in range(number):
        path = folder / f"{index:06}.{kind}"
        if kind == "txt":
            path.write_bytes(data.replace(b"@", f"{index}@".encode(), 1))
        else:
            path.write_bytes(data)
            with zipfile.ZipFile(path, "a") as package:
                package.comment = f"copy {index}".encode()


def run(folder: Path, job: Path, jobs: int, state: Path | None = None) -> tuple[float, float, float]:
    """Seconds, and MB of the program and of the largest process it started, all measured in a program of its own."""
    command = ["screen", str(job), str(folder), "-j", str(jobs), "--top", "1", "--csv", str(folder.parent / "out.csv"), "--force"]
    command += ["--state", str(state)] if state else []
    started = time.perf_counter()
    script = (
        "import resource, sys\n"
        "from pmo_resume.cli import main\n"
        "if __name__ == '__main__':\n"
        "    try:\n        main(sys.argv[1:])\n    except SystemExit:\n        pass\n"
        "    usage = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]\n"
        "    print('memory', *usage, file=sys.stderr)\n"
    )
    program = folder.parent / "program.py"
    program.write_text(script, encoding="utf-8")
    done = subprocess.run([sys.executable, str(program), *command], capture_output=True, text=True, check=True, env=os.environ)
    took = time.perf_counter() - started
    own, largest = (int(word) / 1024 for word in done.stderr.rsplit("memory", 1)[1].split())
    return took, own, largest


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--few", type=int, default=200)
    parser.add_argument("--many", type=int, default=1000)
    parser.add_argument("--kind", choices=sorted(SAMPLES), default="docx")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name, number in (("one", 1), ("few", options.few), ("many", options.many)):
            copies(options.kind, number, folder / name)
        start, _, _ = run(folder / "one", JOBS[0], 1)
        alone, _, _ = run(folder / "few", JOBS[0], 1)
        few, few_own, few_largest = run(folder / "few", JOBS[0], 2)
        many, own, largest = run(folder / "many", JOBS[0], 2, folder / "state.sqlite")
        again, _, _ = run(folder / "many", JOBS[1], 2, folder / "state.sqlite")
    each_few, each_many = (few - start) / options.few, (many - start) / options.many
    print(f"start-up and one CV                 {start:8.1f} s")
    print(f"{options.few} {options.kind.upper()}, two processes        {few:8.1f} s   {options.few / few:6.1f} a second, start-up counted")
    print(f"{options.many} {options.kind.upper()}, two processes       {many:8.1f} s   {options.many / many:6.1f} a second")
    print(f"cost of one among many, of few      {each_many / each_few:8.2f}x")
    print(f"two processes, of one               {(alone - start) / (few - start):8.2f}x faster")
    print(f"a second posting, CVs kept          {again:8.1f} s   {(many - start) / max(again - start, 0.01):5.1f}x faster")
    print(f"memory of the program               {own:8.0f} MB  {own / few_own:5.2f} of that for {options.few}")
    print(f"memory of its largest process       {largest:8.0f} MB  {largest / few_largest:5.2f} of that for {options.few}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
