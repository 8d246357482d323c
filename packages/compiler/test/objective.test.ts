import { AUDIT_ARCH, seccompData, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { attachSteps, isConstAllow, run } from '@seccompile/interpreter'
import { arg, errno, policy } from '@seccompile/policy'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import type { Policy } from '@seccompile/policy'
import { ALWAYS, argument, LOW_WORD, not } from '@seccompile/rules'
import type { Predicate, RuleSet } from '@seccompile/rules'
import { abiTable, calls, numberOf } from '@seccompile/syscalls'
import type { AbiTable, SyscallName } from '@seccompile/syscalls'
import { resolvedPolicy, syscallFrequencies } from '@seccompile/vectors'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compileRules,
  cost,
  isObjectiveKind,
  longestPath,
  objectiveOf,
  OBJECTIVES,
  reproTarget,
  weighOfRepro,
} from '@seccompile/compiler'
import type { ObjectiveKind, ObjectiveOptions } from '@seccompile/compiler'
import { compile } from './with-tables.ts'

const x86_64 = abiTable('x86_64')
const three = [x86_64, abiTable('x86'), abiTable('x32')]
const kinds = Object.keys(OBJECTIVES).filter(isObjectiveKind)
const nrOf = (name: string, abi: AbiTable = x86_64): number => numberOf(abi, name)!

/** The first arguments with which Docker's profile allows a call, where it names them. */
const NAMED: Readonly<Record<string, readonly bigint[]>> = {
  personality: [0n, 8n, 0x2_0000n, 0x2_0008n, 0xffff_ffffn],
}
/** The steps of a call, in the mean of its first arguments in {@link NAMED}; with all arguments 0 where it is not there. */
function steps(program: Program, name: string, abi: AbiTable = x86_64): number {
  const values = NAMED[name] ?? [0n]
  const data = values.map((value) => seccompData({ nr: nrOf(name, abi), arch: abi.auditArch, args: [value] }))
  return data.reduce((sum, own) => sum + run(program, own).steps, 0) / values.length
}
const isAllowed = (program: Program, nr: number, abi: AbiTable): boolean =>
  run(program, seccompData({ nr, arch: abi.auditArch })).verdict === verdictOf('ALLOW')

/** The mean of the steps of allowed calls. A call that `shares` do not name weighs `uncounted`. */
function mean(
  program: Program,
  abi: AbiTable = x86_64,
  shares: Readonly<Record<string, number>> = {},
  uncounted = 1,
): number {
  const allowed = calls(abi).filter(({ nr }) => isAllowed(program, nr, abi))
  const weightOf = (name: string): number => shares[name] ?? uncounted
  const total = allowed.reduce((sum, { name }) => sum + weightOf(name), 0)
  return allowed.reduce((sum, { name }) => sum + weightOf(name) * steps(program, name, abi), 0) / total
}

const compiled = (source: Policy, abis: readonly AbiTable[], options: ObjectiveOptions) =>
  compile(source, { abis, ...options })

