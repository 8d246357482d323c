import { filter, filterFor } from '@seccompile/filters/no-network'
import { expect, it } from 'vitest'
import { filterOf } from '../src/filter/filter.ts'

/** A packed filter: `ld [4]`, `jeq 0xc000003e, 1, 2`, `ret ALLOW`, and `ret ERRNO(1)`, written out by hand. */
const PACKED = {
  preset: 'no-network',
  abis: ['x86_64'],
  sha256: '',
  digest: '',
  insns: 4,
  packed: Buffer.from(
    [[0x20, 0, 0, 4], [0x15, 1, 2, 0xbe, 0x80, 0x80, 0x80, 0x0c], [6, 0, 0, 0x80, 0x80, 0xfc, 0xff, 7], [6, 0, 0, 0x81, 0x80, 0x14]].flat(), // prettier-ignore
  ).toString('base64'),
} as const
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

it('writes instructions in the byte order of the architecture', () => {
  expect(hex(filterOf({ ...PACKED, endianness: 'little' }).bytes)).toBe(
    '2000000004000000' + '150001023e0000c0' + '060000000000ff7f' + '0600000001000500',
  )
  expect(hex(filterOf({ ...PACKED, endianness: 'big' }).bytes)).toBe(
    '0020000000000004' + '00150102c000003e' + '000600007fff0000' + '0006000000050001',
  )
})

it('gives a new copy of the bytes at each read', () => {
  const { bytes } = filter
  bytes.fill(0)
  expect(filter.bytes).not.toEqual(bytes)
  expect(filter.bytes.length).toBe(filter.size.bytes)
})

it.each(['x64', 'arm64', 'mips', '', 'constructor'])(
  'names the architectures that there are: %j',
  async (arch) => {
    await expect(filterFor(arch as 'x86_64')).rejects.toThrow(
      new RangeError(
        `no-network: no filter for "${arch}"; there is one for aarch64, arm, loongarch64, ppc64le, riscv64, s390x, x86_64`,
      ),
    )
  },
)

it('takes an architecture, and guesses none', async () => {
  const untyped = filterFor as (arch?: unknown) => Promise<unknown>
  await expect(untyped()).rejects.toThrow(
    'no-network: no filter for a value of type undefined; there is one for aarch64',
  )
})

it('has the byte order of the architecture', async () => {
  expect((await filterFor('s390x')).endianness).toBe('big')
  expect((await filterFor('ppc64le')).endianness).toBe('little')
})
