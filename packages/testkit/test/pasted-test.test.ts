import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { AUDIT_ARCH, seccompData, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { describe, expect, it } from 'vitest'
import { edgesOf, explain } from '@seccompile/testkit'
import { pastedTest } from '../src/pasted-test.ts'

const ALLOW = verdictOf('ALLOW')
const KILL = verdictOf('KILL_THREAD')
const found = { data: seccompData({ nr: 5, arch: AUDIT_ARCH.X86_64, args: [7n] }), left: ALLOW, right: KILL }
const before = { level: 'program', ir: edgesOf('program')['one return']! } as const
const text = pastedTest('dead-code', before, before, found, 'big')

/** Runs the body of the test in `pasted`, with `run` as the pass. The function hands the imports to it. */
async function play(pasted: string, run: (insns: Program) => Program): Promise<void> {
  const folder = join(import.meta.dirname, '..', '.cache', 'pasted')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${run.name}.ts`)
  const body = pasted
    .replace(/import \{ expect, it \} from 'vitest'\n/, "import { expect } from 'vitest'\n")
    .replace(/import \{ deadCode \}.*\n/, '')
    .replace(/it\('[^']*', \(\) =>/, 'export const check = (deadCode: any): void =>')
    .replace(/\}\)$/, '}')
  try {
    writeFileSync(file, body)
    const { check } = (await import(/* @vite-ignore */ file)) as { check: (pass: unknown) => void }
    check({ name: 'dead-code', from: 'program', to: 'program', summary: '', run })
  } finally {
    rmSync(file, { force: true })
  }
}

describe('a test to paste', () => {
  it('names the pass as it is exported, the call and the verdict', () => {
    expect(text).toContain("import { deadCode } from '../src/index.ts'")
    expect(text).toContain("it('keeps ALLOW for call 5 of X86_64'")
    expect(text).toContain("irFromJson('program', [[6,0,0,2147418112]])")
    expect(text).toContain('args: [0x7n, 0x0n, 0x0n, 0x0n, 0x0n, 0x0n] })')
  })

  it('is JavaScript too, for a test without types', () => {
    expect(text).not.toMatch(/ as |: \w+ =/)
    const body = text.replaceAll(/^import .*$/gm, '')
    expect(() => new Script(body)).not.toThrow()
  })

  it('passes where the pass keeps the verdict and fails where it does not', async () => {
    await play(text, function keep(insns) {
      return insns
    })
    const breaks = play(text, function breakIt(insns) {
      return insns.map((insn) => ({ ...insn, k: KILL }))
    })
    await expect(breaks).rejects.toThrow(/expected/)
  })

  it('ends what is shown of a failure', () => {
    expect(explain('dead-code', before, before, found, 'big').endsWith(text)).toBe(true)
  })

  it('is left out, with its size, where its input would fill screens', () => {
    const large = { level: 'program', ir: edgesOf('program')['4096 instructions']! } as const
    expect(pastedTest('dead-code', large, large, found, 'little')).toMatch(/^\(no test: .* \d+ characters\)$/)
  })
})
