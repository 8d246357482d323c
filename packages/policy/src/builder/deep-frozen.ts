/**
 * `value`, frozen with all that it holds. It must be a copy of ours. What is frozen already is passed over, with all
 * that it holds: the rules of a policy are those of the policy that it was made of.
 */
export function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) deepFrozen(part)
  return Object.freeze(value)
}
