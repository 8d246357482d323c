import { oneOf, read } from '@seccompile/shape'
import type { Constant } from './constant/constant.ts'
import { factsOf } from './constant/family-text.ts'
import type { FamilyFacts } from './constant/family.ts'
import { FAMILIES } from './tables/all.ts'
import type { ConstantFamily } from './tables/families.ts'

/** Every family: its purpose, its kind, and its constants, sorted by value. */
export const constantFamilies: readonly FamilyFacts[] = FAMILIES.map(factsOf)

/** The constant with a C name; undefined if no family has the name. No two families share a name. */
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
