/*
 * For a policy with several ABIs, the output shows the main ABI first. Here the main ABI has the larger AUDIT_ARCH
 * value.
 */
import { describe, expect, it } from 'vitest'
import { allow, profile } from './profile.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { file } = temporaryFolder()
const ABIS = { architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'] }
const ofBoth = (...names: readonly string[]): string =>
  JSON.stringify({ ...(JSON.parse(profile(allow(names))) as object), ...ABIS })
const LESS = file('less.json', ofBoth('read'))
const MORE = file('more.json', ofBoth('read', 'mount'))
const SOCKETCALL = file('socketcall.json', ofBoth('read', 'socketcall'))
const text = async (...args: readonly string[]): Promise<string> => (await runCli([...args])).out

/** The lines of `shown` that name one ABI and nothing else. */
const headings = (shown: string): readonly string[] =>
  shown.split('\n').filter((line) => ['x86_64', 'x86', 'any other arch'].includes(line))

describe('the main ABI is first', () => {
  it('in the tables of report, and in explain', async () => {
    const report = await text('report', SOCKETCALL, '--format', 'markdown', '-o', '-')
    const [, table = ''] = /\n## What it does\n([^]*?)\n## /.exec(report) ?? []
    const rows = [...table.matchAll(/^\| \S+ \| ((?:x86|any).*?) \| (.*?) \|/gm)].map(([, abis, calls]) => [
      abis,
      calls,
    ])
    expect(rows).toEqual([['x86_64, x86', '`read`'], ['x86_64', '`0x40000000..0xfffffffe`'],
      ['x86', '`socketcall`'], ['x86_64, x86', 'every other call'], ['any other arch', 'every call']]) // prettier-ignore
    expect(headings(await text('explain', MORE))).toEqual(['x86_64', 'x86', 'any other arch'])
    expect(headings(await text('explain', MORE, '--abi', 'x86,x86_64'))).toEqual(['x86', 'x86_64', 'any other arch']) // prettier-ignore
  })

  it('in the call that subset and prove show', async () => {
    expect(await text('subset', MORE, '--of', LESS)).toContain('weaker: x86_64 mount()')
    expect(await text('prove', LESS, MORE)).toContain('different: x86_64 mount()')
    expect(await text('subset', MORE, '--of', LESS, '--abi', 'x86,x86_64')).toContain('weaker: x86 mount()')
  })

  it('unless only another ABI shows it, or --within asks for another', async () => {
    expect(await text('subset', SOCKETCALL, '--of', LESS)).toContain('weaker: x86 socketcall()')
    expect(await text('prove', LESS, SOCKETCALL)).toContain('different: x86 socketcall()')
    expect(await text('subset', MORE, '--of', LESS, '--within', 'x86')).toContain('weaker: x86 mount()')
  })
})
