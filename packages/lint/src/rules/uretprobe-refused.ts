/*
 * A call that no program makes by itself. When a person traces the returns of a function, Linux ≥ 6.11 on x86_64 puts
 * code into the program that makes the call uretprobe. A filter that refuses uretprobe breaks every traced program.
 *
 * Linux 6.14 runs the call whatever the filter returns (commit cf6cb56ef244): it is in the bitmap of calls that
 * always run. The stable series have the commit since 6.12.14 and 6.13.3, of 17 February 2025; 6.11 had ended before.
 * The target of a filter names no third number, so on 6.12 and 6.13 the finding concerns the first releases. The
 * newer call uprobe had the exemption from the start.
 * @see kernel/seccomp.c: seccomp_is_const_allow(), seccomp_uprobe_exception()
 */
import { policy } from '@seccompile/policy'
import { isAtLeast } from '@seccompile/syscalls'
import type { LintRule } from '../examine/lint-rule.ts'
import { isRefusedWhole } from '../examine/refused-whole.ts'
import { shownText } from '../examine/shown-text.ts'

/** The kernel that introduced the call. */
const BROUGHT = { major: 6, minor: 11 }

/** The first kernel that does not ask the filter. */
const EXEMPT = { major: 6, minor: 14 }

/** The lint rule `uretprobe-refused`. */
export const uretprobeRefused: LintRule = {
  name: 'uretprobe-refused',
  severity: 'low',
  means: 'A program breaks when another program traces the returns of its functions.',
  remedy:
    'Allow uretprobe, or use Linux 6.14, 6.13.3, 6.12.14 or a later one of these, which exempts the call.',
  sources: [
    'https://github.com/systemd/systemd/issues/34615',
    'arch/x86/kernel/uprobes.c: uretprobe()',
    'kernel/seccomp.c: seccomp_is_const_allow()',
  ],
  *check(on, { kernel }) {
    const { abi, refused } = on
    if (abi.token !== 'x86_64' || !isAtLeast(kernel, BROUGHT) || isAtLeast(kernel, EXEMPT)) return
    const call = refused('uretprobe')
    if (call === undefined || !isRefusedWhole(on, 'uretprobe')) return
    yield { what: `${shownText(abi, call)} is refused, and the kernel makes a traced program call it`, call }
  },
  caught: {
    policy: policy({ default: 'deny' }).allow('read'),
    target: { kernel: BROUGHT },
  },
  nearMiss: {
    policy: policy({ default: 'deny' }).allow('read'),
    target: { kernel: EXEMPT },
  },
}
