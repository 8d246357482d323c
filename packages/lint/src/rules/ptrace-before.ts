/*
 * Before Linux 4.8, the filter ran before the kernel told the tracer of a call, and did not run again after it. So a
 * tracer could let its tracee pass the filter with a harmless number, and change the number then. Since 4.8, the
 * filter runs last.
 *
 * Only requests that write registers change a number. A filter that refuses nothing has nothing to lose.
 */
import { letsRun } from '@seccompile/abi'
import {
  PTRACE_POKEUSR,
  PTRACE_SET_SYSCALL,
  PTRACE_SETREGS,
  PTRACE_SETREGSET,
} from '@seccompile/constants/ptrace'
import { valueOn } from '@seccompile/constants'
import { formatKernelVersion, policy } from '@seccompile/policy'
import type { KernelVersion } from '@seccompile/policy'
import { isAtLeast } from '@seccompile/syscalls'
import type { LintRule } from '../examine/lint-rule.ts'
import { shownText } from '../examine/shown-text.ts'

const FIXED: KernelVersion = { major: 4, minor: 8 }
const BEFORE: KernelVersion = { major: 4, minor: 7 }

/** The requests that write the registers of a tracee. */
const WRITING = [PTRACE_SETREGSET, PTRACE_SETREGS, PTRACE_POKEUSR, PTRACE_SET_SYSCALL] as const

/** The lint rule `ptrace-before-4.8`. */
export const ptraceBefore48: LintRule = {
  name: 'ptrace-before-4.8',
  severity: 'high',
  means: 'On a kernel before 4.8 a program that may call ptrace can make every call that the filter refuses.',
  remedy: 'Allow ptrace from Linux 4.8 on only, as Docker does by minKernel.',
  sources: [
    'seccomp(2)',
    'CVE-2019-2054',
    'https://github.com/moby/moby/pull/38137',
    'https://github.com/torvalds/linux/commit/93e35efb8de45393cf61ed07f7b407629bf698ea',
  ],
  *check(on, { kernel }) {
    if (isAtLeast(kernel, FIXED)) return
    const values = WRITING.flatMap((request) => valueOn(request, on.abi.token) ?? []).map(BigInt)
    const request = on.is('ptrace', 'request', ...values)
    const call = request && on.runs('ptrace', request)
    if (call === undefined) return
    const refused = [...on.abi.numbers.keys()].find((name) => on.call(name, (verdict) => !letsRun(verdict)))
    if (refused === undefined) return
    const what = `${shownText(on.abi, call)} runs on Linux ${formatKernelVersion(kernel)}, where the filter does not run again after a tracer has changed a call`
    yield { what, call }
  },
  caught: { policy: policy({ default: 'deny' }).allow('ptrace'), target: { kernel: BEFORE } },
  nearMiss: { policy: policy({ default: 'deny' }).allow('ptrace'), target: { kernel: FIXED } },
}
