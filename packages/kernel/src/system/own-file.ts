/*
 * The files that this package brings beside its modules: C sources, and the launcher, which runs as a process of its own.
 *
 * The command `seccompile` has the modules of this package in its bundle. There, the folder of a module is not the
 * folder of the package. So the package is found by its name, which leads to it from its own folder and from that of
 * every package that depends on it.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The path of `file`, which is relative to the folder of this package. */
export function ownFile(file: string): string {
  return join(dirname(createRequire(import.meta.url).resolve('@seccompile/kernel/package.json')), file)
}
