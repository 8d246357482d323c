import { oneOf, read } from '@seccompile/abi/shape'
import type { Constant } from './constant.ts'
import type { FamilyFacts } from './family.ts'
import { FAMILIES } from './tables/all.ts'
import type { ConstantFamily } from './tables/families.ts'

/** Every family: what it is, its kind, and its constants sorted by value. */
export const constantFamilies: readonly FamilyFacts[] = FAMILIES

const byName: ReadonlyMap<string, Constant> = new Map(
  FAMILIES.flatMap((family) => family.constants.map((one): [string, Constant] => [one.constant, one])),
)

/** The constant of a C name; undefined where no family has it. No two families have a name in common. */
export function constantNamed(name: string): Constant | undefined {
  return byName.get(name)
}

const familyReader = oneOf(FAMILIES.map(({ family }) => family))

/**
 * The facts of a family.
 * @throws TypeError for an unknown family
 */
export function familyNamed(family: string): FamilyFacts {
  const name = read(familyReader, family, 'family')
  return FAMILIES.find((facts) => facts.family === name) as FamilyFacts // the reader took its name from the list
}

/**
 * The constants of a family, sorted by value.
 * @throws TypeError for an unknown family
 */
export function constantsOf(family: ConstantFamily): readonly Constant[] {
  return familyNamed(family).constants
}
