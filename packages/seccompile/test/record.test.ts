import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { hasBridge } from '@seccompile/kernel/exec'
import { describe, expect, it } from 'vitest'
import { main } from '../src/main.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at } = temporaryFolder()
const isMissing = !hasBridge('ffi') && !hasBridge('koffi')
if (isMissing) process.stderr.write('\n*** NOT RUN: seccompile record: there is neither FFI nor koffi\n\n')

describe.skipIf(isMissing)('seccompile record', () => {
  it('writes the recording to standard output by -o -', async () => {
    const { status, out, err } = await runCli(['record', '-o', '-', '--', 'true'])
    expect([status, err]).toEqual([0, 'note: not seen: exit, exit_group, rt_sigreturn, sigreturn\n'])
    expect(out).toMatch(/^\{"format":"seccompile-recording",.*\n(?:.*\n)*.*"call":"execve"/)
  })

  it('shows on a terminal the calls, the different ones, and the time of the newest', async () => {
    let err = ''
    const io = { out: () => {}, outBytes: () => {}, outIsTerminal: false, errIsTerminal: true }
    const words = ['record', '-o', at('shown.ndjson'), '--', 'sleep', '0.2']
    expect(await main(words, { ...io, err: (text) => (err += text), env: { NO_COLOR: '1' } })).toBe(0)
    const [first = '', ...more] = err.split('\r\u001B[K').slice(1)
    expect(first).toMatch(/^\d+ calls, \d+ different, the newest at \d\d:\d\d:\d\d$/)
    expect(more.at(-1)).toMatch(/^note: not seen: /)
  })

  it('starts nothing where there is no folder for the recording', async () => {
    const { status, err } = await runCli(['record', '-o', at('none/r.ndjson'), '--', 'touch', at('ran')])
    expect(status).toBe(125)
    expect(err).toMatch(/none\/r\.ndjson: cannot be written: its folder does not exist; nothing was started/)
    expect(existsSync(at('ran'))).toBe(false)
  })

  it.skipIf(!existsSync('/dev/full'))('keeps the recording where the disk is full', async () => {
    const { status, err } = await runCli(['record', '-o', '/dev/full', '--', 'true'])
    expect(status).toBe(125)
    expect(err).toContain('/dev/full: cannot be written: no space left')
    const [, path = ''] = /the recording is in (\S+)/.exec(err) ?? []
    expect(readFileSync(path, 'utf8')).toContain('"call":"execve"')
    rmSync(dirname(path), { recursive: true })
  })
})
