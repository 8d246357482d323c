import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { seccompData, verdictOf } from '@seccompile/abi'
import { decode } from '@seccompile/cbpf'
import { meaning } from '@seccompile/interpreter'
import { abiTable } from '@seccompile/syscalls'
import { beforeAll, describe, expect, it } from 'vitest'
import { staleFiles } from '../src/write/stack-files.ts'
import { runCli } from './run-cli.ts'
import type { CliOutcome } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()

const VALUES = 1400
const scattered = (i: number): bigint => BigInt.asUintN(64, BigInt(i + 1) * 0x9e37_79b9_7f4a_7c15n)

const rule = (name: string, action: string, args: readonly object[] = []): object => ({
  names: [name],
  action,
  args,
})

/** A policy without these calls gets a warning. */
const VITAL = ['exit', 'exit_group', 'rt_sigreturn', 'restart_syscall']

/** A policy that needs more than one filter, and has a call for a listener. */
function large(): string {
  const lseek = (): object => rule('lseek', 'SCMP_ACT_ALLOW', [{ index: 1, value: 0, op: 'SCMP_CMP_EQ' }])
  const text = JSON.stringify({
    defaultAction: 'SCMP_ACT_ERRNO',
    syscalls: [
      ...['read', ...VITAL].map((name) => rule(name, 'SCMP_ACT_ALLOW')),
      rule('mount', 'SCMP_ACT_NOTIFY'),
      ...Array.from({ length: VALUES }, lseek),
    ],
  })
  // JSON.stringify() cannot write numbers of 64 bits.
  let next = 0
  return text.replaceAll('"value":0', () => `"value":${scattered(next++)}`)
}

/** Options for tests of what is written: rules in a row, which compile fast, and no proof. */
const FAST = ['--no-prove', '--pipeline', 'none']

const compileTo = (output: string, ...more: readonly string[]) =>
  runCli(['compile', at('large.json'), '-o', at(output), ...more])

/** A compilation of the policy with its proof, to `f.1` and `f.2`. */
let compiled: CliOutcome
beforeAll(async () => {
  file('large.json', large())
  compiled = await compileTo('f')
}, 30_000)

