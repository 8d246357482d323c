import { BPF } from '@seccompile/abi'
import { program } from '@seccompile/cbpf'
import { describe, expect, it } from 'vitest'
import { corpus } from '../src/corpus.ts'
import { commandOf, counted, longestPath } from '../src/measure.ts'

describe('longestPath', () => {
  const insn = (code: number, jt: number, jf: number, k: number) => ({ code, jt, jf, k })

  it('is the longest of all ways, taken or not', () => {
    const jumps = program([
      insn(BPF.JEQ_K, 2, 0, 1),
      insn(BPF.LD_IMM, 0, 0, 0),
      insn(BPF.JA, 0, 0, 1),
      insn(BPF.RET_K, 0, 0, 0),
      insn(BPF.RET_K, 0, 0, 0),
    ])
    expect(longestPath(jumps)).toBe(4)
    expect(longestPath([])).toBe(0)
  })
})

describe('a row', () => {
  it('counts what is named more than once', () => {
    expect(counted(['a', 'b', 'a'])).toBe('a×2 b')
  })

  it('belongs to a command', () => {
    const entry = corpus.find(({ name }) => name === 'requirements-old')!
    expect(commandOf(entry, 'size')).toBe(
      'seccompile compile policies/requirements.json --abi x86_64,x86,x32 --caps "" --kernel 4.4 --pipeline size -o filter.bpf',
    )
  })
})
