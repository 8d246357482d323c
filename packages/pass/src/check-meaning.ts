import type { Endianness } from '@seccompile/abi'
import { leveledIr } from './ir.ts'
import type { LeveledIr } from './ir.ts'
import type { Instrument } from './manager.ts'
import { PassError } from './pass-error.ts'

/**
 * Compares what two IRs mean: `undefined` where it finds no difference, else a text with what differs. `disagreement`
 * of `@seccompile/testkit` tries the witnesses of both.
 */
export type CompareMeaning = (
  before: LeveledIr,
  after: LeveledIr,
  endianness: Endianness,
) => string | undefined

/**
 * Sees that what a pass yields means the same as what it was given, as far as `compare` can tell.
 * @throws PassError `E_PASS_MEANING` where it finds a difference, with its text
 */
export function checkMeaning(compare: CompareMeaning): Instrument {
  return {
    after: ({ pass, endianness, before, after }) => {
      // What is made of others means the same when each of them does.
      if (pass.parts !== undefined || after === before) return
      const difference = compare(leveledIr(pass.from, before), leveledIr(pass.to, after), endianness)
      if (difference === undefined) return
      throw new PassError('E_PASS_MEANING', pass.name, `changes the meaning: ${difference}`, { before })
    },
  }
}
