/* The command, on quick targets. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { keptInputs } from '../src/corpus.ts'
import { judgeOf } from '../src/judges.ts'
import { fuzzTargets } from '../src/targets.ts'

const PROGRAM = fileURLToPath(new URL('../dist/fuzz.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'fuzz-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface FuzzEnd {
  readonly status: number | null
  readonly out: string
  readonly said: string
}

/** Runs the command; sends ^C after so many milliseconds. */
function fuzz(args: readonly string[], interruptAfter?: number): Promise<FuzzEnd> {
  const child = spawn(process.execPath, [PROGRAM, ...args, '--folder', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, said] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  if (interruptAfter !== undefined) setTimeout(() => child.kill('SIGINT'), interruptAfter)
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, out, said })))
}

describe('fuzz', () => {
  it('finds the faults that are planted in verify and listing, and no seed shows them', async () => {
    const { status, out, said } = await fuzz(['verify', 'listing', '--planted', '--seconds', '120'])
    expect([status, said]).toEqual([0, ''])
    expect(out).toMatch(/^found listing: planted .*\nfound verify: planted .*\n$/)
  }, 400_000)

  it('finds nothing wrong without them, prints its coverage as JSON, and keeps new inputs', async () => {
    const { status, out } = await fuzz(['verify', '--seconds', '5', '--json'])
    expect(status).toBe(0)
    const row = JSON.parse(out) as {
      readonly edges: number
      readonly executions: number
      readonly newInputs: number
    }
    expect(row.edges).toBeGreaterThan(20)
    expect(row.executions).toBeGreaterThan(100)
    expect(row.newInputs).toBeGreaterThan(0)
  }, 200_000)

  it('ends at ^C with the row so far, and nothing is lost', async () => {
    const { status, out } = await fuzz(['verify', '--seconds', '600'], 20_000)
    expect(status).toBe(130)
    expect(out).toMatch(/^verify: .* runs in /)
  }, 200_000)
})

it('no judge finds a fault in a seed or a kept input', async () => {
  for (const { name, seeds } of await fuzzTargets()) {
    const judge = await judgeOf(name)
    for (const input of [...seeds, ...keptInputs(name)]) await judge(input)
  }
}, 300_000)
