/*
 * Eight names are warnings about the text of a policy and findings in a filter. The text is read without a diagram, and shows the
 * place of a rule; the filter is searched exactly, and has no text. Both have the same names here, but for what is listed below.
 */
import { lint, lintRules } from '@seccompile/lint'
import type { LintRule } from '@seccompile/lint'
import { resolve, WARNINGS } from '@seccompile/policy'
import type { Policy, Target } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { corpus, corpusPolicy } from '../src/corpus.ts'

/** The lint rules whose names are warnings of `resolve` too. The warning `notify-gap` is of the reader of profiles. */
const BOTH: readonly LintRule[] = lintRules.filter(
  ({ name }) => name !== 'notify-gap' && WARNINGS.some((each) => each.name === name),
)

/** Where one of the two alone says a name, and why that is right. */
const ONLY_ONE: Readonly<
  Record<string, { readonly text: readonly string[]; readonly filter: readonly string[] }>
> = {
  // The list names 0x300000009, and the text means that value; the filter cannot tell that from a mistake.
  'thousand-values': { text: [], filter: ['width-gap'] },
}

/** The names in the text and not in the filter, and those in the filter and not in the text. */
function differences(
  policy: Policy,
  tokens: readonly AbiToken[],
  more: Pick<Target, 'caps' | 'kernel'> = {},
) {
  const [main, ...others] = tokens.map((token) => signedAbiTable(token))
  const abis: readonly [AbiTable, ...AbiTable[]] = [main!, ...others] // an entry has an ABI
  const { rules, warnings } = resolve(policy, { abis, ...more }, { launched: true })
  const report = lint({ filter: { level: 'rules', ir: rules }, abis, policy, ...more }, BOTH)
  expect(report.undecided).toEqual([])
  const inText = new Set<string>(warnings.map(({ name }) => name))
  const inFilter = new Set(report.findings.map(({ name }) => name))
  return {
    text: BOTH.map(({ name }) => name).filter((name) => inText.has(name) && !inFilter.has(name)),
    filter: BOTH.map(({ name }) => name).filter((name) => inFilter.has(name) && !inText.has(name)),
  }
}

it('is about these names', () => {
  expect(BOTH.map(({ name }) => name)).toEqual([
    'abi-open',
    'absent-argument',
    'cannot-live',
    'multiplexer-gap',
    'pointer-compared',
    'variant-gap',
    'width-gap',
    'x32-open',
  ])
})

it.for(corpus)('of $name', async (entry) => {
  const { name, abis, caps, kernel } = entry
  const expected = ONLY_ONE[name] ?? { text: [], filter: [] }
  expect(differences(await corpusPolicy(entry), abis, { caps, kernel })).toEqual(expected)
})

it.for(BOTH)('of the examples of $name', ({ caught, nearMiss }) => {
  for (const { policy } of [caught, nearMiss])
    expect(differences(policy, policy.abis ?? ['x86_64'])).toEqual({ text: [], filter: [] })
})
