import { assertNever, listOf, oneOf } from '@seccompile/shape'
import { KernelError } from '../system/kernel-error.ts'
import { isWide } from '../system/native-abi.ts'
import { readOptions } from '../system/option-readers.ts'
import { BRIDGES } from './bridge.ts'
import type { Bridge, BridgeName, OpenedBridge } from './bridge.ts'
import { openBunFfi } from './bun-ffi.ts'
import { openDenoFfi } from './deno-ffi.ts'
import { openKoffi } from './koffi.ts'
import { openNodeFfi } from './node-ffi.ts'
import { runtimeName } from './runtime.ts'

/** The bridge over the FFI of this runtime. */
function openFfi(): OpenedBridge {
  // The adapters declare integers of 64 bits, which are the `long` of the C library on these machines only.
  if (!isWide()) return { kind: 'none', why: 'FFI is used on 64-bit machines only', toDo: 'use koffi' }
  const runtime = runtimeName()
  switch (runtime) {
    case 'node':
      return openNodeFfi()
    case 'bun':
      return openBunFfi()
    case 'deno':
      return openDenoFfi()
    default:
      return assertNever(runtime)
  }
}

/** The bridge `name`, or why there is none. */
export function tryBridge(name: BridgeName): OpenedBridge {
  switch (name) {
    case 'ffi':
      return openFfi()
    case 'koffi':
      return openKoffi()
    default:
      return assertNever(name)
  }
}

/**
 * Whether this process can call the C library over the bridge `name`.
 * @throws KernelError `E_ARGUMENT` where no bridge is named so
 */
export function hasBridge(name: BridgeName): boolean {
  return tryBridge(readOptions(oneOf(BRIDGES), name, 'name')).kind === 'open'
}

/**
 * The first of the bridges that can be opened; by default all are tried.
 * @throws KernelError `E_ARGUMENT` for a name of no bridge, `E_NO_LIBC` where none can be, with the reasons and what to do
 */
export function openBridge(given: readonly BridgeName[] = BRIDGES): Bridge {
  const names = readOptions(listOf(oneOf(BRIDGES)), given, 'names')
  const reasons: string[] = []
  const toDo: string[] = []
  for (const name of names) {
    const opened = tryBridge(name)
    if (opened.kind === 'open') return opened.bridge
    reasons.push(opened.why)
    toDo.push(opened.toDo)
  }
  throw new KernelError(
    'E_NO_LIBC',
    `the C library cannot be called: ${reasons.join('; ')}; ${toDo.join(', or ')}`,
    { requirement: names.join(' or ') },
  )
}
