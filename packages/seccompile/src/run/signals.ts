/*
 * Signals that this process gets while it waits for a command, and that are meant for the command.
 *
 * Most signals are forwarded. ^C and ^\ of a terminal are different: the kernel sends them to every process in the
 * foreground, so the command gets them too. Forwarding would send them twice, and a program may act on the second.
 * Node does not tell who sent a signal. So a SIGINT or SIGQUIT is forwarded at once only if this process is not in
 * the foreground of a terminal. In the foreground there are two cases. Either the terminal sent the signal to both
 * processes, or another process sent it to this process alone. The second case can be detected if the signal would
 * end the command: if the command still runs after a moment, the signal is forwarded. If a command in the foreground
 * catches the signal, the sender must use the process id of the command.
 *
 * Once the command has ended, its process id may be that of another process, so no signal goes there any more. A watched
 * command may leave processes, which are watched on. The first signal that would end this process then ends the watching,
 * and the second ends this process.
 */
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import type { CommandEnd } from '@seccompile/kernel'

const FORWARDED = ['SIGHUP', 'SIGTERM', 'SIGUSR1', 'SIGUSR2'] as const
const OF_TERMINALS = ['SIGINT', 'SIGQUIT'] as const
const ALL = [...FORWARDED, ...OF_TERMINALS]
type Signal = (typeof ALL)[number]

/** What ends the watching of processes that the command left. */
const ENDING: readonly Signal[] = ['SIGHUP', 'SIGTERM', 'SIGINT', 'SIGQUIT']

/** The time that a process may take to end after a signal. */
const MOMENT_MS = 100

/** The text of a file in /proc; '' where it cannot be read. */
function processFile(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

/** Whether this process is in the foreground of its terminal. @see proc(5): pgrp, tty_nr, tpgid */
function isInForeground(): boolean {
  const stat = processFile('/proc/self/stat')
  const [, , group, , terminal, foreground] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return terminal !== undefined && terminal !== '0' && group === foreground
}

/** Whether process `pid` exists and `signal` would end it: the process does not catch, ignore or block the signal. */
function wouldEnd(pid: number, signal: Signal): boolean {
  const status = processFile(`/proc/${pid}/status`)
  const bit = 1n << BigInt(constants.signals[signal] - 1)
  const masks = [...status.matchAll(/^Sig(?:Cgt|Ign|Blk):\t([0-9a-f]+)$/gm)]
  return masks.length === 3 && masks.every(([, mask = '']) => (BigInt(`0x${mask}`) & bit) === 0n)
}

/** Forwards signals from its creation until it is stopped. */
export interface SignalRelay {
  /**
   * Gives the relay the process of the command, or a function that finds it when a signal comes. Earlier signals are
   * sent now.
   */
  readonly onStart: (process: number | (() => number)) => void
  /** Says that this process has ended. */
  readonly onEnd: () => void
  /** Aborted by the first signal after that end. */
  readonly signal: AbortSignal
}

/** A relay for a command that is about to be started. */
function relaySignals(): { readonly relay: SignalRelay; readonly stop: () => void } {
  let child: (() => number) | undefined
  let hasEnded = false
  const ending = new AbortController()
  const early: Signal[] = []
  const timers = new Set<NodeJS.Timeout>()
  const send = (pid: number, signal: Signal): void => {
    try {
      process.kill(pid, signal)
    } catch {
      // The process has ended.
    }
  }
  const forward = (signal: Signal): void => {
    if (child === undefined) early.push(signal)
    else send(child(), signal)
  }
  const perhaps = (signal: Signal): void => {
    if (!isInForeground()) {
      forward(signal)
      return
    }
    const timer = setTimeout(() => {
      timers.delete(timer)
      const pid = child?.()
      if (pid !== undefined && wouldEnd(pid, signal)) send(pid, signal)
    }, MOMENT_MS)
    timers.add(timer)
  }
  const take = (signal: Signal): void => {
    if (!hasEnded) {
      if (OF_TERMINALS.some((one) => one === signal)) perhaps(signal)
      else forward(signal)
    } else if (ENDING.includes(signal)) {
      stop()
      ending.abort()
    }
  }
  const stop = (): void => {
    for (const signal of ALL) process.off(signal, take)
    for (const timer of timers) clearTimeout(timer)
  }
  for (const signal of ALL) process.on(signal, take)
  const relay: SignalRelay = {
    onStart: (found) => {
      child = typeof found === 'number' ? () => found : found
      for (const signal of early.splice(0)) send(child(), signal)
    },
    onEnd: () => {
      hasEnded = true
      for (const timer of timers) clearTimeout(timer)
    },
    signal: ending.signal,
  }
  return { relay, stop }
}

/** The result of `start`. While `start` runs, signals go to the command that it starts. */
export async function withRelay<Result>(start: (relay: SignalRelay) => Promise<Result>): Promise<Result> {
  const { relay, stop } = relaySignals()
  try {
    return await start(relay)
  } finally {
    stop()
  }
}

/** The status for the end of a command, as a shell reports it: after a signal, 128 plus the number of the signal. */
export function endStatus({ status, signal }: CommandEnd): number {
  return status ?? 128 + (signal === undefined ? 0 : constants.signals[signal as NodeJS.Signals])
}
