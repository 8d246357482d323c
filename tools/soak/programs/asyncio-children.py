"""Starts eight children at once, and reads what each writes."""
import asyncio
import sys


async def child(number: int) -> str:
    process = await asyncio.create_subprocess_exec(
        "sh", "-c", f"read line; echo {number} $line",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    out, _ = await process.communicate(b"hello\n")
    return out.decode().strip()


async def main() -> int:
    lines = await asyncio.gather(*(child(number) for number in range(8)))
    print(*lines, sep="\n")
    print("done", file=sys.stderr)
    return 3


sys.exit(asyncio.run(main()))
