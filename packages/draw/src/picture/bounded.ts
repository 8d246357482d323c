import { counted } from '../svg/fixed.ts'

/** The first of a list, and how many are left out. */
export interface BoundedList<T> {
  readonly shown: readonly T[]
  readonly leftOut: number
}

/** At most `most` of `items`, the first ones. */
export function bounded<T>(items: readonly T[], most: number): BoundedList<T> {
  return { shown: items.slice(0, most), leftOut: Math.max(0, items.length - most) }
}

/** What a picture says of things left out: `3 calls are not shown`; `undefined` where all are shown. */
export function leftOutText(leftOut: number, one: string, many?: string): string | undefined {
  if (leftOut === 0) return undefined
  return `${counted(leftOut, one, many)} ${leftOut === 1 ? 'is' : 'are'} not shown`
}
