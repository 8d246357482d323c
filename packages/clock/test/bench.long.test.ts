import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BPF, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { insn } from '@seccompile/abi/test-makers'
import { describe, expect, it } from 'vitest'
import { compileNative } from '@seccompile/kernel/native'
import { probe } from '@seccompile/kernel'
import { benchAttach } from '../src/bench-attach.ts'
import { bench } from '../src/bench.ts'
import { measureNatively } from '../src/measure-natively.ts'
import type { NativeCall, NativeWork } from '../src/measure-natively.ts'
import { turns } from '../src/rounds.ts'
import { getppidCall, isHarmless } from '../src/subject.ts'
import type { BenchCall, BenchFilter } from '../src/subject.ts'
import { listing, returning } from './programs.ts'
import { sayNotRun, whyNotTimed } from './why-not-timed.ts'

const small = { rounds: 2, batches: 2, batchCalls: 10 } as const
const filter = (name: string, ...programs: readonly Program[]): BenchFilter => ({ name, programs })
const call = (name: string, nr: number): BenchCall => ({ name, calls: [{ nr }] })
const list = filter('list', listing.program)

const unable = (await whyNotTimed("the kernel's clock")) !== undefined

/** The path of the program that a C file makes, relative to this file. */
const compiled = async (source: string): Promise<string> =>
  compileNative(fileURLToPath(new URL(source, import.meta.url)))

describe('turns', () => {
  const rounds = Array.from({ length: 60 }, (_, round) => turns(4, 60).slice(4 * round, 4 * round + 4))

  it('give each filter one turn a round', () => {
    for (const round of rounds) expect(round.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3])
  })

  it('put each filter behind every other one', () => {
    const all = rounds.flat()
    const pairs = new Set(all.slice(1).map((filter, i) => 4 * all[i]! + filter))
    expect([0, 1, 2, 3].flatMap((one) => [0, 1, 2, 3].map((other) => 4 * one + other)).filter((pair) => pair % 5 !== 0 && !pairs.has(pair))).toEqual([]) // prettier-ignore
  })

  it('are the same in every run', () => {
    expect(turns(4, 60)).toEqual(turns(4, 60))
  })
})

describe('isHarmless', () => {
  it('knows what may be made: calls that change nothing', () => {
    expect(isHarmless(getppidCall())).toBe(true)
    expect(isHarmless(call('exit_group', 231))).toBe(false)
    expect(isHarmless({ name: 'both', calls: [{ nr: 110 }, { nr: 231 }] })).toBe(false)
    expect(isHarmless({ ...call('getppid of x86', 64), abi: 'x86' })).toBe(true)
    expect(isHarmless({ ...call('link of x86, getppid of x86_64', 110), abi: 'x86' })).toBe(false)
  })
})

describe.skipIf(unable)('the native program of bench', () => {
  it('is named where it does not start', async () => {
    const before = process.env['XDG_CACHE_HOME']
    const folder = mkdtempSync(join(tmpdir(), 'seccompile-'))
    process.env['XDG_CACHE_HOME'] = folder
    try {
      // The digest follows the text, or the program would be compiled again.
      const text = '#!/nowhere\n'
      const path = await compiled('../native/bench.c')
      writeFileSync(path, Buffer.concat([Buffer.from(text), createHash('sha256').update(text).digest()]))
      await expect(benchAttach([list], { rounds: 1 })).rejects.toMatchObject({
        code: 'E_NATIVE',
        message: `the native program "bench" cannot be started: ENOENT; remove ${path}, and it is compiled anew`,
      })
    } finally {
      if (before === undefined) delete process.env['XDG_CACHE_HOME']
      else process.env['XDG_CACHE_HOME'] = before
      rmSync(folder, { recursive: true })
    }
  })

  it('leaves no process to whoever is process 1', async () => {
    // MAGIC, version, any processor, no batches, no work, no slices; a filter of no program, no workload, five runs of it.
    const plan = Uint32Array.of(0x4843_4e42, 3, 0xffff_ffff, 0, 1, 0, 0, 0, 0, 1, 0, 5, 0, 0, 0, 0, 0, 0)
    const args = [await compiled('../native/bench.c')]
    const { status, stdout } = spawnSync(await compiled('native/orphans.c'), args, {
      input: plan,
      encoding: 'utf8',
    })
    expect(stdout).toMatch(/\nend\n$/)
    expect(status).toBe(0)
  })
})

