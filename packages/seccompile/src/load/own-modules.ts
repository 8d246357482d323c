/*
 * The exports of the modules that `--use` names: passes, or lint rules.
 *
 * A module is a program, and a getter of it may throw. Such an error is a fault of the module, and the message names
 * its line.
 */
import { quote } from '@seccompile/shape'
import { CliError } from '../io/cli-error.ts'
import { findModule } from './find-module.ts'
import { loadModule, placeInModule } from './module.ts'

/** A module: its file, and its name as typed. */
export interface NamedModule {
  readonly name: string
  readonly path: string
}

/** A module with the passes or lint rules that it exports. */
export interface OwnModule<Part> extends NamedModule {
  readonly parts: readonly Part[]
}

/** `error` as a fault of `module`, at its line. @param what - begins the message */
export function faultIn({ name, path }: NamedModule, error: unknown, what: string = ''): CliError {
  if (error instanceof Error && error.name === 'CliError') return error as CliError
  const why = error instanceof Error ? error.message : String(error)
  return new CliError(`${placeInModule(error, path, name)}: ${what}${why}`, { cause: error })
}

/**
 * The modules `specifiers`, paths or packages, with the parts that `read` finds among their exports. Each module is
 * loaded once.
 *
 * @param what - the noun for a part, such as `pass`
 * @param taken - the names that no part may have, each with its owner: `the compiler has a pass of this name`
 * @throws CliError where a module cannot be loaded, `read` throws, or a name is taken
 */
export async function loadOwnModules<Part extends { readonly name: string }>(
  specifiers: readonly string[],
  what: string,
  taken: ReadonlyMap<string, string>,
  read: (exports: Readonly<Record<string, unknown>>, module: NamedModule) => readonly Part[],
): Promise<readonly OwnModule<Part>[]> {
  const owners = new Map(taken)
  const modules: OwnModule<Part>[] = []
  for (const name of new Set(specifiers)) {
    const module = { name, path: findModule(name) }
    const exports = await loadModule(module.path, name)
    const parts = readParts(module, () => read(exports, module))
    for (const part of parts) {
      const owner = owners.get(part.name)
      if (owner !== undefined)
        throw new CliError(`${name}: ${what} ${quote(part.name)}: ${owner}; rename yours`)
      owners.set(part.name, `${name} has a ${what} of this name`)
    }
    modules.push({ ...module, parts })
  }
  return modules
}

/** The parts that `read` yields. @throws CliError with a fault of `module` for every error of `read` */
function readParts<Part>(module: NamedModule, read: () => readonly Part[]): readonly Part[] {
  try {
    return read()
  } catch (error) {
    throw faultIn(module, error)
  }
}
