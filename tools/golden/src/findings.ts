/*
 * The findings of lint in the corpus. The policies are ours, so each finding is known to be either true or a false alarm.
 * A new line in `findings.golden` is reviewed as code.
 */
import { signedAbiTable } from '@seccompile/signatures'
import { lint, lintRules } from '@seccompile/lint'
import type { LintReport } from '@seccompile/lint'
import { resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import type { AbiTable } from '@seccompile/syscalls'
import type { CorpusEntry } from './corpus.ts'

/**
 * Entries that are modelled on profiles of other projects. Their conditions compare the widths that the kernel reads, so
 * their findings are about the calls that the rules name.
 */
const AFTER_OTHERS: readonly string[] = [
  'podman',
  'docker-19-03',
  'system-service',
  'firecracker-vmm',
  'firecracker-vcpu',
  'crosvm-gpu',
]

/** The findings of lint in a policy of the corpus, without the warnings of `resolve`. */
export function findingsOf({ name, abis, caps, kernel }: CorpusEntry, policy: Policy): LintReport {
  const [main, ...others] = abis.map((token) => signedAbiTable(token))
  const tables: readonly [AbiTable, ...AbiTable[]] = [main!, ...others] // an entry has an ABI
  const widths = AFTER_OTHERS.includes(name) ? 'kernel' : 'profile'
  const { rules } = resolve(policy, { abis: tables, caps, kernel, widths })
  return lint({ filter: { level: 'rules', ir: rules }, abis: tables, policy, caps, kernel }, lintRules)
}

/** A report as text: a line for each finding, and for each lint rule that is undecided. */
export function findingLines({ name }: CorpusEntry, { findings, undecided }: LintReport): string {
  const lines = [
    ...findings.map((each) => `  ${each.severity.padEnd(6)} ${each.name}: ${each.message}\n`),
    ...undecided.map((each) => `  undecided ${each.name}: ${each.reason}\n`),
  ]
  return `${name}: ${findings.length}\n${lines.join('')}`
}

/** The number of findings of each lint rule in `reports`, a line for each rule that has findings. */
export function countLines(reports: readonly LintReport[]): string {
  const all = reports.flatMap(({ findings }) => findings)
  return lintRules
    .map(({ name }) => ({ name, count: all.filter((each) => each.name === name).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${String(count).padStart(4)} ${name}\n`)
    .join('')
}
