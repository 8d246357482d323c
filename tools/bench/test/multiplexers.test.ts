/* Random rules for multiplexed calls, resolved as runc has them, against the libseccomp of this machine. */
import { seccompData } from '@seccompile/abi'
import { run } from '@seccompile/interpreter'
import { meaning } from '@seccompile/rules'
import { abiTable, MULTIPLEXERS } from '@seccompile/syscalls'
import type { OverlapCondition } from '@seccompile/vectors'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasLibseccomp } from '@seccompile/vectors/libseccomp'
import { libseccompPrograms } from '../src/libseccomp.ts'
import { DEFAULT_ERRNO, resolved, syscalls } from './libseccomp-rules.ts'
import type { TestRule } from './libseccomp-rules.ts'

const reason = hasLibseccomp() ? undefined : 'it or Python is missing'
if (reason !== undefined)
  process.stderr.write(`\n*** NOT RUN: multiplexers against libseccomp: ${reason}\n\n`)

const NAMES = ['socket', 'connect', 'accept4', 'recv', 'socketcall', 'semget', 'semop', 'shmctl', 'ipc']
const ABIS = ['x86', 's390x', 's390', 'ppc64le', 'mipsel', 'x86_64'] as const

const condition = fc
  .tuple(fc.constantFrom(0, 0, 1, 2), fc.constantFrom('EQ', 'EQ', 'NE'), fc.constantFrom(1, 2, 3))
  .map(([index, op, value]): OverlapCondition => [index, op, value, 0])

const rule: fc.Arbitrary<TestRule> = fc.record({
  name: fc.constantFrom(...NAMES),
  errno: fc.constantFrom(0, 0, 0, 1),
  conditions: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: condition.map((only) => [only]) },
  ),
})

const question = fc.record({
  token: fc.constantFrom(...ABIS),
  // The first rule is for a call that every ABI has. The other rules hold the lists that are compared.
  rules: fc
    .array(rule, { minLength: 1, maxLength: 5 })
    .map((rules): readonly TestRule[] => [{ name: 'read', errno: 0, conditions: [] }, ...rules]),
})

/**
 * Whether some rules test an argument for a value, and others for all values but that one. The test leaves such rules
 * out: the reader makes no claim about them.
 */
function sharesComparison(rules: readonly TestRule[]): boolean {
  const tests = rules.flatMap(({ conditions }) => conditions)
  return tests.some(([index, op, value]) =>
    tests.some(
      ([other, opposite, same]) => op === 'EQ' && opposite === 'NE' && other === index && same === value,
    ),
  )
}

const OPERATIONS = [...new Set(MULTIPLEXERS.flatMap(({ calls }) => calls.map(({ call }) => call)))]

describe.skipIf(reason !== undefined)('the multiplexers of runc', () => {
  it('are those of libseccomp, for random rules on every kind of ABI', () => {
    let accepted = 0
    fc.assert(
      fc.property(fc.array(question, { minLength: 300, maxLength: 300 }), (questions) => {
        const asked = questions.flatMap(({ token, rules }) => {
          const ours = sharesComparison(rules) ? undefined : resolved(rules, abiTable(token), 'runc')
          return ours === undefined ? [] : [{ abi: abiTable(token), rules, ours }]
        })
        accepted += asked.length
        const profiles = asked.flatMap(({ abi, rules }) =>
          ([1, 2] as const).map((optimize) => ({
            arch: abi.auditArch,
            endianness: abi.endianness,
            optimize,
            defaultAction: 'SCMP_ACT_ERRNO',
            defaultErrnoRet: DEFAULT_ERRNO,
            syscalls: syscalls(rules),
          })),
        )
        const programs = libseccompPrograms(profiles)
        asked.forEach(({ abi, rules, ours }, i) => {
          // libseccomp refuses two actions for one operation, even where a later rule for the whole multiplexer would
          // decide. Its program is then `undefined`.
          for (const program of programs.slice(2 * i, 2 * i + 2).filter((one) => one !== undefined))
            for (const name of NAMES)
              for (const first of [0, ...OPERATIONS])
                for (const second of first < 4 ? [0n, 2n] : [0n]) {
                  const nr = abi.numbers.get(name)
                  if (nr === undefined) continue
                  const args = [BigInt(first), second, second]
                  const data = seccompData({ nr, arch: abi.auditArch, args })
                  const theirs = run(program, data, abi.endianness).verdict
                  if (theirs !== meaning(ours, data))
                    expect.fail(
                      `${abi.token} ${JSON.stringify(rules)} for ${name}(${args.join()}): ${theirs}`,
                    )
                }
        })
      }),
      { numRuns: 1, endOnFailure: true },
    )
    expect(accepted).toBeGreaterThan(200)
  })
})
