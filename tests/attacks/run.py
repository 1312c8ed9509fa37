"""Measures the catalogue of attacks: python -m tests.attacks.run [--grader] [--attempts=N] [WORD ...]

Each attack is run against plain pytest, which imports the attempt into the process of its tests, and against the
grader. *Fooled*: a test was passed that the attempt had not earned. *Harmed*: the attack did what it should not have
been able to do. *Held*: neither. After each attack the honest reference has to have full points.

--grader leaves plain pytest out. WORDs choose attacks by their path. --attempts has the grader alone judge so many
hostile attempts, the catalogue over and over, with the reference after each.
"""

import itertools
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.attacks.catalogue import Attack, attacks
from tests.attacks.graded import Grader, adopting
from tests.attacks.plain import PlainPytest


def main(arguments: list[str]) -> int:
    """Prints the table and its totals; 1 if the grader was fooled or harmed, or does not judge as it must."""
    words = [word for word in arguments if not word.startswith("-")]
    many = next((int(word.partition("=")[2]) for word in arguments if word.startswith("--attempts=")), 0)
    chosen = [attack for attack in attacks() if not words or any(word in str(attack.path) for word in words)]
    place = Path(tempfile.mkdtemp(prefix="attacks-"))
    place.chmod(0o755)
    try:
        with adopting():
            if many:
                return _judge_many(chosen, place, many)
            return _measure(chosen, place, plainly="--grader" not in arguments)
    finally:
        subprocess.run(["chmod", "-R", "u+rwx", str(place)], stderr=subprocess.DEVNULL)
        subprocess.run(["rm", "-rf", str(place)], stderr=subprocess.DEVNULL)


def _measure(chosen: list[Attack], place: Path, plainly: bool) -> int:
    print(_line("attack", "plain", "", "grader", ""), flush=True)
    plain, grader = PlainPytest(place), Grader(place)
    totals: dict[str, Counter[str]] = {"plain pytest": Counter(), "grader": Counter()}
    amiss = 0
    for attack in chosen:
        started = time.monotonic()
        row = ["", ""]
        if plainly:
            outcome = plain.run(attack)
            row = list(_verdict(plain.undeserved(attack, outcome), outcome.harm))
            totals["plain pytest"][row[0]] += 1
        verdict, why = _graded(grader, attack)
        totals["grader"][verdict] += 1
        amiss += verdict != "held"
        print(_line(attack.name, *row, verdict, why), f"{time.monotonic() - started:5.1f} s", flush=True)
    left = _left(grader)
    for name, counts in totals.items():
        if counts:
            figures = ", ".join(f"{counts[kind]} {kind}" for kind in ("fooled", "harmed", "held"))
            print(f"\n{name}: of {counts.total()} attacks {figures}")
    print(f"\nleft behind: {', '.join(left) or 'nothing'}")
    return 1 if amiss or left else 0


def _judge_many(chosen: list[Attack], place: Path, many: int) -> int:
    """Judges so many hostile attempts one after the other, and looks at what is left in the end."""
    grader, started = Grader(place), time.monotonic()
    totals: Counter[str] = Counter()
    for number, attack in zip(range(1, many + 1), itertools.cycle(chosen), strict=False):
        verdict, why = _graded(grader, attack)
        totals[verdict] += 1
        if verdict != "held":
            print(_line(attack.name, verdict, why), flush=True)
        if number % 100 == 0 or number == many:
            print(f"{number} attempts: {dict(totals)}, {time.monotonic() - started:.0f} s", flush=True)
    left = _left(grader)
    print(f"\njudges: {grader.judges}\nleft behind: {', '.join(left) or 'nothing'}")
    return 1 if left or totals["held"] != many else 0


def _graded(grader: Grader, attack: Attack) -> tuple[str, str]:
    """What came of an attack on the grader, and why; the reference has to have full points after it."""
    seen = grader.run(attack)
    verdict, why = _verdict(grader.undeserved(attack, seen), seen.harm)
    honest = grader.honest(attack.folder)
    if honest.result is None or not honest.result.full:
        return "spoilt", "after it the reference has not full points"
    if verdict == "held" and not seen.has(attack.word):
        return "amiss", f"expected {attack.word}"
    return verdict, why


def _left(grader: Grader) -> list[str]:
    grader.close()
    return [*grader.left_behind(), *grader.problems]


def _line(name: str, *cells: str) -> str:
    text = f"{name:42}"
    for verdict, why in zip(cells[::2], cells[1::2], strict=True):
        text += f" {verdict:7} {why if len(why) <= 38 else why[:37] + '…':38}"
    return "".join(character if character.isprintable() else "?" for character in text)


def _verdict(undeserved: str, harm: tuple[str, ...]) -> tuple[str, str]:
    if undeserved:
        return "fooled", undeserved
    if harm:
        return "harmed", harm[0].removeprefix("HARMED: ")
    return "held", ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
