import type { ReadyFilter } from './filter.ts'

/** The SHA-256 of `bytes` in hexadecimal. */
async function sha256Of(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The bytes of `filter`, where they have its SHA-256. For a filter that was stored or sent since it was made.
 * @throws TypeError where `filter` is none, RangeError where its bytes were changed
 */
export async function checkedBytes(
  filter: Pick<ReadyFilter, 'bytes' | 'preset' | 'sha256'>,
): Promise<Uint8Array> {
  const given: unknown = filter
  const {
    bytes,
    sha256,
    preset = '',
  }: Partial<ReadyFilter> = typeof given === 'object' && given !== null ? given : {}
  if (!(bytes instanceof Uint8Array) || typeof sha256 !== 'string')
    throw new TypeError('filter: expected a filter of @seccompile/filters, with bytes and sha256')
  const copy = Uint8Array.from(bytes)
  const found = await sha256Of(copy)
  if (found !== sha256)
    throw new RangeError(
      `filter ${JSON.stringify(preset)}: its bytes were changed: they have SHA-256 ${found}, and it names ${sha256}; ` +
        'do not attach them, and take the filter from @seccompile/filters again',
    )
  return copy
}
