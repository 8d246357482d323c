import type { ReadyFilter } from './filter.ts'

/**
 * The filter of `preset` for `arch`. No name but that of an ABI is taken: `process.arch` and `uname` name the
 * architecture of an emulator, where there is one.
 * @throws RangeError where `filters` has none for `arch`, with those that it has
 */
export async function chosenFilter(
  preset: string,
  filters: Readonly<Record<string, () => Promise<{ readonly filter: ReadyFilter }>>>,
  arch: unknown,
): Promise<ReadyFilter> {
  const load = typeof arch === 'string' && Object.hasOwn(filters, arch) ? filters[arch] : undefined
  if (load !== undefined) return (await load()).filter
  const got = typeof arch === 'string' ? JSON.stringify(arch) : `a value of type ${typeof arch}`
  throw new RangeError(`${preset}: no filter for ${got}; there is one for ${Object.keys(filters).join(', ')}`)
}
