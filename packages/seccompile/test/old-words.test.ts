/* The commands that took in an older word, beside that word. */
import { readFileSync, writeFileSync } from 'node:fs'
import { hasBridge } from '@seccompile/kernel/exec'
import { beforeAll, describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import type { CliOutcome } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const profile = (defaultAction: string, names: readonly string[], action: string): string =>
  JSON.stringify({ defaultAction, architectures: ['SCMP_ARCH_X86_64'], syscalls: [{ names, action }] })
const OLD = file('old.json', profile('SCMP_ACT_ERRNO', ['read', 'write'], 'SCMP_ACT_ALLOW'))
const NEW = file('new.json', profile('SCMP_ACT_ERRNO', ['read', 'socket'], 'SCMP_ACT_ALLOW'))
const THIRD = file('third.json', profile('SCMP_ACT_ALLOW', ['write'], 'SCMP_ACT_KILL_PROCESS'))
const TEXT = 'ld [4]\nret #0x7fff0000\n'
const ASSEMBLY = file('filter.asm', TEXT)
const LISTING = file('filter.txt', TEXT)
const RAW = at('old.bpf')
beforeAll(async () => {
  await runCli(['compile', OLD, '-o', RAW])
})

const errorOf = async (...words: readonly string[]): Promise<string> => {
  const { status, err } = await runCli(words)
  expect([2, 125]).toContain(status)
  return err
}

describe('prove --subset', () => {
  it.each([[[NEW, OLD]], [[NEW, NEW]], [[NEW, OLD, '--trace']], [[NEW, OLD, '--json']], [[RAW, OLD]]])(
    'of %j answers as subset does',
    async ([a = '', b = '', ...options]) => {
      const now = await runCli(['prove', a, b, '--subset', ...options])
      expect(now).toEqual(await runCli(['subset', a, '--of', b, ...options]))
      expect(now.status).toBe(a === NEW && b === OLD ? 1 : 0)
    },
  )

  it('has the calls that subset --all lists in diff --only weaker', async () => {
    const all = await runCli(['subset', NEW, '--of', OLD, '--all'])
    const now = await runCli(['diff', OLD, NEW, '--only', 'weaker'])
    const rows = ({ out }: CliOutcome): readonly string[] => out.split('\n').slice(1)
    expect(rows(now)).toEqual(rows(all))
    expect([now.status, all.status]).toEqual([1, 1])
  })
})

describe('convert of a text in assembly', () => {
  it.each([
    ['by its ending', [ASSEMBLY]],
    ['by --from', [LISTING, '--from', 'asm']],
  ])('that is known %s makes the bytes of asm', async (_, [path = '', ...options]) => {
    const now = await runCli(['convert', path, ...options, '-o', at('now.bpf')])
    const old = await runCli(['asm', path, '-o', at('now.bpf')])
    expect(now).toEqual(old)
    expect(await runCli(['convert', path, ...options, '--to', 'hex'])).toEqual(
      await runCli(['asm', path, '--to', 'hex']),
    )
  })

  it('refuses what a program has no use for', async () => {
    expect(await errorOf('convert', ASSEMBLY, '--caps', '', '--to', 'raw')).toBe(
      'error: --caps has no effect on a text in assembly, which is a program; leave it out\n',
    )
    expect(await errorOf('convert', ASSEMBLY, '--safe')).toContain('--safe has no effect')
    expect(await errorOf('convert', ASSEMBLY)).toContain('--to: expected a notation')
    expect(await errorOf('convert', LISTING, '--from', 'ams', '--to', 'raw')).toContain('did you mean "asm"?')
  })
})

describe('intersect', () => {
  it('of three filters means what merge means', async () => {
    const made = await runCli(['intersect', OLD, NEW, THIRD, '-o', at('all.bpf')])
    expect(made).toMatchObject({ status: 0, err: '' })
    expect(made.out).toContain('as strict as all 3\nproved, ')
    expect((await runCli(['merge', OLD, NEW, THIRD, '-o', at('all.json')])).status).toBe(0)
    expect((await runCli(['prove', at('all.json'), at('all.bpf')])).out).toMatch(/^equal/)
  })

  it('has the errno of the last, and merge that of the first', async () => {
    const EACCES = file('eacces.json', '{"defaultAction":"SCMP_ACT_ERRNO","defaultErrnoRet":13}')
    for (const words of [
      ['intersect', OLD, NEW, EACCES, '-o', at('errno.bpf')],
      ['merge', EACCES, OLD, NEW, '-o', at('errno.bpf')],
    ]) {
      expect((await runCli(words)).status).toBe(0)
      expect((await runCli(['emulate', at('errno.bpf'), 'read'])).out).toContain('ERRNO(EACCES)')
    }
  })

  it('with --kep6061 writes the profile of merge --kep6061', async () => {
    const options = ['--kep6061', '-o', at('kep.json')]
    const now = await runCli(['intersect', OLD, NEW, THIRD, ...options])
    expect(now.status).toBe(0)
    expect(now).toEqual(await runCli(['merge', OLD, NEW, THIRD, ...options]))
  })

  it('refuses what does not fit together', async () => {
    expect(await errorOf('intersect', OLD, NEW, '--kep6061', '--within', 'x86_64')).toContain(
      '--within and --kep6061 exclude each other',
    )
    expect(await errorOf('intersect', OLD, NEW, '--kep6061', '--to', 'hex')).toContain(
      '--to and --kep6061 exclude each other',
    )
    expect(await errorOf('intersect', OLD, NEW, '--empty-architectures', 'native', '-o', at('x'))).toContain(
      '--empty-architectures needs --kep6061',
    )
    expect(await errorOf('intersect', '-', NEW, '-', '-o', at('x.bpf'))).toContain(
      'only one of the filters can come from standard input',
    )
    await runCli(['compile', OLD, '--abi', 's390x', '-o', at('big.bpf')])
    expect(await errorOf('intersect', OLD, NEW, at('big.bpf'), '-o', at('x.bpf'))).toContain('endian')
  })
})

it('emulate --by kernel refuses the options of the interpreter', async () => {
  expect(await errorOf('emulate', RAW, 'read', '--by', 'kernel', '--trace')).toContain(
    '--trace and --by kernel exclude each other',
  )
  expect(await errorOf('emulate', RAW, 'read', '--by', 'kernel', '--raw')).toContain('--raw has no effect')
})

const isMissing = !hasBridge('ffi') && !hasBridge('koffi')
describe.skipIf(isMissing)('run --try', () => {
  const KILLS = file('kills.json', profile('SCMP_ACT_ALLOW', ['mkdir', 'mkdirat'], 'SCMP_ACT_KILL_PROCESS'))
  const COMMAND = ['--', 'mkdir', '-p', '/']
  const withoutPid = ({ err, ...others }: CliOutcome): CliOutcome => ({ ...others, err: err.replace(/"pid":\d+/, '"pid":0') }) // prettier-ignore

  it('reports as try does', async () => {
    const now = withoutPid(await runCli(['run', KILLS, '--try', '--json', ...COMMAND]))
    expect(now).toEqual(withoutPid(await runCli(['try', KILLS, '--json', ...COMMAND])))
    expect(now.status).toBe(1)
  })

  it('writes its report to a file', async () => {
    writeFileSync(at('report.txt'), '')
    expect((await runCli(['run', KILLS, '--try', '-o', at('report.txt'), ...COMMAND])).status).toBe(1)
    expect(readFileSync(at('report.txt'), 'utf8')).toContain('nothing is refused')
  })

  it.each([['--log'], ['--spec-allow'], ['--report'], ['--launcher', 'bwrap']])(
    'refuses %s, which attaches a filter',
    async (...option) => {
      expect(await errorOf('run', KILLS, '--try', ...option, ...COMMAND)).toContain(
        `${option[0]} has no effect with --try, which attaches no filter; leave it out`,
      )
    },
  )
})
