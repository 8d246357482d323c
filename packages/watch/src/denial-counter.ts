import { SECCOMP_RET } from '@seccompile/abi'
import { evaluator } from '@seccompile/interpreter'
import type { AbiTable } from '@seccompile/syscalls'
import type { WatchCounter } from './counter.ts'
import { keptArguments } from './kept-arguments.ts'
import { seenCounter } from './seen.ts'
import { answerFor } from './use.ts'
import type { WatcherTask } from './watcher-task.ts'

/** Decides calls by a filter, and counts those that it does not allow. */
export function denialCounter(
  { use, program, endianness }: Pick<WatcherTask, 'use' | 'program' | 'endianness'>,
  abis: readonly AbiTable[],
): WatchCounter {
  const verdictOf = evaluator(program, endianness)
  const steps = new Uint32Array(1)
  const counter = seenCounter(keptArguments(abis))
  let verdict = 0
  return {
    decide: (words) => {
      verdict = verdictOf(words, steps)
      return answerFor(use, verdict)
    },
    seen: (words, by, now) => {
      if (verdict !== SECCOMP_RET.ALLOW) counter.add(words, verdict, by, now)
    },
    news: () => {
      const calls = counter.take()
      return calls.length === 0 ? [] : [{ kind: 'seen', calls }]
    },
    last: () => [],
  }
}
