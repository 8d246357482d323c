import { BPF } from '@seccompile/abi'
import { ALLOW, jump } from '@seccompile/abi/test-makers'
import { expect, it } from 'vitest'
import { encode } from '@seccompile/cbpf'

const PROGRAM = [jump(BPF.JEQ_K, 0xc000_003e, 1, 2), ALLOW]

it('writes struct sock_filter as a little-endian machine has it', () => {
  expect([...encode(PROGRAM, 'little')]).toEqual([
    0x15, 0x00, 1, 2, 0x3e, 0x00, 0x00, 0xc0, 0x06, 0x00, 0, 0, 0x00, 0x00, 0xff, 0x7f,
  ]) // prettier-ignore
})

it('writes struct sock_filter as a big-endian machine has it', () => {
  expect([...encode(PROGRAM, 'big')]).toEqual([
    0x00, 0x15, 1, 2, 0xc0, 0x00, 0x00, 0x3e, 0x00, 0x06, 0, 0, 0x7f, 0xff, 0x00, 0x00,
  ]) // prettier-ignore
})

it('writes nothing for no instruction', () => {
  expect(encode([], 'little')).toHaveLength(0)
})
