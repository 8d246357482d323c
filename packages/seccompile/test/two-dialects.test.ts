/* Files that two compilers read in different ways, and the options that choose a reading. */
import { expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()

const filter = { syscall: 'ioctl', args: [{ index: 1, type: 'dword', op: 'ne', val: 5 }] }
const threads = (keys: readonly [string, string]): string => {
  const one = { [keys[0]]: { errno: 1 }, [keys[1]]: 'allow', filter: [filter] }
  return JSON.stringify({ vmm: one, api: one })
}
const FIRECRACKER = file('firecracker.json', threads(['default_action', 'filter_action']))

/** The verdict of `ioctl(0, 2 ** 32 + 5)`, and the warnings. */
async function emulated(argument: string): Promise<readonly [verdict: string | undefined, warnings: string]> {
  const { out, err } = await runCli(['emulate', argument, 'ioctl', '0', '0x100000005'])
  return [/ALLOW|ERRNO\(EPERM\)/.exec(out)?.[0], err]
}

it('is read as Firecracker reads it by its keys, and warned of where seccompiler differs', async () => {
  const [verdict, warnings] = await emulated(`${FIRECRACKER}#vmm`)
  expect(verdict).toBe('ALLOW')
  expect(warnings).toContain('1 file: 2 warnings, [two-dialects], [width-gap]')
  const { err } = await runCli(['compile', `${FIRECRACKER}#vmm`, '-o', at('vmm.bpf')])
  expect(err).toContain('seccompiler compares 32 bits of the argument, Firecracker 64 [two-dialects]')
})

it.each([
  ['firecracker:vmm', 'ALLOW'],
  ['seccompiler:api', 'ERRNO(EPERM)'],
])('is read as it is asked for, without that warning: #%s', async (part, expected) => {
  const [verdict, warnings] = await emulated(`${FIRECRACKER}#${part}`)
  expect([verdict, warnings]).toEqual([expected, expect.not.stringContaining('dialect')])
})

it('names the threads where only the dialect is said', async () => {
  const { status, err } = await runCli(['lint', `${FIRECRACKER}#firecracker`])
  expect([status, err]).toEqual([2, expect.stringContaining('has 2 filters; name one of "vmm", "api"')])
})

it('is written for Firecracker, and not for seccompiler, by which calls of x32 get what others without a rule get', async () => {
  const source = `${FIRECRACKER}#firecracker:vmm`
  const same = await runCli(['convert', source, '--to', 'firecracker'])
  expect([same.status, same.out]).toEqual([0, expect.stringContaining('"default_action": {"errno": 1}')])
  const other = await runCli(['convert', source, '--to', 'seccompiler'])
  expect([other.status, other.err]).toEqual([
    1,
    expect.stringContaining('every call of x32 gets ERRNO(EPERM)'),
  ])
})

it('is a line of minijail too, which the command read in one dialect without a word', async () => {
  const path = file('x.policy', 'read: arg0 == 0; return EPERM\nexit_group: 1\n')
  expect((await runCli(['compile', path, '-o', at('x.bpf')])).err).toContain('[two-dialects]')
  expect((await runCli(['compile', `${path}#c`, '-o', at('x.bpf')])).err).not.toContain('dialect')
})