describe('the value of an objective', () => {
  it('is the mean over allowed calls under uniform, where ABIs weigh the same and x32 a hundredth', () => {
    const one = compiled(dockerProfile, [x86_64], {})
    expect(one.objective).toMatchObject({ kind: 'uniform', value: expect.closeTo(mean(one.program), 9) as number }) // prettier-ignore
    const { program, objective } = compiled(dockerProfile, three, {})
    const means = three.map((abi) => mean(program, abi))
    expect(objective!.value).toBeCloseTo((means[0]! + means[1]! + means[2]! / 100) / 2.01, 9)
  })

  it('is weighted by the counts under weights, where an uncounted call weighs 1e-4', () => {
    const weights = { read: 700, write: 100, getppid: 200, bpf: 1000 }
    const { program, objective } = compiled(dockerProfile, [x86_64], { weights })
    const shares = { read: 0.35, write: 0.05, getppid: 0.1, bpf: 0.5 }
    expect(objective).toMatchObject({
      kind: 'weights',
      value: expect.closeTo(mean(program, x86_64, shares, 1e-4), 9) as number,
    })
  })

  it('uses the server profile under weights without counts', () => {
    const { program, objective } = compiled(dockerProfile, [x86_64], { objective: 'weights' })
    // The profile has the frequencies to six digits.
    expect(objective!.value).toBeCloseTo(mean(program, x86_64, syscallFrequencies(), 1e-4), 5)
  })

  it('is the mean over listed calls outside the allow bitmap under bitmap', () => {
    const { program, objective } = compiled(dockerProfile, [x86_64], { objective: 'bitmap' })
    const left = ['socket', 'clone', 'personality', 'clone3']
    expect(left.some((name) => isConstAllow(program, nrOf(name), AUDIT_ARCH.X86_64))).toBe(false)
    const value = left.reduce((sum, name) => sum + steps(program, name), 0) / left.length
    expect(objective).toMatchObject({ kind: 'bitmap', value: expect.closeTo(value, 9) as number })
  })

  it('counts arguments by their counts, as far as the rules allow them (issue 34)', () => {
    const requests = policy({ default: errno(1) })
      .allow('read')
      .allow('ioctl', arg(1).in(3n, 500n, 0xffff_ffffn))
    const argumentCounts = {
      ioctl: [
        { args: [0n, 500n], count: 30 },
        { args: [7n, 3n], count: 10 },
        { args: [0n, 4n], count: 1000 }, // refused
      ],
      read: [{ args: [1n], count: 1 }], // no rule asks its arguments
    }
    const { program, objective, rules } = compiled(requests, [x86_64], { argumentCounts })
    const stepsOf = (nr: number, ...args: readonly bigint[]): number =>
      run(program, seccompData({ nr, arch: AUDIT_ARCH.X86_64, args })).steps
    const ioctl = 0.75 * stepsOf(16, 0n, 500n) + 0.25 * stepsOf(16, 7n, 3n)
    expect(objective!.value).toBeCloseTo((stepsOf(0) + ioctl) / 2, 9)
    expect(objective!.bound).toBeLessThanOrEqual(objective!.value)
    expect(() => objectiveOf(rules, [x86_64], { argumentCounts, objective: 'attach' })).toThrow(
      'the objective attach looks at no arguments; leave the counts of arguments out',
    )
  })

  it('is 0 under bitmap where all listed calls are in the allow bitmap', () => {
    const { objective } = compiled(policy({ default: errno(1) }).allow('read'), [x86_64], {
      objective: 'bitmap',
    })
    expect(objective).toEqual({ kind: 'bitmap', value: 0, bound: 0, exact: true, gap: 0 })
  })

  it('is the number of emulated instructions under attach', () => {
    const { program, objective } = compiled(dockerProfile, three, { objective: 'attach' })
    const tables = three.slice(0, 2).map((abi) => ({ arch: abi.auditArch, count: abi.newest + 1 }))
    expect(objective).toMatchObject({ kind: 'attach', value: attachSteps(program, tables) })
  })

  it('adds up the filters of a stack', () => {
    const { rules, program, objective } = compiled(dockerProfile, [x86_64], {})
    const value = objectiveOf(rules, [x86_64]).valueOf([program, program], 'little')
    expect(value).toEqual({ kind: 'uniform', value: 2 * objective!.value })
  })

  it('is absent where the options have weigh', () => {
    expect(compile(dockerProfile, { weigh: () => 1 })).not.toHaveProperty('objective')
  })
})

