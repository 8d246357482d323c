/*
 * bpf_asm itself as the judge. Its output for the texts in ./bpf-asm is stored. Where SECCOMPILE_BPF_ASM is the path
 * of a bpf_asm, it also runs on random texts and on every program of other tools.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import type { Program } from '@seccompile/abi'
import { baseline, BASELINE_NAMES } from '@seccompile/vectors'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, decode, parseAssembly, printAssembly } from '@seccompile/cbpf'
import { arbitraryProgram } from '@seccompile/cbpf/arbitrary'
import { styled } from './styled.ts'

const folder = new URL('bpf-asm/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

/** The program in the output of `bpf_asm -c`: `{ 0x15,  0,  1, 0x00000806 },`, where a zero has no `0x`. */
function printed(output: string): Program {
  const lines = output.matchAll(/\{ *(\w+), *(\d+), *(\d+), *(\w+) \},/g)
  return [...lines].map(([, code, jt, jf, k]) => ({
    code: Number(code),
    jt: Number(jt),
    jf: Number(jf),
    k: Number(k),
  }))
}

describe('bpf_asm', () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.asm')))('makes the same of %s', (name) => {
    const expected = printed(read(name.replace(/asm$/, 'out')))
    expect(expected.length).toBeGreaterThan(10)
    expect(parseAssembly(read(name), { file: name })).toEqual(expected)
  })
})

const bpfAsm = process.env['SECCOMPILE_BPF_ASM']

if (bpfAsm === undefined)
  process.stderr.write('\n*** NOT RUN: a live bpf_asm: SECCOMPILE_BPF_ASM does not name it\n\n')

describe.skipIf(bpfAsm === undefined)('a live bpf_asm', () => {
  const assembled = (text: string): Program =>
    printed(spawnSync(bpfAsm!, ['-c'], { input: text, encoding: 'utf8' }).stdout)

  it('reads what printAssembly writes of the programs of other tools', () => {
    for (const name of BASELINE_NAMES) {
      const program = decode(baseline(name), 'little')
      expect(assembled(printAssembly(program)), name).toEqual(canonical(program))
    }
  })

  it('makes the same of random texts', () => {
    const choices = fc.array(fc.nat(), { minLength: 20, maxLength: 200 })
    fc.assert(
      fc.property(arbitraryProgram(), choices, (program, ways) => {
        const text = styled(program, ways)
        expect(assembled(text)).toEqual(canonical(program))
        expect(parseAssembly(text)).toEqual(canonical(program))
      }),
      { numRuns: 500 },
    )
  })
})
