/*
 * Passes from modules that `--use` names.
 *
 * A module exports a list `passes`, or passes under any names. The fields of an object make it a pass. Its class, or
 * the copy of `@seccompile/pass` that made it, does not matter.
 */
import { LEVELS } from '@seccompile/pass'
import type { AnyPass } from '@seccompile/pass'
import { quote } from '@seccompile/shape'
import { CliError } from '../cli-error.ts'
import { findModule } from './find-module.ts'
import { loadModule, placeInModule } from './module.ts'

/** A module with passes; `name` is what was typed. */
interface PassModule {
  readonly name: string
  readonly path: string
  readonly passes: readonly AnyPass[]
}

/** The passes of all modules of `--use`. */
export interface OwnPasses {
  readonly passes: readonly AnyPass[]
  readonly modules: readonly PassModule[]
}

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** Whether `value` is meant as a pass, even if a field of it is wrong. */
const looksLikePass = (value: unknown): boolean => isObject(value) && typeof value['run'] === 'function'

const isText = (value: unknown): boolean => typeof value === 'string'
const isLevel = (value: unknown): boolean => typeof value === 'string' && Object.hasOwn(LEVELS, value)

/** Names that fit into the text of a pipeline and into the name of a file. */
const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** The first wrong field of `pass`; `undefined` where all are right. */
function whyNoPass(pass: Fields): string | undefined {
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

function passesOf(name: string, exports: Fields): readonly AnyPass[] {
  const list = exports['passes']
  if (list !== undefined && !Array.isArray(list))
    throw new CliError(`${name}: the export "passes" must be a list of passes`)
  const named = (): readonly unknown[] =>
    Object.keys(exports)
      .sort()
      .map((key) => exports[key])
      .filter(looksLikePass)
  const found: readonly unknown[] = list ?? named()
  if (found.length === 0)
    throw new CliError(
      `${name}: exports no pass; export what definePass() of @seccompile/pass returns, or a list "passes"`,
    )
  // One pass may be exported twice, as default and by name.
  return [...new Set(found)].map((value) => {
    if (!isObject(value)) throw new CliError(`${name}: "passes" holds a value that is no pass`)
    const why = whyNoPass(value)
    if (why !== undefined) throw new CliError(`${name}: ${why}`)
    return value as unknown as AnyPass // its fields were just checked
  })
}

/** {@link passesOf}, with a CliError for whatever a getter of the module throws. */
function readPasses(name: string, path: string, exports: Fields): readonly AnyPass[] {
  try {
    return passesOf(name, exports)
  } catch (error) {
    if (error instanceof Error && error.name === 'CliError') throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new CliError(`${placeInModule(error, path, name)}: ${why}`, { cause: error })
  }
}

/**
 * The passes that the modules `specifiers`, paths or packages, export. No pass may have the name of one in `builtIn`.
 * @throws CliError where a module cannot be loaded, exports a value that is no pass, or a name is taken
 */
export async function loadPasses(
  specifiers: readonly string[],
  builtIn: readonly AnyPass[],
): Promise<OwnPasses> {
  const modules: PassModule[] = []
  const taken = new Map(builtIn.map((pass) => [pass.name, 'the compiler']))
  for (const name of new Set(specifiers)) {
    const path = findModule(name)
    const passes = readPasses(name, path, await loadModule(path, name))
    for (const pass of passes) {
      const other = taken.get(pass.name)
      if (other !== undefined)
        throw new CliError(`${name}: pass "${pass.name}": ${other} has a pass of this name`)
      taken.set(pass.name, name)
    }
    modules.push({ name, path, passes })
  }
  return { passes: modules.flatMap(({ passes }) => passes), modules }
}

/** `error` as a fault of the module whose pass it blames; `undefined` where the pass is not from a module. */
export function ownFault(error: unknown, { modules }: OwnPasses): CliError | undefined {
  if (!(error instanceof Error) || error.name !== 'PassError' || !('pass' in error)) return undefined
  const blamed = String(error.pass).split(/[(),]/) // the name of a fixpoint holds the names of its parts
  const module = modules.find(({ passes }) => passes.some(({ name }) => blamed.includes(name)))
  if (module === undefined) return undefined
  const place = placeInModule(error.cause, module.path, module.name)
  return new CliError(`${place}: pass ${error.message}`, { cause: error })
}