describe('the weight of an objective', () => {
  const source = policy({ default: errno(1) })
    .allow('read', 'write', 'close')
    .allow('personality', arg(0).eq(0))
    .rule(errno('ENOSYS'), 'clone3')
  const { rules } = compile(source, { abis: [x86_64], prove: false })
  const weigh = (
    options: ObjectiveOptions,
    name: string,
    fate: 'allow' | 'deny' | 'ask',
    abis = [x86_64],
  ): number => {
    const nr = nrOf(name)
    return objectiveOf(rules, abis, options).weigh(AUDIT_ARCH.X86_64, { lo: nr, hi: nr }, fate)
  }

  it('is 1 for all allowed calls of an ABI together, and little for a denied call', () => {
    expect(weigh({}, 'read', 'allow')).toBeCloseTo(1 / 4, 10)
    expect(weigh({}, 'personality', 'ask')).toBeCloseTo(1 / 4, 10)
    expect(weigh({}, 'ptrace', 'deny')).toBeCloseTo(2 ** -15 / 4, 10)
  })

  it('is kept in a reproducer, for a denied call as well (issue 34)', () => {
    const ptrace = { lo: nrOf('ptrace'), hi: nrOf('ptrace') }
    const target = reproTarget([x86_64], { deniedWeight: 0.5 })
    const searched = {
      endianness: 'little',
      insnCost: 0,
      argInsnCost: 0,
      effort: 'default',
      maxPath: Infinity,
    } as const
    const repro = { ...searched, passes: 'bst', error: '', level: 'rules', ir: rules, target } as const
    const read = weighOfRepro(repro, [x86_64], 'r.json')
    expect(read(AUDIT_ARCH.X86_64, ptrace, 'deny')).toBeCloseTo(1 / 8, 10)
  })

  it('is that of the options for a denied call', () => {
    expect(weigh({ deniedWeight: 0.5 }, 'ptrace', 'deny')).toBeCloseTo(1 / 8, 10)
    expect(weigh({ deniedWeight: 0, objective: 'bitmap' }, 'ptrace', 'deny')).toBe(0)
    expect(weigh({ deniedWeight: 0.5, objective: 'bitmap' }, 'clone3', 'deny')).toBeCloseTo(1 / 2, 10)
    for (const deniedWeight of [-1, 1.5, NaN])
      expect(() => objectiveOf(rules, [x86_64], { deniedWeight })).toThrow(
        `weight of refused calls is ${deniedWeight}; expected a number from 0 to 1`,
      )
    expect(() => objectiveOf(rules, [x86_64], { deniedWeight: 1, objective: 'attach' })).toThrow(
      'the objective attach weighs every call alike; leave the weight of refused calls out',
    )
  })

  it('makes refused calls faster where they weigh more', () => {
    const deniedMean = (deniedWeight: number): number => {
      const { program } = compile(dockerProfile, { abis: [x86_64], deniedWeight, prove: false })
      return cost(program, [x86_64], 'little').abis[0]!.denied.mean
    }
    expect(deniedMean(1)).toBeLessThan(deniedMean(0) - 0.5)
  })

  it('adds up over a range', () => {
    const { weigh: of } = objectiveOf(rules, [x86_64])
    expect(of(AUDIT_ARCH.X86_64, { lo: 0, hi: 3 }, 'allow')).toBeCloseTo(1, 10) // read, write, open, close
    expect(of(AUDIT_ARCH.X86_64, { lo: 100_000, hi: 0xffff_ffff }, 'allow')).toBe(0)
    expect(of(AUDIT_ARCH.I386, { lo: 0, hi: 3 }, 'allow')).toBe(0)
  })

  it('is small under bitmap for calls in the allow bitmap, and full for calls that a rule refuses', () => {
    const options = { objective: 'bitmap' } as const
    expect(weigh(options, 'personality', 'ask')).toBeCloseTo(1 / 2, 10)
    expect(weigh(options, 'clone3', 'deny')).toBeCloseTo(1 / 2, 10)
    expect(weigh(options, 'read', 'allow')).toBeLessThan(1e-4)
    expect(weigh(options, 'ptrace', 'deny')).toBeCloseTo(2 ** -15 / 2, 10)
  })

  it('ignores a rule behind another that always matches', () => {
    const when = argument(0, [{ lo: 1n, hi: 1n }])
    const rule = (nr: number, condition: Predicate) => ({
      numbers: [{ lo: nr, hi: nr }],
      when: condition,
      verdict: verdictOf('ALLOW'),
    })
    const late: RuleSet = {
      sections: [
        {
          arch: AUDIT_ARCH.X86_64,
          rules: [rule(0, ALWAYS), rule(1, when), rule(0, when)],
          otherwise: verdictOf('ERRNO', 1),
        },
      ],
      badArch: 0,
    }
    const { weigh: of } = objectiveOf(late, [x86_64], { objective: 'bitmap' })
    expect(of(AUDIT_ARCH.X86_64, { lo: 1, hi: 1 }, 'ask')).toBe(1)
  })

  it('follows the counts under bitmap too', () => {
    const options = { objective: 'bitmap', weights: { personality: 3, clone3: 1 } } as const
    expect(weigh(options, 'personality', 'ask')).toBeCloseTo(3 / 4, 10)
  })

  it('is the same under attach for every number of the tables, and 0 beyond', () => {
    const { weigh: of } = objectiveOf(rules, [x86_64], { objective: 'attach' })
    const size = x86_64.newest + 1
    expect(of(AUDIT_ARCH.X86_64, { lo: 0, hi: 0xffff_ffff }, 'deny')).toBe(size / 1024)
    expect(of(AUDIT_ARCH.X86_64, { lo: 7, hi: 7 }, 'ask')).toBe(1 / 1024)
    expect(of(AUDIT_ARCH.X86_64, { lo: size, hi: 0xffff_ffff }, 'deny')).toBe(0)
  })

  it('is proportional to the weight of the ABI', () => {
    const both = [x86_64, abiTable('x86')]
    const ratio = (abiWeights: ObjectiveOptions['abiWeights'] = {}): number => {
      const { weigh } = objectiveOf(rules, both, { abiWeights })
      const [one, other] = both.map(({ auditArch }) => weigh(auditArch, { lo: 0, hi: 0 }, 'allow'))
      return one! / other!
    }
    expect(ratio({ x86_64: 3 })).toBeCloseTo(3 * ratio(), 6)
    expect(ratio({ x86: 3 })).toBeCloseTo(ratio() / 3, 6)
  })

  it.each<[string, ObjectiveOptions, string]>([
    [
      'uniform with weights',
      { objective: 'uniform', weights: { read: 1 } },
      'the objective uniform takes no weights; leave them out, or minimise "weights"',
    ],
    [
      'attach with weights',
      { objective: 'attach', weights: { read: 1 } },
      'the objective attach takes no weights',
    ],
    [
      'attach with a weight of an ABI',
      { objective: 'attach', abiWeights: { x86_64: 2 } },
      'the objective attach does not weigh ABIs; leave their weights out',
    ],
    [
      'an ABI that is no target',
      { abiWeights: { arm: 1 } },
      'a weight is given for the ABI "arm", which is not among those of the target: x86_64',
    ],
    [
      'a weight below 0',
      { abiWeights: { x86_64: -1 } },
      'weight of the ABI x86_64 is -1; expected a number from 0 to',
    ],
    [
      'nothing that weighs',
      { abiWeights: { x86_64: 0 } },
      'every ABI weighs 0; at least one has to weigh more',
    ],
    ['a name that is unknown', { weights: { raed: 1 } }, 'unknown system call "raed"; did you mean "read"?'],
    ['no count above 0', { weights: { read: 0 } }, 'weights count no call'],
  ])('refuses %s', (_, options, message) => {
    expect(() => compile(source, { abis: [x86_64], ...options })).toThrow(
      expect.objectContaining({ name: 'PolicyError', message: expect.stringContaining(message) as string }),
    )
  })
})

