import { describe, expect, it } from 'vitest'
import { corpus } from '../src/corpus.ts'
import { commandOf, counted } from '../src/measure.ts'

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
