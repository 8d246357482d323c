/// <reference lib="dom" />
/*
 * Makes policies of texts in TypeScript: TypeScript makes a script of a text and checks its types, and the sandbox runs
 * the script.
 *
 * The script runs without waiting for the types, since errors of types do not keep a policy from running, as in Node. A
 * text with errors of syntax has no script. Lines that a policy prints are shown among the notes, at their place.
 *
 * TypeScript and the sandbox are loaded with the first script, so that a profile does not pay for them.
 */
import type { Note } from '../messages.ts'
import type { ScriptMessage, ScriptOutcome } from '../sandbox/outcome.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Consent, Origin } from './consent.ts'
import type { TypeScript } from './typescript.ts'

/** The result of preparing a script. */
export type ScriptPreparation =
  | {
      readonly kind: 'policy'
      readonly typed: string
      readonly notes: readonly Note[]
      /** Notes about types, which come later and stand before the other notes. */
      readonly types: Promise<readonly Note[]>
    }
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
  readonly #typeScript: () => Promise<TypeScript>
  readonly #address: string
  #sandbox: Promise<Sandbox> | undefined
  #newest: object | undefined

  /** @param address - of the page of the sandbox */
  constructor(typeScript: () => Promise<TypeScript>, address: string) {
    this.#typeScript = typeScript
    this.#address = address
  }

  /** The policy of `text`; `undefined` where a newer text replaced it. */
  async prepare(text: string, consent: Consent): Promise<ScriptPreparation | undefined> {
    const marker = {}
    this.#newest = marker
    const isOld = (): boolean => this.#newest !== marker
    if (consent.missing === undefined) void this.#loaded().then((sandbox) => sandbox.warm())
    const typeScript = await this.#typeScript()
    /** The answer to this text. A question of the other field may replace a question, which is then asked again. */
    const answerOf = async <T>(ask: (text: string) => Promise<T | undefined>): Promise<T | undefined> => {
      let answer: T | undefined
      while (answer === undefined && !isOld()) answer = await ask(text)
      return isOld() ? undefined : answer
    }
    const transpiling = answerOf(typeScript.transpile)
    const types = answerOf(typeScript.check).then((found) => found ?? [])
    const transpiled = await transpiling
    if (transpiled === undefined) return undefined
    const { notes, script, map } = transpiled
    if (script === undefined) return { kind: 'fault', notes }
    const { missing } = consent
    if (missing !== undefined) {
      const all = await types
      return isOld() ? undefined : { kind: 'waits', origin: missing, notes: all }
    }
    const outcome = await (await this.#loaded()).run({ script, map })
    if (outcome === undefined || isOld()) return undefined
    const prepared = await this.#prepared(outcome, text, types)
    return isOld() ? undefined : prepared
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

  async #prepared(
    outcome: ScriptOutcome,
    text: string,
    types: Promise<readonly Note[]>,
  ): Promise<ScriptPreparation> {
    const printed = outcome.printed.map(printedNote)
    if (outcome.kind === 'policy') return { kind: 'policy', typed: outcome.policy, notes: printed, types }
    const fault = faultNote(outcome.fault, text)
    const all = [...(await types), ...printed]
    // At a line with a type error, the exception reports the same mistake in other words.
    const isKnown =
      fault.line !== undefined &&
      all.some(({ line, severity }) => line === fault.line && severity === 'error')
    return { kind: 'fault', notes: isKnown ? all : [fault, ...all] }
  }

  #loaded(): Promise<Sandbox> {
    this.#sandbox ??= import('../sandbox/sandbox.ts').then(({ Sandbox: Made }) => new Made(this.#address))
    return this.#sandbox
  }
}
