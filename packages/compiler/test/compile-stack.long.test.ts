import { BPF, dataWords, seccompData, verdictOf } from '@seccompile/abi'
import type { Program, SeccompData, Verdict } from '@seccompile/abi'
import { ebpfLength, verify } from '@seccompile/cbpf'
import { meaning as programMeaning, runWords } from '@seccompile/interpreter'
import {
  bisect,
  checkMeaning,
  definePass,
  parsePipeline,
  parseReproducer,
  pipeline,
  pipelineText,
  reproducer,
  runPass,
} from '@seccompile/pass'
import type { PassEvent } from '@seccompile/pass'
import { threadJumps } from '@seccompile/pass-thread-jumps'
import { ALLOW, arg, errno, NOTIFY, resolve, TRAP } from '@seccompile/policy'
import type { Policy, PolicyRule } from '@seccompile/policy'
import { argumentTests, meaning, witnesses } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { abiTable, calls, numberOf } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { pipelines, provedDifference } from '@seccompile/compiler'
import type { StackCompilation } from '@seccompile/compiler'
import { compile, compileStack } from './with-tables.ts'
import type { StackOptions } from './with-tables.ts'

const x86_64 = abiTable('x86_64')
const three = [x86_64, abiTable('x86'), abiTable('x32')]

/** A value with pseudo-random bits, made of `i`. */
const scattered = (i: number): bigint => BigInt.asUintN(64, BigInt(i + 1) * 0x9e37_79b9_7f4a_7c15n)

type Arg = PolicyRule['args'][number]
const rule = (name: string, args: readonly Arg[], action: PolicyRule['action'] = ALLOW): PolicyRule => ({
  names: [{ name }],
  action,
  args,
})
const denying = (rules: readonly PolicyRule[], defaultAction = errno(1)): Policy => ({ defaultAction, rules })

const names = calls(x86_64)
  .map(({ name }) => name)
  .slice(0, 300)

/** The instructions that `program` executes for a call. */
const runSteps = (program: Program, data: SeccompData): number => runWords(program, dataWords(data)).steps

/** Rules on single arguments of many calls. */
const many = (count: number): Policy =>
  denying(
    Array.from({ length: count }, (_, i) =>
      rule(names[i % names.length]!, [arg((i % 3) as 0 | 1 | 2).eq(scattered(i))]),
    ),
  )

const listing = (name: string, count: number, action = ALLOW): readonly PolicyRule[] =>
  Array.from({ length: count }, (_, i) => rule(name, [arg(1).eq(scattered(i))], action))

/**
 * The verdict of the kernel's loop over filters, the newest first: only a smaller signed action replaces the result.
 * The function shares no code with the compiler.
 */
function asTheKernel(filters: readonly Program[], data: SeccompData): Verdict {
  let result = 0x7fff_0000
  for (const program of filters.toReversed()) {
    const verdict = programMeaning(program, data, 'little')
    const [action, held] = new Int32Array([verdict & 0xffff_0000, result & 0xffff_0000])
    if (action! < held!) result = verdict
  }
  return result
}

const programsOf = ({ filters }: StackCompilation): readonly Program[] =>
  filters.map(({ program }) => program)

/**
 * Options that lay rules out in a row, so that few compilations find how much fits into a filter. There is no proof:
 * `checked` compares the filters call by call, and the tests that name a certificate prove.
 */
const IN_A_ROW: StackOptions = { pipeline: 'none', prove: false }

/** How many calls are compared with the rules of each policy. */
const TRIED = 500

/** The filters of a policy, compared with its rules call by call, and with the limits of the kernel. */
function checked(source: Policy, options: StackOptions = {}): StackCompilation {
  const stack = compileStack(source, { abis: [x86_64], ...options })
  const programs = programsOf(stack)
  for (const program of programs) expect(verify(program)).toEqual([])
  const converted = programs.reduce((sum, program) => sum + ebpfLength(program) + 4, -4)
  expect(converted).toBeLessThanOrEqual(32768)
  expect(stack.filters.map(({ bytes }) => bytes.length / 8)).toEqual(programs.map(({ length }) => length))
  const { rules } = resolve(source, { abis: stack.abis }, { strict: false })
  const known = witnesses(rules)
  const tried = known.filter((_, i) => i % Math.ceil(known.length / TRIED) === 0)
  const wrong = tried.filter((data) => asTheKernel(programs, data) !== meaning(rules, data))
  expect(wrong.slice(0, 1)).toEqual([])
  return stack
}

