/*
 * The command line of a second runtime, which reads a plan and becomes the command: see launcher.ts.
 *
 * The second runtime is of the same kind as this one. A program built as a single file is its own runtime, and starting it
 * again would start the program; there, only launchers of other projects can be used.
 */
import { existsSync } from 'node:fs'
import { assertNever } from '@seccompile/shape'
import { tryBridge } from '../libc/open-bridge.ts'
import type { BridgeName, NoBridge } from '../libc/bridge.ts'
import { FFI_FLAG, nodeHasFfi } from '../libc/node-ffi.ts'
import { isSingleFile, runtimeName } from '../libc/runtime.ts'
import type { RuntimeName } from '../libc/runtime.ts'
import { ownFile } from '../system/own-file.ts'

/** The file of this package that the second runtime runs; `undefined` where it is not on the disk. */
function launcherFile(): string | undefined {
  try {
    const file = ownFile('dist/launch/launcher.js')
    return existsSync(file) ? file : undefined
  } catch {
    return undefined // the package is in a bundle, and not installed beside it
  }
}

/** Whether FFI is missing here only because of a flag that a second Node is given. */
const lacksOnlyTheFlag = (): boolean =>
  runtimeName() === 'node' && process.getBuiltinModule?.('node:ffi') === undefined && nodeHasFfi()

/**
 * Whether `file` is in the cache of Deno, where each version has a folder of its own. There a second Deno does not find
 * the packages that `file` imports.
 */
export const isInDenoCache = (runtime: RuntimeName, file: string): boolean =>
  runtime === 'deno' && /\/@seccompile\/kernel\/\d[^/]*\/dist\//.test(file)

/** Why no second runtime can become a command over `bridge`; `undefined` where it can. */
export function whyNotSecondRuntime(bridge: BridgeName): NoBridge | undefined {
  const toDo = 'install bubblewrap, or util-linux 2.41 or newer'
  if (isSingleFile())
    return { why: `a program built as a single file cannot start the launcher by ${bridge}`, toDo }
  const file = launcherFile()
  if (file === undefined)
    return {
      why: `the launcher by ${bridge} is a file of @seccompile/kernel, which is not on the disk`,
      toDo,
    }
  if (isInDenoCache(runtimeName(), file))
    return {
      why: `the launcher by ${bridge} is in the cache of Deno, where a second Deno does not find what it imports`,
      toDo: 'set "nodeModulesDir": "auto" in deno.json',
    }
  const opened = tryBridge(bridge)
  return opened.kind === 'open' || (bridge === 'ffi' && lacksOnlyTheFlag()) ? undefined : opened
}

/** The words by which this runtime starts a second one that runs launcher.ts with `argument`. */
export function secondRuntime(bridge: BridgeName, argument: string): readonly string[] {
  const file = ownFile('dist/launch/launcher.js')
  const runtime = runtimeName()
  switch (runtime) {
    case 'node':
      // Without warnings, which are of FFI and of the permissions that Node passes on.
      return ['--no-warnings', ...(bridge === 'ffi' ? [FFI_FLAG] : []), file, argument]
    case 'bun':
      // Bun runs what the `bunfig.toml` of its folder preloads. Nothing there may run without the filter.
      return ['--config=/dev/null', '--env-file=/dev/null', file, argument]
    case 'deno':
      return ['run', '--allow-all', file, argument]
    default:
      return assertNever(runtime)
  }
}
