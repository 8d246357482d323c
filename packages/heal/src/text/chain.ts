/*
 * The chain of method calls whose value is the default export of a module: `policy({ … }).allow('read').deny('ptrace')`.
 */
import { maskedSource } from './masked-source.ts'

/** A call of a chain: `.allow('read')`, or the first one, `policy({ … })`. */
export interface ChainCall {
  /** The name of the method; of the first call, all in front of its parentheses. */
  readonly name: string
  /** The offset of the dot; of the first call, of its name. */
  readonly start: number
  /** The offset behind the closing parenthesis. */
  readonly end: number
  readonly items: readonly ChainItem[]
}

/** An item between the parentheses of a call. */
export interface ChainItem {
  readonly start: number
  readonly end: number
  readonly text: string
}

const OPEN = '([{'
const CLOSE = ')]}'

/** The offset of the bracket that closes the one at `start`; `undefined` where there is none. */
function closing(masked: string, start: number): number | undefined {
  let depth = 0
  for (let at = start; at < masked.length; at += 1) {
    if (OPEN.includes(masked[at]!)) depth += 1
    else if (CLOSE.includes(masked[at]!)) depth -= 1
    if (depth === 0) return at
  }
  return undefined
}

/** The items between the parentheses at `open` and `close`. */
function itemsIn(source: string, masked: string, open: number, close: number): readonly ChainItem[] {
  const items: ChainItem[] = []
  const add = (from: number, to: number): void => {
    const text = source.slice(from, to)
    if (text.trim() === '') return
    const start = from + (text.length - text.trimStart().length)
    items.push({ start, end: from + text.trimEnd().length, text: text.trim() })
  }
  let start = open + 1
  let depth = 0
  for (let at = start; at < close; at += 1) {
    if (OPEN.includes(masked[at]!)) depth += 1
    else if (CLOSE.includes(masked[at]!)) depth -= 1
    else if (masked[at] === ',' && depth === 0) {
      add(start, at)
      start = at + 1
    }
  }
  add(start, close)
  return items
}

/** The match of `pattern`, a sticky one, at `offset`. */
function matchAt(masked: string, pattern: RegExp, offset: number): string | undefined {
  pattern.lastIndex = offset
  return pattern.exec(masked)?.[0]
}

/** What may follow a chain: the end of the statement. */
const ENDED = /[ \t]*(?:;|\r?\n|$|as\b|satisfies\b)/y

/** The chain that begins at `start`; `undefined` where something else stands there. */
function chainAt(source: string, masked: string, start: number): readonly ChainCall[] | undefined {
  const calls: ChainCall[] = []
  let at = start
  let next = matchAt(masked, /(?:new\s+)?[\w$]+(?:\s*\.\s*[\w$]+)*\s*(?=\()/y, at)
  while (next !== undefined) {
    const open = at + next.length
    const close = closing(masked, open)
    if (close === undefined) return undefined
    const dot = at + (next.length - next.trimStart().length)
    calls.push({
      name: next.trim().replace(/^\.\s*/, ''),
      start: dot,
      end: close + 1,
      items: itemsIn(source, masked, open, close),
    })
    at = close + 1
    next = matchAt(masked, /\s*\.\s*[\w$]+\s*(?=\()/y, at)
  }
  return calls.length > 0 && matchAt(masked, ENDED, at) !== undefined ? calls : undefined
}

/** The offset behind `export default`, or behind `const NAME =` where NAME is exported. */
function valueStart(masked: string): number | undefined {
  const exported = /\bexport\s+default\s+/g.exec(masked)
  if (exported === null) return undefined
  const start = exported.index + exported[0].length
  const name = matchAt(masked, /[\w$]+(?=\s*(?:;|$|\n))/y, start)
  if (name === undefined) return start
  const declared = new RegExp(
    `^(?:export\\s+)?const\\s+${name.replaceAll('$', '\\$')}\\s*(?::[^=\\n]+)?=\\s*`,
    'gm',
  )
  const found = declared.exec(masked)
  return found === null ? undefined : found.index + found[0].length
}

/** What begins a policy: any other call may compute one. */
const BEGINNINGS: readonly string[] = ['policy', 'new PolicyBuilder']

/** The chain of the default export of the module `source`; `undefined` where it is something else. */
export function defaultChain(source: string): readonly ChainCall[] | undefined {
  const masked = maskedSource(source)
  const start = valueStart(masked)
  const chain = start === undefined ? undefined : chainAt(source, masked, start)
  return chain !== undefined && BEGINNINGS.includes(chain[0]!.name) ? chain : undefined
}

/** The names that the module imports from `seccompile`, and where another is added; `undefined` where it imports none by name. */
export function importedNames(
  source: string,
): { readonly names: readonly string[]; readonly end: number } | undefined {
  const found = /^import\s*\{([^}]*)\}\s*from\s*(["'])seccompile\2/m.exec(source)
  if (found === null) return undefined
  const list = found[1]!
  const names = list.split(',').map((name) => name.trim())
  const start = found.index + found[0].indexOf('{') + 1
  return { names: names.filter((name) => name !== ''), end: start + list.trimEnd().replace(/,$/, '').length }
}
