/*
 * The command line of a second runtime, which reads a plan and becomes the command: see launcher.ts.
 *
 * The second runtime is of the same kind as this one. A program built as a single file is its own runtime, and starting it
 * again would start the program; there, only launchers of other projects can be used.
 */
import { existsSync } from 'node:fs'
import { assertNever } from '@seccompile/shape'
import { openBridge, tryBridge } from '../libc/open-bridge.ts'
import type { BridgeName, NoBridge } from '../libc/bridge.ts'
import { FFI_FLAG, nodeHasFfi } from '../libc/node-ffi.ts'
import { isSingleFile, runtimeName } from '../libc/runtime.ts'
import type { RuntimeName } from '../libc/runtime.ts'
import { KernelError } from '../system/kernel-error.ts'
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

/**
 * Why no second runtime can become a command over `bridge`; `undefined` where it can.
 * @param toDo - what helps where the launcher is no file that a runtime can run
 */
export function whyNotSecondRuntime(
  bridge: BridgeName,
  toDo = 'install bubblewrap, or util-linux 2.41 or newer',
): NoBridge | undefined {
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

/**
 * The bridge over which a second runtime can become a command that is watched: no other launcher hands out a listener.
 * @throws KernelError `E_NO_LIBC` where there is no bridge, `E_NO_LAUNCHER` where a second runtime cannot run the launcher
 */
export function watchingBridge(): BridgeName {
  const { name } = openBridge()
  const missing = whyNotSecondRuntime(name, 'run it as a script, with its packages installed in a folder')
  if (missing === undefined) return name
  throw new KernelError(
    'E_NO_LAUNCHER',
    `a command cannot be watched: ${missing.why}; ${missing.toDo}; nothing was started`,
    { requirement: name },
  )
}
