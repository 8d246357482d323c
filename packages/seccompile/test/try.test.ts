import { chmodSync, chownSync, copyFileSync, existsSync, symlinkSync } from 'node:fs'
import { hasBridge } from '@seccompile/kernel/exec'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const profile = (action: string): string =>
  JSON.stringify({
    defaultAction: 'SCMP_ACT_ALLOW',
    architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_AARCH64'],
    syscalls: [{ names: ['mkdirat', 'mkdir'], action }],
  })
const LOGS = file('logs.json', profile('SCMP_ACT_LOG'))
const KILLS = file('kills.json', profile('SCMP_ACT_KILL_PROCESS'))

const isMissing = !hasBridge('ffi') && !hasBridge('koffi')
if (isMissing) process.stderr.write('\n*** NOT RUN: seccompile try: there is neither FFI nor koffi\n\n')

describe.skipIf(isMissing)('the status of seccompile try', () => {
  const COMMAND = ['--', 'mkdir', '-p', '/'] // it makes the call, which fails
  it('is 1 where a call would be refused, and nothing is refused', async () => {
    const { status, err } = await runCli(['try', KILLS, ...COMMAND])
    expect(status).toBe(1)
    expect(err).toMatch(
      /exited with status 0\n.*\n +1 +\S+ mkdir(?:at)?\(.*KILL_PROCESS +mkdir +\S*kills\.json:1:/,
    )
  })

  it('may be 1 for two reasons, which --json tells apart', async () => {
    const refused = await runCli(['try', KILLS, '--json', ...COMMAND])
    expect([refused.status, JSON.parse(refused.err)]).toMatchObject([1, { status: 0, wouldRefuse: true }])
    const failed = await runCli(['try', KILLS, '--json', '--', 'false'])
    expect([failed.status, JSON.parse(failed.err)]).toMatchObject([1, { status: 1, wouldRefuse: false }])
  })

  it.skipIf(process.getuid?.() !== 0)(
    'is with a note for a program without the rights of its file',
    async () => {
      const path = at('true')
      copyFileSync('/bin/true', path)
      chownSync(path, 65534, 0)
      chmodSync(path, 0o4755)
      const { status, err } = await runCli(['try', LOGS, '--', path])
      expect(status).toBe(0)
      expect(err).toContain(
        `note: ${path} has rights by its file (set-user-ID); it ran without them, because no_new_privs is set\n`,
      )
      const { err: json } = await runCli(['run', LOGS, '--report', '--json', '--', path])
      expect(JSON.parse(json)).toMatchObject({ withoutRights: [{ path, rights: 'set-user-ID' }] })
    },
  )

  it('is that of the command where calls would only be logged', async () => {
    const { status, err } = await runCli(['try', LOGS, ...COMMAND])
    expect(status).toBe(0)
    expect(err).toMatch(/ LOG +mkdir/)
    expect(err).toMatch(/note: the filter would refuse no call\n$/)
  })
})

describe.skipIf(isMissing)('a program whose name is a command to a runner of CI', () => {
  it.each([
    ['try', LOGS],
    ['run', LOGS, '--report'],
    ['run', KILLS, '--report'], // nothing is refused by an error, so nothing watches
  ])('is escaped in the JSON of %s %s', async (...words) => {
    const program = at('a##vso[task.x]b##[error]c')
    if (!existsSync(program)) symlinkSync('/bin/true', program)
    const { err } = await runCli([...words, '--json', '--', program])
    expect(err).not.toMatch(/##(?:\[|vso\[)/)
    expect(JSON.parse(err)).toMatchObject({ command: [program], status: 0 })
  })
})
