import type { Endianness } from '@seccompile/abi'
import { leveledIr } from './ir.ts'
import type { LeveledIr } from './ir.ts'
import type { Instrument } from './manager.ts'
import { PassError } from './pass-error.ts'

/**
 * Compares the meanings of two IRs: `undefined` where it finds no difference, else a text that describes one.
 * `disagreement` of `@seccompile/testkit` does so with the witnesses of both.
 */
export type CompareMeaning = (
  before: LeveledIr,
  after: LeveledIr,
  endianness: Endianness,
) => string | undefined

/**
 * Checks after each pass that its output means the same as its input, as far as `compare` can tell.
 * @throws PassError `E_PASS_MEANING` where `compare` finds a difference, with its text
 */
export function checkMeaning(compare: CompareMeaning): Instrument {
  return {
    after: ({ pass, endianness, before, after }) => {
      // A pass made of others keeps the meaning if each of its parts does.
      if (pass.parts !== undefined || after === before) return
      const difference = compare(leveledIr(pass.from, before), leveledIr(pass.to, after), endianness)
      if (difference === undefined) return
      throw new PassError('E_PASS_MEANING', pass.name, `changes the meaning: ${difference}`, { before })
    },
  }
}
