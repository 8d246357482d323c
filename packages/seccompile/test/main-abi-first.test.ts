/*
 * For a policy with several ABIs, the output shows the main ABI first. Here the main ABI has the larger AUDIT_ARCH
 * value.
 */
import { describe, expect, it } from 'vitest'
import { allow, profile } from './profile.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const ABIS = { architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'] }
const ofBoth = (...names: readonly string[]): string =>
  JSON.stringify({ ...(JSON.parse(profile(allow(names))) as object), ...ABIS })
const LESS = file('less.json', ofBoth('read'))
const MORE = file('more.json', ofBoth('read', 'mount'))
const SOCKETCALL = file('socketcall.json', ofBoth('read', 'socketcall'))
const text = async (...args: readonly string[]): Promise<string> => (await runCli([...args])).out

/** The first line of an answer of subset. */
const strict = (call: string, one = MORE): string => `${one} is not at least as strict as ${LESS}: ${call}\n`

/** The lines of `shown` that name one ABI and nothing else. */
const headings = (shown: string): readonly string[] =>
  shown.split('\n').filter((line) => ['x86_64', 'x86', 'any other arch'].includes(line))

describe('the main ABI is first', () => {
  it('in the tables of report, and in explain', async () => {
    const report = await text('report', SOCKETCALL, '--format', 'markdown', '-o', '-')
    const [, table = ''] = /\n## What it does\n([^]*?)\n## /.exec(report) ?? []
    const rows = [...table.matchAll(/^\| \*\*\S\*\* \S+ \| ((?:x86|any).*?) \| (.*?) \|/gm)].map(
      ([, abis, calls]) => [abis, calls],
    )
    expect(rows).toEqual([['x86_64, x86', '`read`'], ['x86_64', '`0x40000000..0xfffffffe`'],
      ['x86', '`socketcall`'], ['x86_64, x86', 'every other call'], ['any other arch', 'every call']]) // prettier-ignore
    const names = ['explain', MORE, '--names']
    expect(headings(await text(...names))).toEqual(['x86_64', 'x86', 'any other arch'])
    expect(headings(await text(...names, '--abi', 'x86,x86_64'))).toEqual(['x86', 'x86_64', 'any other arch'])
    expect(await text('explain', MORE)).toMatch(/^x86_64\n[^]*\nx86: as x86_64, but\n[^]*\nany other arch\n/)
    expect(await text('explain', MORE, '--abi', 'x86,x86_64')).toMatch(/^x86\n[^]*\nx86_64: as x86, but\n/)
  })

  it('in the call that subset, prove and solve show', async () => {
    expect(await text('subset', MORE, '--of', LESS)).toContain(strict('x86_64 mount()'))
    expect(await text('prove', LESS, MORE)).toContain('different: x86_64 mount()')
    expect(await text('subset', MORE, '--of', LESS, '--abi', 'x86,x86_64')).toContain(strict('x86 mount()'))
    expect(await text('solve', MORE, '--verdict', 'ERRNO')).toMatch(/^x86_64 /)
    expect(await text('solve', MORE, '--verdict', 'ALLOW', '--abi', 'x86,x86_64')).toMatch(/^x86 /)
  })

  it('unless only another ABI shows it, or --within asks for another', async () => {
    expect(await text('subset', SOCKETCALL, '--of', LESS)).toContain(strict('x86 socketcall()', SOCKETCALL))
    expect(await text('prove', LESS, SOCKETCALL)).toContain('different: x86 socketcall()')
    expect(await text('subset', MORE, '--of', LESS, '--within', 'x86')).toContain(strict('x86 mount()'))
    expect(await text('solve', SOCKETCALL, '--verdict', 'ALLOW', '--arg', '0=7', '--within', 'x86')).toMatch(/^x86 /) // prettier-ignore
  })

  it('and of a raw filter for other architectures that of 64 bits', async () => {
    for (const [policy, name] of [
      [LESS, 'less.bpf'],
      [MORE, 'more.bpf'],
    ] as const)
      // prettier-ignore
      await text('compile', policy, '--abi', 'arm,aarch64', '-o', at(name))
    expect(await text('explain', at('more.bpf'))).toMatch(/^aarch64\n[^]*\narm: as aarch64, but\n/)
    expect(await text('prove', at('less.bpf'), at('more.bpf'))).toMatch(/^different: aarch64 /)
  })
})