describe('compile, of a policy that one filter does not hold', () => {
  it('writes the filters to numbered files, in the order in which they are to be attached', () => {
    const { status, out, err } = compiled
    expect([status, err]).toEqual([0, ''])
    expect(existsSync(at('f'))).toBe(false)
    const filters = ['f.1', 'f.2'].map((name) => decode(readFileSync(at(name)), 'little'))
    const x86_64 = abiTable('x86_64')
    const strictest = (nr: number, value: bigint): readonly number[] => {
      const data = seccompData({ nr, arch: x86_64.auditArch, args: [0n, value] })
      return filters.map((program) => meaning(program, data, 'little')).sort((a, b) => (a | 0) - (b | 0))
    }
    for (let i = 0; i < VALUES; i += 17) {
      expect(strictest(8, scattered(i))[0]).toBe(verdictOf('ALLOW'))
      expect(strictest(8, scattered(i) + 1n)[0]).toBe(verdictOf('ERRNO', 1))
    }
    expect(strictest(165, 0n)[0]).toBe(verdictOf('USER_NOTIF'))
    const [first, ...rest] = out.split('\n')
    expect(first).toBe(
      `2 filters for x86_64, since one holds 4096 instructions; attach all, ${at('f.1')} first and ${at('f.2')} last:`,
    )
    expect(rest.slice(0, 5).map((line) => line.replaceAll(/\d+ (?=instructions|bytes)/g, 'N '))).toEqual([
      `${at('f.1')}: N instructions, N bytes`,
      `${at('f.2')}: N instructions, N bytes`,
      `the listener belongs to ${at('f.2')}`,
      'calls of x86 and x32 get KILL_THREAD',
      expect.stringMatching(/^proved equal to the policy, digest /),
    ])
  })

  it('names the files of an earlier run that are not part of the stack, and leaves them', async () => {
    file('g', 'old')
    file('g.3', 'old')
    const { status, err } = await compileTo('g', ...FAST)
    expect([status, err]).toEqual([
      0,
      `warning: ${at('g')}, ${at('g.3')} are left over from an earlier filter, and not part of this one; do not attach them\n`,
    ])
    expect(readFileSync(at('g'), 'utf8')).toBe('old')
    const small = await runCli(['compile', 'preset:container-default', '-o', at('g')])
    expect(small.err).toContain(
      `${at('g.1')}, ${at('g.2')}, ${at('g.3')} are left over from an earlier filter, and not part of this one`,
    )
  })

  it('names such files past a gap, in the order of their numbers, and only regular ones', () => {
    for (const name of ['k', 'k.1', 'k.2', 'k.10', 'k.4', 'k.20260101', 'k.old', 'k.05', 'kk.9'])
      file(name, 'old')
    execFileSync('mkfifo', [at('k.6')])
    expect(staleFiles(at('k'), 2)).toEqual(['k', 'k.4', 'k.10'].map(at))
    expect(staleFiles(at('k'), 1)).toEqual(['k.1', 'k.2', 'k.4', 'k.10'].map(at))
  })

  it('lists such files for machines', async () => {
    file('j', 'old')
    const { status, out } = await compileTo('j', ...FAST, '--json')
    expect(status).toBe(0)
    const report = JSON.parse(out) as { readonly passes: readonly { readonly pass: string }[] }
    expect(report).toMatchObject({
      output: at('j'),
      filters: [
        { file: at('j.1'), notifies: false },
        { file: at('j.2'), notifies: true },
      ],
      stale: [at('j')],
      cost: { abis: [{ abi: 'x86_64' }] },
    })
    expect(report.passes.filter(({ pass }) => pass === 'lower')).toHaveLength(2)
  })

  it('leaves passes out of each filter, and says so once', async () => {
    const passes = ['--passes', 'dedupe,sort,linear,lower', '--bisect-limit', '1']
    const { status, err } = await compileTo('b', '--no-prove', ...passes)
    expect([status, err]).toEqual([0, 'bisect: 1 dedupe ran\nbisect: 2 sort left out\n'])
    expect(existsSync(at('b.2'))).toBe(true)
  })

  it('says that no candidate fits one filter', async () => {
    const passes = ['--passes', 'dedupe,sort,linear,lower', '--goal', 'speed', '--time-passes']
    const { status, err } = await compileTo('t', '--no-prove', ...passes)
    expect(status).toBe(0)
    expect(err).toMatch(
      /^candidates: \d tried in [\d.]+ ms; none fits in one filter, so the table shows the passes that made several$/m,
    )
  })

  it('refuses more filters than it may write, and writes none', async () => {
    const { status, err } = await compileTo('h', ...FAST, '--max-filters', '1')
    expect([status, existsSync(at('h')), existsSync(at('h.1'))]).toEqual([2, false, false])
    expect(err).toMatch(/^error: .*the filter would exceed 4096 instructions by \d+; most values are tested for lseek \(1400 values\)\n$/) // prettier-ignore
    expect((await compileTo('h', '--max-filters', 'many')).err).toBe(
      'error: --max-filters: expected a whole number, 1 or more; got "many"\n',
    )
  })

  it('refuses standard output, and an output that is no regular file', async () => {
    const { status, err, bytes } = await runCli(['compile', at('large.json'), ...FAST])
    expect([status, bytes.length]).toEqual([2, 0])
    expect(err).toBe(
      'error: the policy needs 2 filters, and standard output can hold only one; name a file with -o, which writes FILE.1 to FILE.2\n',
    )
    execFileSync('mkfifo', [at('pipe')])
    const piped = await compileTo('pipe', ...FAST)
    expect([piped.status, piped.out, existsSync(at('pipe.1'))]).toEqual([2, '', false])
    expect(piped.err).toBe(
      `error: the policy needs 2 filters, and ${at('pipe')}, which is not a regular file, can hold only one; name a file with -o, which writes FILE.1 to FILE.2\n`,
    )
  })
})

describe('questions about stacks', () => {
  it('take raw filters with commas between for one side', async () => {
    const stack = `${at('f.1')},${at('f.2')}`
    const same = await runCli(['prove', stack, at('large.json')])
    expect([same.status, same.out]).toEqual([0, expect.stringMatching(/^equal, digest [0-9a-f]{64}\n$/)])
    const alone = await runCli(['prove', at('f.2'), stack, '--within', 'x86_64'])
    expect([alone.status, alone.out]).toEqual([1, expect.stringContaining('different: ')])
    expect((await runCli(['subset', stack, '--of', at('f.1')])).status).toBe(0)
    expect((await runCli(['solve', stack, '--verdict', 'USER_NOTIF'])).out).toContain('mount')
    expect((await runCli(['digest', `${at('f.1')},${at('large.json')}`])).err).toBe(
      `error: ${at('large.json')}: is a policy; a list of files may name raw filters only\n`,
    )
  })
})
