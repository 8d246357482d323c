/* The report of a command in a file of its own, apart from what the command writes to standard error. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hasBridge } from '@seccompile/kernel/exec'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const COMMAND = fileURLToPath(new URL('../bin/seccompile.js', import.meta.url))
const { at, file } = temporaryFolder()
const PROFILE = JSON.stringify({
  defaultAction: 'SCMP_ACT_ALLOW',
  architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_AARCH64'],
  syscalls: [{ names: ['mkdirat', 'mkdir'], action: 'SCMP_ACT_ERRNO', errnoRet: 1 }],
})
const REFUSES = file('refuses.json', PROFILE)

const isMissing = !hasBridge('ffi') && !hasBridge('koffi')
if (isMissing)
  process.stderr.write('\n*** NOT RUN: the report of a command: there is neither FFI nor koffi\n\n')

describe.skipIf(isMissing)('-o of run --report and of try', () => {
  const COMMAND = ['--', 'mkdir', '-p', '/'] // it makes the call, which fails
  const USES = [
    ['run', '--report'],
    ['try', '-q'],
  ] as const

  it.each(USES)('of %s %s has what standard error has without it', async (name, option) => {
    const shown = await runCli([name, REFUSES, option, ...COMMAND])
    mkdirSync(at(name))
    const output = file(`${name}/report.txt`, 'before')
    const { status, out, err } = await runCli([name, REFUSES, option, '-o', output, ...COMMAND])
    expect([status, out, err]).toEqual([shown.status, '', ''])
    expect(readFileSync(output, 'utf8')).toBe(shown.err)
    expect(shown.err).toMatch(/^note: .*mkdir: exited with status \d\n.*\n +1 .* mkdir/s)
    expect(readdirSync(dirname(output))).toEqual(['report.txt'])
  })

  it.each(USES)('of %s %s has the report for machines', async (name, option) => {
    const output = at(`${name}.json`)
    const { err } = await runCli([name, REFUSES, option, '--json', '-o', output, ...COMMAND])
    expect(err).toBe('')
    expect(JSON.parse(readFileSync(output, 'utf8'))).toMatchObject({
      denied: [{ program: expect.stringMatching(/mkdir|coreutils|busybox/) as string, count: 1 }],
    })
  })

  it('writes to standard output by -o -, and the rows of --follow to standard error', async () => {
    const words = ['run', REFUSES, '--report', '--follow', '-o', '-', ...COMMAND]
    const { out, err } = await runCli(words)
    expect(out).toMatch(/^note: mkdir: exited/)
    expect(err).toMatch(/^count .*\n +1 .*\n$/)
  })

  it('starts nothing where it names the policy, or a file of no folder', async () => {
    const touch = ['--', 'touch', at('ran')]
    expect(await runCli(['run', REFUSES, '--report', '-o', REFUSES, ...touch])).toMatchObject({
      status: 125,
      err: `error: ${REFUSES}: is an input file, which the output would replace; name another file with -o\n`,
    })
    expect(await runCli(['try', REFUSES, '-o', at('none/report'), ...touch])).toMatchObject({
      status: 125,
      err: `error: ${at('none/report')}: cannot be written: its folder does not exist; nothing was started\n`,
    })
    expect([existsSync(at('ran')), readFileSync(REFUSES, 'utf8')]).toEqual([false, PROFILE])
  })

  it('needs --report', async () => {
    expect(await runCli(['run', REFUSES, '-o', at('report'), '--', 'true'])).toMatchObject({
      status: 125,
      err: 'error: -o needs --report\n',
    })
  })

  it.skipIf(!existsSync('/dev/full'))('loses no report where the disk is full', async () => {
    const { status, err } = await runCli(['run', REFUSES, '--report', '-o', '/dev/full', ...COMMAND])
    expect(status).toBe(125)
    expect(err).toContain('/dev/full: cannot be written: no space left')
    const [, path = ''] = /the report is in (\S+)/.exec(err) ?? []
    expect(readFileSync(path, 'utf8')).toMatch(/ mkdir/)
    rmSync(dirname(path), { recursive: true })
  })
})

const inBwrap = (...words: readonly string[]): readonly string[] => [
  '--dev-bind',
  '/',
  '/',
  '--unshare-pid',
  ...words,
]
const hasBwrap = spawnSync('bwrap', inBwrap('--proc', '/proc', 'true')).status === 0
if (!hasBwrap) process.stderr.write('\n*** NOT RUN: a report in a sandbox: bwrap makes none here\n\n')

describe.skipIf(isMissing || !hasBwrap)('run --report in a sandbox of bwrap', () => {
  /** The programs of the refused calls, in a sandbox with these words. */
  function programsWith(...words: readonly string[]): readonly string[] {
    const output = at('sandbox.json')
    const run = [process.execPath, COMMAND, 'run', REFUSES, '--report', '--json', '-o', output]
    const { status } = spawnSync('bwrap', [...inBwrap(...words), ...run, '--', 'mkdir', '/none'])
    const { denied } = JSON.parse(readFileSync(output, 'utf8')) as { denied: { program: string }[] }
    expect([status, denied.length]).toEqual([1, 1])
    return denied.map(({ program }) => program)
  }

  it('names the programs where the sandbox has its own /proc, and only there', () => {
    expect(programsWith('--proc', '/proc')).toEqual([expect.stringMatching(/mkdir|coreutils|busybox/)])
    expect(programsWith()).toEqual([''])
  })
})
