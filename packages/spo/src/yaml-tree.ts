/*
 * Turns YAML into the tree of JSON nodes that the reader of profiles takes.
 *
 * A YAML file may be hostile in ways that JSON is not. An alias repeats a part, and aliases of aliases grow
 * exponentially. The tree shares the part, and its size with all repetitions is bounded. The composer of `yaml` is
 * recursive. Its parser continues after an error, and copies its stack for each further error. So the parser gets one
 * word at a time: reading ends at the first error, or when too many values are open. The composer also compares each
 * key with all earlier keys, so this file looks for repeated keys itself. Kubernetes reads YAML 1.1, and the library
 * reads 1.2. A number that differs between the two is refused.
 */
import { Composer, isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, Parser } from 'yaml'
import type { CST, Document, ParsedNode } from 'yaml'
import type { JsonMember, JsonNode } from '@seccompile/oci/reading'
import { PolicyError } from '@seccompile/policy'
import { quote } from '@seccompile/shape'
import type { Source } from '@seccompile/policy'

/** The most UTF-16 units of a file. The API server of Kubernetes takes fewer. */
export const MAX_FILE_LENGTH: number = 2 * 1024 * 1024

/** The deepest nesting of a file. */
export const MAX_FILE_DEPTH = 64

/** The most values of a file. A part that an alias repeats counts each time. */
const MAX_VALUES = 500_000

/** The most words and marks of the grammar, line ends included: enough for fifty thousand names of calls. */
const MAX_WORDS = 250_000

/** Yields the place of an offset in the file. */
type Locator = (offset: number) => Source

