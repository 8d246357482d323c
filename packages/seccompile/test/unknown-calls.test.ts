import { readFileSync } from 'node:fs'
import { abiTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { parseUnknown } from '../src/options/unknown-calls.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const PROFILE = file(
  'profile.json',
  JSON.stringify({
    defaultAction: 'SCMP_ACT_ERRNO',
    syscalls: [{ names: ['read', 'write'], action: 'SCMP_ACT_ALLOW' }],
  }),
)
const NEXT = String(abiTable('x86_64').newest + 1)

describe('parseUnknown', () => {
  it.each([
    ['default', 'default'],
    ['DEFAULT', 'default'],
    ['ENOSYS', 'ENOSYS'],
    ['enosys', 'ENOSYS'],
    ['ERRNO(5)', { action: 'ERRNO', data: 5 }],
    ['errno(enosys)', { action: 'ERRNO', data: 'ENOSYS' }],
    ['errno(0)', { action: 'ERRNO', data: 0 }],
    ['ERRNO(4095)', { action: 'ERRNO', data: 4095 }],
    ['SECCOMP_RET_KILL_PROCESS', { action: 'KILL_PROCESS', data: 0 }],
    ['LOG', { action: 'LOG', data: 0 }],
    ['TRACE(7)', { action: 'TRACE', data: 7 }],
  ])('reads %j', (text, action) => {
    expect(parseUnknown(text)).toEqual(action)
  })

  it.each([
    ['ENOSIS', 'unknown action "ENOSIS"; did you mean "ENOSYS"?'],
    ['KILL_PROCES', 'unknown action "KILL_PROCES"; did you mean "KILL_PROCESS"?'],
    ['constructor', 'unknown action "constructor"; known: ENOSYS, default, '],
    ['', 'unknown action ""; known: ENOSYS, default, '],
    ['38', 'unknown action "38"; known: ENOSYS, default, '],
    ['ERRNO', 'ERRNO takes a name or a number, such as ERRNO(EPERM); or say ENOSYS'],
    ['ERRNO(ENOSIS)', 'unknown errno "ENOSIS"; did you mean "ENOSYS"?'],
    ['TRACE(ENOSYS)', 'TRACE takes a number, and ERRNO a name; got "ENOSYS"'],
    ['ERRNO(4096)', 'errno is 4096; the kernel returns 0 to 4095'],
    ['TRAP(65536)', '65536 does not fit 16 bits'],
    ['ALLOW(1)', 'ALLOW takes no number; got "ALLOW(1)"'],
    ['KILL_THREAD(0)', 'KILL_THREAD takes no number; got "KILL_THREAD(0)"'],
  ])('refuses %j', (text, message) => {
    expect(() => parseUnknown(text)).toThrow(`--unknown: ${message}`)
  })
})