describe('the bound of an objective', () => {
  it('does not count a call as outside the bitmap where its tests of arguments decide nothing', () => {
    const when = (lo: bigint, hi: bigint): Predicate => argument(0, [{ lo, hi }], LOW_WORD)
    const is = (value: number): Predicate => when(BigInt(value), BigInt(value))
    const allow = (nr: number, condition: Predicate) => ({
      numbers: [{ lo: nr, hi: nr }],
      when: condition,
      verdict: verdictOf('ALLOW'),
    })
    const idle = Array.from({ length: 50 }, (_, nr) => [
      allow(nr, when(0n, 4n)),
      allow(nr, when(5n, LOW_WORD)),
    ])
    const many = Array.from({ length: 8 }, (_, i) => allow(2 * i, not(is(i + 1))))
    const otherwise = verdictOf('ERRNO', 1)
    const rules: RuleSet = {
      sections: [
        { arch: AUDIT_ARCH.X86_64, rules: [...idle.flat(), allow(50, is(0))], otherwise },
        { arch: AUDIT_ARCH.I386, rules: many, otherwise },
      ],
      badArch: verdictOf('KILL_THREAD'),
    }
    const { weigh, valueOf, boundOf } = objectiveOf(rules, three.slice(0, 2), { objective: 'bitmap' })
    const { value } = valueOf([compileRules(rules, { weigh })], 'little')
    const { gap } = boundOf(value, 'max')
    expect(gap).toBeGreaterThan(-1e-9)
  })

  it('counts a call whose idle tests of arguments keep it out of the bitmap', () => {
    const odd = (value: bigint): Predicate => argument(0, [{ lo: value, hi: value }], 1n)
    const allow = (when: Predicate) => ({ numbers: [{ lo: 0, hi: 0 }], when, verdict: verdictOf('ALLOW') })
    const deny = (nr: number) => ({
      numbers: [{ lo: nr, hi: nr }],
      when: ALWAYS,
      verdict: verdictOf('ERRNO', nr),
    })
    const denied = Array.from({ length: 100 }, (_, i) => deny(i + 1))
    const rules: RuleSet = {
      sections: [
        {
          arch: AUDIT_ARCH.X86_64,
          rules: [allow(odd(0n)), allow(odd(1n)), ...denied],
          otherwise: verdictOf('KILL_PROCESS'),
        },
      ],
      badArch: verdictOf('KILL_PROCESS'),
    }
    const weights = { read: 1 }
    const { weigh, valueOf, boundOf } = objectiveOf(rules, [x86_64], { objective: 'bitmap', weights })
    const tested = [compileRules(rules, { weigh, pipeline: 'none' })]
    const { value } = valueOf(tested, 'little')
    const { bound, gap } = boundOf(value, 'max', tested)
    expect(value).toBeLessThan(8)
    expect(bound).toBeGreaterThan(5)
    expect(gap).toBeGreaterThan(0)
    // Where the bitmap has read, only refused calls count, and these execute more instructions.
    expect(boundOf(value, 'max').bound).toBeGreaterThan(value)
  })

  it('is at most the value of a list, for any two calls of an ABI', () => {
    const aarch64 = abiTable('aarch64')
    const names = calls(aarch64).map(({ name }) => name as SyscallName)
    const name = fc.constantFrom(...names)
    fc.assert(
      fc.property(name, name, (one, other) => {
        const source = policy({ default: errno(1) }).allow(one, other)
        const options = { abis: [aarch64], prove: false }
        const list = compile(source, { ...options, pipeline: 'none' }).objective!
        const tree = compile(source, { ...options, effort: 'max' }).objective!
        expect(tree.bound).toBeLessThanOrEqual(list.value + 1e-9)
        expect(tree.value).toBeLessThanOrEqual(list.value + 1e-9)
        expect(tree).toMatchObject({ exact: true, gap: expect.closeTo(0, 9) as number })
      }),
      { numRuns: 50 },
    )
  })

  it('does not change with the unit of the weights of ABIs', () => {
    const bytesAndValue = (unit: number) => {
      const abiWeights = { x86_64: 3 * unit, x86: unit, x32: 0 }
      const { bytes, objective } = compiled(dockerProfile, three, { abiWeights })
      return { bytes, ...objective }
    }
    expect(bytesAndValue(2 ** -60)).toEqual(bytesAndValue(1))
  })
})

