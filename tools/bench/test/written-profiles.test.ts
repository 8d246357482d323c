/* Profiles that this project writes, and the filters that libseccomp makes of them. */
import { profileOf } from '@seccompile/oci'
import { arg, errno, policy, resolve } from '@seccompile/policy'
import type { ArgCondition, ArgIndex } from '@seccompile/policy'
import { equal, subset } from '@seccompile/prover'
import type { RuleSet } from '@seccompile/rules'
import { abiTable } from '@seccompile/syscalls'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasLibseccomp } from '@seccompile/vectors/libseccomp'
import { libseccompPrograms } from '../src/libseccomp.ts'

const abi = abiTable('x86_64')
const reason = hasLibseccomp() ? undefined : 'it or Python is missing'
if (reason !== undefined)
  process.stderr.write(`\n*** NOT RUN: written profiles against libseccomp: ${reason}\n\n`)

/**
 * The result for the profile of each of `all`, as libseccomp compiles it: `equal` where the filter means the rules;
 * `lost` where the profile names a loss and the filter lets no call do more; otherwise the fault.
 */
function kinds(all: readonly RuleSet[]): readonly string[] {
  const written = all.map((rules) => profileOf(rules, { abis: [abi] }))
  const programs = libseccompPrograms(
    written.map(({ profile: { defaultAction, defaultErrnoRet = 1, syscalls } }) => ({
      arch: abi.auditArch,
      endianness: abi.endianness,
      optimize: 1 as const,
      defaultAction,
      defaultErrnoRet,
      syscalls,
    })),
  )
  return all.map((ir, i) => {
    const program = programs[i]
    if (program === undefined) return 'refused'
    const [rules, filter] = [{ level: 'rules', ir } as const, { level: 'program', ir: program } as const]
    const { kind } = equal(rules, filter, { endianness: 'little' })
    if (kind === 'equal' || written[i]!.losses.length === 0) return kind
    return subset(filter, rules, { endianness: 'little' }).kind === 'subset' ? 'lost' : kind
  })
}

const base = policy({ default: 'deny', overlaps: 'first' })

const condition = (index: ArgIndex): fc.Arbitrary<ArgCondition> => {
  const value = fc.constantFrom(0, 1, 2, 3, 5, 2 ** 32 + 1)
  const one = arg(index)
  return fc.oneof(
    fc
      .tuple(fc.constantFrom('eq', 'ne', 'lt', 'le', 'gt', 'ge'), value)
      .map(([op, given]) => one[op as 'eq'](given)),
    fc.tuple(fc.constantFrom(1, 3, 7), value).map(([mask, given]) => one.maskedEq(mask, given)),
  )
}

const conditions = fc
  .subarray([0, 1, 2] as ArgIndex[], { minLength: 1, maxLength: 2 })
  .chain((indices) => fc.tuple(...indices.map(condition)))

describe.skipIf(reason !== undefined)('a written profile', () => {
  it('has lists of rules in checked forms alone (issue 19)', () => {
    const few = base.allow('dup3', arg(0).lt(3), arg(1).eq(2)).allow('dup3', arg(0).gt(3))
    const many = base.allow('dup3', arg(0).le(1), arg(1).ne(0)).allow('dup3', arg(0).ne(0), arg(1).ge(7))
    const same = base
      .allow('dup3', arg(0).eq(16), arg(2).ne(9))
      .allow('dup3', arg(0).notIn(16, 40))
      .deny(errno(22), 'dup3', arg(0).eq(16))
    const all = [few, many, same].map((made) => resolve(made, { abis: [abi] }).rules)
    expect(kinds(all)).toEqual(['equal', 'lost', 'equal'])
  })

  it('means to libseccomp what random rules mean', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(conditions, { minLength: 3, maxLength: 5 }), { minLength: 25, maxLength: 25 }),
        (lists) => {
          const all = lists.map((rules) => {
            const made = rules.reduce((whole, each) => whole.allow('dup3', ...each), base)
            return resolve(made, { abis: [abi] }).rules
          })
          expect(kinds(all).filter((kind) => kind !== 'equal' && kind !== 'lost')).toEqual([])
        },
      ),
      { numRuns: 1, endOnFailure: true },
    )
  })
})
