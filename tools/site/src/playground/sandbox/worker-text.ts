/*
 * The text that a Worker with the runtime imports to run a policy: the policy's script in a function.
 *
 * A script that closed the function would go on outside. It would gain nothing by that: inside and outside are one realm, whose
 * globals are closed already. Nothing is evaluated, so that the frame's policy need not allow it.
 */

/** A script for a Worker. */
export interface PolicyScript {
  /** The script as a CommonJS module. */
  readonly script: string
  /** The source map of the script, as JSON. */
  readonly map?: string | undefined
}

/** The global name of the runtime's bundle in the Worker. */
export const RUNTIME_NAME = 'seccompileRuntime'

/** The text. */
export function workerText({ script, map }: PolicyScript): string {
  return `${RUNTIME_NAME}.run(${JSON.stringify({ map })}, function (exports, require, module, console) {
${script}
})
`
}
