/*
 * The names of calls that each version of libseccomp knows.
 *
 * The tables of `@seccompile/syscalls` are those of 2.6.1. An older version lacks the names that came later; a runtime
 * leaves out the rules for them. It has a number that went later; a rule for the name is one for that number.
 * @see libseccomp src/syscalls.csv at the tags of the versions
 */
import type { AbiTable, AbiToken } from '@seccompile/syscalls'

/** A version of libseccomp whose names are known here. */
export type LibseccompVersion = '2.5.4' | '2.5.5' | '2.5.6' | '2.6.0' | '2.6.1'

/** The versions, the oldest first. */
export const LIBSECCOMP_VERSIONS: readonly LibseccompVersion[] = Object.freeze([
  '2.5.4',
  '2.5.5',
  '2.5.6',
  '2.6.0',
  '2.6.1',
])

/** The names that came with each version. */
const CAME: Readonly<Record<Exclude<LibseccompVersion, '2.5.4'>, readonly string[]>> = {
  '2.5.5': ['cachestat', 'fchmodat2', 'futex_requeue', 'futex_wait', 'futex_wake', 'map_shadow_stack'],
  '2.5.6': [
    'getxattrat', 'listmount', 'listxattrat', 'lsm_get_self_attr', 'lsm_list_modules', 'lsm_set_self_attr', 'mseal',
    'removexattrat', 'riscv_hwprobe', 'setxattrat', 'statmount', 'uretprobe',
  ], // prettier-ignore
  '2.6.0': ['atomic_barrier', 'atomic_cmpxchg_32', 'getpagesize'],
  '2.6.1': ['file_getattr', 'file_setattr', 'listns', 'open_tree_attr', 'rseq_slice_yield', 'uprobe'],
}

/** Names that had no number on some ABIs before a version, though others had one. */
const CAME_ON: readonly {
  readonly version: LibseccompVersion
  readonly name: string
  readonly abis: readonly AbiToken[]
}[] = [
  { version: '2.5.5', name: 'cacheflush', abis: ['parisc', 'parisc64'] },
  { version: '2.5.5', name: 'memfd_secret', abis: ['riscv64', 's390', 's390x'] },
  { version: '2.5.6', name: 'map_shadow_stack', abis: ['x32'] },
]

/** A number of a libseccomp for a call that the ABI lacks. */
export interface SpareNumber {
  readonly abi: AbiToken
  readonly name: string
  readonly number: number
}

/** The numbers that went with a version. */
const WENT: readonly (SpareNumber & { readonly version: LibseccompVersion })[] = [
  { version: '2.6.1', abi: 'parisc64', name: '_llseek', number: 140 },
]

/** The ABIs that came with 2.6.0. */
const CAME_AS_ABIS: readonly AbiToken[] = ['loongarch64', 'm68k', 'sh', 'sheb']

const isLater = (one: LibseccompVersion, other: LibseccompVersion): boolean =>
  LIBSECCOMP_VERSIONS.indexOf(one) > LIBSECCOMP_VERSIONS.indexOf(other)

/** The names that `version` lacks on every ABI. */
export function lackedNames(version: LibseccompVersion): ReadonlySet<string> {
  const later = Object.entries(CAME).filter(([each]) => isLater(each as LibseccompVersion, version))
  return new Set(later.flatMap(([, names]) => names))
}

/** The ABIs on which `version` has no number for `name`, beside those that lack the call. */
export function lackedAbis(version: LibseccompVersion, name: string): readonly AbiToken[] {
  return CAME_ON.filter((each) => each.name === name && isLater(each.version, version)).flatMap(
    ({ abis }) => abis,
  )
}

/** Whether `version` has a table for `abi`. */
export function hasTable(version: LibseccompVersion, abi: AbiToken): boolean {
  return version.startsWith('2.6') || !CAME_AS_ABIS.includes(abi)
}

/** The numbers that `version` has for calls that an ABI lacks. */
export const spareNumbers = (version: LibseccompVersion): readonly SpareNumber[] =>
  WENT.filter((each) => isLater(each.version, version)).map(({ abi, name, number }) => ({
    abi,
    name,
    number,
  }))

/** `abi` with the numbers of `spare`, by which a libseccomp makes rules for it. */
export function withSpareNumbers(abi: AbiTable, spare: readonly SpareNumber[]): AbiTable {
  const own = spare.filter((each) => each.abi === abi.token)
  if (own.length === 0) return abi
  return {
    ...abi,
    numbers: new Map([...abi.numbers, ...own.map(({ name, number }) => [name, number] as const)]),
    names: new Map([...abi.names, ...own.map(({ name, number }) => [number, name] as const)]),
  }
}
