"""`./check`: everything that must hold before a change is taken, in the order of how soon it tells."""

import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from tempfile import TemporaryDirectory
from typing import NoReturn

from openchair.project.setup import environment, machine, plan, servers
from openchair.project.setup.steps import LAST_LINES, Outcome, Told
from openchair.project.setup.steps import run as ran


def run(arguments: Sequence[str]) -> NoReturn:
    """`./check [step …]`."""
    sys.exit(check(arguments))


def check(arguments: Sequence[str]) -> int:
    """Run the steps that are named (all when none is); the status is 1 when something is wrong."""
    began = time.monotonic()
    strict = os.environ.get("CHECK_REQUIRE") == "all"
    told: list[Told] = []
    for one in _steps(arguments):
        result = judged(one, strict=strict)
        told.append(result)
        asides = _asides(result.said, "measured:", "SKIPPED", "UNSTEADY")
        print("\n".join([str(result), *asides]), flush=True)
        if result.outcome is Outcome.WRONG or any("UNSTEADY" in line for line in asides):
            print(_end_of(result.said), flush=True)
    return _close(told, time.monotonic() - began)


def _steps(wanted: Sequence[str]) -> Iterator[Told]:
    """Each step as it ends; what a step needs is looked for when its turn has come."""
    began = time.monotonic()
    environment.ready("check")
    yield Told("packages", Outcome.FINE, time.monotonic() - began)
    for step in plan.alone():
        if _is_wanted(step.name, wanted):
            yield ran(step)
    yield from _suites([name for name in ("sqlite", "postgresql") if _is_wanted(f"suite on {name}", wanted)])
    if _is_wanted("branches", wanted):
        yield ran(plan.branches())
    if _is_wanted("journeys", wanted):
        yield _journeys()
    if _is_wanted("start", wanted):
        yield ran(plan.clone())
    if _is_wanted("audit", wanted):
        yield plan.audited(ran(plan.AUDIT))


def _suites(wanted: Sequence[str]) -> Iterator[Told]:
    if not wanted:
        return
    with servers.redis() as redis:
        if redis is None:
            yield Told("redis", Outcome.SKIPPED, line="no Redis answers, and none could be installed")
        if "sqlite" in wanted:
            yield ran(plan.on_sqlite(redis, _browser()))
        if "postgresql" in wanted:
            yield _on_postgres(redis)


def _on_postgres(redis: str | None) -> Told:
    with servers.postgres() as postgres:
        if postgres is None:
            reason = "no PostgreSQL answers, and none could be installed"
            return Told("suite on postgresql", Outcome.SKIPPED, line=reason)
        return ran(plan.on_postgres(postgres, redis))


def _journeys() -> Told:
    browser = _browser()
    if browser is None:
        return Told("journeys", Outcome.SKIPPED, line="no Chromium, and none could be installed")
    with TemporaryDirectory() as noted:
        told = ran(plan.journeys(browser, noted))
        if plan.is_walked_again(told):
            return plan.unsteady(told, ran(plan.journeys_again(browser, noted)))
        return told


@cache
def _browser() -> str | None:
    return machine.program_or_install("chromium", "chromium", "chromium-browser", "google-chrome")


def _is_wanted(name: str, wanted: Sequence[str]) -> bool:
    return not wanted or any(word in name for word in wanted)


def judged(told: Told, *, strict: bool) -> Told:
    """Where everything is required, what was skipped is wrong, whether a step or a single test."""
    skipped = told.outcome is Outcome.SKIPPED or bool(_asides(told.said, "SKIPPED"))
    if strict and skipped and told.outcome is not Outcome.WRONG:
        return replace(told, outcome=Outcome.WRONG, line=f"required, but skipped: {told.line}")
    return told


def _asides(said: str, *words: str) -> list[str]:
    """Lines that are told even when all is well: what was measured, what was skipped, what took two walks."""
    return [f"{'':9}{line}" for line in said.splitlines() if line.startswith(words)]


def _end_of(said: str) -> str:
    return "\n".join(f"    {line}" for line in said.strip().splitlines()[-LAST_LINES:])


def _close(told: Sequence[Told], seconds: float) -> int:
    print("\n" + "\n".join(str(one) for one in told))
    wrong = [one.name for one in told if one.outcome is Outcome.WRONG]
    skipped = [one.name for one in told if one.outcome is Outcome.SKIPPED]
    counts = f"{len(told) - len(wrong) - len(skipped)} steps ok, {len(wrong)} wrong, {len(skipped)} skipped"
    print(f"\n{plan.summed(told)}\n{counts} in {seconds:.0f} s" + (f": {', '.join(wrong)}" if wrong else ""))
    return 1 if wrong else 0
