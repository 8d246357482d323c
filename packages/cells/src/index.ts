export { archCells, atomsOfArches, cellsOfArches, weighedSections } from './weighed.ts'
export type { WeighedArch, WeighedSection } from './weighed.ts'
export { SEARCH_EFFORTS } from './efforts.ts'
