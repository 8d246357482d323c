/*
 * Profiles that are made to compile slowly: the result for each, and its processor time, including other threads of the
 * process. Multiplication makes the values, so they are the same in every run.
 */
import { compileStack } from '@seccompile/compiler'
import { parseProfile } from '@seccompile/oci'
import { abiTable } from '@seccompile/syscalls'
import { table } from 'seccompile/show/table'

/** A profile, as text. */
interface HostileSubject {
  readonly name: string
  readonly profile: string
}

type Operator = 'EQ' | 'GT' | 'LT' | 'GE' | 'LE' | 'MASKED_EQ'
type Condition = Readonly<Record<'index' | 'value' | 'valueTwo' | 'op', string>>

const scattered = (i: number): bigint => BigInt.asUintN(64, BigInt(i + 1) * 0x9e37_79b9_7f4a_7c15n)

/** A condition of a profile; numbers are text, since JSON.stringify writes none of 64 bits. */
const condition = (index: number, op: Operator, value: bigint, valueTwo = 0n): Condition => ({
  index: String(index),
  value: String(value),
  valueTwo: String(valueTwo),
  op: `"SCMP_CMP_${op}"`,
})

/** A rule of a profile that allows the call `name` where all of `args` hold. */
function ruleOf(name: string, args: readonly Condition[]): string {
  const tests = args.map((one) => `{${Object.entries(one).map(([key, text]) => `"${key}":${text}`).join()}}`) // prettier-ignore
  return `{"names":["${name}"],"action":"SCMP_ACT_ALLOW","args":[${tests.join()}]}`
}

const profileWith = (rules: readonly string[]): string =>
  `{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[${rules.join()}]}`

/** A profile that allows one call under any of `rules`. */
const profileOf = (rules: readonly (readonly Condition[])[]): string =>
  profileWith(rules.map((args) => ruleOf('ioctl', args)))

/** `count` rules, each with masks of `width` arguments. */
function masks(count: number, width: number): HostileSubject {
  const rules = Array.from({ length: count }, (_, i) =>
    Array.from({ length: width }, (_unused, index) => {
      const mask = scattered(97 * i + 2 * index)
      return condition(index, 'MASKED_EQ', mask, scattered(89 * i + 2 * index + 1) & mask)
    }),
  )
  return { name: `${count} rules of ${width} masks`, profile: profileOf(rules) }
}

/** `count` rules for a value each, of one argument after the other. */
function values(count: number, width: number, bits: 32 | 64): HostileSubject {
  const rules = Array.from({ length: count }, (_, i) => [
    condition(i % width, 'EQ', BigInt.asUintN(bits, scattered(i) >> 7n)),
  ])
  return { name: `${count} values of ${bits} bits, ${width} arguments`, profile: profileOf(rules) }
}

/** `count` rules, each with an equality of every argument. */
function equals(count: number): HostileSubject {
  const rules = Array.from({ length: count }, (_, i) =>
    Array.from({ length: 6 }, (_unused, index) => condition(index, 'EQ', scattered(6 * i + index))),
  )
  return { name: `${count} rules of 6 equalities`, profile: profileOf(rules) }
}

const subjects = (): readonly HostileSubject[] => [
  values(10_000, 6, 32),
  masks(100, 6),
  masks(200, 6),
  masks(100, 2),
  values(7000, 1, 64),
  mixed(10, 300),
  mixed(1, 1500),
  equals(4000),
]

/** `calls` calls with `count` rules each, of one test of each argument; the operators and the values vary. */
function mixed(calls: number, count: number): HostileSubject {
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
