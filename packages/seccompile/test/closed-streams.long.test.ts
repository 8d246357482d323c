/*
 * Every command with a stream that is closed, or that takes nothing. What cannot be written is told, and the exit status
 * is a failure. Only where the exit status or an effect is the answer is the command still a success.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadCommands } from '../src/command-groups.ts'
import { temporaryFolder } from './temporary-folder.ts'

const COMMAND = fileURLToPath(new URL('../bin/seccompile.js', import.meta.url))
const { at, file } = temporaryFolder()
const { FORCE_COLOR: _forced, NO_COLOR: _none, ...env } = process.env

const PRESET = 'preset:no-tracing'
const calls = file('calls.strace', 'read(0, "", 1) = 0\n')
const listing = file('a.asm', 'ret #0x7fff0000\n')
const raw = file('a.bpf', Buffer.from([6, 0, 0, 0, 0, 0, 0xff, 0x7f]))
const profile = file('p.json', '{ "defaultAction": "SCMP_ACT_ERRNO", "syscalls": [{ "names": ["open", "exit"], "action": "SCMP_ACT_ALLOW" }] }') // prettier-ignore
const HEAD =
  '{"format":"seccompile-recording","version":1,"source":"watch","machine":"x86_64","unseen":[],"abis":["x86_64"]}'
const recording = file('r.ndjson', `${HEAD}\n{"abi":"x86_64","nr":0,"call":"read","count":1}\n{"end":true,"rows":1,"calls":1}\n`) // prettier-ignore

/** A command line of each command that prints. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  policy: [calls],
  compile: [PRESET],
  optimize: [raw, '-o', '-'],
  intersect: [PRESET, raw, '-o', '-'],
  convert: [PRESET, '--to', 'hex'],
  merge: ['--kep6061', profile, profile],
  heal: [profile, '--from', calls],
  port: [profile, '--to', 'aarch64'],
  asm: [listing],
  explain: [PRESET],
  emulate: [PRESET, 'read'],
  solve: [PRESET, '--verdict', 'ALLOW', '--json'],
  diff: [PRESET, raw, '--json'],
  prove: [PRESET, PRESET, '--json'],
  subset: [PRESET, '--of', PRESET, '--json'],
  digest: [PRESET],
  disasm: [PRESET],
  cost: [PRESET],
  verify: [raw, '--json'],
  lint: [PRESET, '--format', 'sarif'],
  blocks: [PRESET, '--json'],
  report: [PRESET, '--format', 'html'],
  'new-calls': [PRESET, '--kernel', '5.4..6.1'],
  runtime: [profile],
  draw: ['barcode', PRESET, '--format', 'svg', '-o', '-'],
  recordings: ['sum', recording],
  doctor: [],
  lookup: ['read'],
  call: ['read'],
  groups: [],
  presets: [],
  passes: [],
  complete: ['bash'],
  help: [],
  '--version': [],
}
/** Commands that print what another program, the kernel or a failed pass has told; their own tests run them. */
const ELSEWHERE = ['run', 'try', 'record', 'dump', 'oracle', 'bench', 'check-manifest', 'reproduce', 'launch']
/** Command lines whose exit status, or whose file, is an answer, and that ask for no text. */
const ANSWERS = [
  ['launch', 'docker', profile, '-o', at('docker.json'), '--', 'true'],
  ['verify', raw],
  ['prove', PRESET, PRESET],
  ['subset', PRESET, '--of', PRESET],
  ['lint', PRESET],
  ['solve', PRESET, '--verdict', 'ALLOW'],
]

interface StreamEnding {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** Runs a command in a shell, with `streams`, redirections of the shell. */
async function ending(words: readonly string[], streams: string): Promise<StreamEnding> {
  const line = `exec "$@" ${streams}`
  return new Promise((resolve) => {
    execFile('sh', ['-c', line, 'sh', process.execPath, COMMAND, ...words], { cwd: at(''), env }, (error, out, err) => resolve({ status: Number(error?.code ?? 0), out, err })) // prettier-ignore
  })
}

it('has a line of every command', async () => {
  const all = (await loadCommands()).map(({ name }) => name)
  expect([...Object.keys(LINES), ...ELSEWHERE].sort()).toEqual([...all, 'help', '--version'].sort())
})

const lines = Object.entries(LINES).map(([name, words]) => [name, ...words])
describe.skipIf(process.platform !== 'linux' || !existsSync('/dev/full'))('a command that prints', () => {
  it.concurrent.each(lines)('%s %s', async (...words) => {
    const open = await ending(words, '')
    expect(open.out, 'it prints').not.toBe('')
    const told = /^(?:error|warning): standard output cannot be written: /m
    for (const streams of ['>&-', '> /dev/full']) {
      const { status, err } = await ending(words, streams)
      expect([status, err], streams).toEqual([2, expect.stringMatching(told)])
    }
    const { status, out } = await ending(words, '<&- 2>&-')
    expect([status, out]).toEqual([open.status, open.out])
  })

  it('fails too where the error cannot be written', async () => {
    for (const streams of ['>&- 2>&-', '> /dev/full 2>&-', '> /dev/full 2> /dev/full'])
      expect((await ending(['disasm', raw], streams)).status, streams).toBe(2)
    expect((await ending(['disasm', raw], '2> /dev/full')).status, 'it has nothing to tell').toBe(0)
  })

  it('fails where a report on standard error cannot be written (issue 50)', async () => {
    expect((await ending(['compile', PRESET], '2> /dev/full')).status, 'it has a note').toBe(2)
    expect((await ending(['compile', PRESET], '2>&-')).status, 'closed by the person').toBe(0)
    expect((await ending(['run', PRESET, '--report', '--', 'true'], '2> /dev/full')).status).toBe(125)
  })

  it.concurrent.each(ANSWERS)('%s %s keeps its exit status, and tells', async (...words) => {
    const open = await ending(words, '')
    const closed = await ending(words, '>&-')
    expect([closed.status, closed.err]).toEqual([open.status, expect.stringContaining('cannot be written')])
    expect((await ending(words, '> /dev/full')).status).toBe(2)
    expect(await ending(words, '> /dev/null')).toEqual({ ...open, out: '' })
  })
})
