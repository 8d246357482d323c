/* Every filter of the package. */
import { filterNames } from '@seccompile/filters'
import type { ReadyFilter, FilterArch, FilterName, FilterNote } from '@seccompile/filters'

/** What a subpath exports. */
export interface FilterModule {
  readonly filter: ReadyFilter
  readonly filterFor: (arch: FilterArch) => Promise<ReadyFilter>
  readonly loadNote: () => Promise<FilterNote>
}

export const ARCHS: readonly FilterArch[] = [
  'aarch64',
  'arm',
  'loongarch64',
  'ppc64le',
  'riscv64',
  's390x',
  'x86_64',
]

/** The module of the subpath `name`. */
async function moduleOf(name: FilterName): Promise<FilterModule> {
  return (await import(`../src/${name}.ts`)) as FilterModule
}

/** The module of each preset. */
export const modules: readonly (readonly [FilterName, FilterModule])[] = await Promise.all(
  filterNames.map(async (name) => [name, await moduleOf(name)] as const),
)

/** The filters of a preset: the default one, and that of each architecture. */
export async function filtersOf({ filter, filterFor }: FilterModule): Promise<readonly ReadyFilter[]> {
  return [filter, ...(await Promise.all(ARCHS.map(filterFor)))]
}