/** Characters that a message must not have. The library quotes the text of a file as it is. */
const STEERING = /[\s\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu

/** The message of the library on one line. */
const oneLine = (message: string): string => message.replaceAll(STEERING, ' ').trim().slice(0, 200)

/** The number of entries in the stack of the parser that hold no value: the document. */
const AROUND = 1

/**
 * The tokens of the documents in `text`, up to the first error.
 * @throws PolicyError E_SYNTAX for the first error of the grammar; E_LIMIT where values nest too deep, or there are
 *   too many words
 */
function tokensOf(text: string, onNewLine: (offset: number) => void, at: Locator): readonly CST.Token[] {
  const parser = new Parser(onNewLine)
  const tokens: CST.Token[] = []
  const take = (some: Iterable<CST.Token>): void => {
    for (const token of some) {
      if (token.type === 'error')
        throw new PolicyError('E_SYNTAX', `not YAML: ${oneLine(token.message)}`, at(token.offset))
      tokens.push(token)
    }
  }
  const deep = (): PolicyError =>
    new PolicyError(
      'E_LIMIT',
      `file nests deeper than ${MAX_FILE_DEPTH} levels`,
      at(parser.stack.at(-1)!.offset),
    )
  onNewLine(0)
  let words = 0
  for (const word of new Lexer().lex(text)) {
    words += 1
    if (words > MAX_WORDS)
      throw new PolicyError('E_LIMIT', `file has more than ${MAX_WORDS} words and marks`, at(parser.offset))
    take(parser.next(word))
    if (parser.stack.length > MAX_FILE_DEPTH + 1 + AROUND) throw deep()
  }
  take(parser.end())
  return tokens
}

/** A number that Kubernetes and the library read alike, as text; an integer in decimal digits. */
function numberText(value: bigint | number, written: string, source: Source): string {
  if (/^[-+]?0\d/.test(written))
    throw new PolicyError(
      'E_NUMBER',
      `number is ${quote(written)}, which is octal for some readers of YAML; write it without a leading zero`,
      source,
    )
  return typeof value === 'bigint' ? value.toString() : written
}

function scalar(value: unknown, written: string, source: Source): JsonNode {
  switch (typeof value) {
    case 'string':
      return { kind: 'string', source, value }
    case 'bigint':
    case 'number':
      return { kind: 'number', source, text: numberText(value, written, source) }
    case 'boolean':
      return { kind: 'boolean', source }
    default:
      if (value === null) return { kind: 'null', source }
      throw new PolicyError(
        'E_TYPE',
        'value has a tag of YAML; expected text, a number, true, false or null',
        source,
      )
  }
}

/** The text of a key. @throws PolicyError where the key is no text, or is a merge key */
function keyOf(key: unknown, source: Source): string {
  if (!isScalar(key) || typeof key.value !== 'string')
    throw new PolicyError('E_SYNTAX', 'key is no text; expected a name such as "syscalls"', source)
  if (key.value === '<<' && key.type === 'PLAIN')
    throw new PolicyError('E_SYNTAX', 'merge key "<<" is not read; write the keys that it stands for', source)
  return key.value
}

/** A node of a tree, and the number of its values, with all that aliases repeat. */
interface SizedNode {
  readonly node: JsonNode
  readonly size: number
}

/** The tree of a document. */
function treeOf(document: Document.Parsed, at: Locator): JsonNode {
  const anchors = new Map<string, SizedNode>()
  let count = 0

  const grow = (by: number, source: Source): void => {
    count += by
    if (count > MAX_VALUES)
      throw new PolicyError(
        'E_LIMIT',
        `file has more than ${MAX_VALUES} values, with those that aliases repeat; write less`,
        source,
      )
  }

  const members = (
    items: readonly { readonly key: unknown; readonly value: unknown }[],
    map: Source,
  ): JsonMember[] => {
    const seen = new Map<string, Source>()
    return items.map(({ key, value }): JsonMember => {
      const range = (key as ParsedNode | null)?.range
      const source = range === undefined || range === null ? map : at(range[0])
      const name = keyOf(key, source)
      const before = seen.get(name)
      if (before !== undefined)
        throw new PolicyError(
          'E_SYNTAX',
          `key ${quote(name)} is written twice, first at line ${before.line}; remove one`,
          source,
        )
      seen.set(name, source)
      return {
        key: name,
        source,
        value:
          value === undefined || value === null ? { kind: 'null', source } : convert(value as ParsedNode),
      }
    })
  }

  const plain = (node: ParsedNode, source: Source): JsonNode => {
    if (isSeq(node)) return { kind: 'array', source, items: node.items.map((item) => convert(item)) }
    if (isMap(node)) return { kind: 'object', source, members: members(node.items, source) }
    return scalar(isScalar(node) ? node.value : undefined, isScalar(node) ? (node.source ?? '') : '', source)
  }

  const convert = (node: ParsedNode): JsonNode => {
    const source = at(node.range[0])
    if (isAlias(node)) {
      const part = anchors.get(node.source)
      if (part === undefined)
        throw new PolicyError(
          'E_SYNTAX',
          `alias ${quote(node.source)} has no complete part before it`,
          source,
        )
      grow(part.size, source)
      return part.node
    }
    const before = count
    grow(1, source)
    const made = plain(node, source)
    if ('anchor' in node && node.anchor !== undefined)
      anchors.set(node.anchor, { node: made, size: count - before })
    return made
  }

  const { contents } = document as { contents: ParsedNode | null }
  return contents === null ? { kind: 'null', source: at(document.range[0]) } : convert(contents)
}

/**
 * The trees of the documents in `text`. A byte order mark in front is skipped, and columns do not count it.
 * @throws PolicyError E_SYNTAX for text that is not YAML, and for values that Kubernetes and the library read
 *   differently; E_LIMIT for a text too large, nested too deep, or with aliases that repeat too much
 */
export function parseYaml(withMark: string, file: string): readonly JsonNode[] {
  const text = withMark.startsWith('\ufeff') ? withMark.slice(1) : withMark
  if (text.length > MAX_FILE_LENGTH)
    throw new PolicyError(
      'E_LIMIT',
      `file has ${text.length} characters; at most ${MAX_FILE_LENGTH} are read`,
      {
        file,
        line: 1,
        column: 1,
      },
    )
  const counter = new LineCounter()
  const at: Locator = (offset) => {
    const { line, col } = counter.linePos(Math.max(0, offset))
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  const tokens = tokensOf(text, counter.addNewLine, at)
  const composer = new Composer({
    intAsBigInt: true,
    uniqueKeys: false,
    merge: false,
    prettyErrors: false,
    version: '1.2',
  })
  return [...composer.compose(tokens, true, text.length)].map((document) => {
    const problem = document.errors[0] ?? document.warnings[0]
    if (problem !== undefined)
      throw new PolicyError('E_SYNTAX', `not YAML: ${oneLine(problem.message)}`, at(problem.pos[0]))
    return treeOf(document, at)
  })
}
