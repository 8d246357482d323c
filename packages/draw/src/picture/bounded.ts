import { counted } from '../svg/fixed.ts'

/** The first items of a list, and the number of the others. */
export interface BoundedList<T> {
  readonly shown: readonly T[]
  readonly leftOut: number
}

/** At most `most` of `items`, the first ones. */
export function bounded<T>(items: readonly T[], most: number): BoundedList<T> {
  return { shown: items.slice(0, most), leftOut: Math.max(0, items.length - most) }
}

/** The text about things left out: `3 calls are not shown`; `undefined` if all are shown. */
export function leftOutText(leftOut: number, one: string, many?: string): string | undefined {
  if (leftOut === 0) return undefined
  return `${counted(leftOut, one, many)} ${leftOut === 1 ? 'is' : 'are'} not shown`
}
