/* Units of systemd on the command line. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()

it.each([
  ['a key that is misspelt', '[Service]\nSystemCallFilters=~@mount\nSystemCallFilter=~bpf\n', '2:1: unknown key "SystemCallFilters" is ignored; did you mean "SystemCallFilter"?'],
  ['a key of another case', '[Service]\nSystemCallFilter=~bpf\nsystemcallfilter=~@mount\n', '3:1: unknown key "systemcallfilter" is ignored; did you mean "SystemCallFilter"?'],
  ['a section that starts no program', '[Unit]\nSystemCallFilter=~@mount\n[Service]\nSystemCallFilter=~bpf\n', '2:1: SystemCallFilter= is ignored: it stands in [Unit], and programs are started by [Service]'],
  ['a call that libseccomp does not know', '[Service]\nSystemCallFilter=~bpf open_tree_attr\n', '2:23: libseccomp 2.6.0 does not know the system call "open_tree_attr"; systemd leaves it out, and it may run'],
  ['a word that systemd leaves out', '[Service]\nSystemCallFilter=~bpf mount:EPREM\n', '2:23: systemd leaves out "mount:EPREM": unknown errno "EPREM"; did you mean "EPERM"?; its calls may run'],
])('refuses %s under --strict, and warns otherwise (issue 32)', async (_, text, message) => {
  const path = file('lost.service', text)
  const strict = await runCli(['compile', path, '--strict', '-o', at('strict.bpf')])
  expect([strict.status, strict.err]).toEqual([2, `error: ${path}:${message}\n`])
  expect(existsSync(at('strict.bpf'))).toBe(false)
  const { status, err } = await runCli(['compile', path, '-v', '-o', at('open.bpf')])
  expect([status, err]).toEqual([0, expect.stringContaining(`warning: ${path}:${message} [`)])
}) // prettier-ignore

it('sees a refusal behind a line that ends in two backslashes (issue 32)', async () => {
  const path = file('prefix.service', '[Service]\nEnvironment=PREFIX=C:\\\\\nSystemCallFilter=~@mount\n')
  const { out } = await runCli(['emulate', path, 'mount'])
  expect(out).toMatch(/^x86_64 mount: KILL_PROCESS/)
})

it('compiles a unit whose list of what runs is emptied, with a warning (issue 32)', async () => {
  const path = file('empty.service', '[Service]\nSystemCallFilter=read\nSystemCallFilter=~@known\n')
  const { status, err } = await runCli(['compile', path, '-v', '-o', at('empty.bpf')])
  expect([status, err]).toEqual([0, expect.stringContaining('3:1: systemd 257 does not start the unit: its list of calls that run is empty')]) // prettier-ignore
})

it('names filters that are not read, where a unit has no others', async () => {
  const path = file('namespaces.service', '[Service]\nRestrictNamespaces=yes\n')
  const { status, err } = await runCli(['compile', path, '-o', at('none.bpf')])
  expect([status, err]).toEqual([2, `error: ${path}:1:1: unit filters no system calls; expected SystemCallFilter=, SystemCallLog= or SystemCallArchitectures=; RestrictNamespaces= attaches a filter of its own, which is not read\n`]) // prettier-ignore
})

it('kills calls of an ABI that SystemCallArchitectures= does not list, also where --abi names it', async () => {
  const path = file('native.service', '[Service]\nSystemCallFilter=~bpf\nSystemCallArchitectures=native\n')
  const made = await runCli(['compile', path, '--abi', 'x86_64,x86', '-o', at('native.bpf')])
  expect(made.err).toContain(
    'note: the policy is closed to x86, so KILL_THREAD is the verdict of every call there, even if --abi names the ABI',
  )
  const { out } = await runCli(['emulate', at('native.bpf'), 'read', '--abi', 'x86'])
  expect(out).toMatch(/^x86 read: KILL_THREAD/)
})

it('takes the first ABI of --abi for that of the machine', async () => {
  const path = file('arm.service', '[Service]\nSystemCallFilter=read\nSystemCallErrorNumber=EPERM\n')
  const asked = ['x86_64', 'riscv64'].map((abi) =>
    runCli(['emulate', path, 'riscv_flush_icache', '--abi', abi]),
  )
  const [x86, riscv] = await Promise.all(asked)
  expect(x86?.err).toContain('riscv_flush_icache')
  expect(riscv?.out).toMatch(/^riscv64 riscv_flush_icache: ALLOW/)
})

it('writes a unit with a note where numbers without a name get another errno than ENOSYS', async () => {
  const policy = file('errno.json', JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', syscalls: [{ names: ['read', 'write'], action: 'SCMP_ACT_ALLOW' }] })) // prettier-ignore
  const { status, out, err } = await runCli(['convert', policy, '-o', at('errno.service')])
  expect([status, err]).toEqual([0, 'note: a unit of systemd: calls that systemd does not know are refused, and get ERRNO(ENOSYS)\n']) // prettier-ignore
  expect(out).toContain('proved, digest ')
  expect(readFileSync(at('errno.service'), 'utf8')).toContain('SystemCallErrorNumber=EPERM\n')
  const killing = file('kill.json', readFileSync(policy, 'utf8').replace('SCMP_ACT_ERRNO', 'SCMP_ACT_KILL_PROCESS')) // prettier-ignore
  const refused = await runCli(['convert', killing, '-o', at('kill.service')])
  expect([refused.status, existsSync(at('kill.service'))]).toEqual([1, false])
  expect(refused.err).toContain('without a name, get KILL_PROCESS')
})

it('finds no enosys-expected in numbers that systemd does not know', async () => {
  const path = file('service.service', '[Service]\nSystemCallFilter=@system-service\nSystemCallErrorNumber=EPERM\nSystemCallArchitectures=native\n') // prettier-ignore
  const { out } = await runCli(['lint', path])
  expect(out).not.toContain('enosys-expected')
})

it('says for which machine a unit is read, which the first of --abi is (issue 32)', async () => {
  const path = file('native.service', '[Service]\nSystemCallFilter=~bpf\nSystemCallArchitectures=native\n')
  const { err } = await runCli(['emulate', path, '--abi', 'x86', 'mount'])
  expect(err).toContain('would attach it on x86\n')
  const both = await runCli(['emulate', path, '--abi', 'x86_64,x86', 'mount'])
  expect(both.err).toContain('would attach it on x86_64\n')
})
