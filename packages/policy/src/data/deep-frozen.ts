/**
 * `value`, frozen together with all objects in it. `value` must be a copy of ours. A part that is already frozen is
 * skipped with all objects in it, such as the rules of the policy that this policy was made from.
 */
export function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) deepFrozen(part)
  return Object.freeze(value)
}