/** The verdict of each filter on the call `name` with arguments 0. */
const verdictsOn = (stack: StackCompilation, name: string): readonly Verdict[] =>
  programsOf(stack).map((program) =>
    programMeaning(program, seccompData({ nr: numberOf(x86_64, name)!, arch: x86_64.auditArch }), 'little'),
  )

describe('compileStack', () => {
  it('yields what compile() yields where one filter holds it', () => {
    const source = denying([rule('read', []), rule('ioctl', [arg(1).eq(5n)])])
    const { program, bytes, ...facts } = compile(source)
    const { filters, ...same } = compileStack(source)
    expect(filters).toEqual([{ program, bytes, notifies: false }])
    expect(same).toEqual(facts)
  })

  it('divides many calls with conditions, and proves it', () => {
    let time = 0
    const stack = checked(many(1250), { now: () => (time += 1000) })
    expect(stack.filters.length).toBe(2)
    expect(stack.certificate).toMatchObject({ kind: 'proved', ms: 1000 })
    // All filters are full except the one that is attached first, which takes the rest.
    for (const program of programsOf(stack).slice(1)) expect(program.length).toBeGreaterThan(3900)
  })

  it('divides one call with 2000 values of 64 bits', () => {
    const stack = checked(denying(listing('ioctl', 2000)))
    expect(stack.filters.length).toBe(2)
    expect(stack.certificate).toMatchObject({ kind: 'proved' })
  })

  it('divides a list of what is refused', () => {
    const refused = checked(denying(listing('ioctl', 1100, TRAP), ALLOW), IN_A_ROW)
    expect(refused.filters.length).toBeGreaterThan(1)
  })

  it('divides alternatives that test two arguments', () => {
    const pairs = Array.from({ length: 700 }, (_, i) =>
      rule('ioctl', [arg(0).eq(i % 40), arg(1).eq(scattered(i))]),
    )
    expect(checked(denying(pairs), IN_A_ROW).filters.length).toBeGreaterThan(1)
  })

  it('divides for three ABIs', () => {
    expect(checked(many(1300), { abis: three, ...IN_A_ROW }).filters.length).toBeGreaterThan(1)
  })

  it('puts the calls that attach a filter and start a program into the filter that is attached last', () => {
    const source = denying([
      ...listing('ioctl', 1100),
      rule('execve', [arg(0).eq(0n)], TRAP),
      ...[5n, 6n, 7n].map((value) => rule('prctl', [arg(0).eq(value)])),
    ])
    const stack = checked(source, IN_A_ROW)
    expect(stack.filters.length).toBeGreaterThan(1)
    const [allow, deny] = [verdictOf('ALLOW'), verdictOf('ERRNO', 1)]
    const before = stack.filters.slice(1).map(() => allow)
    expect(verdictsOn(stack, 'seccomp')).toEqual([...before, deny])
    expect(verdictsOn(stack, 'execveat')).toEqual([...before, deny])
    expect(verdictsOn(stack, 'prctl')).toEqual([...before, deny])
    expect(verdictsOn(stack, 'execve')).toEqual([...before, verdictOf('TRAP')])
  })

  it('puts those calls into several filters where one does not hold them', () => {
    const stack = checked(denying([...listing('prctl', 1100), rule('read', [])]), IN_A_ROW)
    expect(verdictsOn(stack, 'seccomp')).toContain(verdictOf('ERRNO', 1))
    expect(stack.filters.length).toBe(2)
  })

  it('hands calls to a listener from one filter, which it marks', () => {
    const source = denying([
      ...listing('ioctl', 1100),
      rule('mount', [], NOTIFY),
      rule('bpf', [arg(0).eq(1n)], NOTIFY),
    ])
    expect(checked(source, IN_A_ROW).filters.map(({ notifies }) => notifies)).toEqual([false, true])
    // Both kinds of calls are bound to one filter, and together they are too large.
    const apart = checked(denying([...listing('prctl', 700), ...listing('ioctl', 600, NOTIFY)]), IN_A_ROW)
    expect(apart.filters.map(({ notifies }) => notifies)).toEqual([true, false])
  })

  it('refuses calls for a listener that do not fit into one filter', () => {
    expect(() => compileStack(denying(listing('ioctl', 1350, NOTIFY)), { pipeline: 'none' })).toThrow(
      /^the calls for the listener take \d+ instructions; a task has one listener, so one filter of at most 4096 has to decide them; most values are tested for ioctl \(1350 rules, 1350 values\)$/,
    )
  })

  it('refuses more filters than `maxFilters`, or than the kernel allows', () => {
    // Rules in a row, so that few compilations find how much fits into a filter.
    const pipeline = 'none'
    const source = many(3000)
    expect(() => compileStack(source, { pipeline, maxFilters: 1 })).toThrow(/^the filter would exceed 4096 instructions by \d+/) // prettier-ignore
    expect(() => compileStack(source, { pipeline, maxFilters: 2 })).toThrow(
      /^the policy does not fit 2 filters: 2 of up to 4096 instructions hold \d\d % of it, and take \d+ of the 32768 converted instructions that the kernel allows a task; most values are tested for/,
    )
    expect(() => compileStack(many(10_000), { pipeline })).toThrow(
      /^the policy does not fit the filters of a task: \d of up to 4096 instructions hold \d+ % of it, and take \d+ of the 32768 /,
    )
    expect(() => compileStack(source, { pipeline, maxFilters: 0 })).toThrow(RangeError)
  })

  /** The message with which `compileStack` refuses a policy, and how many programs it compiled first. */
  const refusalOf = (source: Policy): { readonly message: string; readonly programs: number } => {
    let programs = 0
    const counting = {
      // An instrument that may leave passes out watches the guesses too.
      skip: () => false,
      before: ({ pass }: PassEvent) => {
        if (pass.name === 'lower') programs += 1
      },
    }
    try {
      compileStack(source, { pipeline: 'none', instruments: [counting] })
    } catch (error) {
      return { message: (error as Error).message, programs }
    }
    throw new Error('it fits')
  }

  it('refuses values of six arguments without dividing them, since most stay in every part', () => {
    const source = denying(
      Array.from({ length: 5400 }, (_, i) => rule('ioctl', [arg((i % 6) as 0 | 1).eq(scattered(i))])),
    )
    const { message, programs } = refusalOf(source)
    expect(message).toMatch(
      /^the policy does not fit the filters of a task: a condition on one call falls into \d+ parts of about \d+ instructions or more, a filter has at most 4096, and a task at most 32768; most values are tested for ioctl \(5400 rules, 5400 values\)$/,
    )
    expect(programs).toBe(1)
  })

  it('refuses masks of six arguments without dividing them, since no cut makes them smaller', () => {
    const mask = (i: number, index: number): bigint => scattered(7 * i + index) | 1n
    const source = denying(
      Array.from({ length: 400 }, (_, i) =>
        rule(
          'ioctl',
          ([0, 1, 2, 3, 4, 5] as const).map((index) => arg(index).maskedEq(mask(i, index), 1n)),
        ),
      ),
    )
    const { message, programs } = refusalOf(source)
    expect(message).toMatch(/^a condition on one call takes about \d+ instructions, more than the 4096 of a filter, and cannot be divided among filters; most values are tested for ioctl \(400 rules, 2400 values\)$/) // prettier-ignore
    expect(programs).toBe(1)
  })

  it('refuses without dividing what is twice as long as all filters of a task', () => {
    const { message, programs } = refusalOf(many(18_000))
    expect(message).toMatch(/^the policy does not fit the filters of a task: one filter for all of it would take \d{5} instructions, and a task at most 32768; most values are tested for/) // prettier-ignore
    expect(programs).toBe(1)
  })

  it('says "about" where the length of one filter is an estimate', () => {
    expect(() => compileStack(denying(listing('ioctl', 8300)), { prove: false })).toThrow(
      /^the policy does not fit the filters of a task: one filter for all of it would take about \d{5} instructions, and a task at most 32768; most values are tested for/,
    )
  })

  it('says where a condition cannot be divided', () => {
    // Each mask has other bits: a cut along one mask leaves all tests of the others.
    const masks = Array.from({ length: 900 }, (_, i) => scattered(i) | 1n)
    const source = denying(masks.map((mask) => rule('ioctl', [arg(1).maskedEq(mask, 1n)])))
    expect(() => compileStack(source, { pipeline: 'none' })).toThrow(
      /^a condition on one call takes \d+ instructions, more than the 4096 of a filter, and cannot be divided among filters; most values are tested for ioctl/,
    )
  })

  it('shows the filters to instruments, and not the guesses', () => {
    const seen: number[] = []
    const instrument = {
      after: ({ depth, after }: { readonly depth: number; readonly after: unknown }) => {
        if (depth === 0) seen.push((after as Program).length)
      },
    }
    const stack = compileStack(many(1000), { instruments: [instrument], prove: false })
    expect(seen).toEqual(programsOf(stack).map(({ length }) => length))
  })

  it('measures how much fits without the passes that an instrument leaves out', () => {
    const emptying = definePass({
      name: 'emptying',
      from: 'rules',
      to: 'rules',
      summary: 'drops all rules',
      run: (rules) => ({ ...rules, sections: rules.sections.map((section) => ({ ...section, rules: [] })) }),
    })
    const how = { prove: false, pipeline: pipeline('p', [emptying, pipelines.none.pass]) }
    const count = (limit: number): number =>
      compileStack(many(1500), { ...how, instruments: [bisect(limit)] }).filters.length
    expect(count(1)).toBe(1)
    expect(count(0)).toBeGreaterThan(1)
  })
})

