export { constantFamilies, constantNamed, constantsOf } from './catalogue.ts'
export { nameOfValue, namesOfBits } from './names.ts'
export type { FamilyFacts, FamilyKind } from './constant/family.ts'
