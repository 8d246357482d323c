import { randomInt } from 'node:crypto'
import { AUDIT_ARCH, BPF, dataFromWords, dataWords, verdictName } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { arbitraryProgram } from '@seccompile/cbpf/arbitrary'
import { decode, print, witnesses } from '@seccompile/cbpf'
import { compile } from '@seccompile/compiler'
import { evaluator } from '@seccompile/interpreter'
import { presetNames, presetPolicy } from '@seccompile/presets'
import { signedAbiTable } from '@seccompile/signatures'
import { baseline, BASELINE_NAMES, THREE_ABI_NAMES } from '@seccompile/vectors'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { ORACLE_ABI } from '../src/oracle/oracle-helper.ts'
import { oracle } from '../src/oracle/oracle.ts'
import type { Oracle } from '../src/oracle/oracle.ts'
import { whyNotAsked } from './why-not.ts'

const reason = await whyNotAsked('the interpreter against the kernel')

const RANDOM_PROGRAMS = 130
const NATIVE_CALLS_EACH = 4150
/** `int $0x80` may take fifty times as long as `syscall`. */
const I386_CALLS_EACH = 110
const MAX_WITNESSES = 20_000

/** Calls as words of `seccomp_data`, 16 each, with the arch and instruction pointer that the oracle's calls have. */
interface CallWordColumns {
  readonly words: Uint32Array
  readonly nrs: Uint32Array
  readonly abis: Uint8Array
  readonly args: BigUint64Array
}

/** The calls of `data` as the kernel can be asked about them: an arch it does not have becomes one that it has. */
function callsOf(asked: Oracle, data: readonly Uint32Array[]): CallWordColumns {
  const words = new Uint32Array(data.length * 16)
  const nrs = new Uint32Array(data.length)
  const abis = new Uint8Array(data.length)
  const halves = new Uint32Array(data.length * 12)
  for (const [i, given] of data.entries()) {
    const call = words.subarray(i * 16, i * 16 + 16)
    call.set(given)
    const isI386 = given[1] === AUDIT_ARCH.I386 && asked.abis.includes('x86')
    call[1] = isI386 ? AUDIT_ARCH.I386 : AUDIT_ARCH.X86_64
    const pointer = asked.instructionPointer[isI386 ? 'x86' : 'x86_64']
    call[2] = Number(pointer & 0xffff_ffffn)
    call[3] = Number(pointer >> 32n)
    if (isI386) for (let high = 5; high < 16; high += 2) call[high] = 0
    if (!isI386 && asked.exempt.includes(call[0]!)) call[0] = 1
    nrs[i] = call[0]!
    abis[i] = isI386 ? ORACLE_ABI.x86 : ORACLE_ABI.x86_64
    halves.set(call.subarray(4), i * 12)
  }
  return { words, nrs, abis, args: new BigUint64Array(halves.buffer) }
}

/** The constants that `program` could compare with. */
function interesting(program: Program): readonly number[] {
  const edges = program.flatMap(({ code, k }) => (code === BPF.RET_K ? [] : [k, k + 1, k - 1]))
  return [...edges, 0, 1, 0x8000_0000, 0xffff_ffff].map((value) => value >>> 0)
}

/** Numbers from 0 up to `below`, not included; half a million calls need more of them than `randomInt` yields in the time. */
type Random = (below: number) => number

/** @see Marsaglia, Xorshift RNGs (2003) */
function xorshift(seed: number): Random {
  let state = seed | 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

function randomCalls(random: Random, program: Program, count: number, arch: number): readonly Uint32Array[] {
  const values = interesting(program)
  return Array.from({ length: count }, () => {
    const words = new Uint32Array(16) // filled by hand, since `from` takes most of the test
    for (let i = 0; i < words.length; i++) {
      const value = values[random(values.length)]!
      const kind = random(8)
      words[i] = kind === 0 ? random(2 ** 32) : kind === 1 ? value ^ (1 << random(32)) : value
    }
    words[1] = arch
    return words
  })
}

/** How many calls were asked about; throws at the first on which the two differ. */
async function compare(asked: Oracle, program: Program, data: readonly Uint32Array[]): Promise<number> {
  const calls = callsOf(asked, data)
  const verdicts = await asked.decide(calls)
  const evaluate = evaluator(program)
  const steps = new Uint32Array(1)
  for (let i = 0; i < verdicts.length; i++) {
    const ours = evaluate(calls.words, steps, i * 16)
    if (ours === verdicts[i]) continue
    const call = dataFromWords(calls.words.subarray(i * 16, i * 16 + 16))
    const text = JSON.stringify(call, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))
    throw new Error(
      `the kernel says ${verdictName(verdicts[i]!)} and we say ${verdictName(ours)} to ${text} by\n${print(program)}`,
    )
  }
  return verdicts.length
}

/** The witnesses of `program`, those of other machines turned to calls of this one. */
function witnessWords(program: Program): readonly Uint32Array[] {
  return witnesses(program).slice(0, MAX_WITNESSES).map(dataWords)
}

describe.skipIf(reason !== undefined)('the interpreter', () => {
  let asked: Oracle | undefined
  afterAll(async () => asked?.close())
  const turnTo = async (program: Program): Promise<Oracle> => {
    asked ??= await oracle(program)
    await asked.use(program)
    return asked
  }

  it('agrees with the kernel on half a million calls of random programs', async () => {
    const seed = randomInt(2 ** 31)
    const programs = fc.sample(arbitraryProgram({ maxLength: 60 }), { numRuns: RANDOM_PROGRAMS, seed })
    const executed = new Set(programs.flatMap((program) => program.map(({ code }) => code)))
    expect([...executed].toSorted()).toEqual(Object.values(BPF).toSorted())
    const random = xorshift(seed)
    let count = 0
    for (const program of programs) {
      const oracleOfIt = await turnTo(program)
      count += await compare(oracleOfIt, program, [
        ...witnessWords(program).slice(0, 200),
        ...randomCalls(random, program, NATIVE_CALLS_EACH, AUDIT_ARCH.X86_64),
        ...randomCalls(random, program, I386_CALLS_EACH, AUDIT_ARCH.I386),
      ])
    }
    expect(count).toBeGreaterThan(500_000)
  })

  it('agrees with the kernel on every preset and every program of the vectors, x86_64 and i386', async () => {
    const machine = [signedAbiTable('x86_64'), signedAbiTable('x86'), signedAbiTable('x32')]
    const programs = [
      ...presetNames.flatMap((name) => {
        const preset = presetPolicy(name)
        const abis = machine.filter(
          ({ token }) => preset.notFor?.some((each) => each.abis.includes(token)) !== true,
        )
        return [
          compile(preset, { abis }).program,
          compile(preset, { abis: abis.slice(0, 1) }).program,
          compile(preset, { abis, objective: 'bitmap' }).program,
        ]
      }),
      ...[...BASELINE_NAMES, ...THREE_ABI_NAMES].map((name) => decode(baseline(name), 'little')),
    ]
    const byNumber = [...Array.from({ length: 600 }, (_, nr) => nr), 0x4000_0000, 0x4000_0001, 0xffff_ffff]
    for (const program of programs) {
      const every = [AUDIT_ARCH.X86_64, AUDIT_ARCH.I386].flatMap((arch) =>
        byNumber.map((nr) => Uint32Array.from({ length: 16 }, (_, i) => [nr, arch][i] ?? 0)),
      )
      const count = await compare(await turnTo(program), program, [...every, ...witnessWords(program)])
      expect(count).toBeGreaterThan(1200)
    }
  })
})
