/*
 * Signals that this process gets while it waits for a command, and that are meant for the command.
 *
 * Most are handed on. ^C and ^\ of a terminal go to all of its foreground, this process and the command: to hand them on
 * would be to send them twice, and a program may take the second for another wish. Node does not say who sent a signal. So
 * a SIGINT or SIGQUIT is handed on at once where this process is in no terminal's foreground. Where it is, the command has
 * had the signal, or it was sent to this process alone: the second is known where the command would have been ended by it
 * and is still there. A command that catches it, in a foreground, has to be sent it by its own process id.
 */
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'

const FORWARDED = ['SIGHUP', 'SIGTERM', 'SIGUSR1', 'SIGUSR2'] as const
const OF_TERMINALS = ['SIGINT', 'SIGQUIT'] as const
type Signal = (typeof FORWARDED)[number] | (typeof OF_TERMINALS)[number]

/** How long a process that a signal ends may take to be gone. */
const MOMENT_MS = 100

/** Text of /proc; '' where there is none. */
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

/** Whether process `pid` is there, and neither catches nor ignores nor blocks `signal`, which so would end it. */
function wouldEnd(pid: number, signal: Signal): boolean {
  const status = processFile(`/proc/${pid}/status`)
  const bit = 1n << BigInt(constants.signals[signal] - 1)
  const masks = [...status.matchAll(/^Sig(?:Cgt|Ign|Blk):\t([0-9a-f]+)$/gm)]
  return masks.length === 3 && masks.every(([, mask = '']) => (BigInt(`0x${mask}`) & bit) === 0n)
}

/** Hands signals on from when it is made until it is stopped. */
export interface SignalRelay {
  /** To be told the process that is the command; signals that came before reach it then. */
  readonly started: (pid: number) => void
  readonly stop: () => void
}

/** A relay for a command that is about to be started. */
export function relaySignals(): SignalRelay {
  let child: number | undefined
  const early: Signal[] = []
  const timers = new Set<NodeJS.Timeout>()
  const send = (pid: number, signal: Signal): void => {
    try {
      process.kill(pid, signal)
    } catch {
      // It has ended by now.
    }
  }
  const forward = (signal: Signal): void => {
    if (child === undefined) early.push(signal)
    else send(child, signal)
  }
  const perhaps = (signal: Signal): void => {
    if (!isInForeground()) {
      forward(signal)
      return
    }
    const timer = setTimeout(() => {
      timers.delete(timer)
      if (child !== undefined && wouldEnd(child, signal)) send(child, signal)
    }, MOMENT_MS)
    timers.add(timer)
  }
  for (const signal of FORWARDED) process.on(signal, forward)
  for (const signal of OF_TERMINALS) process.on(signal, perhaps)
  return {
    started: (pid) => {
      child = pid
      for (const signal of early.splice(0)) send(pid, signal)
    },
    stop: () => {
      for (const signal of FORWARDED) process.off(signal, forward)
      for (const signal of OF_TERMINALS) process.off(signal, perhaps)
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
