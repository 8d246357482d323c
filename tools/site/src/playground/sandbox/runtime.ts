/*
 * The text of a Worker: the code that runs before the policy and around it. The bundle of this file (see
 * ../../policy-runtime.ts) hands the modules to `listen`.
 */
import { closeGlobals } from './close-globals.ts'
import { outcomeText } from './outcome.ts'
import { runPolicy } from './run-policy.ts'
import type { Modules, Script, ScriptPlace } from './run-policy.ts'

/** The functions of the Worker that talk to its frame. */
interface FramePort {
  readonly postMessage: (outcome: string) => void
  readonly importScripts: (address: string) => void
  onmessage: ((event: { readonly data: string }) => void) | null
}

/** Runs the script of a policy, and posts the outcome. */
type RunScript = (place: ScriptPlace, script: Script) => void

/**
 * Waits for the address of the script of a policy, and imports it. The script calls the function that this yields.
 *
 * The globals are closed before the script is read, so that no part of it runs while they are there.
 */
export function listen(modules: Modules): RunScript {
  const port = globalThis as unknown as FramePort // this file runs only as a Worker
  const post = port.postMessage.bind(port)
  const load = port.importScripts.bind(port)
  port.onmessage = ({ data }) => load(data)
  closeGlobals(globalThis)
  return (place, script) => post(outcomeText(runPolicy(modules, place, script)))
}
