/*
 * Profiles that are made to compile slowly: the result for each, and the processor time of all threads of the
 * process.
 */
import { compileStack } from '@seccompile/compiler'
import { parseProfile } from '@seccompile/oci'
import { abiTable } from '@seccompile/syscalls'
import { table } from '@seccompile/text-layout'
import { condition, masks, profileOf, profileWith, ruleOf, scattered } from './profile-text.ts'
import type { ProfileSubject } from './profile-text.ts'

/** `count` rules with one value each, over the arguments in turn. */
function values(count: number, width: number, bits: 32 | 64): ProfileSubject {
  const rules = Array.from({ length: count }, (_, i) => [
    condition(i % width, 'EQ', BigInt.asUintN(bits, scattered(i) >> 7n)),
  ])
  return { name: `${count} values of ${bits} bits, ${width} arguments`, profile: profileOf(rules) }
}

/** `count` rules, each with an equality of every argument. */
function equals(count: number): ProfileSubject {
  const rules = Array.from({ length: count }, (_, i) =>
    Array.from({ length: 6 }, (_unused, index) => condition(index, 'EQ', scattered(6 * i + index))),
  )
  return { name: `${count} rules of 6 equalities`, profile: profileOf(rules) }
}

/**
 * `count` rules, each with one bit of each of three arguments; no bit is in two rules. Their diagram is large in any
 * order of bits.
 */
function singleBits(count: number): ProfileSubject {
  const rules = Array.from({ length: count }, (_, i) =>
    [1, 7, 5].map((step, index) => {
      const mask = 1n << BigInt((i * step) % count)
      return condition(index, 'MASKED_EQ', mask, mask)
    }),
  )
  return { name: `${count} rules of 3 single bits`, profile: profileOf(rules) }
}

const subjects = (): readonly ProfileSubject[] => [
  values(10_000, 6, 32),
  masks(100, 6),
  masks(200, 6),
  masks(100, 2),
  values(7000, 1, 64),
  mixed(10, 300),
  mixed(1, 1500),
  equals(4000),
  singleBits(18),
]

/** `calls` calls with `count` rules each. A rule tests every argument once; operators and values vary. */
function mixed(calls: number, count: number): ProfileSubject {
  const operators = ['GT', 'LT', 'MASKED_EQ', 'GE', 'LE'] as const
  const names = [
    'ioctl',
    'mmap',
    'prctl',
    'futex',
    'socket',
    'mprotect',
    'openat',
    'pread64',
    'splice',
    'ptrace',
  ]
  const texts = names.slice(0, calls).flatMap((name, call) =>
    Array.from({ length: count }, (_, i) => {
      const args = Array.from({ length: 6 }, (_unused, index) => {
        const op = operators[(i + index + call) % operators.length]!
        const mask = op === 'MASKED_EQ' ? scattered(97 * i + 2 * index + call) : 0n
        const value = scattered(89 * i + 2 * index + 7 * call + 1)
        return op === 'MASKED_EQ' ? condition(index, op, mask, value & mask) : condition(index, op, value)
      })
      return ruleOf(name, args)
    }),
  )
  return { name: `${calls} calls, ${count} rules of 6 tests`, profile: profileWith(texts) }
}

/** Compiles each profile, and yields a table of the results. */
export function hostileTable(): string {
  const rows = subjects().map(({ name, profile }) => {
    const before = process.cpuUsage()
    let outcome: string
    try {
      const { policy } = parseProfile(profile, { file: 'hostile.json' })
      const { filters } = compileStack(policy, { abis: [abiTable('x86_64')] })
      outcome = `${filters.map(({ program }) => program.length).join(' + ')} instructions`
    } catch (error) {
      outcome = error instanceof Error ? error.message : String(error)
    }
    const { user, system } = process.cpuUsage(before)
    return [name, ((user + system) / 1e6).toFixed(2), outcome]
  })
  return table(['profile', 'CPU s', 'outcome'], rows)
}
