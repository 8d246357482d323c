/* TEMPORARY: replaced by the pass `notify`. */
import { actionOf, SECCOMP_RET } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import type { WatchUse } from './use.ts'

export function watchedProgram(
  filter: Program,
  use: WatchUse,
  execs: ReadonlyMap<number, ReadonlySet<number>>,
): Program {
  const notify = SECCOMP_RET.USER_NOTIF
  if (use === 'record') return recorded()
  const head: { code: number; jt: number; jf: number; k: number }[] = []
  for (const [arch, numbers] of execs) {
    const count = numbers.size
    head.push(
      { code: 0x20, jt: 0, jf: 0, k: 4 },
      { code: 0x15, jt: 0, jf: count * 2 + 1, k: arch },
      { code: 0x20, jt: 0, jf: 0, k: 0 },
    )
    for (const nr of numbers)
      head.push({ code: 0x15, jt: 0, jf: 1, k: nr }, { code: 6, jt: 0, jf: 0, k: notify })
  }
  return [
    ...head,
    ...filter.map((insn) => {
      if (insn.code !== 6) return insn
      const action = actionOf(insn.k)
      const isReplaced = use === 'try' ? action !== 'ALLOW' : action === 'ERRNO' || action === 'LOG'
      return isReplaced ? { ...insn, k: notify } : insn
    }),
  ]
}

function recorded(): Program {
  const exits: readonly (readonly [number, readonly number[]])[] = [
    [0xc000003e, [15, 60, 231]],
    [0x40000003, [1, 173, 252]],
  ]
  return [
    ...exits.flatMap(([arch, numbers]) => [
      { code: 0x20, jt: 0, jf: 0, k: 4 },
      { code: 0x15, jt: 0, jf: numbers.length * 2 + 1, k: arch },
      { code: 0x20, jt: 0, jf: 0, k: 0 },
      ...numbers.flatMap((nr) => [
        { code: 0x15, jt: 0, jf: 1, k: nr },
        { code: 6, jt: 0, jf: 0, k: SECCOMP_RET.ALLOW },
      ]),
    ]),
    { code: 6, jt: 0, jf: 0, k: SECCOMP_RET.USER_NOTIF },
  ]
}
