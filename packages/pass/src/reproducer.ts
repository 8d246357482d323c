/*
 * A reproducer is a text with everything that one failing pass needs to fail again: its name, its input, and
 * the context of the run. The pass is the innermost one that failed, so the passes before it need not run
 * again. Where a fixpoint does not settle, the pass is the fixpoint.
 *
 * `PassContext.weigh` is a function and cannot be written as text. A caller that makes it from data can put
 * that data under `target`. The field `target` is stored and returned unread.
 */
import {
  atLeast,
  endianness,
  expectObject,
  fail,
  oneOf,
  read,
  shown,
  text as textReader,
} from '@seccompile/shape'
import type { Reader } from '@seccompile/shape'
import { EFFORTS } from './context.ts'
import type { RunContext } from './context.ts'
import { irFromJson, irToJson } from './ir-json.ts'
import type { JsonValue } from './ir-json.ts'
import { LEVELS, levelReader } from './ir.ts'
import type { Instrument } from './manager.ts'
import { PassError } from './pass-error.ts'
import type { IrByLevel, Level } from './pass.ts'
import { pipelineText } from './text.ts'

/** Fields of JSON; an `undefined` field is not written. */
type JsonFields = { readonly [key: string]: JsonValue | undefined }

/** A failing pass, its input and its context. */
export interface Reproducer<L extends Level = Level> extends Omit<RunContext, 'weigh'> {
  /** Text for `parsePipeline`. */
  readonly passes: string
  /** The message of the error that ended the run. */
  readonly error: string
  readonly level: L
  readonly ir: IrByLevel[L]
  /** Further data that the run depended on, as the maker of the reproducer gave it. */
  readonly target: JsonFields
}

/** The options of {@link reproducer}. */
export interface ReproducerOptions {
  /** Called with the text when a pass has failed, at most once in each run. */
  readonly write: (text: string) => void
  /** The field `target` of the reproducer; empty if left out. */
  readonly target?: JsonFields
}

const VERSION = 1

/** The most UTF-16 units of what an engine says of a text that is not JSON. */
const MAX_REASON = 200

const jsonFields: Reader<JsonFields> = (at) =>
  typeof at.value === 'object' && at.value !== null && !Array.isArray(at.value)
    ? (at.value as JsonFields) // JSON.parse made the value
    : fail(at, 'an object')

/**
 * The text form of `repro`: JSON with one item of the IR on each line. {@link parseReproducer} reads it back.
 */
export function printReproducer(repro: Reproducer): string {
  expectObject(repro, 'reproducer', 'passes', 'level', 'ir')
  const { passes, error, level, ir, endianness, insnCost, argInsnCost, effort, maxPath, target } = repro
  const search = {
    ...(argInsnCost === insnCost ? {} : { argInsnCost }),
    ...(effort === 'default' ? {} : { effort }),
    ...(maxPath === Infinity ? {} : { maxPath }), // JSON has no infinity
  }
  const head = { reproducer: VERSION, passes, error, endianness, insnCost, ...search, target, level }
  const fields = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  )
  return `{\n${[...fields, `  "ir": ${itemsOnLines(irToJson(level, ir))}`].join(',\n')}\n}\n`
}

/**
 * JSON with a line for each section, rule, node or instruction, so that a person can delete one in an editor.
 */
function itemsOnLines(json: JsonValue, indent = '  '): string {
  const inner = `${indent}  `
  if (Array.isArray(json)) {
    const items = (json as readonly JsonValue[]).map((item) => `${inner}${itemOnLines(item, inner)}`)
    return items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n${indent}]`
  }
  const fields = Object.entries(json as { readonly [key: string]: JsonValue }) // an IR is a list or an object
  const lines = fields.map(
    ([key, value]) =>
      `${inner}${JSON.stringify(key)}: ${Array.isArray(value) ? itemsOnLines(value, inner) : JSON.stringify(value)}`,
  )
  return `{\n${lines.join(',\n')}\n${indent}}`
}

/** An item as JSON: a section on several lines, any other item on one. */
function itemOnLines(item: JsonValue, indent: string): string {
  const isSection = typeof item === 'object' && item !== null && 'otherwise' in item
  return isSection ? itemsOnLines(item, indent) : JSON.stringify(item)
}

/** Characters that a message must not have. An engine quotes the text of a file as it is. */
const STEERING = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu

function parseJson(text: string, fail: (message: string, cause?: unknown) => PassError): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw fail(`is not JSON: ${reason.replace(STEERING, ' ').slice(0, MAX_REASON)}`, error)
  }
}

/**
 * The reproducer in `text`; messages call it `file`.
 * @throws PassError `E_REPRODUCER` where the text is no reproducer or one of another version, or its IR is
 * malformed
 */
export function parseReproducer(text: string, options: { readonly file?: string } = {}): Reproducer {
  expectObject(options, 'options')
  const { file = 'reproducer' } = options
  const fail = (message: string, cause?: unknown): PassError =>
    new PassError('E_REPRODUCER', file, message, cause === undefined ? {} : { cause })
  const json = parseJson(text, fail)
  const fields: Readonly<Record<string, unknown>> =
    typeof json === 'object' && json !== null ? { ...json } : {}
  const {
    reproducer: version,
    argInsnCost = fields['insnCost'],
    effort = 'default',
    maxPath = Infinity,
  } = fields
  if (version === undefined) throw fail('is no reproducer: it has no field "reproducer"')
  if (version !== VERSION)
    throw fail(`is a reproducer of version ${shown(version)}; version ${VERSION} is read here`)
  const found = <T>(name: string, reader: Reader<T>, what: string, value = fields[name]): T =>
    read(reader, value, name, () => fail(`"${name}": expected ${what}`))
  const told = {
    passes: found('passes', textReader, 'the text of a pipeline'),
    error: found('error', textReader, 'text'),
    level: found('level', levelReader, Object.keys(LEVELS).join(', ')),
    endianness: found('endianness', endianness, '"little" or "big"'),
    insnCost: found('insnCost', atLeast(0), 'a number, 0 or more'),
    argInsnCost: found('argInsnCost', atLeast(0), 'a number, 0 or more', argInsnCost),
    effort: found('effort', oneOf(EFFORTS), '"default" or "max"', effort),
    maxPath: found('maxPath', atLeast(0), 'a number, 0 or more', maxPath),
    target: found('target', jsonFields, 'an object'),
  }
  try {
    return { ...told, ir: irFromJson(told.level, fields['ir']) }
  } catch (cause) {
    throw fail(`"ir": ${cause instanceof Error ? cause.message : String(cause)}`, cause)
  }
}

/** An instrument that writes the text of a reproducer when a pass fails, at most once in each run. */
export function reproducer(given: ReproducerOptions): Instrument {
  expectObject(given, 'options', 'write')
  const { write, target = {} } = given
  let done = false
  return {
    before: ({ depth }) => {
      if (depth === 0) done = false
    },
    failed: (event, error) => {
      if (done) return // the pass that failed is a part of this one
      done = true
      const message = error instanceof Error ? error.message : String(error)
      const { pass, before } = event
      const found = { passes: pipelineText(pass), error: message, level: pass.from, ir: before, target }
      write(printReproducer({ ...event, ...found }))
    },
  }
}