describe('minimising', () => {
  /** The rules of docker-flat, by number. */
  const flat: RuleSet = {
    sections: [
      {
        arch: AUDIT_ARCH.X86_64,
        rules: [
          { numbers: [{ lo: 0x4000_0000, hi: 0xffff_fffe }], when: ALWAYS, verdict: 0 },
          ...resolvedPolicy('docker-flat')
            .rules.filter(({ action }) => action.action === 'ALLOW')
            .map(({ nr }) => ({
              numbers: [{ lo: nr, hi: nr }],
              when: ALWAYS,
              verdict: verdictOf('ALLOW'),
            })),
        ],
        otherwise: verdictOf('ERRNO', 1),
      },
    ],
    badArch: 0,
  }

  it('an objective gives its least value among all objectives', () => {
    const of = (kind: ObjectiveKind): readonly number[] => {
      const { rules, program } = compiled(dockerProfile, three, { objective: kind })
      return kinds.map(
        (other) => objectiveOf(rules, three, { objective: other }).valueOf([program], 'little').value,
      )
    }
    const values = kinds.map(of)
    for (const [i, kind] of kinds.entries())
      for (const [j, other] of kinds.entries())
        expect(values[i]![i], `${kind} by itself and by ${other}`).toBeLessThanOrEqual(values[j]![i]! * 1.01)
  })

  it("executes few instructions for the calls of servers under Docker's profile", () => {
    const shares = syscallFrequencies()
    const { program } = compiled(dockerProfile, [x86_64], { objective: 'weights' })
    expect(mean(program, x86_64, shares, 0)).toBeLessThanOrEqual(6.57)
    const { weigh } = objectiveOf(flat, [x86_64], { objective: 'weights' })
    expect(mean(compileRules(flat, { weigh }), x86_64, shares, 0)).toBeLessThanOrEqual(6.03)
  })

  it('executes at most 17 instructions for a denied call under weights', () => {
    const { program } = compiled(dockerProfile, [x86_64], { objective: 'weights' })
    const denied = calls(x86_64).filter(({ nr }) => !isAllowed(program, nr, x86_64))
    expect(Math.max(...denied.map(({ name }) => steps(program, name)))).toBeLessThanOrEqual(17)
  })

  it('executes at most 10 instructions for calls outside the allow bitmap', () => {
    const { objective } = compiled(dockerProfile, [x86_64], { objective: 'bitmap' })
    expect(objective!.value).toBeLessThanOrEqual(10)
  })

  it('gives the same bytes for the same weights in any order and unit', () => {
    const bytes = (weights: Readonly<Record<string, number>>) => compile(dockerProfile, { weights }).bytes
    expect(bytes({ read: 1, write: 3 })).toEqual(bytes({ write: 0.75, read: 0.25 }))
  })
})

