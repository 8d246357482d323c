import { checkedBytes } from '@seccompile/filters'
import { filter } from '@seccompile/filters/no-network'
import { expect, it } from 'vitest'

it('gives the bytes of a filter, also after it was sent as JSON or between threads', async () => {
  expect(await checkedBytes(filter)).toEqual(filter.bytes)
  expect(await checkedBytes(structuredClone(filter))).toEqual(filter.bytes)
  const { bytes, ...facts } = filter
  const sent = JSON.parse(JSON.stringify({ ...facts, bytes: [...bytes] })) as typeof facts & {
    bytes: number[]
  }
  expect(await checkedBytes({ ...sent, bytes: Uint8Array.from(sent.bytes) })).toEqual(filter.bytes)
})

it('refuses bytes of which one bit was changed, and says what to do', async () => {
  const { bytes, preset, sha256 } = filter
  bytes[bytes.length - 1]! ^= 1
  await expect(checkedBytes({ bytes, preset, sha256 })).rejects.toThrow(
    expect.objectContaining({
      name: 'RangeError',
      message: expect.stringMatching(
        new RegExp(
          `^filter "no-network": its bytes were changed: they have SHA-256 [0-9a-f]{64}, and it names ${sha256}; ` +
            'do not attach them, and take the filter from @seccompile/filters again$',
        ),
      ) as string,
    }),
  )
})

it('gives a copy that nobody else has', async () => {
  const { bytes, preset, sha256 } = filter
  const checked = await checkedBytes({ bytes, preset, sha256 })
  bytes.fill(0)
  expect(checked).toEqual(filter.bytes)
})
