/*
 * The text of a Worker: the code that runs before the policy and around it. The bundle of this file (see
 * ../../policy-runtime.ts) hands the modules to `run`.
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

/** Waits for the address of the script of a policy, and imports it. The script calls {@link run}. */
export function listen(): void {
  const port = globalThis as unknown as FramePort // this file runs only as a Worker
  port.onmessage = ({ data }) => port.importScripts(data)
}

/** Runs the script of a policy, and posts the outcome. */
export function run(modules: Modules, place: ScriptPlace, script: Script): void {
  const port = globalThis as unknown as FramePort // this file runs only as a Worker
  const post = port.postMessage.bind(port)
  closeGlobals(globalThis)
  post(outcomeText(runPolicy(modules, place, script)))
}
