/*
 * A family as text in the generated table. Its facts are read on demand, so a program that uses three families makes only
 * the constants of three.
 */
import { valuesOn } from './abi-groups.ts'
import { constantOf } from './constant.ts'
import type { Constant } from './constant.ts'
import type { FamilyFacts } from './family.ts'

/** {@link FamilyFacts} with the constants as text. */
export interface FamilyText extends Pick<FamilyFacts, 'family' | 'what' | 'kind' | 'aliases'> {
  /** The bits of each field, as a number or as the name of a constant. */
  readonly masks: readonly (number | string)[]
  /** A line for each constant: its name, its value or `-`, and the ABIs with another value as `valuesOn()` reads them. */
  readonly constants: string
}

const LINE = /^(\S+) (\S+)(?: (.+))?$/

/** The sort key of a constant: its common value, or the first of the exceptions. */
const rankOf = ({ value, on = {} }: Constant): number =>
  value ?? Object.values(on).find((other) => other !== null) ?? 0

/** By value, and equal values by name. */
const byRank = (a: Constant, b: Constant): number =>
  rankOf(a) - rankOf(b) || (a.constant < b.constant ? -1 : 1)

/** The constant of a line. */
function constantAt(family: string, line: string): Constant {
  const [, name = '', value = '', exceptions] = LINE.exec(line) ?? []
  return constantOf(
    family,
    name,
    value === '-' ? undefined : Number(value),
    exceptions === undefined ? undefined : valuesOn(exceptions),
  )
}

/** The constants of a family, sorted by value. */
function constantsIn({ family, constants }: FamilyText): readonly Constant[] {
  const lines = constants.trim().split('\n')
  return lines.map((line) => constantAt(family, line)).sort(byRank)
}

/** The names in the text of a family, in its order. */
export const namesIn = (constants: string): readonly string[] => constants.match(/^\S+/gm) ?? []

/** The constant `name` in the text of a family; undefined for an absent name. No other constant is made. */
export function constantIn(family: string, constants: string, name: string): Constant | undefined {
  const start = constants.indexOf(`\n${name} `) + 1
  if (start === 0) return undefined
  const found = constantAt(family, constants.slice(start, constants.indexOf('\n', start)))
  return found.constant === name ? found : undefined // a `name` with an end of line in it is no name of a constant
}

/** The facts of a family. Its constants are made when they are first read. */
export function factsOf(text: FamilyText): FamilyFacts {
  const { family, what, kind, aliases } = text
  let known: readonly Constant[] | undefined
  const constants = (): readonly Constant[] => (known ??= constantsIn(text))
  return {
    family,
    what,
    kind,
    aliases,
    get masks() {
      return text.masks.map((mask) =>
        typeof mask === 'number' ? mask : constants().find(({ constant }) => constant === mask)!,
      ) // the generator has found the constant of each mask
    },
    get constants() {
      return constants()
    },
  }
}
