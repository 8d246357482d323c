/* Random lists of rules of one call, as we read them, against the libseccomp of this machine. */
import { equal } from '@seccompile/prover'
import { parseProfile } from '@seccompile/oci'
import { jsonText } from '@seccompile/oci/reading'
import { resolve } from '@seccompile/policy'
import type { RuleSet } from '@seccompile/rules'
import { abiTable } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { decode } from '@seccompile/cbpf'
import { compileBatch, hasLibseccomp } from '@seccompile/vectors/libseccomp'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const reason = hasLibseccomp() ? undefined : 'it or Python is missing'
if (reason !== undefined)
  process.stderr.write(`\n*** NOT RUN: lists of rules against libseccomp: ${reason}\n\n`)

const value = fc.constantFrom(0n, 1n, 2n, 3n, 5n, 2n ** 32n + 1n)
const comparison = (index: number) =>
  fc
    .tuple(fc.constantFrom('EQ', 'NE', 'LT', 'LE', 'GT', 'GE', 'MASKED_EQ'), value, value)
    .map(([op, one, two]) => ({
      index,
      op: `SCMP_CMP_${op}`,
      value: one,
      ...(op === 'MASKED_EQ' ? { valueTwo: two } : {}),
    }))
const args = fc
  .subarray([0, 0, 1, 2], { minLength: 1, maxLength: 2 })
  .chain((indices) => fc.tuple(...[...new Set(indices)].map(comparison)))
const ACTIONS = ['SCMP_ACT_ALLOW', 'SCMP_ACT_ALLOW', 'SCMP_ACT_ALLOW', 'SCMP_ACT_LOG'] as const
const rule = fc.record({ names: fc.constant(['dup3']), action: fc.constantFrom(...ACTIONS), args })
const lists = fc.array(rule, { minLength: 2, maxLength: 3 })

interface ProfileReading {
  readonly profile: object
  readonly rules: RuleSet
  readonly isWarned: boolean
}

/**
 * Our reading of the profile with the rules `syscalls`; empty where the reader refuses an overlap for which
 * libseccomp has no answer.
 */
function readAs(syscalls: readonly object[], abi: AbiTable): readonly ProfileReading[] {
  const profile = { defaultAction: 'SCMP_ACT_ERRNO', syscalls }
  const { policy } = parseProfile(jsonText(profile), { file: 'p.json' })
  try {
    const { rules, warnings } = resolve(policy, { abis: [abi] })
    return [{ profile, rules, isWarned: warnings.some(({ name }) => name === 'unsafe-shape') }]
  } catch (error) {
    if ((error as { readonly code?: string }).code !== 'E_CONFLICT') throw error
    return []
  }
}

/**
 * The prover's answer on whether the program of libseccomp means each reading; `refused` where libseccomp takes no
 * such rules.
 */
function kinds(read: readonly ProfileReading[], { auditArch: arch }: AbiTable): readonly string[] {
  const compiled = compileBatch(jsonText(read.map(({ profile }) => ({ arch, optimize: 1, ...profile }))))
  return read.map(({ rules: ir }, i) => {
    const made = compiled[i]!
    if (typeof made === 'string') return made
    return equal({ level: 'rules', ir }, { level: 'program', ir: decode(made, 'little') }).kind
  })
}

describe.skipIf(reason !== undefined)('lists of rules', () => {
  it.each(['x86_64', 'x86'] as const)(
    'mean to libseccomp what they mean to us where nothing warns, on %s',
    (token) => {
      const abi = abiTable(token)
      fc.assert(
        fc.property(fc.array(lists, { minLength: 400, maxLength: 400 }), (all) => {
          const silent = all.flatMap((each) => readAs(each, abi)).filter(({ isWarned }) => !isWarned)
          expect(silent.length).toBeGreaterThan(80)
          const found = kinds(silent, abi).map((kind, i) => ({ kind, ...silent[i]!.profile }))
          expect(found.filter(({ kind }) => kind !== 'equal' && kind !== 'refused')).toEqual([])
        }),
        { numRuns: 1, endOnFailure: true },
      )
    },
  )

  it('mean something else to libseccomp where the class is known, and there is the warning', () => {
    const allow = (...list: readonly object[]) => ({ names: ['dup3'], action: 'SCMP_ACT_ALLOW', args: list })
    const abi = abiTable('x86_64')
    const read = readAs(
      [
        allow({ index: 0, op: 'SCMP_CMP_LT', value: 3 }, { index: 1, op: 'SCMP_CMP_EQ', value: 2 }),
        allow({ index: 0, op: 'SCMP_CMP_GT', value: 3 }),
      ],
      abi,
    )
    expect([read.map(({ isWarned }) => isWarned), kinds(read, abi)]).toEqual([[true], ['different']])
  })
})