describe('a bound on the longest path', () => {
  it('holds, or the policy is refused with the length of its longest path', () => {
    const mine = policy({ default: errno(1) })
      .allow('read', 'write', 'close', 'futex', 'openat', 'mmap', 'exit_group')
      .allow('personality', arg(0).eq(0))
    const { program } = compile(mine)
    const longest = longestPath(program)
    expect(longestPath(compile(mine, { maxPath: longest }).program)).toBeLessThanOrEqual(longest)
    expect(() => compile(mine, { maxPath: 3 })).toThrow(
      expect.objectContaining({
        name: 'PolicyError',
        code: 'E_LIMIT',
        message: expect.stringMatching(
          /^the longest path executes (\d+) instructions, \d+ more than the 3 allowed; raise the bound to \1, or test fewer values of arguments$/,
        ) as string,
      }),
    )
  })

  it('holds for the pipeline none too', () => {
    const mine = policy({ default: errno(1) }).allow('read')
    const options = { abis: [x86_64], pipeline: 'none' } as const
    const longest = longestPath(compile(mine, options).program)
    expect(() => compile(mine, { ...options, maxPath: longest - 1 })).toThrow(
      'the longest path, one of read, executes',
    )
  })

  it.each(['list', 'none'] as const)('names the pipeline that keeps it where %s does not', (pipeline) => {
    const options = { abis: [x86_64], maxPath: 20 }
    expect(() => compile(dockerProfile, { ...options, pipeline })).toThrow(
      /allowed; use pipeline speed \(--pipeline speed\), which searches for short paths, or raise the bound to \d+$/,
    )
    expect(
      longestPath(compile(dockerProfile, { ...options, pipeline: 'speed' }).program),
    ).toBeLessThanOrEqual(20)
  })
})

describe('options beside those of the objective', () => {
  it('reach the passes', () => {
    const heard: unknown[] = []
    const instruments = [
      {
        before: ({ effort, maxPath, insnCost }: Record<'effort' | 'maxPath' | 'insnCost', unknown>) =>
          heard.push([effort, maxPath, insnCost]),
      },
    ]
    compile(policy({ default: errno(1) }).allow('read'), {
      effort: 'max',
      maxPath: 50,
      insnCost: 0.5,
      instruments,
    })
    expect(heard[0]).toEqual(['max', 50, 0.5])
  })
})
