import type { AddedCondition } from './edit.ts'

/** A text that is equal for equal conditions, wherever they stand. */
export function conditionKey({ args, when }: AddedCondition): string {
  return JSON.stringify([args, when], (key, value: unknown) => {
    if (key === 'source') return undefined
    return typeof value === 'bigint' ? value.toString() : value
  })
}
