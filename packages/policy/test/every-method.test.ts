import { ALLOW, arg, errno, policy } from '@seccompile/policy'
import { engineError, WRONG_VALUES } from '@seccompile/shape/wrong-values'
import { expect, it } from 'vitest'

const mine = policy({ default: errno(1) }).allow('read')

/** The methods of `object`, its own and inherited ones, that TypeScript lets callers call. */
function methodsOf(object: object): readonly string[] {
  const names = new Set<string>()
  for (let from = object; from !== Object.prototype; from = Object.getPrototypeOf(from) as object)
    for (const name of Object.getOwnPropertyNames(from)) names.add(name)
  // `with` is protected.
  return [...names].filter(
    (name) =>
      !['constructor', 'with'].includes(name) && typeof object[name as keyof typeof object] === 'function',
  )
}

it.each([
  ['a policy', mine, [[], ['read'], [ALLOW], [ALLOW, 'read']]],
  ['an argument by index', arg(0), [[], [1n], [1n, 2n]]],
] as const)('every method of %s refuses wrong values, and none', async (what, object, before) => {
  const faults: string[] = []
  for (const method of methodsOf(object)) {
    const run = object[method as keyof typeof object] as (...args: readonly unknown[]) => unknown
    for (const first of before)
      for (const [shown, args] of [
        ['nothing', []],
        ...WRONG_VALUES.map(([name, value]) => [name, [value]] as const),
      ] as const) {
        const error = await engineError(() => run.call(object, ...first, ...args))
        if (error !== undefined) faults.push(`${what}.${method}, ${first.length} and ${shown}: ${error}`)
      }
  }
  expect(faults).toEqual([])
})

it('says what is missing', () => {
  const none = mine as unknown as Readonly<Record<'deny' | 'rule', () => unknown>>
  expect(() => none.deny()).toThrow('rule names no system call; write at least one')
  expect(() => none.rule()).toThrow('rule names no system call')
})
