/// <reference lib="dom" />
/*
 * Makes policies of texts in TypeScript: TypeScript checks a text, and the sandbox runs it.
 *
 * Type errors are shown, and the policy runs nevertheless, as it would in Node. A text with syntax errors has no
 * script and does not run. Lines that a policy prints are shown among the notes, at their place.
 *
 * TypeScript and the sandbox are loaded with the first script, so that a profile does not pay for them.
 */
import type { Note } from '../messages.ts'
import type { ScriptMessage, ScriptOutcome } from '../sandbox/outcome.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { PolicyCheck } from '../typescript/messages.ts'
import type { Consent, Origin } from './consent.ts'

/** Checks a text; `undefined` where a newer text replaced it. */
export type TextCheck = (text: string) => Promise<PolicyCheck | undefined>

/** The result of preparing a script. */
export type ScriptPreparation =
  | { readonly kind: 'policy'; readonly typed: string; readonly notes: readonly Note[] }
  | { readonly kind: 'fault'; readonly notes: readonly Note[] }
  /** The script may run once the person consents. */
  | { readonly kind: 'waits'; readonly origin: Origin; readonly notes: readonly Note[] }

const PREFIX = 'policy.ts: '

/** The place of the default export, for faults of the exported value. */
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

  /** The policy of `text`; `undefined` where a newer text replaced it. */
  async prepare(text: string, consent: Consent): Promise<ScriptPreparation | undefined> {
    const marker = {}
    this.#newest = marker
    const isOld = (): boolean => this.#newest !== marker
    let checked: PolicyCheck | undefined
    // A question of the other field may have replaced this one meanwhile.
    while (checked === undefined && !isOld()) checked = await this.#check(text)
    if (checked === undefined || isOld()) return undefined
    const { notes, script, map } = checked
    if (script === undefined) return { kind: 'fault', notes }
    if (consent.missing !== undefined) return { kind: 'waits', origin: consent.missing, notes }
    const outcome = await (await this.#loaded()).run({ script, map })
    return outcome === undefined || isOld() ? undefined : this.#prepared(outcome, text, notes)
  }

  /** Stops the running script: the field holds no script any more. */
  stop(): void {
    this.#newest = undefined
    void this.#sandbox?.then((sandbox) => sandbox.stop())
  }

  /** Stops the running script, and removes the sandbox. */
  end(): void {
    this.#newest = undefined
    void this.#sandbox?.then((sandbox) => sandbox.end())
  }

  #prepared(outcome: ScriptOutcome, text: string, notes: readonly Note[]): ScriptPreparation {
    const all = [...notes, ...outcome.printed.map(printedNote)]
    if (outcome.kind === 'policy') return { kind: 'policy', typed: outcome.policy, notes: all }
    const fault = faultNote(outcome.fault, text)
    // At a line with a type error, the exception reports the same mistake in other words.
    const isKnown = fault.line !== undefined && notes.some(({ line }) => line === fault.line)
    return { kind: 'fault', notes: isKnown ? all : [fault, ...all] }
  }

  #loaded(): Promise<Sandbox> {
    this.#sandbox ??= import('../sandbox/sandbox.ts').then(({ Sandbox: Made }) => new Made(this.#address))
    return this.#sandbox
  }
}
