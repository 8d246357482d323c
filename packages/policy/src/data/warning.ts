import { letsRun } from '@seccompile/abi'
import type { SeccompData, Verdict } from '@seccompile/abi'
import { expectObject, quote } from '@seccompile/shape'
import type { AbiToken } from '@seccompile/syscalls'
import type { Policy } from './policy.ts'
import { formatSource } from './source.ts'
import type { Source } from './source.ts'

/** The kind of a {@link Warning}. The record `WARNINGS` says what each means, and what to do. */
export type WarningName =
  | 'abi-open'
  | 'absent-argument'
  | 'absent-name'
  | 'always-true'
  | 'cannot-live'
  | 'cannot-start'
  | 'capped-number'
  | 'constant-of-another-abi'
  | 'dead-rule'
  | 'dropped-word'
  | 'empty-policy'
  | 'flags-compared'
  | 'ignored-key'
  | 'lost-condition'
  | 'lost-refusal'
  | 'misplaced-key'
  | 'misspelt-key'
  | 'multiplexer-gap'
  | 'multiplexer-refused'
  | 'never-true'
  | 'notify-gap'
  | 'pointer-compared'
  | 'repeated-argument'
  | 'two-dialects'
  | 'unfiltered-program'
  | 'unknown-name'
  | 'unsafe-shape'
  | 'variant-gap'
  | 'wide-constant'
  | 'width-gap'
  | 'x32-open'

/**
 * How bad the mistake is, if it is one. `high`: calls run that the policy seems to refuse, or a rule is lost. `medium`:
 * a rule does not do what it says. `low`: something has no effect.
 */
export type Severity = 'high' | 'medium' | 'low'

/** The severity of each warning. */
export const SEVERITIES: Readonly<Record<WarningName, Severity>> = Object.freeze({
  'abi-open': 'high',
  'absent-argument': 'high',
  'absent-name': 'low',
  'always-true': 'medium',
  'cannot-live': 'medium',
  'cannot-start': 'medium',
  'capped-number': 'low',
  'constant-of-another-abi': 'high',
  'dead-rule': 'medium',
  'dropped-word': 'medium',
  'empty-policy': 'high',
  'flags-compared': 'medium',
  'ignored-key': 'medium',
  'lost-condition': 'high',
  'lost-refusal': 'high',
  'misplaced-key': 'high',
  'misspelt-key': 'high',
  'multiplexer-gap': 'high',
  'multiplexer-refused': 'low',
  'never-true': 'medium',
  'notify-gap': 'medium',
  'pointer-compared': 'medium',
  'repeated-argument': 'medium',
  'two-dialects': 'medium',
  'unfiltered-program': 'high',
  'unknown-name': 'high',
  'unsafe-shape': 'high',
  'variant-gap': 'high',
  'wide-constant': 'medium',
  'width-gap': 'high',
  'x32-open': 'high',
})

/** A call that shows a warning. */
export interface ShownCall {
  readonly abi: AbiToken
  readonly data: SeccompData
}

/** A call that shows a finding and, for a gap, the call on the other side. */
export interface ShownSides {
  /** The call that shows the mistake. For a gap, a call that runs and should not. */
  readonly call?: ShownCall
  /** For a gap, a refused call. It differs from `call` only in ways that do not matter to the kernel. */
  readonly other?: ShownCall
}

/**
 * A probable mistake in a policy or a filter that is still valid. Warnings of `resolve` and findings of `@seccompile/lint`
 * are of this one type, and their names are one list.
 */
export interface Finding extends ShownSides {
  /** The name, in kebab-case. */
  readonly name: string
  readonly severity: Severity
  /** One line, which begins with the place, if there is one, and names `call`, if there is one. */
  readonly message: string
  readonly source?: Source
  /** The names of the calls that the finding is about, where it is about some. */
  readonly calls?: readonly string[]
  /** The ABIs to which the finding applies, where they are known. `call` and `other` are calls of the first one. */
  readonly abis?: readonly AbiToken[]
  /** The calls that show the finding on the other ABIs of `abis`, in their order. */
  readonly elsewhere?: readonly ShownSides[]
  /** The correction, in one clause. */
  readonly instead?: string
}

/** A {@link Finding} of `resolve`, about a policy. */
export interface Warning extends Finding {
  readonly name: WarningName
  /** `message` in few words: the place, if there is one, what is wrong, and the call that shows it, if there is one. */
  readonly brief: string
}

/** The text of a warning, in few words and in full. */
export interface WarningText {
  readonly brief: string
  readonly full: string
}

/**
 * The warning with a text, at `place` if that is known, and shown by `call`. A `text` of few words is both of its texts.
 */
export function warning(
  name: WarningName,
  text: string | WarningText,
  place?: Source,
  call?: ShownCall,
): Warning {
  if (typeof text !== 'string') expectObject(text, 'text', 'brief', 'full')
  const { brief, full } = typeof text === 'string' ? { brief: text, full: text } : text
  const where = place === undefined ? '' : `${formatSource(place)}: `
  return {
    name,
    severity: SEVERITIES[name],
    brief: `${where}${brief}`,
    message: `${where}${full}`,
    ...(place === undefined ? {} : { source: place }),
    ...(call === undefined ? {} : { call }),
  }
}

/**
 * The name of the warning about a rule with the verdict `given` for calls that get `got` by another rule. It is
 * `lost-refusal` where the rule refuses calls that run: a person then believes them refused.
 */
export function deadRule(given: Verdict, got: Verdict): 'dead-rule' | 'lost-refusal' {
  return letsRun(got) && !letsRun(given) ? 'lost-refusal' : 'dead-rule'
}

/**
 * The name of rule `index` of `policy` in messages: its place, or else its position from 1 and the policy's
 * name.
 */
export function ruleLabel(policy: Policy, index: number): string {
  const source = policy.rules[index]?.source
  if (source !== undefined) return `the rule at ${formatSource(source)}`
  return `rule ${index + 1}${policy.name === undefined ? '' : ` of ${quote(policy.name)}`}`
}

/** The name of rule `index` of `policy` in few words: its line, or else its position from 1. */
export function ruleBriefly({ rules }: Policy, index: number): string {
  const source = rules[index]?.source
  return source === undefined ? `rule ${index + 1}` : `line ${source.line}`
}

/** The most characters of two names that are both said. */
const MAX_NAMES = 32

/** The first of `texts`, and the number of the others: `"socket" and 3 more`. Two short ones are both said. */
export function firstOf(texts: readonly string[]): string {
  const both = texts.join(' and ')
  if (texts.length === 2 && both.length <= MAX_NAMES) return both
  return texts.length > 1 ? `${texts[0]} and ${texts.length - 1} more` : texts.join('')
}

/** The most characters of a condition in few words. */
const MAX_CONDITION = 24

/** `text`, cut where it is long. A comparison may list many values. */
export function cut(text: string): string {
  return text.length > MAX_CONDITION ? `${text.slice(0, MAX_CONDITION - 1)}…` : text
}

/** `text` about a rule of `policy`, which names the rule unless the warning has its place. */
export function ofRule(
  policy: Policy,
  { index, place }: { readonly index: number; readonly place: Source | undefined },
  { brief, full }: WarningText,
): WarningText {
  if (place !== undefined) return { brief, full }
  return {
    brief: `${ruleBriefly(policy, index)}: ${brief}`,
    full: `${ruleLabel(policy, index)}: ${full}`,
  }
}
