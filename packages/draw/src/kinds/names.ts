import type { Names } from '../picture/names.ts'
import type { AbiTable } from '@seccompile/syscalls'
import { callTables, loadArgumentNames, verdictAt } from '@seccompile/describe'
import type { RawOption } from '@seccompile/describe'

/** The names in a picture, from the tables of `abis`, then from all tables. */
export async function drawNames(abis: readonly AbiTable[], options: RawOption): Promise<Names> {
  const { of, find } = callTables(abis)
  const tokens = abis.map(({ token }) => token)
  const args = await loadArgumentNames(abis, options)
  return {
    call: (arch, nr) => find(arch, nr)?.name,
    arch: (arch) => of(arch)[0]?.token,
    argument: args?.word,
    verdict: (verdict, place = tokens) => verdictAt(verdict, place, options),
  }
}
