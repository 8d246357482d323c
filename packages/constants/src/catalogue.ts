import { oneOf, read } from '@seccompile/abi/shape'
import type { Constant } from './constant.ts'
import type { FamilyFacts } from './family.ts'
import { FAMILIES } from './tables/all.ts'
import type { ConstantFamily } from './tables/families.ts'

/** What a constant is sorted by: its common value, or the first of the exceptions. */
const rankOf = ({ value, on = {} }: Constant): number =>
  value ?? Object.values(on).find((other) => other !== null) ?? 0

/** Every family: what it is, its kind, and its constants, sorted by value. */
export const constantFamilies: readonly FamilyFacts[] = FAMILIES.map((facts) => ({
  ...facts,
  // The names are in order already, and sorting keeps the order of equal values.
  constants: facts.constants.toSorted((a, b) => rankOf(a) - rankOf(b)),
}))

const byName: ReadonlyMap<string, Constant> = new Map(
  constantFamilies.flatMap((family) =>
    family.constants.map((one): [string, Constant] => [one.constant, one]),
  ),
)

/** The constant of a C name; undefined where no family has it. No two families have a name in common. */
export function constantNamed(name: string): Constant | undefined {
  return byName.get(name)
}

const familyReader = oneOf(constantFamilies.map(({ family }) => family))

/**
 * The facts of a family.
 * @throws TypeError for an unknown family
 */
export function familyNamed(family: string): FamilyFacts {
  const name = read(familyReader, family, 'family')
  return constantFamilies.find((facts) => facts.family === name) as FamilyFacts // the reader took its name from the list
}

/**
 * The constants of a family, sorted by value.
 * @throws TypeError for an unknown family
 */
export function constantsOf(family: ConstantFamily): readonly Constant[] {
  return familyNamed(family).constants
}
