/*
 * The tables of all ABIs, of which only those in use are loaded.
 *
 * Modules that name calls of any ABI hold a record of all tables. In the playground, the record has stand-ins: a stand-in
 * knows the facts of its ABI, and has the calls and signatures once `loaded` was told of the table. Until then its calls are
 * numbers without names. The bundler of the Worker puts this record in place of the records with the whole tables (see
 * ../../worker-tables.ts); tests in Node run with the whole tables.
 */
import type { AbiFacts, AbiTable, AbiToken, Signature } from '@seccompile/syscalls'

/** The loaded tables, for the life of the Worker. A table never changes, so the order of loading does not matter. */
const LOADED = new Map<AbiToken, AbiTable>()

/** Gives the stand-in of an ABI its table. */
export function loaded(table: AbiTable): AbiTable {
  LOADED.set(table.token, table)
  return table
}

const NO_NUMBERS: ReadonlyMap<string, number> = new Map()
const NO_NAMES: ReadonlyMap<number, string> = new Map()
const NO_SIGNATURES: ReadonlyMap<string, Signature> = new Map()

function standIn(facts: AbiFacts): AbiTable {
  const table = (): AbiTable | undefined => LOADED.get(facts.token)
  return {
    ...facts,
    get numbers(): ReadonlyMap<string, number> {
      return table()?.numbers ?? NO_NUMBERS
    },
    get names(): ReadonlyMap<number, string> {
      return table()?.names ?? NO_NAMES
    },
    get newest(): number {
      return table()?.newest ?? facts.base
    },
    get signatures(): ReadonlyMap<string, Signature> {
      return table()?.signatures ?? NO_SIGNATURES
    },
  }
}

/** A stand-in for each ABI, by its token. */
export function standIns(facts: readonly AbiFacts[]): Readonly<Record<string, AbiTable>> {
  return Object.fromEntries(facts.map((of) => [of.token, standIn(of)]))
}
