/// <reference lib="dom" />
/*
 * From a text in TypeScript to the policy that it comes to: TypeScript checks it, and the sandbox runs it.
 *
 * Types that do not fit are shown, and the policy runs all the same, as it would in Node. A text that is no syntax has no
 * script and does not run. What a policy prints is shown among the notes, at its line.
 *
 * TypeScript and the sandbox are loaded when the first script comes, so that a profile costs nothing of them.
 */
import type { Note } from '../messages.ts'
import type { ScriptMessage, ScriptOutcome } from '../sandbox/outcome.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { PolicyCheck } from '../typescript/messages.ts'
import type { Consent, Origin } from './consent.ts'

/** Checks a text; `undefined` where a newer text took its place. */
export type TextCheck = (text: string) => Promise<PolicyCheck | undefined>

/** What became of a script. */
export type ScriptPreparation =
  | { readonly kind: 'policy'; readonly typed: string; readonly notes: readonly Note[] }
  | { readonly kind: 'fault'; readonly notes: readonly Note[] }
  /** It may run once the person says so. */
  | { readonly kind: 'waits'; readonly origin: Origin; readonly notes: readonly Note[] }

const PREFIX = 'policy.ts: '

/** The place of the default export, for faults of what is exported. */
function defaultExport(text: string): Pick<Note, 'line' | 'column'> {
  const at = text.split('\n').findIndex((line) => /^\s*export\s+default\b/.test(line))
  return at === -1 ? {} : { line: at + 1, column: 1 }
}

function faultNote({ message, place }: ScriptMessage, text: string): Note {
  const isExport = place === undefined && message.startsWith(PREFIX)
  const where = isExport ? defaultExport(text) : place
  return { severity: 'error', message: isExport ? message.slice(PREFIX.length) : message, ...where }
}

const printedNote = ({ message, place }: ScriptMessage): Note => ({ severity: 'info', message, ...place })

/** Runs the policies of one field that are in TypeScript. */
export class TypedPolicies {
  readonly #check: TextCheck
  readonly #address: string
  #sandbox: Promise<Sandbox> | undefined
  #newest: object | undefined

  /** @param address - of the page of the sandbox */
  constructor(check: TextCheck, address: string) {
    this.#check = check
    this.#address = address
  }

  /** What `text` comes to; `undefined` where a newer text took its place. */
  async prepare(text: string, consent: Consent): Promise<ScriptPreparation | undefined> {
    const marker = {}
    this.#newest = marker
    const isOld = (): boolean => this.#newest !== marker
    let checked: PolicyCheck | undefined
    // The other field may have asked since: its question took the place of this one.
    while (checked === undefined && !isOld()) checked = await this.#check(text)
    if (checked === undefined || isOld()) return undefined
    const { notes, script, map } = checked
    if (script === undefined) return { kind: 'fault', notes }
    if (consent.missing !== undefined) return { kind: 'waits', origin: consent.missing, notes }
    const outcome = await (await this.#loaded()).run({ script, map })
    return outcome === undefined || isOld() ? undefined : this.#prepared(outcome, text, notes)
  }

  /** Stops what runs: the field holds no script any more. */
  stop(): void {
    this.#newest = undefined
    void this.#sandbox?.then((sandbox) => sandbox.stop())
  }

  /** Stops what runs, and takes the sandbox away. */
  end(): void {
    this.#newest = undefined
    void this.#sandbox?.then((sandbox) => sandbox.end())
  }

  #prepared(outcome: ScriptOutcome, text: string, notes: readonly Note[]): ScriptPreparation {
    const all = [...notes, ...outcome.printed.map(printedNote)]
    if (outcome.kind === 'policy') return { kind: 'policy', typed: outcome.policy, notes: all }
    const fault = faultNote(outcome.fault, text)
    // At a line with an error of types, the exception is the same mistake in other words.
    const isKnown = fault.line !== undefined && notes.some(({ line }) => line === fault.line)
    return { kind: 'fault', notes: isKnown ? all : [fault, ...all] }
  }

  #loaded(): Promise<Sandbox> {
    this.#sandbox ??= import('../sandbox/sandbox.ts').then(({ Sandbox: Made }) => new Made(this.#address))
    return this.#sandbox
  }
}