describe('compileStack, where a pass is wrong', () => {
  const value = (i: number): number => 5 * i * i + 7
  const source = denying(Array.from({ length: 1500 }, (_, i) => rule('ioctl', [arg(1).eq(value(i))])))
  /** A value that one filter tests and the others do not. */
  const MISSED = value(500)

  let runs = 0
  const miss = definePass({
    name: 'miss-value',
    from: 'program',
    to: 'program',
    summary: 'tests another value than it should',
    run: (program) => {
      runs += 1
      const at = program.findIndex(({ code, k }) => code === BPF.JEQ_K && k === MISSED)
      return at === -1 ? program : program.with(at, { ...program[at]!, k: MISSED + 1 })
    },
  })
  const missing = pipeline('missing', [pipelines.none.pass, miss])
  const fault = (name: string): unknown =>
    expect.objectContaining({
      name: 'PassError',
      code: 'E_PASS_MEANING',
      pass: name,
      message: expect.stringMatching(
        new RegExp(`^${name}: changes the meaning: on nr 16, arch X86_64, args 0x0 0x1312d[78] `),
      ) as unknown,
    })

  it('blames the pass without a further run', () => {
    expect(() => compileStack(source, { abis: [x86_64], pipeline: missing })).toThrow(fault('miss-value'))
    const proving = runs
    runs = 0
    compileStack(source, { abis: [x86_64], pipeline: missing, prove: false })
    expect(proving).toBe(runs)
  })

  it('shows the filter of that pass to instruments, so that the fault can be reproduced', () => {
    const texts: string[] = []
    const instruments = [reproducer({ write: (text) => texts.push(text) })]
    expect(() => compileStack(source, { abis: [x86_64], pipeline: missing, instruments })).toThrow(
      fault('miss-value'),
    )
    expect(texts).toHaveLength(2) // the first is for the filter that would be too long
    const { passes, level, ir } = parseReproducer(texts[1]!)
    expect([passes, level]).toEqual(['miss-value', 'program'])
    expect((ir as Program).filter(({ k }) => k === MISSED)).toHaveLength(1)
    const again = parsePipeline(passes, [miss])
    expect(() => runPass(again, ir, { instruments: [checkMeaning(provedDifference)] })).toThrow(
      fault('miss-value'),
    )
  })

  it('shows a pass that fails on a part of the policy to instruments', () => {
    const texts: string[] = []
    const failing = definePass({
      ...miss,
      name: 'failing',
      run: () => {
        throw new Error('lost')
      },
    })
    const instruments = [reproducer({ write: (text) => texts.push(text) })]
    expect(() =>
      compileStack(source, {
        abis: [x86_64],
        pipeline: pipeline('p', [pipelines.none.pass, failing]),
        instruments,
      }),
    ).toThrow('failing: lost')
    expect(parseReproducer(texts.at(-1)!)).toMatchObject({ passes: 'failing', level: 'program' })
  })

  it('shows the whole run of that filter to instruments where no single pass is found wrong', () => {
    const tests = (rules: RuleSet): boolean =>
      rules.sections.some((section) =>
        section.rules.some(({ when }) =>
          argumentTests(when).some(({ values }) => values.some(({ lo }) => lo === BigInt(MISSED))),
        ),
      )
    // `blame` looks only at the parts of a pass, and here all parts are right.
    const swapping = definePass({ ...miss, name: 'swapping', parts: [threadJumps] })
    const whole = pipeline('whole', [pipelines.none.pass, swapping])
    const failures: PassEvent[] = []
    const instruments = [{ failed: (event: PassEvent) => void failures.push(event) }]
    expect(() => compileStack(source, { abis: [x86_64], pipeline: whole, instruments })).toThrow(
      /changes what the filter means: .* the rules say .* and the stack /,
    )
    const { pass, before } = failures.at(-1)!
    expect([pipelineText(pass), tests(before as RuleSet)]).toEqual([pipelineText(whole), true])
  })
})

