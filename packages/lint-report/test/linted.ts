/* A filter under lint rules, with findings that a test chooses. */
import { seccompData, verdictOf } from '@seccompile/abi'
import type { PlainFilter } from '@seccompile/filter'
import type { LintAnswer, LintedFinding, LintFailure, LintResult } from '@seccompile/lint-report'
import { CONTAINER_CAPS, NEWEST_KERNEL } from '@seccompile/policy'
import type { Finding, ShownCall } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable } from '@seccompile/syscalls'

export const X86_64: AbiTable = signedAbiTable('x86_64')
export const X86: AbiTable = signedAbiTable('x86')

/** A filter that returns EPERM for every call. */
export const FILTER: PlainFilter = {
  name: 'mine.json',
  subject: { level: 'program', ir: [{ code: 0x06, jt: 0, jf: 0, k: verdictOf('ERRNO', 1) }] },
  endianness: 'little',
  abis: [X86_64, X86],
  arches: () => [X86_64.auditArch, X86.auditArch],
  program: () => Promise.resolve(undefined),
  notes: [],
  findings: [],
}

/** The call of number `nr` on the ABI of `table`. */
export const callOn = (table: AbiTable, nr: number): ShownCall => ({
  abi: table.token,
  data: seccompData({ nr, arch: table.auditArch }),
})

/** A finding of high severity that says "so". */
export const found = (more: Partial<Finding> = {}): Finding => ({
  name: 'some-gap',
  severity: 'high',
  message: 'so',
  ...more,
})

/** `FILTER` with findings that differ from {@link found} by `findings`. */
export function lintedWith(
  findings: readonly Partial<LintedFinding>[],
  more: Partial<LintResult> = {},
): LintResult {
  return {
    kind: 'linted',
    name: FILTER.name,
    filter: FILTER,
    kernel: NEWEST_KERNEL,
    caps: CONTAINER_CAPS,
    findings: findings.map((each) => ({ ...found(), what: 'so', ...each })),
    undecided: [],
    args: undefined,
    ...more,
  }
}

export const UNREAD: LintFailure = { kind: 'not-linted', name: 'b.json', error: 'b.json: is no policy' }

/** The answer about `files`. */
export const answerOf = (...files: readonly (LintResult | LintFailure)[]): LintAnswer => ({
  files,
  counts: { high: 1, medium: 0, low: 0, accepted: 0 },
  failOn: 'high',
  unmatched: [],
})
