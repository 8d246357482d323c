import { spawnSync } from 'node:child_process'
import { actionOf, BPF, dataOf, MAX_ERRNO, SECCOMP_RET, verdictName, verdictOf } from '@seccompile/abi'
import type { ActionName, Program, Verdict } from '@seccompile/abi'
import { op } from '@seccompile/abi/test-makers'
import { encode } from '@seccompile/cbpf'
import { stackVerdict } from '@seccompile/prover'
import { describe, expect, it } from 'vitest'
import { testProgram, whyNotAsked } from './why-not.ts'

const reason = await whyNotAsked('stacked filters against the kernel')

const GETPPID = 110
const ENOSYS = 38

/** A filter that returns `verdict` to getppid alone. */
const filter = (verdict: Verdict): Program => [
  op(BPF.LD_ABS, 0),
  { code: BPF.JEQ_K, jt: 0, jf: 1, k: GETPPID },
  op(BPF.RET_K, verdict),
  op(BPF.RET_K, SECCOMP_RET.ALLOW),
]

const hex = (program: Program): string => Buffer.from(encode(program, 'little')).toString('hex')

/** What the kernel does with getppid under each of the stacks, in words of native/stack.c. */
async function outcomes(stacks: readonly (readonly Program[])[]): Promise<readonly string[]> {
  const input = stacks.map((stack) =>
    stack.map((program) => (program[2]?.k === SECCOMP_RET.USER_NOTIF ? `n${hex(program)}` : hex(program))),
  )
  const ran = spawnSync(await testProgram('stack'), {
    input: input.map((words) => `${words.join(' ')}\n`).join(''),
    encoding: 'utf8',
  })
  expect(ran.status).toBe(0)
  return ran.stdout.trimEnd().split('\n')
}

/** What a verdict does to getppid where nobody traces. ALLOW and LOG differ in the log only, and that is not looked at. */
function expected(verdict: Verdict): string {
  const action = actionOf(verdict)
  switch (action) {
    case undefined:
    case 'KILL_PROCESS':
      return 'kills the process'
    case 'KILL_THREAD':
      return 'kills the thread'
    case 'TRAP':
      return `traps ${dataOf(verdict)}`
    case 'ERRNO':
      return `returns ${0 - Math.min(dataOf(verdict), MAX_ERRNO)}`
    case 'USER_NOTIF':
      return 'notifies'
    case 'TRACE':
      return `returns -${ENOSYS}`
    case 'LOG':
    case 'ALLOW':
      return 'runs'
  }
}

describe.skipIf(reason !== undefined)('stacked filters in the kernel', () => {
  it('have the precedence that the prover gives them, for all pairs of actions and triples of data', async () => {
    const actions = Object.keys(SECCOMP_RET) as ActionName[]
    const withData = (action: ActionName, data: number): Verdict =>
      verdictOf(action, action === 'USER_NOTIF' ? 0 : data)
    const pairs = actions.flatMap((older) =>
      actions.map((newer) => [withData(older, 11), withData(newer, 22)] as const),
    )
    const triples = [
      [verdictOf('ERRNO', 1), verdictOf('ERRNO', 2), verdictOf('ERRNO', 3)],
      [verdictOf('TRAP', 1), verdictOf('ERRNO', 2), verdictOf('TRAP', 3)],
      [verdictOf('TRAP', 1), verdictOf('TRAP', 2), verdictOf('ERRNO', 3)],
      [verdictOf('ALLOW', 1), verdictOf('LOG', 2), verdictOf('TRACE', 3)],
    ]
    const stacks: readonly (readonly Verdict[])[] = [...pairs, ...triples]
    const found = await outcomes(stacks.map((verdicts) => verdicts.map((verdict) => filter(verdict))))
    const shown = (
      words: (verdicts: readonly Verdict[], i: number) => string | undefined,
    ): readonly string[] =>
      stacks.map((verdicts, i) => `${verdicts.map(verdictName).join(', ')}: ${words(verdicts, i)}`)
    expect(stacks).toHaveLength(68)
    expect(shown((_, i) => found[i])).toEqual(shown((verdicts) => expected(stackVerdict(verdicts))))
  })

  it('returns errors up to 4095, 0 for ERRNO(0), and kills for an action that it does not know', async () => {
    const verdicts = [
      0x0005_0000, 0x0005_0fff, 0x0005_1000, 0x0005_ffff, 0x0001_0000, 0x7fff_0001, 0xffff_ffff,
    ]
    const found = await outcomes(verdicts.map((verdict) => [filter(verdict)]))
    expect(found).toEqual(verdicts.map(expected))
  })

  it('kills the thread where a filter divides by X while X is 0', async () => {
    const divides: Program = [
      op(BPF.LD_ABS, 0),
      { code: BPF.JEQ_K, jt: 0, jf: 1, k: GETPPID },
      op(BPF.DIV_X),
      op(BPF.RET_K, SECCOMP_RET.ALLOW),
    ]
    expect(await outcomes([[divides]])).toEqual(['kills the thread'])
  })
})
