/* What lint rules say of a policy as rules, for tests. */
import { NEWEST_KERNEL, resolve } from '@seccompile/policy'
import type { KernelVersion, Policy } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { lint, lintRules } from '@seccompile/lint'
import type { LintSubject } from '@seccompile/lint'

/** What {@link linted} may be told. */
interface Told {
  readonly abis?: readonly [AbiToken, ...AbiToken[]]
  readonly kernel?: KernelVersion
  readonly launched?: boolean
  /** Whether the warnings of `resolve` are in the report. */
  readonly warned?: boolean
}

/** The messages of the lint rule `name` about a policy. */
export function linted(name: string, policy: Policy, told: Told = {}): readonly string[] {
  const {
    abis: [main, ...others] = ['x86_64'],
    kernel = NEWEST_KERNEL,
    launched = true,
    warned = false,
  } = told
  const abis: LintSubject['abis'] = [signedAbiTable(main), ...others.map((token) => signedAbiTable(token))]
  const { rules, warnings } = resolve(policy, { abis, kernel })
  const rule = lintRules.filter((each) => each.name === name)
  const filter = { level: 'rules', ir: rules } as const
  const report = lint({ filter, abis, policy, kernel, launched, ...(warned ? { warnings } : {}) }, rule)
  return report.findings.filter((each) => each.name === name).map(({ message }) => message)
}