describe('--unknown', () => {
  const UNKNOWN = ['--unknown', 'ENOSYS']

  it('makes a filter that differs above the newest call alone', async () => {
    expect((await runCli(['compile', PROFILE, '-o', at('as-is.bpf')])).out).not.toContain('newest known call')
    const { out } = await runCli(['compile', PROFILE, ...UNKNOWN, '-o', at('unknown.bpf')])
    expect(out).toContain('numbers above the newest known call get ENOSYS\n')
    const { status, out: changes } = await runCli(['diff', at('as-is.bpf'), at('unknown.bpf')])
    expect([status, changes]).toEqual([
      1,
      `x86_64: no call (numbers without a name: 1 range other) (${at('as-is.bpf')} → ${at('unknown.bpf')})\nnote (other): numbers of x86_64 above the newest known call get ERRNO(EPERM) in ${at('as-is.bpf')} and ERRNO(ENOSYS) in ${at('unknown.bpf')} (unknown)\n`,
    ])
  })

  it('is the default of the policy by that name', async () => {
    await runCli(['compile', PROFILE, '-o', at('a.bpf')])
    await runCli(['compile', PROFILE, '--unknown', 'default', '-o', at('b.bpf')])
    expect(readFileSync(at('b.bpf'))).toEqual(readFileSync(at('a.bpf')))
  })

  it('is in --json where it was typed', async () => {
    const json = async (...args: string[]): Promise<unknown> =>
      JSON.parse((await runCli(['compile', PROFILE, '--json', '-o', at('j.bpf'), ...args])).out)
    expect(await json(...UNKNOWN)).toMatchObject({ unknown: 'ENOSYS' })
    expect(await json('--unknown', 'KILL_THREAD')).toMatchObject({ unknown: 'KILL_THREAD' })
    expect(await json()).not.toHaveProperty('unknown')
    expect(await json('--insn-cost', '0.25')).toMatchObject({ insnCost: 0.25 })
  })

  it('holds for a policy in every command that takes one', async () => {
    await runCli(['compile', PROFILE, ...UNKNOWN, '-o', at('u.bpf')])
    const text = async (...args: string[]): Promise<string> => (await runCli([...args, ...UNKNOWN])).out
    expect(await text('emulate', PROFILE, NEXT)).toMatch(`x86_64 ${NEXT}: ERRNO(ENOSYS), `)
    const insns = async (name: string): Promise<unknown> =>
      (JSON.parse(await text('cost', name, '--json')) as { readonly insns: unknown }).insns
    expect(await insns(PROFILE)).toBe(await insns(at('u.bpf')))
    for (const command of ['disasm', 'verify'])
      expect((await text(command, PROFILE)).replaceAll(PROFILE, '')).toBe(
        (await text(command, at('u.bpf'))).replaceAll(at('u.bpf'), ''),
      )
    expect(await text('explain', PROFILE)).toContain('ERRNO(ENOSYS)')
    expect(await text('solve', PROFILE, '--verdict', 'ERRNO(38)')).toContain('ERRNO(ENOSYS)')
    for (const command of [
      ['prove', PROFILE, at('u.bpf')],
      ['diff', PROFILE, at('u.bpf')],
      ['subset', PROFILE, '--of', at('u.bpf')],
    ])
      expect([command, (await runCli([...command, ...UNKNOWN])).status]).toEqual([command, 0])
    const digest = async (...args: string[]): Promise<string> =>
      (await text('digest', ...args)).split(' ')[0]!
    expect(await digest(PROFILE)).toBe(await digest(at('u.bpf')))
    await runCli(['intersect', PROFILE, PROFILE, ...UNKNOWN, '-o', at('both.bpf')])
    expect(await digest(at('both.bpf'))).toBe(await digest(at('u.bpf')))
  })

  it('is checked for a raw filter too, where it has no effect', async () => {
    await runCli(['compile', PROFILE, '-o', at('raw.bpf')])
    for (const command of ['disasm', 'verify', 'cost', 'explain', 'digest']) {
      const { status, err } = await runCli([command, at('raw.bpf'), '--unknown', 'ENOSIS'])
      expect([status, err]).toEqual([
        2,
        'error: --unknown: unknown action "ENOSIS"; did you mean "ENOSYS"?\n',
      ])
    }
  })
})

describe('--insn-cost', () => {
  it('has the effect of the pipeline with that price', async () => {
    const bytes = async (name: string, ...args: string[]): Promise<Buffer> => {
      const { status } = await runCli(['compile', 'preset:container-default', ...args, '-o', at(name)])
      expect(status).toBe(0)
      return readFileSync(at(name))
    }
    const abi = ['--abi', 'x86_64']
    const size = await bytes('size', ...abi, '--pipeline', 'size')
    expect(await bytes('priced', ...abi, '--insn-cost', '0.125')).toEqual(size)
    const speed = await bytes('speed', ...abi)
    expect(await bytes('free', ...abi, '--pipeline', 'size', '--insn-cost', String(2 ** -11))).toEqual(speed)
  })

  it('is in the report', async () => {
    const { out } = await runCli(['compile', PROFILE, '--insn-cost', '0.5', '-v', '-o', at('p.bpf')])
    expect(out).toContain('(pipeline speed, an instruction costs 0.5 executed ones)')
  })
})
