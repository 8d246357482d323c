/*
 * io_uring carries out operations that no filter sees: a program writes operations into memory that it shares with
 * the kernel, and the kernel executes them. So a filter that lets a program make a ring refuses none of the effects
 * of these operations.
 *
 * An operation counts from the kernel that introduced it. It is no gap if a variant of the refused call runs whatever
 * its arguments, because the operation then adds nothing: under a profile that refuses `open` and allows `openat`,
 * io_uring opens the same files as `openat`. A ring needs `io_uring_enter`, or a thread of the kernel that polls it;
 * since Linux 5.13 any process may have such a thread. The flag that asks for the thread is in memory, so no filter
 * sees it.
 */
import { letsRun } from '@seccompile/abi'
import { policy } from '@seccompile/policy'
import type { KernelVersion } from '@seccompile/policy'
import { hasCall, ringOperations, sameEffect } from '@seccompile/routes'
import { isAtLeast } from '@seccompile/syscalls'
import type { ExaminedAbi } from '../examine/examined.ts'
import type { LintRule } from '../examine/lint-rule.ts'
import { listed } from '../examine/listed.ts'
import { shownText } from '../examine/shown-text.ts'

/** The calls whose refusal is reported first. */
const TELLING: readonly string[] = ['openat', 'openat2', 'socket', 'connect']

const SINCE_POLLED: KernelVersion = { major: 5, minor: 13 }

const stops = (verdict: number): boolean => !letsRun(verdict)

/** Whether some call with the effect of `name` runs whatever its arguments. */
function isOpenAnyway(on: ExaminedAbi, name: string): boolean {
  return sameEffect(name).some((each) => on.has(each) && on.call(each, stops) === undefined)
}

/** The lint rule `io-uring-open`. */
export const ioUringOpen: LintRule = {
  name: 'io-uring-open',
  severity: 'high',
  means: 'A program makes refused calls through io_uring, whose operations no filter sees.',
  remedy: 'Refuse io_uring_setup.',
  sources: [
    'io_uring_enter(2)',
    'io_uring_setup(2)',
    'https://github.com/moby/moby/pull/46762',
    'https://github.com/flatpak/flatpak/issues/5447',
    'https://github.com/openai/codex/issues/10814',
  ],
  *check(on, looked) {
    const call = hasCall(on.abi, 'io_uring_setup', looked.kernels) ? on.runs('io_uring_setup') : undefined
    if (call === undefined) return
    if (on.runs('io_uring_enter') === undefined && !isAtLeast(looked.kernel, SINCE_POLLED)) return
    const calls = ringOperations(looked.kernels).flatMap(({ calls: names }) => names)
    const done = [...TELLING.filter((name) => calls.includes(name)), ...calls]
    const names = [...new Set(done)].filter(
      (name) => on.refused(name) !== undefined && !isOpenAnyway(on, name),
    )
    const other = names[0] === undefined ? undefined : on.refused(names[0])
    if (other === undefined) return
    yield {
      what: `${shownText(on.abi, call)} runs and ${shownText(on.abi, other)} is refused; io_uring does what ${listed(names)} would`,
      call,
      other,
    }
  },
  caught: { policy: policy({ default: 'allow' }).deny('open', 'openat', 'openat2', 'creat') },
  nearMiss: {
    policy: policy({ default: 'allow' }).deny('open', 'openat', 'openat2', 'creat', 'io_uring_setup'),
  },
}
