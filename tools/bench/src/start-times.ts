/* The wall-clock time that processes take from nothing to their end. */
import { spawnSync } from 'node:child_process'

/** A command, and what a table calls it. */
export interface Start {
  readonly what: string
  readonly words: readonly [string, ...string[]]
}

/** The times of a command. */
export interface StartTimes extends Start {
  /** Milliseconds, one for each start. */
  readonly took: readonly number[]
}

/** How a command ends: undefined with status 0, or what it says. */
export function failureOf({ words: [file, ...args] }: Start): string | undefined {
  const { status, stderr, error } = spawnSync(file, args, { encoding: 'utf8' })
  return status === 0 ? undefined : (error?.message ?? stderr)
}

function once({ what, words: [file, ...args] }: Start): number {
  const began = performance.now()
  const { status, stderr } = spawnSync(file, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })
  const took = performance.now() - began
  if (status !== 0) throw new Error(`${what} ended with ${status}: ${stderr}`)
  return took
}

/**
 * The times of commands, in their order. Each round starts every command once, in order and then in reverse order, so
 * that a drift of the machine affects all of them equally.
 *
 * @throws Error where a command ends with another status than 0
 */
export function timeStarts(starts: readonly Start[], rounds: number): readonly StartTimes[] {
  const took = starts.map((): number[] => [])
  const order = [...starts.keys()]
  for (let round = 0; round < rounds; round++)
    for (const index of [...order, ...order.toReversed()]) took[index]!.push(once(starts[index]!))
  return starts.map((start, index) => ({ ...start, took: took[index]! }))
}
