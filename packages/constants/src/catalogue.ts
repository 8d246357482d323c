import { oneOf, read } from '@seccompile/shape'
import type { Constant } from './constant/constant.ts'
import { factsOf } from './constant/family-text.ts'
import type { FamilyFacts } from './constant/family.ts'
import { FAMILIES } from './tables/all.ts'
import type { ConstantFamily } from './tables/families.ts'

/** Every family: what it is, its kind, and its constants, sorted by value. */
export const constantFamilies: readonly FamilyFacts[] = FAMILIES.map(factsOf)

/** The constant of a C name; undefined where no family has it. No two families have a name in common. */
export function constantNamed(name: string): Constant | undefined {
  const line = `\n${name} `
  const at = FAMILIES.findIndex(({ constants }) => constants.includes(line))
  return constantFamilies[at]?.constants.find(({ constant }) => constant === name)
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
