/*
 * Edits of a module whose default export is a chain of the builder.
 *
 * A rule is added by a call at the end of the chain. To take a name out of a rule, the call that made the rule has to be known: each
 * of the last calls of the chain made one of the last rules, unless a method among them may make any number of rules.
 */
import type { Policy } from '@seccompile/policy'
import { expectList, expectObject, expectText } from '@seccompile/shape'
import type { NameInEntry, PolicyEdit } from '../edit/edit.ts'
import { builderLines } from './builder-lines.ts'
import { defaultChain, importedNames } from './chain.ts'
import type { ChainCall } from './chain.ts'
import type { EditableText } from './policy-text.ts'
import { indentAt, lineBreak, spliced } from './splice.ts'
import type { Splice } from './splice.ts'

/** Methods that add one rule. */
const RULE_METHODS: ReadonlySet<string> = new Set(['allow', 'deny', 'kill', 'trap', 'log', 'notify', 'rule'])
/** Methods that add no rule of the policy itself. */
const OTHER_METHODS: ReadonlySet<string> = new Set(['restrict', 'intersect'])

/** The calls at the end of `chain` that made the last rules, in order. */
function ruleCalls(chain: readonly ChainCall[]): readonly number[] {
  const methods = chain.slice(1)
  const known = methods.findLastIndex(({ name }) => !RULE_METHODS.has(name) && !OTHER_METHODS.has(name)) + 1
  return methods.flatMap(({ name }, i) => (i >= known && RULE_METHODS.has(name) ? [i + 1] : []))
}

/** What stands in front of the dot of a new call at the end of `chain`. */
function separator(source: string, chain: readonly ChainCall[]): string {
  const [last, before] = [chain.at(-1)!, chain.at(-2)]
  if (before === undefined) return `${lineBreak(source)}${indentAt(source, last.start)}  `
  const between = source.slice(before.end, last.start)
  return between.trim() === '' ? between : `${lineBreak(source)}${indentAt(source, last.start)}`
}

/** The offset behind `call`; where each call has a line, behind the comment on its line, which is about this call. */
function behind(source: string, chain: readonly ChainCall[], { end }: ChainCall): number {
  const comment = separator(source, chain).includes('\n')
    ? /^[ \t]*\/\/[^\r\n]*/.exec(source.slice(end))
    : null
  return end + (comment?.[0].length ?? 0)
}

const isName = (text: string, name: string): boolean =>
  [`'${name}'`, `"${name}"`, `\`${name}\``].includes(text)
const isText = (text: string): boolean => /^(['"`])[a-z0-9_]+\1$/.test(text)

/** The splices that take names out of the call `at`; the call is removed where no name is left. */
function takeFrom(
  source: string,
  chain: readonly ChainCall[],
  at: number,
  taken: readonly string[],
): readonly Splice[] | undefined {
  const { items } = chain[at]!
  const gone = items.flatMap(({ text }, i) => (taken.some((name) => isName(text, name)) ? [i] : []))
  if (gone.length < taken.length) return undefined
  const isEmpty = !items.some(({ text }, i) => !gone.includes(i) && (isText(text) || text.startsWith('...')))
  if (isEmpty)
    return [
      { start: behind(source, chain, chain[at - 1]!), end: behind(source, chain, chain[at]!), text: '' },
    ]
  const kept = items.flatMap((_item, i) => (gone.includes(i) ? [] : [i]))
  return gone.map((i) => {
    const item = items[i]!
    const next = items[i + 1]
    if (next !== undefined) return { start: item.start, end: next.start, text: '' }
    const last = items[kept.at(-1)!]!
    return { start: last.end, end: item.end, text: '' }
  })
}

function takeSplices(
  source: string,
  chain: readonly ChainCall[],
  takes: readonly NameInEntry[],
): readonly Splice[] | undefined {
  const entries = [...new Set(takes.map(({ entry }) => entry))]
  const found = entries.map((entry) =>
    entry < 0
      ? undefined
      : takeFrom(
          source,
          chain,
          entry,
          takes.flatMap((one) => (one.entry === entry ? [one.name] : [])),
        ),
  )
  return found.some((one) => one === undefined) ? undefined : found.flatMap((one) => one ?? [])
}

/** The splice that imports `wanted` as well; `undefined` where the module imports nothing by name. */
function importSplices(source: string, wanted: readonly string[]): readonly Splice[] | undefined {
  const imported = importedNames(source)
  const missing = wanted.filter((name) => imported?.names.includes(name) !== true)
  if (missing.length === 0) return []
  if (imported === undefined) return undefined
  const { end } = imported
  return [{ start: end, end, text: missing.map((name) => `, ${name}`).join('') }]
}

function addSplices(
  source: string,
  chain: readonly ChainCall[],
  { rules }: PolicyEdit,
): readonly Splice[] | undefined {
  if (rules.length === 0) return []
  const { imports } = builderLines(rules)
  const imported = importSplices(source, imports)
  if (imported === undefined || rules.some(({ before }) => before !== undefined && before < 1))
    return undefined
  const between = separator(source, chain)
  const added = rules.map((rule): Splice => {
    const at = behind(source, chain, chain[(rule.before ?? chain.length) - 1]!)
    return {
      start: at,
      end: at,
      text: builderLines([rule])
        .lines.map((line) => between + line)
        .join(''),
    }
  })
  return [...imported, ...added]
}

/** The module `source`, whose default export is `policy`; `undefined` where that is no chain of calls. */
export function chainText(source: string, policy: Policy): EditableText | undefined {
  expectText(source, 'source')
  expectObject(policy, 'policy', 'rules')
  expectList(policy.rules, 'policy.rules')
  const chain = defaultChain(source)
  if (chain === undefined) return undefined
  const calls = ruleCalls(chain)
  const shift = policy.rules.length - calls.length
  return {
    style: 'name',
    canJoin: () => false,
    // A rule whose call is not known has an entry of its own, below 0.
    entryOf: (rule) => calls[rule - shift] ?? -1 - rule,
    write: (edit) => {
      const added = addSplices(source, chain, edit)
      const taken = takeSplices(source, chain, edit.takes)
      return added === undefined || taken === undefined ? undefined : spliced(source, [...added, ...taken])
    },
  }
}

/** The form of a policy whose text cannot be edited. */
export const WITHOUT_TEXT: EditableText = {
  style: 'name',
  canJoin: () => false,
  entryOf: (rule) => rule,
  write: () => undefined,
}
