/*
 * Passes among the exports of a module.
 *
 * A module exports a list `passes`, or passes under any names. The fields of an object make it a pass. Its class, or the copy
 * of this package that made it, does not matter.
 */
import { expectObject, quote } from '@seccompile/shape'
import { LEVELS } from './ir.ts'
import type { AnyPass } from './pass.ts'

/** The passes of a module, or what is wrong with its exports. */
export type ExportedPasses =
  | { readonly kind: 'passes'; readonly passes: readonly AnyPass[] }
  | { readonly kind: 'wrong'; readonly reason: string }

type UnknownFields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is UnknownFields => typeof value === 'object' && value !== null

/** Whether `value` is meant as a pass, even if a field of it is wrong. */
const looksLikePass = (value: unknown): boolean => isObject(value) && typeof value['run'] === 'function'

const isText = (value: unknown): boolean => typeof value === 'string'
const isLevel = (value: unknown): boolean => typeof value === 'string' && Object.hasOwn(LEVELS, value)

/** Names that fit into the text of a pipeline and into the name of a file. */
const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** The first wrong field of `pass`; `undefined` where all are right. */
function whyNoPass(pass: UnknownFields): string | undefined {
  const { name } = pass
  if (typeof name !== 'string') return 'a pass has no name'
  if (!NAME.test(name)) return `pass ${quote(name)}: a name is lower case, with hyphens: merge-ranges`
  const wrong = (what: string): string => `pass ${quote(name)}: ${what}`
  if (name === 'fixpoint') return wrong('has the name that pipelines use for repetition')
  if (!isLevel(pass['from']) || !isLevel(pass['to']))
    return wrong(`"from" and "to" are each one of ${Object.keys(LEVELS).join(', ')}`)
  if (!isText(pass['summary'])) return wrong('"summary" is a line for people')
  if (typeof pass['run'] !== 'function') return wrong('"run" is a function')
  if (pass['cost'] !== undefined && !isObject(pass['cost'])) return wrong('"cost" is an object')
  if (pass['required'] !== undefined && pass['required'] !== true)
    return wrong('"required" is true or absent')
  if (pass['declines'] !== undefined && pass['declines'] !== true)
    return wrong('"declines" is true or absent')
  if (pass['parts'] !== undefined && !Array.isArray(pass['parts']))
    return wrong('"parts" is a list of passes')
  return undefined
}

const wrong = (reason: string): ExportedPasses => ({ kind: 'wrong', reason })

/** The passes among `exports`, the exports of a module by name. @throws whatever a getter of the module throws */
export function exportedPasses(exports: Readonly<Record<string, unknown>>): ExportedPasses {
  expectObject(exports, 'exports')
  const list = exports['passes']
  if (list !== undefined && !Array.isArray(list)) return wrong('the export "passes" must be a list of passes')
  const named = (): readonly unknown[] =>
    Object.keys(exports)
      .sort()
      .map((key) => exports[key])
      .filter(looksLikePass)
  const found: readonly unknown[] = list ?? named()
  if (found.length === 0)
    return wrong('exports no pass; export what definePass() of @seccompile/pass returns, or a list "passes"')
  const passes: AnyPass[] = []
  // One pass may be exported twice, as default and by name.
  for (const value of new Set(found)) {
    if (!isObject(value)) return wrong('"passes" holds a value that is no pass')
    const why = whyNoPass(value)
    if (why !== undefined) return wrong(why)
    passes.push(value as unknown as AnyPass) // its fields were just checked
  }
  return { kind: 'passes', passes }
}