describe('growth', () => {
  /** `count` rules on `width` masked arguments of ioctl, with pseudo-random masks and values. */
  const masks = (count: number, width: number): Policy =>
    denying(
      Array.from({ length: count }, (_, i) =>
        rule(
          'ioctl',
          Array.from({ length: width }, (_unused, index) => {
            const mask = scattered(97 * i + 2 * index)
            return arg(index as 0 | 1 | 2 | 3 | 4 | 5).maskedEq(
              mask,
              scattered(89 * i + 2 * index + 1) & mask,
            )
          }),
        ),
      ),
    )
  const dense = (count: number): Policy =>
    denying(Array.from({ length: count }, (_, i) => rule('ioctl', [arg(1).eq(BigInt(i))])))
  const sizes = ({ filters }: StackCompilation): readonly number[] =>
    filters.map(({ program }) => program.length)

  it.each([10_000, 30_000])('proves %d dense values in one filter of 13 instructions', (count) => {
    const made = compileStack(dense(count), { abis: [x86_64] })
    expect(made.certificate.kind).toBe('proved')
    expect(sizes(made)).toEqual([13])
  })

  it('proves 64 rules of six masks', () => {
    expect(compileStack(masks(64, 6), { abis: [x86_64] }).certificate.kind).toBe('proved')
  })

  /** 10,000 rules that each allow one 32-bit value, shared among `calls` calls. */
  const ofCalls = (calls: number): Policy =>
    denying(
      Array.from({ length: 10_000 }, (_, i) => rule(names[i % calls]!, [arg(1).eq(scattered(i) >> 32n)])),
    )

  it.each([
    ['one call', 1, 4],
    ['300 calls', 300, 3],
  ])('proves 10,000 values of %s', (_, calls, filters) => {
    const made = compileStack(ofCalls(calls), { abis: [x86_64] })
    expect(made.certificate.kind).toBe('proved')
    expect(made.filters.length).toBeLessThanOrEqual(filters)
  })
})

