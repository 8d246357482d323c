import { expectObject } from '@seccompile/shape'
import type { AddedCondition, AddedEffect } from './edit.ts'

/** A text that is equal for equal conditions, wherever they stand. */
export function conditionKey({ args, when }: AddedCondition): string {
  return keyOf([args, when])
}

/** A text that is equal for rules with equal conditions, requirements and actions. */
export function effectKey(rule: AddedCondition & AddedEffect): string {
  expectObject(rule, 'rule', 'args')
  const { args, when, action, includes, excludes } = rule
  const isOpen = action === undefined || action.action === 'ALLOW'
  return keyOf([args, when, isOpen ? undefined : action, includes, excludes])
}

function keyOf(parts: readonly unknown[]): string {
  return JSON.stringify(parts, (key, value: unknown) => {
    if (key === 'source') return undefined
    return typeof value === 'bigint' ? value.toString() : value
  })
}
