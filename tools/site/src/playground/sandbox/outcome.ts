/*
 * The outcome of a policy's script, as the text that leaves the sandbox: a line of JSON, and then the policy.
 *
 * The text was made beside a script that may be hostile, so its content is arbitrary. A reader bounds its length,
 * reads each field by its type, and takes no more than it shows. The page reads the first line, which is short: a
 * megabyte of brackets would block it for a second. The policy stays a text, which the engine reads in its Worker.
 */

/** Most characters of a policy as text. */
export const MAX_POLICY: number = 1024 * 1024
/** Most characters of the first line. */
const MAX_HEAD = 200_000
/** Most characters of the whole text that leaves the sandbox. */
export const MAX_OUTCOME: number = MAX_HEAD + 1 + MAX_POLICY

/** Most lines that a policy may print. */
export const MOST_SAID = 20
/** Most characters of a message or a printed line. */
export const MAX_MESSAGE = 1000

/** A place in the policy, both from 1. */
export interface PolicyPlace {
  readonly line: number
  readonly column: number
}

/** A line that the policy printed, or a fault of it. */
export interface ScriptMessage {
  readonly message: string
  /** The place of the message; absent where it has none. */
  readonly place?: PolicyPlace | undefined
}

/** The result of a script. */
export type ScriptOutcome =
  | {
      readonly kind: 'policy'
      /** See policy-text.ts. */
      readonly policy: string
      readonly printed: readonly ScriptMessage[]
    }
  | { readonly kind: 'fault'; readonly fault: ScriptMessage; readonly printed: readonly ScriptMessage[] }

/** An outcome without a policy. */
export const faultOutcome = (
  message: string,
  place?: PolicyPlace,
  printed: readonly ScriptMessage[] = [],
): ScriptOutcome => ({
  kind: 'fault',
  fault: { message: message.slice(0, MAX_MESSAGE), place },
  printed,
})

const NO_POLICY = 'the policy answered with something else than a policy'

const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 && value < 1e6

function saidOf(value: unknown): ScriptMessage {
  const fields = fieldsOf(value)
  const message = fields.get('message')
  const place = fieldsOf(fields.get('place'))
  const [line, column] = [place.get('line'), place.get('column')]
  return {
    message: typeof message === 'string' ? message.slice(0, MAX_MESSAGE) : NO_POLICY,
    place: isCount(line) && isCount(column) ? { line, column } : undefined,
  }
}

/** `outcome` as the text that leaves the sandbox. */
export function outcomeText(outcome: ScriptOutcome): string {
  if (outcome.kind === 'fault') return JSON.stringify(outcome)
  const { policy, ...head } = outcome
  return `${JSON.stringify(head)}\n${policy}`
}

/** The outcome in a message of the sandbox, whatever the message is. */
export function readOutcome(text: unknown): ScriptOutcome {
  if (typeof text !== 'string' || text.length > MAX_OUTCOME) return faultOutcome(NO_POLICY)
  const end = text.indexOf('\n')
  const head = end === -1 ? text : text.slice(0, end)
  if (head.length > MAX_HEAD) return faultOutcome(NO_POLICY)
  let json: unknown
  try {
    json = JSON.parse(head)
  } catch {
    return faultOutcome(NO_POLICY)
  }
  const fields = fieldsOf(json)
  const lines: unknown = fields.get('printed')
  const printed = Array.isArray(lines) ? lines.slice(0, MOST_SAID + 1).map(saidOf) : []
  if (fields.get('kind') !== 'policy') return { kind: 'fault', fault: saidOf(fields.get('fault')), printed }
  return { kind: 'policy', policy: end === -1 ? '' : text.slice(end + 1), printed }
}
