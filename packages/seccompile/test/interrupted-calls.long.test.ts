/* Calls of a watched command that a signal interrupts before the watcher has received them. */
import { spawnSync } from 'node:child_process'
import { hasBridge } from '@seccompile/kernel/exec'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const PROFILE = file(
  'no-rmdir.json',
  JSON.stringify({
    defaultAction: 'SCMP_ACT_ALLOW',
    architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_AARCH64'],
    syscalls: [{ names: ['rmdir', 'unlinkat'], action: 'SCMP_ACT_KILL_PROCESS' }],
  }),
)

/** Why no such call can be made here. */
function whyNot(): string | undefined {
  if (!hasBridge('ffi') && !hasBridge('koffi')) return 'there is neither FFI nor koffi'
  const { status } = spawnSync('perl', ['-MTime::HiRes', '-e', ''])
  return status === 0 ? undefined : 'there is no perl with Time::HiRes'
}

const reason = whyNot()
if (reason !== undefined) process.stderr.write(`\n*** NOT RUN: interrupted calls: ${reason}\n\n`)

/** Makes calls until one fails with EINTR, as perl's handlers have no SA_RESTART; then one that does not. The timer may end perl. */
const SCRIPT = `
  $SIG{ALRM} = sub {};
  Time::HiRes::ualarm(1000, 1000);
  do { rmdir "/none/none" } until $!{EINTR};
  do { rmdir "/none/none" } while $!{EINTR};`
const PERL = ['perl', '-MTime::HiRes', '-e', SCRIPT] as const

describe.skipIf(reason !== undefined)('a call that a signal interrupts', () => {
  it('is said by record, which offers strace', async () => {
    const { err } = await runCli(['record', '-o', at('r.ndjson'), '--', ...PERL])
    expect(err).toMatch(/^note: \d+ calls? w.* interrupted .* EINTR .*; "record --by strace" .*$/m)
  })

  it('is said by try, and counted by --json', async () => {
    const { err } = await runCli(['try', PROFILE, '--json', '--', ...PERL])
    const { interrupted } = JSON.parse(err.slice(err.indexOf('{'))) as { readonly interrupted?: unknown }
    expect(interrupted).toBeGreaterThan(0)
  })
})
