/* Passes from modules that `--use` names. */
import { exportedPasses } from '@seccompile/pass'
import type { AnyPass, ExportedPasses } from '@seccompile/pass'
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

/** The passes of a module, with a CliError for whatever a getter of the module throws. */
function readPasses(
  name: string,
  path: string,
  exports: Readonly<Record<string, unknown>>,
): readonly AnyPass[] {
  const read = (): ExportedPasses => {
    try {
      return exportedPasses(exports)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      throw new CliError(`${placeInModule(error, path, name)}: ${why}`, { cause: error })
    }
  }
  const found = read()
  if (found.kind === 'passes') return found.passes
  throw new CliError(`${name}: ${found.reason}`)
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
