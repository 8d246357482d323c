import type { Names } from '@seccompile/draw'
import type { AbiTable } from '@seccompile/syscalls'
import { callTables } from '../show/call-tables.ts'
import { loadArgumentNames } from '../show/load-names.ts'
import type { RawOption } from '../show/load-names.ts'

/** The names in a picture, from the tables of `abis`, then from all tables. */
export async function drawNames(abis: readonly AbiTable[], options: RawOption): Promise<Names> {
  const { of, find } = callTables(abis)
  const args = await loadArgumentNames(abis, options)
  return {
    call: (arch, nr) => find(arch, nr)?.name,
    arch: (arch) => of(arch)[0]?.token,
    argument: args?.word,
  }
}