function hasI386(): boolean {
  if (unable) return false
  const why = probe().abis.find(({ name }) => name === 'x86')
  if (why?.offered !== true) sayNotRun('calls of x86 on the clock', why?.why ?? 'this kernel takes none')
  return why?.offered === true
}

describe.skipIf(!hasI386())('bench of x86', () => {
  it('makes its calls, with all six arguments', async () => {
    // Kills unless the sixth is 7; the stack is left alone meanwhile.
    const kill = verdictOf('KILL_PROCESS')
    const onlySeven = [
      insn(BPF.LD_ABS, 56),
      insn(BPF.JEQ_K, 7, 0, 1),
      insn(BPF.RET_K, verdictOf('ALLOW')),
      insn(BPF.RET_K, kill),
    ]
    const getppid = {
      name: 'getppid',
      abi: 'x86',
      calls: [{ nr: 64, args: [1n, 2n, 3n, 4n, 5n, 7n] }],
    } as const
    const { rows } = await bench([filter('seven', onlySeven)], [getppid], { ...small, batchCalls: 3 })
    expect(rows.map(({ mode, filter: who }) => `${mode} ${who}`)).toContain('uncached seven')
  })
})

describe.skipIf(unable)('bench', () => {
  it('has a row for each filter, call and mode, beside no filter and ret ALLOW', async () => {
    let progress: readonly number[] = []
    const { rows, noise } = await bench([list], [getppidCall(), call('kill', 62)], {
      ...small,
      onProgress: (done, total) => (progress = [done, total]),
    })
    const keys = rows.map(({ mode, call: name, filter: who }) => `${mode} ${name} ${who}`)
    expect(keys).toEqual([
      'cached getppid no filter',
      'cached getppid ret ALLOW',
      'cached getppid list',
      'uncached getppid no filter',
      'uncached getppid ret ALLOW',
      'uncached getppid list',
      'answered getppid ret ALLOW',
      'answered getppid list',
      'answered kill ret ALLOW',
      'answered kill list',
    ])
    expect(rows.every(({ ns }) => ns.min > 0 && ns.min <= ns.median && ns.count === 4)).toBe(true)
    expect(rows[1]).toMatchObject({ overAllow: 0, toAllow: 1 })
    expect(rows.map(({ toNone }) => toNone === undefined)).toEqual([
      ...Array(6).fill(false),
      ...Array(4).fill(true),
    ])
    expect(noise.map(({ mode }) => mode)).toEqual(['cached', 'uncached', 'answered'])
    expect(progress).toEqual([22, 22])
  })

  it('never makes a call that is answered: the process outlives exit_group', async () => {
    const { rows } = await bench([list], [call('exit_group', 231)], small)
    expect(rows.map(({ mode }) => mode)).toEqual(['answered', 'answered'])
  })

  it('times several filters that are attached together', async () => {
    const two = filter('two', returning(verdictOf('ALLOW')), listing.program)
    const { rows } = await benchAttach([two, list], { rounds: 2 })
    expect(rows.map(({ filter: name, insns }) => [name, insns])).toEqual([
      ['two', 5],
      ['list', 4],
    ])
    const timed = await bench([two], [getppidCall(), call('kill', 62)], small)
    expect(timed.rows.filter(({ filter: name }) => name === 'two')).toHaveLength(4)
  })

  it('runs the filter: thousands of instructions are slower than one', async () => {
    const long: Program = [...Array.from({ length: 4000 }, () => insn(BPF.LD_ABS, 0)), ...listing.program]
    const { rows } = await bench([filter('long', long)], [getppidCall()], { ...small, modes: ['uncached'] })
    expect(rows.find(({ filter: name }) => name === 'long')!.toAllow).toBeGreaterThan(1.5)
  })

  it('says which filter kills the process, and at which call', async () => {
    const kill = filter('kill', returning(verdictOf('KILL_PROCESS')))
    await expect(bench([kill], [getppidCall()], { ...small, modes: ['cached'] })).rejects.toMatchObject({
      code: 'E_FILTER',
      message: expect.stringMatching(
        /^kill: cannot time getppid: the process ended by SIGSYS; the filter kills it/,
      ),
    })
  })

  it('tells a filter that kills for the attach of those after it from one that kills for a call', async () => {
    const seccomp = 317
    const forbids = [
      insn(BPF.LD_ABS, 0),
      insn(BPF.JEQ_K, seccomp, 0, 1),
      insn(BPF.RET_K, verdictOf('KILL_PROCESS')),
      insn(BPF.RET_K, verdictOf('ALLOW')),
    ]
    const two = filter('two', forbids, listing.program)
    await expect(bench([two], [getppidCall()], { ...small, modes: ['cached'] })).rejects.toMatchObject({
      code: 'E_FILTER',
      message:
        'two: the process ended by SIGSYS before all filters of the stack were attached: one that is attached earlier kills for the call "seccomp"',
    })
  })

  it('says why the kernel refused a filter', async () => {
    const long = Array.from({ length: 4095 }, () => insn(BPF.LD_ABS, 0))
    const longest: Program = [...long, ...returning(verdictOf('ALLOW'))]
    const stack = filter('stack', ...Array.from({ length: 9 }, () => longest))
    await expect(benchAttach([stack], { rounds: 1 })).rejects.toMatchObject({
      code: 'E_REFUSED',
      errno: 'ENOMEM',
      message: 'stack: the kernel refused to attach it: ENOMEM',
    })
  })

  it('says that a filter forbids those after it', async () => {
    const two = filter('two', listing.program, listing.program)
    await expect(bench([two], [getppidCall()], { ...small, modes: ['cached'] })).rejects.toThrow(
      'two: the kernel refused to attach it: EPERM; perhaps a filter that is attached before it forbids the call "seccomp"',
    )
  })

  it('ends when it is told to', async () => {
    const asked = bench([list], [getppidCall()], { rounds: 10_000, signal: AbortSignal.timeout(50) })
    await expect(asked).rejects.toThrow('aborted due to timeout')
  })

  it('refuses what it cannot time', async () => {
    const refused = async (
      filters: readonly BenchFilter[],
      calls: readonly BenchCall[],
      options = {},
    ): Promise<unknown> => bench(filters, calls, { ...small, ...options }).then(() => undefined, String)
    const bad = filter('bad', [insn(BPF.LD_ABS, 0)])
    expect(await refused([bad], [getppidCall()])).toContain('bad: the kernel would refuse this program: pc 0')
    expect(await refused([list, list], [getppidCall()])).toContain('"list" names more than one filter')
    expect(await refused([list], [call('uprobe', 336)])).toContain(
      'uprobe: cannot be timed: the kernel runs numbers 335 and 336 whatever a filter says',
    )
    expect(await refused([list], [{ name: 'none', calls: [] }])).toContain('none: there is no call to time')
    expect(await refused([list], [call('kill', 62)], { modes: ['cached'] })).toContain(
      'modes cached make the calls, and none of these calls may be made',
    )
    expect(await refused([list], [getppidCall()], { rounds: 0 })).toContain(
      'rounds: expected a whole number from 1 to 10000, got 0',
    )
    expect(await refused([list], [getppidCall()], { cpu: 9999 })).toContain(
      'cannot measure: this process may not use processor 9999',
    )
    const full = filter('full', [...Array.from({ length: 4095 }, () => insn(BPF.LD_ABS, 0)), ...returning(0)])
    expect(await refused([full], [getppidCall()])).toContain('full: has 4096 instructions')
  })
})

