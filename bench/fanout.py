"""How fast a room hears: our hub beside the least a server can do, on this machine, in one run.

Usage: python bench/fanout.py [--listeners 200,1000,5000] [--pace SECONDS] [--flood SECONDS]

The server runs on the first core, the listeners on the second. An event is 600 bytes. Every step is bounded;
the whole takes about a minute and a half. Targets: ARCHITECTURE.md, "Budgets".
"""

import argparse
import os
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PARTS = ROOT / "bench" / "fanout"
BUILD = ROOT / "bench" / "build"
ROUNDS = 3
TARGET_P99 = {200: 25, 1000: 50, 5000: 150}  # ms to the last listener
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Result:
    """One server with N listeners. CPU is user and system time of the whole server process."""

    per_delivery: float  # µs of CPU
    deliveries: float  # a second of wall time, closed loop
    p50: float  # ms from posting to the last listener, 5 events a second
    p99: float
    memory: float  # KiB of proportional set size for a listener
    setups: float  # a second of CPU
    setups_wall: float  # a second

    @property
    def per_core(self) -> float:
        """Deliveries that a second of CPU pays for."""
        return 1e6 / self.per_delivery


def main() -> None:
    """Run and print; ends by itself."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--listeners", default="200,1000,5000")
    asked.add_argument("--pace", type=float, default=6.0)
    asked.add_argument("--flood", type=float, default=1.5)
    options = asked.parse_args()
    _raise_file_limit()
    compiled = _compile()
    print(_HEAD)
    for number in map(int, options.listeners.split(",")):
        ours = _measure([sys.executable, str(PARTS / "hub_server.py")], number, options, compiled)
        if compiled:
            least = _measure([str(BUILD / "epoll_server")], number, options, compiled)
            print(_row("C epoll", number, least, 1.0))
            print(_row("our hub", number, ours, ours.per_delivery / least.per_delivery))
        else:
            print(_row("our hub", number, ours, None))
        if number in TARGET_P99:
            print(f"{'':>18} to reach: 1.6 x C, 100,000 a core, p99 {TARGET_P99[number]} ms, 12 KiB, 7,000")
    if not compiled:
        print("skipped: the C epoll server and the C load client (no C compiler here)")


_HEAD = (
    f"{'listeners':>9} {'server':>8} {'µs CPU/delivery':>16} {'x C':>5} {'deliveries/s/core':>18}"
    f" {'wall d/s':>9} {'p50 ms':>7} {'p99 ms':>7} {'KiB/listener':>13} {'set-ups/CPU-s':>14} {'wall':>7}"
)


def _row(name: str, number: int, got: Result, ratio: float | None) -> str:
    times = f"{ratio:.2f}" if ratio else "-"
    return (
        f"{number:>9} {name:>8} {got.per_delivery:>16.2f} {times:>5} {got.per_core:>18,.0f}"
        f" {got.deliveries:>9,.0f} {got.p50:>7.1f} {got.p99:>7.1f} {got.memory:>13.1f}"
        f" {got.setups:>14,.0f} {got.setups_wall:>7,.0f}"
    )


def _measure(command: list[str], number: int, options: argparse.Namespace, compiled: bool) -> Result:
    port = _free_port()
    loader = [str(BUILD / "load")] if compiled else [sys.executable, str(PARTS / "load.py")]
    with _pinned([*command, str(port)], 0) as server:
        _wait_for(port)
        with _pinned([*loader, str(port), "50"], 1) as warm:
            _ask(warm, "connect"), _ask(warm, "flood 0.3")
        time.sleep(0.3)
        with _pinned([*loader, str(port), str(number)], 1) as load:
            memory, cpu = _memory(server.pid), _cpu(server.pid)
            [wall] = _ask(load, "connect")
            setup_cpu = max(_cpu(server.pid) - cpu, 1 / TICKS)
            memory = (_memory(server.pid) - memory) / number
            p50, p99, _, _ = _ask(load, f"pace {options.pace}")
            floods = [_flood(server.pid, load, options.flood) for _ in range(ROUNDS)]
    per_delivery = statistics.median(cost for cost, _ in floods)
    best = max(rate for _, rate in floods)
    return Result(per_delivery, best, p50, p99, memory, number / setup_cpu, number / wall)


def _flood(server: int, load: "subprocess.Popen[str]", seconds: float) -> tuple[float, float]:
    cpu = _cpu(server)
    deliveries, wall = _ask(load, f"flood {seconds}")
    return (_cpu(server) - cpu) / deliveries * 1e6, deliveries / wall


def _ask(load: "subprocess.Popen[str]", line: str) -> list[float]:
    assert load.stdin and load.stdout
    load.stdin.write(f"{line}\n")
    load.stdin.flush()
    answer = load.stdout.readline().split()
    if not answer:
        raise SystemExit(f"the load client ended at: {line}")
    return [float(word) for word in answer[1:]]


@contextmanager
def _pinned(command: list[str], core: int) -> Iterator["subprocess.Popen[str]"]:
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        command, stdin=pipe, stdout=pipe, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    if cores:
        os.sched_setaffinity(process.pid, {cores[core % len(cores)]})
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.communicate(timeout=6)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def _cpu(pid: int) -> float:
    # The scheduler counts nanoseconds where it is asked to; the other figure has steps of ten milliseconds.
    exact = [int(task.read_text().split()[0]) for task in Path(f"/proc/{pid}/task").glob("*/schedstat")]
    if sum(exact):
        return sum(exact) / 1e9
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _memory(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(float(line.split()[1]) for line in lines if line.startswith("Pss:"))


def _compile() -> bool:
    compiler = shutil.which("cc") or shutil.which("gcc")
    if not compiler:
        return False
    BUILD.mkdir(exist_ok=True)
    for name in ("epoll_server", "load"):
        subprocess.run([compiler, "-O2", "-o", BUILD / name, PARTS / f"{name}.c"], check=True, timeout=60)
    return True


def _raise_file_limit() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    return port


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise SystemExit("the server did not answer within ten seconds")


if __name__ == "__main__":
    main()
