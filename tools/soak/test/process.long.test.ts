/* The built tool as a person runs it; `npm test` builds it first. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SOAK = fileURLToPath(new URL('../dist/soak.js', import.meta.url))
const QUICK = 'programs through bytes, labels and text'

interface ProcessEnd {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs soak until it ends; sends it SIGINT after `interruptMs`, if given. */
function runSoak(args: readonly string[], interruptMs?: number): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [SOAK, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk) => (stdout += String(chunk)))
    child.stderr.on('data', (chunk) => (stderr += String(chunk)))
    const timer = interruptMs === undefined ? undefined : setTimeout(() => child.kill('SIGINT'), interruptMs)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ code, stdout, stderr })
    })
  })
}

/** As `runSoak`; again with more time where the signal came before soak had its handler, and killed it. */
async function interrupted(args: readonly string[]): Promise<ProcessEnd> {
  for (let ms = 1000; ; ms *= 2) {
    const ended = await runSoak(args, ms)
    if (ended.code !== null) return ended
  }
}

describe('soak', () => {
  it('ends after the rounds asked for with one line, and nothing else in a pipe', async () => {
    const { code, stdout, stderr } = await runSoak(['--rounds', '2', '--seed', '5', '--only', QUICK])
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^soak: 400 cases, 2 rounds, [\d,]+\/s, 0 failures in 0:\d\d:\d\d, seed 5\n$/)
    expect(code).toBe(0)
  })

  it('sums up on ^C and exits 130', async () => {
    const { code, stdout, stderr } = await interrupted(['--minutes', '5', '--seed', '5'])
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^soak: [\d,]+ cases?, \d+ rounds?, [\d,]+\/s, 0 failures in 0:00:\d\d, seed 5\n$/)
    expect(code).toBe(130)
  })

  it('exits 2 where it does not understand', async () => {
    const { code, stdout, stderr } = await runSoak(['--minutes', 'many'])
    expect(stderr).toBe('soak: --minutes takes a number above 0, up to 10080, not "many"\n')
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })
})