describe.skipIf(unable)('measureNatively', () => {
  it('goes around in a sequence', async () => {
    const sequence = Array.from({ length: 15 }, (_, i) => ({ nr: i % 2 === 0 ? 110 : 39 }))
    const { runs } = await measureNatively(
      {
        filters: [[]],
        workloads: [{ abi: 'native', calls: sequence }],
        runs: [0],
        batches: 3,
        batchCalls: 10,
        warmUpCalls: 10,
      },
      { filter: String, workload: String },
    )
    expect(runs).toHaveLength(1)
    expect(runs[0]!.callNs).toEqual([[expect.any(Number), expect.any(Number), expect.any(Number)]])
  })
  const works: readonly NativeWork[] = [
    { kind: 'jumps', count: 8192 },
    { kind: 'words', count: 256 },
    { kind: 'program', count: 256 },
  ]
  it.each(works)('does work between calls, which takes its time: $kind', async (wanted) => {
    const least = async (work?: NativeWork): Promise<number> => {
      const { runs } = await measureNatively(
        {
          filters: [[]],
          workloads: [{ abi: 'native', calls: [{ nr: 110 }] }],
          runs: [0, 0, 0],
          batches: 3,
          batchCalls: 50,
          warmUpCalls: 10,
          ...(work !== undefined && { work }),
        },
        { filter: String, workload: String },
      )
      return Math.min(...runs.flatMap(({ callNs }) => callNs.flat()))
    }
    expect(await least(wanted)).toBeGreaterThan((await least()) + 1000)
  })
  it('has no function for calls from 512 on, where it works as a program', async () => {
    const plan = { filters: [[]], runs: [0], batches: 1, batchCalls: 1, warmUpCalls: 0, work: { kind: 'program', count: 1 } } as const // prettier-ignore
    const made = (nr: number): Promise<unknown> =>
      measureNatively(
        { ...plan, workloads: [{ abi: 'native', calls: [{ nr }] }] },
        { filter: String, workload: String },
      )
    await expect(made(512)).rejects.toThrow('workload 0: only native calls below 512 have functions')
    await made(511)
  })
  it.each(['none', 'words', 'program'] as const)(
    'times a sequence in slices where it is told to, work: %s',
    async (kind) => {
      // The program runs through thousands of loads for getppid with a second argument of 7, and through some for other calls.
      const loads = Array.from({ length: 4000 }, () => insn(BPF.LD_ABS, 0))
      const [jeqNr, jeqArg] = [{ code: BPF.JEQ_K, jt: 0, jf: 2, k: 110 }, { code: BPF.JEQ_K, jt: 1, jf: 0, k: 7 }] // prettier-ignore
      const slow = [insn(BPF.LD_ABS, 0), jeqNr, insn(BPF.LD_ABS, 24), jeqArg, ...returning(0x7fff_0000)]
      const fifty = (call: NativeCall): readonly NativeCall[] => Array.from({ length: 50 }, () => call)
      const args = [0n, 7n]
      const sequence = [...fifty({ nr: 110, args }), ...fifty({ nr: 39, args }), ...fifty({ nr: 110 })]
      const { runs } = await measureNatively(
        {
          filters: [[[...slow, ...loads, ...returning(0x7fff_0001)]]],
          workloads: [{ abi: 'native', calls: sequence }],
          runs: Array.from({ length: 9 }, () => 0),
          batches: 6,
          batchCalls: 50,
          warmUpCalls: 150,
          isSliced: true,
          ...(kind !== 'none' && { work: { kind, count: 1 } }),
        },
        { filter: String, workload: String },
      )
      const least = (batch: number): number => Math.min(...runs.map(({ callNs }) => callNs[0]![batch]!))
      for (const [long, short] of [[0, 1], [0, 2], [3, 4], [3, 5]] as const) expect(least(long)).toBeGreaterThan(least(short) + 20) // prettier-ignore
    },
  )
})
