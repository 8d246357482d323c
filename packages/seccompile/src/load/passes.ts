/* Passes from modules that `--use` names. */
import { exportedPasses } from '@seccompile/pass'
import type { AnyPass } from '@seccompile/pass'
import { CliError } from '../io/cli-error.ts'
import { placeInModule } from './module.ts'
import { loadOwnModules } from './own-modules.ts'
import type { OwnModule } from './own-modules.ts'

/** The passes of all modules of `--use`. */
export interface OwnPasses {
  readonly passes: readonly AnyPass[]
  readonly modules: readonly OwnModule<AnyPass>[]
}

/**
 * The passes that the modules `specifiers`, paths or packages, export. No pass may have the name of one in `builtIn`.
 * @throws CliError where a module cannot be loaded, exports a value that is no pass, or a name is taken
 */
export async function loadPasses(
  specifiers: readonly string[],
  builtIn: readonly AnyPass[],
): Promise<OwnPasses> {
  const taken = new Map(builtIn.map(({ name }) => [name, 'the compiler has a pass of this name']))
  const modules = await loadOwnModules(specifiers, 'pass', taken, (exports, { name }) => {
    const found = exportedPasses(exports)
    if (found.kind === 'passes') return found.passes
    throw new CliError(`${name}: ${found.reason}`)
  })
  return { passes: modules.flatMap(({ parts }) => parts), modules }
}

/** `error` as a fault of the module whose pass it blames; `undefined` where the pass is not from a module. */
export function ownFault(error: unknown, { modules }: OwnPasses): CliError | undefined {
  if (!(error instanceof Error) || error.name !== 'PassError' || !('pass' in error)) return undefined
  const blamed = String(error.pass).split(/[(),]/) // the name of a fixpoint holds the names of its parts
  const module = modules.find(({ parts }) => parts.some(({ name }) => blamed.includes(name)))
  if (module === undefined) return undefined
  const place = placeInModule(error.cause, module.path, module.name)
  return new CliError(`${place}: pass ${error.message}`, { cause: error })
}