describe('values that hardly fit', () => {
  const values = (count: number): Policy =>
    denying(Array.from({ length: count }, (_, i) => rule('ioctl', [arg(1).eq(scattered(i) >> 32n)])))

  it('are one filter at the price of few instructions, where the pipeline takes more (issue 18)', () => {
    const { program, certificate } = compile(values(3900))
    expect(certificate.kind).toBe('proved')
    expect(program.length).toBeGreaterThan(3900)
  })

  it('are refused by one filter, which would have about so many instructions', () => {
    expect(() => compile(values(10_000))).toThrow(
      /^the filter would exceed 4096 instructions by about 7\d\d\d;/,
    )
  })

  it('fill eight filters: 30,000 without order are proved (issue 18)', { timeout: 120_000 }, () => {
    const made = compileStack(values(30_000), { abis: [x86_64] })
    expect(made.certificate.kind).toBe('proved')
    expect(made.filters).toHaveLength(8)
  })

  it('are tested by searches, not in a row of thousands', () => {
    const { filters } = compileStack(values(10_000), { abis: [x86_64] })
    expect(filters).toHaveLength(3)
    const steps = Array.from({ length: 100 }, (_, i) => {
      const data = seccompData({ nr: 16, arch: x86_64.auditArch, args: [0n, scattered(100 * i) >> 32n] })
      return filters.reduce((sum, { program }) => sum + runSteps(program, data), 0)
    })
    expect(Math.max(...steps)).toBeLessThan(250)
  })
})

describe('compile, of many masks', () => {
  it('proves 48 rules of six masks (issue 18)', () => {
    const rules = Array.from({ length: 48 }, (_, i) =>
      rule(
        'ioctl',
        ([0, 1, 2, 3, 4, 5] as const).map((index) => {
          const mask = scattered(97 * i + 2 * index)
          return arg(index).maskedEq(mask, scattered(89 * i + 2 * index + 1) & mask)
        }),
      ),
    )
    expect(compile({ defaultAction: errno(1), rules }).certificate.kind).toBe('proved')
  })
})
