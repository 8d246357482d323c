/*
 * The catalogue of constants of the Worker. The bundler puts this module in place of the catalogue of
 * `@seccompile/constants`, so the exports of both have the same names.
 */
import type { Constant } from '@seccompile/constants'
import type { FamilyFacts } from '@seccompile/constants/all'
import { oneOf, read } from '@seccompile/shape'
import { CONSTANT_FILES } from './constant-files.ts'
import { LazyConstants } from './lazy-constants.ts'

const catalogue = new LazyConstants(CONSTANT_FILES)

/** Every family, in the order of the catalogue. */
export const constantFamilies: readonly FamilyFacts[] = catalogue.families

const familyReader = oneOf(CONSTANT_FILES.flatMap(({ families }) => families))

/** The constant of a C name; undefined where no family has it. */
export function constantNamed(name: string): Constant | undefined {
  return catalogue.named(name)
}

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
export function constantsOf(family: string): readonly Constant[] {
  return familyNamed(family).constants
}

/** The result of `run` with every family of constants that it asks for; `run` may run again. */
export function withConstants<T>(run: () => T | Promise<T>): Promise<T> {
  return catalogue.complete(run)
}
