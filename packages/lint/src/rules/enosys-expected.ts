/*
 * A refusal that a C library takes for an answer. A library tries a newer call first, and tries an older one only
 * after ENOSYS. So EPERM for clone3 leaves a program without threads. The same holds for calls that are newer than
 * the filter.
 */
import { seccompData } from '@seccompile/abi'
import { verdictText } from '@seccompile/constants/errno'
import { errno, policy } from '@seccompile/policy'
import { libcFallbacks } from '../calls/libc-fallbacks.ts'
import { listed } from '../examine/listed.ts'
import type { LintRule, RuleFinding } from '../examine/lint-rule.ts'
import { isOtherErrno, isRefusedWhole } from '../examine/refused-whole.ts'
import { shownText } from '../examine/shown-text.ts'
import type { ExaminedAbi, ExaminedFilter } from '../examine/examined.ts'

/** One finding for the calls of an ABI that fail with one verdict while their fallbacks run. */
function* ofKnown(on: ExaminedAbi): Iterable<RuleFinding> {
  const { abi, call, runs, has } = on
  const found = libcFallbacks(has).flatMap(({ call: name, olds }) => {
    const old = olds.find((each) => runs(each) !== undefined)
    if (old === undefined || !isRefusedWhole(on, name)) return []
    const shown = call(name, (verdict) => isOtherErrno(abi, verdict))
    return shown === undefined ? [] : [{ name, old, shown }]
  })
  const [first] = found
  if (first === undefined) return
  const pairs = found.map(({ name, old }) => `${old} in place of ${name}`)
  yield {
    what: `${shownText(abi, first.shown)} fails, and not with ENOSYS; only after ENOSYS does libc use ${listed(pairs)}`,
    call: first.shown,
    instead: `refuse ${listed(found.map(({ name }) => name))} with ENOSYS, or allow what is refused`,
  }
}

/** The finding for numbers that are newer than every table. A deny-list lets them run, so it has no such finding. */
function* ofUnknown({ abi }: ExaminedAbi, { verdict }: ExaminedFilter): Iterable<RuleFinding> {
  const shown = { abi: abi.token, data: seccompData({ arch: abi.auditArch, nr: abi.newest + 1 }) }
  const got = verdict(shown)
  if (!isOtherErrno(abi, got)) return
  yield {
    what: `a call with the number after the newest call gets ${verdictText(got, [abi.token])}; for libc, only ENOSYS means that the kernel lacks the call`,
    call: shown,
    instead:
      'let calls that no table knows get ENOSYS: set unknown to errno("ENOSYS"), or use --unknown ENOSYS',
  }
}

/** The lint rule `enosys-expected`. */
export const enosysExpected: LintRule = {
  name: 'enosys-expected',
  severity: 'medium',
  means: 'A call that libc tries first fails with an errno after which libc does not try the older call.',
  remedy: 'Refuse the call with ENOSYS, and also calls that no table knows.',
  sources: [
    'https://github.com/moby/moby/issues/42680',
    'https://github.com/opencontainers/runc/issues/2151',
    'https://github.com/google/gvisor/issues/12557',
    'glibc sysdeps/unix/sysv/linux/clone-internal.c: __clone_internal()',
    'musl src/unistd/faccessat.c: faccessat()',
  ],
  *check(on, looked) {
    yield* ofKnown(on)
    yield* ofUnknown(on, looked)
  },
  caught: { policy: policy({ default: 'allow' }).deny('clone3') },
  nearMiss: { policy: policy({ default: 'allow' }).deny('clone3', errno('ENOSYS')) },
}
